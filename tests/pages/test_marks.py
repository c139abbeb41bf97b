"""Stamps, circulation, drafter and contact: mục III.2 to III.4, ô 10 to 13; mục V, rows 10 to 13.

A report and a letter with all of them, in both size profiles; a draft says that it is one.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from exploring import few

import briefing

from .measure import TOLERANCE, Page, mm, read_pages
from .reports import INPUTS, LARGE, PROFILES, ToPdf
from .test_state_letter import load, state_letter

CONTACT = ["Địa chỉ: …, phường …, tỉnh …", "ĐT: …; Thư điện tử: …"]
MARKS = {
    "secrecy": "tuyệt mật",
    "urgency": "hỏa tốc",
    "circulation": "Lưu hành nội bộ",
    "drafter": "PL",
    "copies": 300,
    "contact": CONTACT,
}
OTHERS = {"secrecy": "mật", "urgency": "thượng khẩn"}
RECIPIENTS = {"addressees": ["Sở Nội vụ", "Công an tỉnh"], "copies": ["Thường trực Tỉnh ủy"]}
RED = (1, 0, 0)
KINDS = ("report", "letter")
EVERY = pytest.mark.parametrize(
    "key", [f"{kind} {profile}" for kind in KINDS for profile in PROFILES]
)


def report(folder: Path, **facts: Any) -> briefing.Report:
    return load(folder, "ky-anh-2023", lambda data: data.update(facts), "2023-12-20")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("marks")
    made = {}
    for size in PROFILES:
        whole = report(folder, marks=MARKS, size_profile=size)
        letter = state_letter(folder, marks=MARKS, size_profile=size, recipients=RECIPIENTS)
        made[f"report {size}"] = briefing.build(whole)
        made[f"letter {size}"] = briefing.build(letter)
    made["others"] = briefing.build(report(folder, marks=OTHERS))
    made["none"] = briefing.build(report(folder))
    made["draft"] = briefing.build(report(folder), draft=True)
    return made


@pytest.fixture(scope="module")
def pdfs(files: dict[str, bytes], to_pdf: ToPdf) -> dict[str, Path]:
    return to_pdf(files)


@pytest.fixture(scope="module")
def prints(pdfs: dict[str, Path]) -> dict[str, tuple[Page, ...]]:
    return {name: read_pages(pdf) for name, pdf in pdfs.items()}


def frame_around(pdf: Path, word: str) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of the lines drawn next to a word of page one."""
    with pdfplumber.open(pdf) as document:
        page = document.pages[0]
        (found,) = page.search(word, regex=False)
        lines = [*page.lines, *page.rects, *page.curves]
        middle = (found["top"] + found["bottom"]) / 2
        beside = [
            line["x0"]
            for line in lines
            if line["top"] < middle < line["bottom"] and line["bottom"] - line["top"] < 40
        ]
        across = [
            line["top"]
            for line in lines
            if line["x0"] < found["x0"] and line["x1"] > found["x1"] and line["width"] < 200
        ]
        top = max(place for place in across if place <= found["top"] + 2)
        bottom = min(place for place in across if place >= found["bottom"] - 2)
    return min(beside), top, max(beside), bottom


@EVERY
def test_stamps_stand_under_the_number_secrecy_first(key: str, prints: dict) -> None:
    page, size = prints[key][0], key[-3:]
    number, secrecy, urgency = map(page.find, ("Số:", "TUYỆT MẬT", "HỎA TỐC"))
    subject = [line for line in page.lines if number.baseline < line.baseline < secrecy.baseline]
    under = [line for line in subject if line.x1 < mm(100)]
    assert under == [] or key.startswith("letter")
    assert max([number, *under], key=lambda line: line.baseline).bottom < secrecy.top - mm(2)
    assert secrecy.bottom < urgency.top - mm(2)
    for line in (secrecy, urgency):
        assert line.centre == pytest.approx(number.centre, abs=TOLERANCE)
        assert line.faces == {"bold"}
        assert {char["non_stroking_color"] for char in line.chars} == {RED}
    assert (secrecy.sizes, urgency.sizes) == ({13}, {LARGE[size]})


@pytest.mark.parametrize(
    ("key", "word", "length"),
    [
        ("report P14", "TUYỆT MẬT", 40),
        ("report P14", "HỎA TỐC", 30),
        ("others", "THƯỢNG KHẨN", 40),
        ("others", "MẬT", 20),
    ],
)
def test_stamp_is_as_large_as_the_law_has_it(
    key: str, word: str, length: float, pdfs: dict
) -> None:
    left, top, right, bottom = frame_around(pdfs[key], word)
    assert right - left == pytest.approx(mm(length), abs=TOLERANCE)
    assert bottom - top == pytest.approx(mm(8), abs=TOLERANCE)


@EVERY
def test_circulation_stands_in_the_top_margin_above_the_national_name(
    key: str, prints: dict, pdfs: dict
) -> None:
    page = prints[key][0]
    line, nation = page.find("LƯU HÀNH NỘI BỘ"), page.find("CỘNG HÒA")
    assert line.bottom < mm(20) < nation.bottom
    assert line.centre == pytest.approx(nation.centre, abs=TOLERANCE)
    assert (line.sizes, line.faces) == ({LARGE[key[-3:]]}, {"bold"})
    left, top, right, bottom = frame_around(pdfs[key], "LƯU HÀNH NỘI BỘ")
    assert left < line.x0 - 4
    assert line.x1 + 4 < right
    assert top < line.top
    assert line.bottom < bottom
    assert not any(page.has("LƯU HÀNH NỘI BỘ") for page in prints[key][1:])


@EVERY
def test_letterhead_is_as_high_as_without_what_stands_in_the_margin(key: str, prints: dict) -> None:
    places = [prints[name][0].find("CỘNG HÒA").baseline for name in (key, "none")]
    assert places[0] == pytest.approx(places[1], abs=TOLERANCE)


@EVERY
def test_contact_stands_at_the_foot_of_page_one_under_a_rule_across_it(
    key: str, prints: dict
) -> None:
    page = prints[key][0]
    lines = [line for line in page.lines if line.text in CONTACT]
    assert [line.text for line in lines] == CONTACT
    rule = page.rules[-1]
    assert rule.y < lines[0].top
    assert rule.x0 == pytest.approx(mm(30), abs=TOLERANCE)
    assert rule.x1 == pytest.approx(page.width - mm(15), abs=TOLERANCE)
    assert lines[-1].bottom < page.height - mm(8)
    above = [line for line in page.lines if line.baseline < rule.y]
    assert above[-1].bottom < rule.y
    for line in lines:
        assert (line.sizes, line.faces) == ({11}, {"regular"})
    # Each text has a foot of its own, so that no annex repeats it.
    assert not any(page.has("ĐT: …") for page in prints[key][1:])


@EVERY
def test_sign_of_the_drafter_stands_under_the_recipients_at_their_right(
    key: str, prints: dict
) -> None:
    (page,) = (page for page in prints[key] if page.has("Nơi nhận:"))
    sign, archive = page.find("PL.(300)"), page.find("- Lưu:")
    assert sign.top >= archive.bottom - 1
    assert (sign.sizes, sign.faces) == ({11}, {"regular"})
    assert archive.centre < sign.x0
    assert sign.x1 < mm(115)


def test_only_a_draft_says_that_it_is_one(prints: dict) -> None:
    page = prints["draft"][0]
    line = page.find("DỰ THẢO")
    assert line.centre == pytest.approx(page.find("Số:").centre, abs=TOLERANCE)
    assert line.faces == {"bold"}
    for name, pages in prints.items():
        assert name == "draft" or not any(page.has("DỰ THẢO") for page in pages)


def test_preview_shows_marks_in_the_face_of_their_part(tmp_path: Path) -> None:
    shown = briefing.preview(report(tmp_path, marks=MARKS), draft=True).splitlines()
    assert shown[0] == "**LƯU HÀNH NỘI BỘ**"
    stamps = ("| **TUYỆT MẬT** |  |", "| **HỎA TỐC** |  |", "| **DỰ THẢO** |  |")
    first = shown.index(stamps[0])
    assert tuple(shown[first : first + 3]) == stamps
    # Party documents say it in italics, not in capitals.
    party = briefing.load(INPUTS / "cong-van-792-2022.yaml")
    assert "| *Dự thảo* |  |" in briefing.preview(party, draft=True).splitlines()


def test_all_of_them_are_valid(
    files: dict[str, bytes], docx_errors: Callable[[bytes], list[Any]]
) -> None:
    for name in few(list(files)):
        assert docx_errors(files[name]) == [], name

"""Crowded documents: a title of four lines, fourteen recipients, every way to sign."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from exploring import few, places
from word.package import document

from briefing.document import Document, Run
from briefing.standards import load_standard
from briefing.word import write_docx

from .measure import TOLERANCE, Line, Page, mm, read_pages
from .reports import LARGE, PROFILES, ToPdf

TITLE = (
    "Tổng kết công tác bảo đảm an ninh, trật tự, phòng, chống tội phạm, tệ nạn xã hội và phong "
    "trào Toàn dân bảo vệ an ninh Tổ quốc năm 2023; phương hướng, nhiệm vụ trọng tâm công tác bảo "
    "đảm an ninh, trật tự năm 2024 trên địa bàn các xã, phường của tỉnh Bà Rịa - Vũng Tàu"
)
SIGNATURES = {
    "TM": (["TM. Ủy ban nhân dân"], "Chủ tịch"),
    "KT": (["TM. Ủy ban nhân dân", "KT. Chủ tịch"], "Phó Chủ tịch Thường trực"),
    "TL": (["TL. Chủ tịch Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu"], "Chánh Văn phòng"),
    "TUQ": (["TUQ. Giám đốc Công an tỉnh"], "Trưởng phòng Tham mưu"),
    "Q": (["Q. Giám đốc"], ""),
    "steering": (
        ["TM. Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội", "KT. Trưởng ban"],
        "Phó Trưởng ban",
    ),
}
SHOWN = {
    "TM": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
    "KT": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"],
    "TL": ["TL. CHỦ TỊCH ỦY BAN NHÂN DÂN", "TỈNH BÀ RỊA - VŨNG TÀU", "CHÁNH VĂN PHÒNG"],
    "TUQ": ["TUQ. GIÁM ĐỐC CÔNG AN TỈNH", "TRƯỞNG PHÒNG THAM MƯU"],
    "Q": ["Q. GIÁM ĐỐC"],
    "steering": [
        "TM. BAN CHỈ ĐẠO PHÒNG, CHỐNG",
        "TỘI PHẠM, TỆ NẠN XÃ HỘI",
        "KT. TRƯỞNG BAN",
        "PHÓ TRƯỞNG BAN",
    ],
}
RECIPIENTS = [
    "Thường trực Tỉnh ủy, Hội đồng nhân dân, Ủy ban nhân dân và Ủy ban Mặt trận Tổ quốc tỉnh;",
    *(f"Cơ quan, đơn vị thứ {number};" for number in range(2, 14)),
    "Lưu: VT, NC.",
]


def text(line: str) -> tuple[Run, ...]:
    return (Run(line),)


def crowded(signed: str, lines: int = 0) -> Document:
    """Return a document signed in one of these ways, with some lines of text."""
    authority, post = SIGNATURES[signed]
    body = "\n\n".join(["Đoạn văn bản."] * lines)
    made = document(f"# Báo cáo\n\n{TITLE}\n\n{body}\n\nTrên đây là báo cáo./.\n")
    frame = replace(
        made.frame,
        authority=tuple(map(text, authority)),
        post=text(post) if post else (),
        recipients=tuple(map(text, RECIPIENTS)),
    )
    return replace(made, frame=frame)


LENGTHS = places(range(10, 34))
KEYS = [*product(SIGNATURES, PROFILES, [0]), *product(["KT"], PROFILES, LENGTHS)]


@pytest.fixture(scope="module")
def prints(to_pdf: ToPdf) -> dict[tuple[str, str, int], tuple[Page, ...]]:
    files = {
        " ".join(map(str, key)): write_docx(
            crowded(key[0], key[2]), load_standard("nd30-2020", key[1])
        )
        for key in KEYS
    }
    pdfs = to_pdf(files)
    return {key: read_pages(pdfs[" ".join(map(str, key))]) for key in KEYS}


def closing(pages: tuple[Page, ...]) -> tuple[list[Line], list[Line]]:
    """Return the left and the right column of the closing block, which one page holds whole."""
    (page,) = (page for page in pages if page.has("Nơi nhận:"))
    label = page.find("Nơi nhận:")
    lines = [line for line in page.lines if line.top > label.top - 6]
    left = [line for line in lines if line.x0 < mm(31)]
    return left, [line for line in lines if line not in left]


@pytest.mark.parametrize("profile", PROFILES)
def test_a_title_of_four_lines_is_balanced_and_ends_in_no_lone_word(
    profile: str, prints: dict
) -> None:
    page = prints["TM", profile, 0][0]
    kind, rule = page.find("BÁO CÁO"), page.rules[-1]
    title = [line for line in page.lines if kind.baseline < line.baseline < rule.y]
    assert " ".join(line.text for line in title) == TITLE
    assert len(title) == 4
    middle = (mm(30) + page.width - mm(15)) / 2
    for line in title:
        assert line.centre == pytest.approx(middle, abs=TOLERANCE)
        assert not line.text.startswith("- ")
        assert not line.text.endswith((" an", " tệ", " tội", " xã", " phong", " Toàn", " Tổ"))
        assert (line.sizes, line.faces) == ({LARGE[profile]}, {"bold"})
    assert min(line.width for line in title) > 0.8 * max(line.width for line in title)
    assert 1 / 3 <= rule.length / title[-1].width <= 1 / 2


@pytest.mark.parametrize(("signed", "profile"), [*product(SIGNATURES, PROFILES)])
def test_every_way_to_sign_is_set_by_hand(signed: str, profile: str, prints: dict) -> None:
    lines = closing(prints[signed, profile, 0])[1]
    assert [line.text for line in lines] == [*SHOWN[signed], "Lê Văn An"]
    for line in lines:
        assert (line.sizes, line.faces) == ({LARGE[profile]}, {"bold"})
        assert line.centre == pytest.approx(lines[0].centre, abs=TOLERANCE)
    assert lines[-1].top - lines[-2].bottom >= mm(20)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: " ".join(map(str, key)))
def test_fourteen_recipients_and_the_signature_stand_on_one_page(key: tuple, prints: dict) -> None:
    left, right = closing(prints[key])
    texts = " ".join(line.text for line in left)
    assert texts.startswith("Nơi nhận: - Thường trực Tỉnh ủy")
    assert [f"thứ {number};" in texts for number in range(2, 14)] == [True] * 12
    assert left[-1].text == "- Lưu: VT, NC."
    assert [line.text for line in left[2:4]] == [
        "Ủy ban nhân dân và Ủy ban Mặt trận",
        "Tổ quốc tỉnh;",
    ]
    assert right[0].text == SHOWN[key[0]][0]
    assert right[-1].text == "Lê Văn An"


@pytest.mark.parametrize("key", KEYS, ids=lambda key: " ".join(map(str, key)))
def test_recipients_and_signature_never_touch(key: tuple, prints: dict) -> None:
    left, right = closing(prints[key])
    assert max(line.x1 for line in left) + 9 <= min(line.x0 for line in right)


@pytest.mark.parametrize("profile", PROFILES)
def test_the_signature_takes_the_end_of_the_text_along(profile: str, prints: dict) -> None:
    pages = [prints["KT", profile, lines] for lines in LENGTHS]
    for printed in pages:
        (page,) = (page for page in printed if page.has("Nơi nhận:"))
        assert page.has("Trên đây là báo cáo./.")
    # Guards the rule above: some of these texts alone would end on the page before.
    assert {len(printed) for printed in pages} == {1, 2}


@pytest.mark.parametrize("signed", few(list(SIGNATURES)[::-1]))
def test_every_way_to_sign_is_valid(signed: str, docx_errors: Callable[[bytes], list[Any]]) -> None:
    assert docx_errors(write_docx(crowded(signed), load_standard("nd30-2020", "P14"))) == []

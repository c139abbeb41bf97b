"""A State letter on paper: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I; mục V, row 5b; Mẫu 1.5.

A letter of a provincial People's Committee from the repository's one letter, signed by a deputy,
to several bodies and to one, in both size profiles.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

import briefing
from briefing import RefusedError, Report

from .measure import TOLERANCE, Line, Page, mm, read_pages
from .reports import INPUTS, LARGE, PROFILES, SMALL, ToPdf

SEVERAL = ["Sở Nội vụ", "Công an tỉnh", "Ủy ban nhân dân các xã, phường"]
CASES = [*((size, tuple(SEVERAL)) for size in PROFILES), ("P14", ("Công an tỉnh",))]
ABOUT = "tăng cường công tác đảm bảo an ninh chính trị, trật tự an toàn xã hội trên địa bàn tỉnh"

Pages = tuple[Page, ...]


def load(folder: Path, source: str, edit: Callable[[Any], None], date: str) -> Report:
    """Return the report of a changed copy of an input."""
    yaml = YAML()
    facts = yaml.load((INPUTS / f"{source}.yaml").read_text(encoding="utf-8"))
    edit(facts)
    facts["date"] = date
    path = folder / f"{source}.yaml"
    with path.open("w", encoding="utf-8") as file:
        yaml.dump(facts, file)
    return briefing.load(path)


def written(folder: Path, source: str, edit: Callable[[Any], None], date: str) -> bytes:
    return briefing.build(load(folder, source, edit, date))


def state_letter(folder: Path, **others: Any) -> Report:
    """Return the letter as a People's Committee would send it."""

    def edit(facts: Any) -> None:
        del facts["inferred"]
        name = "Ủy ban nhân dân tỉnh …"
        facts |= {"place": "Địa danh", "number": 7}
        facts["issuer"] = {"name": name, "symbol": "UBND", "unit": "NC", "level": "province"}
        facts["issuer"] |= {"lines": ["Ủy ban nhân dân", "tỉnh …"], "force": "people_committee"}
        facts["signature"] = {"authority": "KT", "head": "Chủ tịch", "post": "Phó Chủ tịch"}
        facts["signature"] |= {"name": "Họ Và Tên"}
        facts |= others

    return load(folder, "cong-van-792-2022", edit, "2022-09-05")


@pytest.fixture(scope="module")
def prints(to_pdf: ToPdf, tmp_path_factory: pytest.TempPathFactory) -> list[Pages]:
    folder = tmp_path_factory.mktemp("state")
    files = {}
    for position, (size, addressees) in enumerate(CASES):
        recipients = {"addressees": list(addressees), "copies": ["Thường trực Tỉnh ủy"]}
        recipients |= {"archive": "VT, NC"}
        report = state_letter(folder, size_profile=size, recipients=recipients)
        files[str(position)] = briefing.build(report)
    pdfs = to_pdf(files)
    return [read_pages(pdfs[name]) for name in files]


@pytest.fixture(params=range(len(PROFILES)), ids=PROFILES)
def printed(request: pytest.FixtureRequest, prints: list[Pages]) -> tuple[str, Pages]:
    return PROFILES[request.param], prints[request.param]


def subject(page: Page) -> list[Line]:
    top, bottom = page.find("Số:").baseline, page.find("Kính gửi").baseline
    return [line for line in page.lines if top + 1 < line.baseline < bottom - 1]


def last_page(pages: Pages) -> Page:
    (page,) = (page for page in pages if page.has("Nơi nhận:"))
    return page


def closing(pages: Pages) -> tuple[list[Line], list[Line]]:
    """Return the left and the right column of the closing block."""
    (page,) = (page for page in pages if page.has("Nơi nhận:"))
    lines = [line for line in page.lines if line.top > page.find("Nơi nhận:").top - 6]
    left = [line for line in lines if line.x0 < mm(30) + TOLERANCE]
    return left, [line for line in lines if line.x0 > mm(100)]


def assert_set(line: Line, size: int, face: str) -> None:
    assert (line.sizes, line.faces) == ({size}, {face}), line.text


def test_number_bears_the_issuer_and_the_drafting_unit_but_no_kind(printed: tuple) -> None:
    # Mục II.3: "Số: 07/UBND-NC"; row 3: 13 whatever the profile.
    line = printed[1][0].find("Số:")
    assert line.text == "Số: 07/UBND-NC"
    assert_set(line, 13, "regular")


def test_subject_is_upright_not_bold_centred_under_the_number(printed: tuple) -> None:
    # Row 5b: in thường, 12 to 13, upright, not bold; 6 points under the number.
    size, (page, *_) = printed
    lines = subject(page)
    assert " ".join(line.text for line in lines) == f"V/v {ABOUT}"
    number = page.find("Số:")
    assert {line.sizes == {SMALL[size]} for line in lines} == {True}
    assert SMALL[size] in (12, 13)
    for line in lines:
        assert line.faces == {"regular"}
        assert line.centre == pytest.approx(number.centre, abs=TOLERANCE)
        assert line.x1 < page.find("CỘNG HÒA").centre
    assert lines[0].top - number.bottom == pytest.approx(6, abs=2)


def test_no_rule_stands_under_the_subject_and_two_above_it(printed: tuple) -> None:
    page = printed[1][0]
    assert len(page.rules) == 2
    assert all(rule.y < page.find("Số:").top for rule in page.rules)
    for later in printed[1][1:]:
        assert later.rules == ()


def test_letter_has_no_title(printed: tuple) -> None:
    page = printed[1][0]
    assert not any(line.text.upper().startswith("CÔNG VĂN") for line in page.lines)
    low = page.find("Kính gửi").top
    bold = [line.text for line in page.lines if line.faces == {"bold"}]
    assert bold == [line.text for line in page.lines if line.faces == {"bold"} and line.top < low]
    assert len(bold) == 4


def test_place_and_date_stand_beside_the_number_with_a_leading_zero(printed: tuple) -> None:
    size, (page, *_) = printed
    line = page.find("Địa danh, ngày")
    assert line.text == "Địa danh, ngày 05 tháng 9 năm 2022"
    assert_set(line, LARGE[size], "italic")
    assert line.baseline == pytest.approx(page.find("Số:").baseline, abs=0.5)


def test_several_addressees_stand_one_a_line_with_dashes_under_the_colon(printed: tuple) -> None:
    # Mục II.9.d; row 8a: 13 to 14, upright.
    size, (page, *_) = printed
    label = page.find("Kính gửi")
    items = [line for line in page.lines if line.top > label.top + 3][: len(SEVERAL)]
    assert label.text == "Kính gửi:"
    assert [line.text for line in items] == [
        "- Sở Nội vụ;",
        "- Công an tỉnh;",
        "- Ủy ban nhân dân các xã, phường.",
    ]
    assert len({round(line.x0, 1) for line in items}) == 1
    colon = label.chars[-1]
    assert colon["x0"] - TOLERANCE <= items[0].x0 <= colon["x1"] + TOLERANCE
    for line in (label, *items):
        assert_set(line, LARGE[size], "regular")


def test_one_addressee_stands_on_the_line_of_the_label(prints: list[Pages]) -> None:
    page = prints[-1][0]
    line = page.find("Kính gửi")
    assert line.text.rstrip(".") == "Kính gửi: Công an tỉnh"
    assert_set(line, 14, "regular")


def test_text_ends_with_the_end_mark(printed: tuple) -> None:
    pages = printed[1]
    texts = [line.text for page in pages for line in page.lines]
    ends = [position for position, text in enumerate(texts) if text.endswith("./.")]
    assert len(ends) == 1
    assert texts[ends[0] + 1] == "Nơi nhận:"


def test_text_begins_30_mm_in_and_is_of_the_size_of_the_profile(printed: tuple) -> None:
    size, (page, *_) = printed
    start = page.find("Từ đầu năm")
    text = [line for line in page.lines if line.top >= start.top - 1]
    assert start.x0 - min(line.x0 for line in text) == pytest.approx(mm(12.7), abs=1) or (
        start.x0 - min(line.x0 for line in text) == pytest.approx(mm(10), abs=1)
    )
    for line in text:
        assert_set(line, LARGE[size], "regular")


def test_recipients_begin_with_those_above_and_end_with_the_archive(printed: tuple) -> None:
    # Mục II.9.d; row 8b: label 12 bold italic, items 11 upright.
    page = last_page(printed[1])
    label = page.find("Nơi nhận:")
    items = [line for line in page.lines if line.top > label.top + 3 and line.x0 < mm(35)]
    assert_set(label, 12, "bolditalic")
    assert [line.text for line in items] == [
        "- Như trên;",
        "- Thường trực Tỉnh ủy;",
        "- Lưu: VT, NC.",
    ]
    for line in items:
        assert_set(line, 11, "regular")


def test_deputy_signs_for_the_head_in_bold(printed: tuple) -> None:
    # Mục II.7; row 7: authority, post and name 13 to 14, upright, bold.
    size, pages = printed
    page = last_page(pages)
    low = page.find("Nơi nhận:").top - 6
    lines = [line for line in page.lines if line.top > low and line.x0 > mm(100)]
    assert [line.text for line in lines] == [
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Họ Và Tên",
    ]
    for line in lines:
        assert_set(line, LARGE[size], "bold")
        assert line.centre == pytest.approx(lines[0].centre, abs=TOLERANCE)


def test_nothing_of_the_party_form_stands_on_it(printed: tuple) -> None:
    lines = [line.text for page in printed[1] for line in page.lines]
    for words in ("ĐẢNG CỘNG SẢN", "T/M", "K/T", "*", "-----", "-CV/"):
        assert not any(text.startswith(words) or f" {words}" in text for text in lines), words


def test_letter_without_addressees_is_refused(tmp_path: Path) -> None:
    # Mục II.9.d: a letter names those it is sent to.
    report = state_letter(tmp_path, recipients={"copies": ["Công an tỉnh"]})
    with pytest.raises(RefusedError):
        briefing.build(report)

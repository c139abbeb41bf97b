"""The text and its headings: Phụ lục I, phần I, mục II.6.đ and II.6.e; mục V, rows 6 and 6b."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from .measure import TOLERANCE, mm
from .reports import Paragraph, Printed

MUC = re.compile(r"[IVX]+\. ")
KHOAN = re.compile(r"\d+\. ")


def headings(printed: Printed, label: re.Pattern[str]) -> list[Paragraph]:
    return [paragraph for paragraph in printed.body if label.match(paragraph.text)]


def pitches(paragraph: Paragraph) -> list[float]:
    """Return the distances between the lines of one paragraph."""
    return [
        below.baseline - above.baseline
        for (above, page), (below, same) in pairwise(
            zip(paragraph.lines, paragraph.pages, strict=True)
        )
        if page == same
    ]


def test_text_is_of_one_size_and_upright(printed: Printed) -> None:
    # Row 6: 13 to 14, upright; what leads to an annex is in italics, in brackets.
    leads = [part for part in printed.body if part.text.startswith("(")]
    assert all(part.text.endswith("kèm theo)") for part in leads)
    for paragraph in printed.body:
        faces = [{"italic"}] if paragraph in leads else [{"regular"}, {"bold"}]
        for line in paragraph.lines:
            assert line.sizes == {printed.large}
            assert line.faces in faces


def test_only_headings_are_bold(printed: Printed) -> None:
    # Row 6b: mục and titled khoản are bold.
    bold = [part.text for part in printed.body if part.lines[0].faces == {"bold"}]
    titled = [*headings(printed, MUC), *headings(printed, KHOAN)]
    assert sorted(bold) == sorted(part.text for part in titled)


def test_text_is_justified(printed: Printed) -> None:
    # Mục II.6: canh đều cả hai lề.
    for paragraph in printed.body:
        for line in paragraph.lines[1:]:
            assert line.x0 == pytest.approx(printed.left, abs=TOLERANCE)
        for line in paragraph.lines[:-1]:
            assert line.x1 == pytest.approx(printed.right, abs=TOLERANCE)


def test_first_line_is_indented_10_or_12_7_mm(printed: Printed) -> None:
    # Mục II.6: lùi vào 1 cm hoặc 1,27 cm; headings and items begin where paragraphs do.
    indents = {round(paragraph.lines[0].x0 - printed.left, 1) for paragraph in printed.body}
    assert max(indents) - min(indents) < 1
    assert any(
        indent == pytest.approx(mm(rule), abs=1) for indent in indents for rule in (10, 12.7)
    )


def test_lines_are_single_to_one_and_a_half_spaced(printed: Printed) -> None:
    # Mục II.6: dòng đơn to 1,5 lines; a single line of Times New Roman is 1.15 times its size.
    single = 1.15 * printed.large
    found = [pitch for paragraph in printed.body for pitch in pitches(paragraph)]
    assert len(found) > 20
    assert single - 0.2 <= min(found)
    assert max(found) <= 1.5 * single + 0.2


def test_paragraphs_stand_6_points_apart_or_more(printed: Printed) -> None:
    # Mục II.6: khoảng cách giữa các đoạn văn tối thiểu là 6pt, beyond the line spacing.
    line = max(pitch for paragraph in printed.body for pitch in pitches(paragraph))
    for above, below in pairwise(printed.body):
        if above.pages[-1] == below.pages[0]:
            distance = below.lines[0].baseline - above.lines[-1].baseline
            assert distance - line >= 6 - 0.2, below.text


def test_muc_bear_roman_numbers_in_order_and_are_capitals(printed: Printed) -> None:
    # Row 6b: "I. NHỮNG KẾT QUẢ…", capitals.
    titles = [part.text for part in headings(printed, MUC)]
    assert [title.split()[0] for title in titles] == ["I.", "II.", "III."]
    assert all(title.isupper() for title in titles)


def test_khoan_bear_arabic_numbers_that_start_again_in_each_muc(printed: Printed) -> None:
    # Row 6b: "1. …", small letters.
    expected = 1
    for part in printed.body:
        if MUC.match(part.text):
            expected = 1
        elif KHOAN.match(part.text):
            assert part.text.startswith(f"{expected}. ")
            assert not part.text.isupper()
            expected += 1
    assert len(headings(printed, KHOAN)) >= 7


def test_text_ends_with_the_end_mark(printed: Printed) -> None:
    # The sample forms of Phụ lục III end the text with "./.".
    ends = [part.text for part in printed.body if part.text.endswith("./.")]
    assert ends == [printed.body[-1].text]


BOUND = re.compile(r"(?:ngày|tháng|năm|số|Điều|gần|hơn|khoảng|TP\.)$")
UNIT = re.compile(r"(?:vụ|đối tượng|hộ|xã|cơ quan|mô hình|tập thể|cá nhân|đợt)\b")


def test_no_line_ends_between_a_number_and_what_belongs_to_it(printed: Printed) -> None:
    for paragraph in printed.body:
        for above, below in pairwise(line.text for line in paragraph.lines):
            assert not (BOUND.search(above) and below[0].isdigit()), above
            assert not (above[-1].isdigit() and UNIT.match(below)), above
            assert not below.startswith(("- ", "(QP-AN)", "(ANTT)")), above
            assert not above.endswith(("QP-", "NĐ-")), above


def test_no_heading_ends_in_a_lone_word(printed: Printed) -> None:
    titles = [*headings(printed, MUC), *headings(printed, KHOAN)]
    for title in titles:
        assert len(title.lines[-1].text.split()) > 1, title.text

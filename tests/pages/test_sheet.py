"""Paper, margins, font and page numbers: Phụ lục I, phần I, mục I; mục V, row 14."""

from __future__ import annotations

import pytest

from .measure import TOLERANCE, mm
from .reports import Printed


def test_every_page_is_upright_A4(printed: Printed) -> None:
    # Mục I.1: 210 mm x 297 mm; I.2: portrait.
    for page in printed.pages:
        assert (page.width, page.height) == pytest.approx((mm(210), mm(297)), abs=0.5)


def test_text_stands_within_the_side_margins(printed: Printed) -> None:
    # Mục I.3: left 30 to 35 mm, right 15 to 20 mm.
    assert mm(30) - TOLERANCE <= printed.left <= mm(35) + TOLERANCE
    assert mm(15) - TOLERANCE <= printed.first.width - printed.right <= mm(20) + TOLERANCE


def test_no_rule_stands_outside_the_side_margins(printed: Printed) -> None:
    for page in printed.pages:
        for rule in page.rules:
            assert rule.x0 >= mm(30) - TOLERANCE
            assert rule.x1 <= page.width - mm(15) + TOLERANCE


def test_text_begins_20_to_25_mm_below_the_top_edge(printed: Printed) -> None:
    for page in printed.pages:
        assert mm(20) - TOLERANCE <= page.text_lines[0].top <= mm(25) + TOLERANCE


def test_text_ends_20_mm_or_more_above_the_bottom_edge(printed: Printed) -> None:
    for page in printed.pages:
        assert page.height - page.lines[-1].bottom >= mm(20) - TOLERANCE


def test_a_full_page_is_used_down_to_the_bottom_margin(printed: Printed) -> None:
    # At most 25 mm, and what a break may take along: a heading and a paragraph of three lines.
    free = min(page.height - page.lines[-1].bottom for page in printed.main[:-1])
    assert free <= mm(25) + TOLERANCE + 4 * 1.5 * printed.large


def test_the_one_font_is_times_new_roman(printed: Printed, upward: Printed) -> None:
    # Mục I.4. Liberation Serif is what Times New Roman becomes where it is not installed.
    faces = {"LiberationSerif", "LiberationSerif-Bold", "LiberationSerif-Italic"}
    faces |= {"LiberationSerif-BoldItalic"}
    times = {face.replace("LiberationSerif", "TimesNewRomanPS") + "MT" for face in faces}
    for page in (*printed.pages, *upward.pages):
        assert page.fonts <= faces | times | {"TimesNewRomanPSMT"}


def test_all_text_is_black(printed: Printed) -> None:
    # Mục I.4: màu đen.
    colours = {
        tuple(char["non_stroking_color"])
        for page in printed.pages
        for line in page.lines
        for char in line.chars
    }
    assert colours <= {(0,), (0.0, 0.0, 0.0)}


def test_page_one_bears_no_number(printed: Printed) -> None:
    # Mục I.7: không hiển thị số trang thứ nhất.
    assert printed.first.number is None


def test_later_pages_are_numbered_in_arabic_digits(printed: Printed) -> None:
    numbers = [page.number.text if page.number else "" for page in printed.main]
    assert len(numbers) > 1
    assert numbers == ["", *(str(number) for number in range(2, len(numbers) + 1))]


def test_page_number_is_centred_inside_the_top_margin(printed: Printed) -> None:
    for page in printed.main[1:]:
        assert page.number is not None
        assert page.number.centre == pytest.approx(printed.centre, abs=TOLERANCE)
        assert page.number.top > 0
        assert page.number.bottom < mm(20)


def test_page_number_is_upright_and_of_the_size_of_the_text(printed: Printed) -> None:
    # Mục V, row 14: 13 to 14, upright.
    for page in printed.main[1:]:
        assert page.number is not None
        assert page.number.sizes == {printed.large}
        assert page.number.faces == {"regular"}


def test_each_annex_starts_a_page_without_a_number(printed: Printed) -> None:
    # Mục III.1.đ: annexes are numbered apart, so the first page of each shows none.
    assert len(printed.annexes) == 2
    for annex in printed.annexes:
        assert annex[0].number is None


def test_no_page_is_blank(printed: Printed) -> None:
    for page in printed.pages:
        assert page.text_lines

"""The head of page one: Phụ lục I, phần I, mục II.1 to II.5, II.9.d; mục V, rows 1 to 5 and 8a."""

from __future__ import annotations

import pytest

from .measure import TOLERANCE, Line, Page, Rule
from .reports import Printed

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

SAME_LINE = 0.5
SHARE = 0.10
"""Tolerance of the length of a rule, as a share of the line of text."""


def issuer_lines(page: Page) -> list[Line]:
    """Return the left column above the number: the agency, and its parent above it."""
    number, right = page.find("Số:"), page.find(NATIONAL_NAME)
    return [
        line for line in page.lines if line.baseline < number.baseline - 1 and line.x1 < right.x0
    ]


def assert_third_to_half(rule: Rule, line: Line) -> None:
    assert 1 / 3 - SHARE <= rule.length / line.width <= 1 / 2 + SHARE
    assert rule.centre == pytest.approx(line.centre, abs=TOLERANCE)


def test_national_name_is_one_line_of_bold_capitals(printed: Printed) -> None:
    # Row 1: 12 to 13, upright, bold.
    line = printed.first.find("CỘNG HÒA")
    assert line.text == NATIONAL_NAME
    assert (line.sizes, line.faces) == ({printed.small}, {"bold"})


def test_national_name_stands_at_the_top_right(printed: Printed) -> None:
    line = printed.first.find(NATIONAL_NAME)
    assert line.baseline == printed.first.lines[0].baseline
    assert line.centre > printed.centre
    assert line.x1 <= printed.right + 1


def test_motto_is_bold_and_a_step_larger(printed: Printed) -> None:
    # Row 1: 13 to 14, upright, bold; first letters capital, hyphens between blanks.
    line = printed.first.find("Độc lập")
    assert line.text == MOTTO
    assert (line.sizes, line.faces) == ({printed.large}, {"bold"})


def test_motto_is_centred_right_under_the_national_name(printed: Printed) -> None:
    name, motto = printed.first.find(NATIONAL_NAME), printed.first.find(MOTTO)
    assert motto.centre == pytest.approx(name.centre, abs=TOLERANCE)
    # Single line spacing between the two.
    assert printed.small < motto.baseline - name.baseline < 1.3 * printed.large


def test_rule_under_the_motto_is_as_long_as_it(printed: Printed) -> None:
    # Mục II.1: nét liền, có độ dài bằng độ dài của dòng chữ.
    motto = printed.first.find(MOTTO)
    rule = printed.first.rule_under(motto)
    assert rule.length / motto.width == pytest.approx(1, abs=SHARE)
    assert rule.centre == pytest.approx(motto.centre, abs=TOLERANCE)


def test_agency_is_bold_capitals_of_the_size_of_the_national_name(printed: Printed) -> None:
    # Row 2: 12 to 13, upright, bold.
    lines = issuer_lines(printed.first)
    assert [line.text.split()[0] for line in lines] in (["ỦY", "TỈNH"], ["ỦY", "HUYỆN"])
    for line in lines:
        assert line.text.isupper()
        assert (line.sizes, line.faces) == ({printed.small}, {"bold"})


def test_agency_is_centred_in_its_column_level_with_the_national_name(printed: Printed) -> None:
    lines = issuer_lines(printed.first)
    name = printed.first.find(NATIONAL_NAME)
    assert lines[0].baseline == pytest.approx(name.baseline, abs=SAME_LINE)
    assert len({round(line.centre) for line in lines}) == 1


def test_rule_under_the_agency_is_a_third_to_a_half_of_its_line(printed: Printed) -> None:
    # Mục II.2: từ 1/3 đến 1/2 độ dài của dòng chữ, đặt cân đối so với dòng chữ.
    last = issuer_lines(printed.first)[-1]
    assert_third_to_half(printed.first.rule_under(last), last)


def test_parent_agency_is_capitals_but_not_bold(upward: Printed) -> None:
    # Row 2: cơ quan chủ quản trực tiếp, upright, 12 to 13.
    lines = issuer_lines(upward.first)
    bold = [line for line in lines if line.faces == {"bold"}]
    parent = [line for line in lines if line.faces == {"regular"}]
    assert [*parent, *bold] == lines
    assert " ".join(line.text for line in parent) == "UBND TỈNH HÀ TĨNH"
    assert {size for line in parent for size in line.sizes} == {upward.small}


def test_number_is_upright_13_whatever_the_profile(printed: Printed) -> None:
    # Row 3: 13, upright; mục II.3: "Số: …/BC-UBND", left blank for the clerk.
    line = printed.first.find("Số:")
    assert line.text == "Số: /BC-UBND"
    assert (line.sizes, line.faces) == ({13}, {"regular"})


def test_number_below_ten_has_a_leading_zero(upward: Printed) -> None:
    assert upward.first.find("Số:").text == "Số: 05/BC-UBND"


def test_place_and_date_are_italic_on_the_line_of_the_number(printed: Printed) -> None:
    # Row 4: 13 to 14, italic; mục II.4: on the same line as the number.
    number = printed.first.find("Số:")
    (date,) = (line for line in printed.first.lines if ", ngày tháng 12 năm 2023" in line.text)
    assert date.baseline == pytest.approx(number.baseline, abs=SAME_LINE)
    assert (date.sizes, date.faces) == ({printed.large}, {"italic"})


def test_place_and_date_are_centred_under_the_national_name(printed: Printed) -> None:
    (date,) = (line for line in printed.first.lines if ", ngày tháng 12 năm 2023" in line.text)
    name = printed.first.find(NATIONAL_NAME)
    assert date.centre == pytest.approx(name.centre, abs=TOLERANCE)


def test_kind_of_document_is_bold_capitals_in_the_middle(printed: Printed) -> None:
    # Row 5a: 13 to 14, upright, bold.
    line = printed.first.find("BÁO CÁO")
    assert line.text == "BÁO CÁO"
    assert (line.sizes, line.faces) == ({printed.large}, {"bold"})
    assert line.centre == pytest.approx(printed.centre, abs=TOLERANCE)


def test_subject_is_bold_small_letters_centred_under_the_kind(printed: Printed) -> None:
    lines = printed.subject
    assert lines[0].text.startswith("Tổng kết công tác")
    for line in lines:
        assert (line.sizes, line.faces) == ({printed.large}, {"bold"})
        assert line.centre == pytest.approx(printed.centre, abs=TOLERANCE)


def test_rule_under_the_subject_is_a_third_to_a_half_of_its_line(printed: Printed) -> None:
    # Mục II.5. The subject runs over lines of different length; its longest is its width.
    longest = max(printed.subject, key=lambda line: line.width)
    assert_third_to_half(printed.first.rule_under(printed.subject[-1]), longest)


def test_page_one_has_these_three_rules_and_no_underlined_words(printed: Printed) -> None:
    assert len(printed.first.rules) == 3
    assert {rule.colour for rule in printed.first.rules} == {(0.0, 0.0, 0.0)}
    for page in printed.main[1:]:
        assert page.rules == ()


def test_addressees_stand_one_a_line_with_dashes_under_the_colon(upward: Printed) -> None:
    # Mục II.9.d: more than one addressee, each on its line after a dash; ";" and a last ".".
    label = upward.first.find("Kính gửi")
    lines = upward.first.lines
    items = [line for line in lines if line.text.startswith("- ")][:2]
    assert label.text == "Kính gửi:"
    assert [item.text for item in items] == ["- Bộ Công an;", "- Tỉnh ủy Hà Tĩnh."]
    colon = label.chars[-1]
    for item in items:
        assert colon["x0"] - TOLERANCE <= item.x0 <= colon["x1"] + TOLERANCE
    # Row 8a: 13 to 14, upright.
    for line in (label, *items):
        assert (line.sizes, line.faces) == ({upward.large}, {"regular"})

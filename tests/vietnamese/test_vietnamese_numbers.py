"""Numbers and percentages as official Vietnamese prints them."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest
from babel.numbers import format_decimal
from exploring import drawn
from hypothesis import example, given, settings
from hypothesis import strategies as st
from in_rows import in_rows

from briefing.vietnamese import (
    format_number,
    format_percent,
    places,
    roman,
    round_half_up,
    two_digits,
)

FIXED = settings(derandomize=True, deadline=None, max_examples=drawn(150))

EXACT = st.integers(0, 4).flatmap(
    lambda decimals: st.decimals(
        min_value=-(10**12), max_value=10**15, places=decimals, allow_nan=False
    )
)


def read_back(written: str) -> Decimal:
    return Decimal(written.replace(".", "").replace(",", "."))


@in_rows(
    ("number", "written"),
    [
        ("0", "0"),
        ("7", "7"),
        ("999", "999"),
        ("3313", "3.313"),
        ("76979", "76.979"),
        ("13273939", "13.273.939"),
        ("61.475", "61,475"),
        ("3.572", "3,572"),
        ("1234.5", "1.234,5"),
        ("92.20", "92,20"),
        ("92.2", "92,2"),
        ("10.0", "10,0"),
        ("0.05", "0,05"),
        ("-1214", "-1.214"),
        ("1E+2", "100"),
    ],
)
def test_dots_part_thousands_and_a_comma_parts_decimals(number: str, written: str) -> None:
    assert format_number(Decimal(number)) == written


@FIXED
@given(st.decimals(allow_nan=False, allow_infinity=False, places=3), st.integers(0, 3))
@example(Decimal("-0.00"), 2)
@example(Decimal("1E+30"), 0)
def test_the_locale_data_of_unicode_say_the_same(number: Decimal, decimals: int) -> None:
    with localcontext(prec=400):
        number = round(number, decimals)
        pattern = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
        assert format_number(number) == format_decimal(number, format=pattern, locale="vi")


def test_a_whole_number_may_be_an_int() -> None:
    assert format_number(1315) == "1.315"


@pytest.mark.parametrize(
    ("number", "written"),
    [("26.82", "26,82%"), ("25.40", "25,40%"), ("10.0", "10,0%"), ("100", "100%")],
)
def test_a_percentage_keeps_its_places_and_has_its_sign_attached(number: str, written: str) -> None:
    assert format_percent(Decimal(number)) == written


def test_the_same_value_with_other_places_is_written_with_its_own() -> None:
    assert [format_number(Decimal(text)) for text in ("92.2", "92.20", "92.200", "92.2")] == [
        "92,2",
        "92,20",
        "92,200",
        "92,2",
    ]


@FIXED
@given(EXACT)
def test_a_written_number_reads_back_as_the_same_number_with_the_same_places(
    number: Decimal,
) -> None:
    again = read_back(format_number(number))

    assert (again, places(again)) == (number, places(number))


@FIXED
@given(EXACT)
def test_a_written_percentage_reads_back_too(number: Decimal) -> None:
    written = format_percent(number)

    assert written.endswith("%")
    assert read_back(written[:-1]) == number


@FIXED
@given(st.integers(0, 10**15))
def test_thousands_are_groups_of_three(number: int) -> None:
    first, *groups = format_number(number).split(".")

    assert 1 <= len(first) <= 3
    assert all(len(group) == 3 for group in groups)


@pytest.mark.parametrize(
    ("number", "written"), [("92.20", 2), ("92.2", 1), ("92", 0), ("1E+3", 0), ("0.000", 3)]
)
def test_places_are_those_written(number: str, written: int) -> None:
    assert places(Decimal(number)) == written


@pytest.mark.parametrize(
    ("number", "decimals", "rounded"),
    [
        ("2.5", 0, "3"),
        ("3.5", 0, "4"),
        ("0.125", 2, "0.13"),
        ("26.825", 2, "26.83"),
        ("26.8249", 2, "26.82"),
        ("-2.5", 0, "-3"),
        ("7", 2, "7.00"),
    ],
)
def test_a_half_rounds_up(number: str, decimals: int, rounded: str) -> None:
    assert str(round_half_up(Decimal(number), decimals)) == rounded


@pytest.mark.parametrize(("number", "written"), [(1, "01"), (9, "09"), (10, "10"), (125, "125")])
def test_document_numbers_below_ten_take_a_zero(number: int, written: str) -> None:
    assert two_digits(number) == written


@in_rows(
    ("number", "numeral"),
    [
        *((1, "I"), (2, "II"), (3, "III"), (4, "IV"), (5, "V"), (6, "VI"), (9, "IX"), (10, "X")),
        *((14, "XIV"), (19, "XIX"), (40, "XL"), (49, "XLIX"), (90, "XC"), (400, "CD")),
        *((1999, "MCMXCIX"), (2024, "MMXXIV")),
    ],
)
def test_roman_numerals(number: int, numeral: str) -> None:
    assert roman(number) == numeral


def test_no_two_numbers_below_four_thousand_share_a_roman_numeral() -> None:
    numerals = [roman(number) for number in range(1, 4000)]

    assert len(set(numerals)) == 3999
    assert not [text for text in numerals if any(letter * 4 in text for letter in "IXC")]

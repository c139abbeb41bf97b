"""Rates held against the numbers beside them: told, never corrected."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.figures import Agreement, check_rate, percentage
from briefing.report import Figure
from briefing.vietnamese import round_half_up

FIXED = settings(derandomize=True, deadline=None, max_examples=200)
WHOLES = st.integers(1, 10**9)


def figure(value: object, out_of: object, rate: str | Decimal, **facts: Any) -> Figure:
    numbers = {"value": value, "out_of": out_of, "rate": Decimal(rate)}
    return Figure.model_validate({"label": "số vụ", "unit": "vụ", **numbers, **facts})


def rounded(value: int, whole: int, places: int) -> Decimal:
    return round_half_up(Decimal(value) / Decimal(whole) * 100, places)


@pytest.mark.parametrize(
    ("value", "out_of", "rate", "computed", "agreement"),
    [
        (717, 778, "92.2", "92.2", Agreement.EQUAL),
        (15, 15, "100", "100", Agreement.EQUAL),
        (1, 8, "12.5", "12.5", Agreement.EQUAL),
        (1, 8, "13", "13", Agreement.EQUAL),
        (1, 3, "33.33", "33.33", Agreement.EQUAL),
        (3272, 3539, "92.5", "92.5", Agreement.EQUAL),
        (637, 10_000, "6.3", "6.4", Agreement.ROUNDED_OTHERWISE),
        (3849, 10_000, "38.4", "38.5", Agreement.ROUNDED_OTHERWISE),
        (676, 10_000, "6.7", "6.8", Agreement.ROUNDED_OTHERWISE),
        (1, 8, "12", "13", Agreement.ROUNDED_OTHERWISE),
        (771, 778, "92.2", "99.1", Agreement.CONTRADICTED),
        (320, 881, "33.6", "36.3", Agreement.CONTRADICTED),
        (637, 10_000, "6.5", "6.4", Agreement.CONTRADICTED),
        (637, 10_000, "6.2", "6.4", Agreement.CONTRADICTED),
        (0, 5, "1", "0", Agreement.CONTRADICTED),
    ],
)
def test_a_stated_rate_stands_so_to_its_numbers(
    value: int, out_of: int, rate: str, computed: str, agreement: Agreement
) -> None:
    check = check_rate(figure(value, out_of, rate))

    assert check is not None
    assert (str(check.stated), str(check.computed)) == (rate, computed)
    assert check.agreement is agreement


@pytest.mark.parametrize("missing", ["value", "out_of", "rate"])
def test_there_is_nothing_to_hold_a_rate_against_when_a_number_is_missing(missing: str) -> None:
    assert check_rate(figure(771, 778, "92.2").model_copy(update={missing: None})) is None


def test_no_rate_is_checked_against_a_whole_of_zero() -> None:
    assert check_rate(figure(0, 0, "100")) is None


def test_an_approximate_value_contradicts_nothing() -> None:
    assert check_rate(figure(50, 60, "90", qualifier="gần")) is None


@FIXED
@given(WHOLES, st.integers(0, 10**9), st.integers(0, 4))
def test_a_rate_rounded_half_up_at_its_own_places_is_never_contradicted(
    whole: int, value: int, places: int
) -> None:
    check = check_rate(figure(value, whole, rounded(value, whole, places)))

    assert check is not None
    assert check.agreement is Agreement.EQUAL


@FIXED
@given(WHOLES, st.integers(0, 10**9), st.integers(0, 3), st.integers(2, 10**6))
def test_a_rate_two_units_of_its_last_place_away_is_always_contradicted(
    whole: int, value: int, places: int, units: int
) -> None:
    wrong = rounded(value, whole, places) + units * Decimal(1).scaleb(-places)
    check = check_rate(figure(value, whole, wrong))

    assert check is not None
    assert check.agreement is Agreement.CONTRADICTED


@pytest.mark.parametrize(
    ("part", "whole", "rate"),
    [
        ("1214", "4527", "26.82"),
        ("1", "3", "33.33"),
        ("1", "2", "50"),
        ("1", "8", "12.50"),
        ("9", "4", "225"),
        ("0", "4", "0"),
        ("2.5", "10", "25"),
    ],
)
def test_a_percentage_has_two_places_or_none(part: str, whole: str, rate: str) -> None:
    assert str(percentage(Decimal(part), Decimal(whole))) == rate


def test_nothing_is_a_percentage_of_zero() -> None:
    assert percentage(Decimal(5), Decimal(0)) is None


def test_the_places_can_be_chosen() -> None:
    assert str(percentage(Decimal(1), Decimal(3), 1)) == "33.3"

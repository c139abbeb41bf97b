"""A printed number is an interval, and arithmetic with it loses no number and finds none."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import inf
from typing import Any

import pytest
from exploring import seldom
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from in_rows import in_rows

from briefing.figures.intervals import (
    EVERYTHING,
    Interval,
    above,
    at_least,
    below,
    cut,
    exact,
    rounded,
)
from briefing.vietnamese import round_half_up

FIXED = settings(derandomize=True, deadline=None, max_examples=seldom(300))
NUMBERS = st.fractions(-100, 100, max_denominator=40)
DECIMALS = st.decimals(0, 10**6, places=5)


@st.composite
def intervals(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """Draw an interval and a number in it; ends are often zero, open or infinite."""
    ends = NUMBERS | st.just(Fraction(0))
    low, high = sorted([draw(ends), draw(ends)])
    if low == high:
        return exact(low), low
    closed = st.booleans()
    bottom, top = -inf if draw(closed) else low, inf if draw(closed) else high
    made = Interval(bottom, top, draw(closed) and bottom == low, draw(closed) and top == high)
    inside = draw(st.sampled_from([low, high, (low + high) / 2, (low + 9 * high) / 10]))
    assume(made.contains(inside))
    return made, inside


OPERATIONS: list[Callable[..., Any]] = [
    lambda a, b: a + b,
    lambda a, b: a - b,
    lambda a, b: a * b,
]


@FIXED
@given(intervals(), intervals(), st.sampled_from(OPERATIONS))
def test_arithmetic_loses_no_number(
    one: tuple[Interval, Fraction], other: tuple[Interval, Fraction], worked: Callable[..., Any]
) -> None:
    (first, a), (second, b) = one, other
    result = worked(first, second)
    assert isinstance(result, Interval)
    assert result.contains(worked(a, b))


@FIXED
@given(intervals(), intervals())
def test_division_loses_no_number(
    one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]
) -> None:
    (first, a), (second, b) = one, other
    assume(b != 0)
    assert (first / second).contains(a / b)


@FIXED
@given(intervals())
def test_absolute_values_and_negatives_lose_no_number(one: tuple[Interval, Fraction]) -> None:
    made, inside = one
    assert (-made).contains(-inside)
    assert abs(made).contains(abs(inside))
    assert not abs(made).contains(Fraction(-1, 1000))


@FIXED
@given(intervals(), intervals())
def test_meeting_is_mutual_and_holding_is_meeting(
    one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]
) -> None:
    (first, a), (second, _) = one, other
    assert first.meets(second) == second.meets(first)
    if second.contains(a):
        assert first.meets(second)
    if first.within(second):
        assert second.contains(a)
    assert first.within(first.joined(second))
    assert second.within(first.joined(second))


@FIXED
@given(intervals(), intervals())
def test_no_result_is_wider_than_its_ends(
    one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]
) -> None:
    first, second = one[0], other[0]
    product = first * second
    for end, closed in ((product.low, product.low_closed), (product.high, product.high_closed)):
        if isinstance(end, Fraction) and closed:
            reached = {
                Fraction(a) * Fraction(b)
                for a in (first.low, first.high)
                for b in (second.low, second.high)
                if isinstance(a, Fraction) and isinstance(b, Fraction)
            }
            assert end in reached | {Fraction(0)}


@FIXED
@given(DECIMALS, st.integers(0, 4))
def test_a_number_lies_in_its_rounded_and_in_its_cut_form(number: Decimal, places: int) -> None:
    assert rounded(round_half_up(number, places)).contains(number)
    off = Decimal(int(number.scaleb(places))).scaleb(-places)
    assert cut(off).contains(number)


@FIXED
@given(DECIMALS, DECIMALS, st.integers(0, 4))
def test_only_numbers_that_round_to_it_lie_in_a_rounded_form(
    number: Decimal, other: Decimal, places: int
) -> None:
    form = round_half_up(number, places)
    assert rounded(form).contains(other) == (round_half_up(other, places) == form)


@in_rows(
    ("made", "inside", "outside"),
    [
        (rounded(Decimal("6.3")), ["6.25", "6.3499"], ["6.2499", "6.35"]),
        (rounded(Decimal("19.0")), ["18.95", "19.04"], ["18.9", "19.05"]),
        (rounded(Decimal(19), places=1), ["18.95", "19.04"], ["18.9", "19.05"]),
        (rounded(Decimal(19)), ["18.5", "19.49"], ["18.4", "19.5"]),
        (rounded(Decimal("-6.3")), ["-6.25", "-6.34"], ["-6.2499", "-6.35"]),
        (cut(Decimal("6.3")), ["6.3", "6.3999"], ["6.2999", "6.4"]),
        (cut(Decimal("36.1")), ["36.15"], ["36.015"]),
        (exact(12), ["12", "12.0"], ["12.0001"]),
        (below(50, 10), ["40", "49.9"], ["50", "39.9"]),
        (below(5), ["0", "4.99"], ["5"]),
        (above(160), ["160.1", "900"], ["160"]),
        (at_least(30), ["30", "31"], ["29.99"]),
    ],
)
def test_what_a_printed_number_stands_for(
    made: Interval, inside: list[str], outside: list[str]
) -> None:
    assert [made.contains(Decimal(number)) for number in inside] == [True] * len(inside)
    assert [made.contains(Decimal(number)) for number in outside] == [False] * len(outside)


def test_what_may_be_divided_by_zero_is_not_known() -> None:
    assert exact(5) / exact(0) == EVERYTHING
    assert (exact(5) / rounded(Decimal(0))).everything


def test_an_interval_without_numbers_is_not_one() -> None:
    with pytest.raises(ValueError, match="needs a number"):
        Interval(Fraction(2), Fraction(1))
    with pytest.raises(ValueError, match="needs a number"):
        Interval(Fraction(1), Fraction(1), low_closed=False)

"""What printed numbers say of each other."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from exploring import drawn
from hypothesis import given, settings
from hypothesis import strategies as st
from in_rows import in_rows

from briefing.figures.intervals import exact
from briefing.figures.printed import (
    QUALIFIERS,
    Agreement,
    Printed,
    changed_by,
    counted,
    difference,
    judge,
    measured,
    no_more_than,
    part_of,
    points,
    rate,
    roughly,
    total,
)
from briefing.vietnamese import round_half_up

FIXED = settings(derandomize=True, deadline=None, max_examples=drawn(300))
CONSISTENT, CUT = Agreement.CONSISTENT, Agreement.CUT
CONTRADICTED, UNDECIDED = Agreement.CONTRADICTED, Agreement.UNDECIDED


@in_rows(
    ("stated", "part", "whole", "agreement"),
    [
        ("92.2", 717, 778, CONSISTENT),
        ("92.2", 771, 778, CONTRADICTED),
        ("93.81", 91, 97, CONSISTENT),
        ("6.3", 637, 10_000, CUT),
        ("38.4", 3849, 10_000, CUT),
        ("12", 1, 8, CUT),
        ("13", 1, 8, CONSISTENT),
        ("93", 921, 1000, CONTRADICTED),
        ("36.1", 36_015, 100_000, CONTRADICTED),
        ("67.75", 6774, 10_000, CONTRADICTED),
        # Not quite all is not 100%, and not quite nothing is not 0%.
        ("100", 15, 15, CONSISTENT),
        ("100", 999, 1000, CONTRADICTED),
        ("100.00", 24_999, 25_000, CONTRADICTED),
        ("0", 1, 1000, CONTRADICTED),
        ("0", 0, 1000, CONSISTENT),
        # Of nothing there is no part.
        ("100", 0, 0, UNDECIDED),
    ],
)
def test_a_rate_against_its_fraction(
    stated: str, part: int, whole: int, agreement: Agreement
) -> None:
    numbers = counted(Decimal(part)), counted(Decimal(whole))
    assert judge(rate(Decimal(stated)), part_of, *numbers) is agreement


@in_rows(
    ("word", "stated", "given", "agreement"),
    [
        ("gần", "64", "63.98", CONSISTENT),
        ("gần", "64", "64", CONTRADICTED),
        ("gần", "64", "64.2", CONTRADICTED),
        ("gần", "64", "30", CONTRADICTED),
        ("gần", "50", "42", CONSISTENT),
        ("gần", "50", "52", CONTRADICTED),
        ("gần", "100", "70", UNDECIDED),
        ("gần", "100", "7", CONTRADICTED),
        ("hơn", "83", "83.6", CONSISTENT),
        ("hơn", "83", "83", CONTRADICTED),
        ("trên", "70", "76.2", CONSISTENT),
        ("hơn", "100", "180", UNDECIDED),
        ("hơn", "50", "500", CONTRADICTED),
        ("hơn", "160", "250", CONTRADICTED),
        ("khoảng", "50", "46", CONSISTENT),
        ("khoảng", "50", "54", CONSISTENT),
        ("khoảng", "50", "90", CONTRADICTED),
        ("khoảng", "127.9", "199.9", CONTRADICTED),
        ("ước", "50", "10", CONTRADICTED),
        ("dưới", "5", "1.2", CONSISTENT),
        ("dưới", "5", "5", CONTRADICTED),
        ("ít nhất", "30", "30", CONSISTENT),
        ("ít nhất", "30", "29.9", CONTRADICTED),
        ("không quá", "30", "31", CONTRADICTED),
        ("lẻ loi", "30", "31", UNDECIDED),
    ],
)
def test_an_approximation_against_its_number(
    word: str, stated: str, given: str, agreement: Agreement
) -> None:
    said = measured(Decimal(stated), word)
    assert judge(said, lambda known: known, counted(Decimal(given))) is agreement


def test_each_number_has_a_precision_of_its_own() -> None:
    """Thu 3,45 tỷ, năm trước 2,21 tỷ: 1,24 is 1,2 rounded."""
    now, before = measured(Decimal("3.45")), measured(Decimal("2.21"))
    assert judge(measured(Decimal("1.2")), difference, now, before) is CONSISTENT
    assert judge(measured(Decimal("1.5")), difference, now, before) is CONTRADICTED
    # 3,2 tỷ may be 3,24 and 2,8 tỷ 2,75.
    now, before = measured(Decimal("3.2")), measured(Decimal("2.8"))
    assert judge(measured(Decimal("0.49")), difference, now, before) is CONSISTENT
    assert judge(measured(Decimal("0.6")), difference, now, before) is CONTRADICTED


def test_counts_are_exact() -> None:
    assert judge(counted(Decimal(34)), difference, _count(409), _count(443)) is CONSISTENT
    assert judge(counted(Decimal(35)), difference, _count(409), _count(443)) is CONTRADICTED
    assert judge(measured(Decimal("7.67")), changed_by, _count(409), _count(443)) is CONSISTENT
    assert judge(counted(Decimal(10)), total, _count(4), _count(6)) is CONSISTENT
    assert judge(counted(Decimal(10)), total, _count(4), _count(5)) is CONTRADICTED


def test_an_amount_can_be_cut_like_a_rate() -> None:
    before, stated = measured(Decimal("199.89")), measured(Decimal("71.9"))
    assert judge(stated, difference, measured(Decimal("127.90")), before) is CUT
    # 127,9 may be 127,94, which gives 71,95; more likely its digits were cut off.
    assert judge(stated, difference, measured(Decimal("127.9")), before) is CUT
    assert judge(measured(Decimal("72.0")), difference, measured(Decimal("127.9")), before) is (
        CONSISTENT
    )


@pytest.mark.parametrize(
    ("words", "number", "agreement"),
    [
        ("hàng chục", "9", CONTRADICTED),
        ("hàng chục", "10", CONSISTENT),
        ("hàng chục", "99", CONSISTENT),
        ("hàng chục", "999", CONTRADICTED),
        ("hàng trăm", "250", CONSISTENT),
        ("hàng nghìn", "999", CONTRADICTED),
    ],
)
def test_a_number_of_which_only_the_size_is_said(
    words: str, number: str, agreement: Agreement
) -> None:
    assert judge(roughly(words), lambda known: known, counted(Decimal(number))) is agreement


def test_a_part_is_no_more_than_its_whole() -> None:
    assert judge(_count(778), no_more_than, _count(778)) is CONSISTENT
    assert judge(_count(779), no_more_than, _count(778)) is CONTRADICTED
    assert judge(_count(779), no_more_than, counted(Decimal(770), "hơn")) is UNDECIDED
    assert judge(_count(979), no_more_than, counted(Decimal(770), "hơn")) is CONTRADICTED
    half = measured(Decimal("500")).scaled(Fraction(1, 1000))
    assert judge(half, no_more_than, measured(Decimal("0.3"))) is CONTRADICTED
    assert judge(half, no_more_than, measured(Decimal("0.5"))) is CONSISTENT


def test_points_above_and_below_a_target() -> None:
    aimed = counted(Decimal(75))
    assert judge(measured(Decimal(20)), points, rate(Decimal(95)), aimed) is CONSISTENT
    assert judge(measured(Decimal(-5)), points, rate(Decimal(70)), aimed) is CONSISTENT
    assert judge(measured(Decimal(20)), points, rate(Decimal(70)), aimed) is CONTRADICTED


def test_a_vague_number_confirms_only_what_all_its_meanings_do() -> None:
    about = counted(Decimal(130), "khoảng")
    assert judge(measured(Decimal(35)), changed_by, about, _count(200)) is UNDECIDED
    assert judge(measured(Decimal(95)), changed_by, about, _count(200)) is CONTRADICTED
    assert judge(measured(Decimal(50), "dưới"), changed_by, about, _count(200)) is CONSISTENT


def _count(number: int) -> Printed:
    return counted(Decimal(number))


@FIXED
@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 4))
def test_a_rounded_rate_is_never_accused(part: int, whole: int, places: int) -> None:
    stated = round_half_up(Decimal(part) / whole * 100, places)
    fits = judge(rate(stated), part_of, _count(part), _count(whole))
    ends = stated in (0, 100) and part not in (0, whole)
    assert fits is (CONTRADICTED if ends else CONSISTENT)


@FIXED
@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 4), st.integers(1, 50))
def test_a_rate_off_by_a_unit_or_more_is_accused(
    part: int, whole: int, places: int, units: int
) -> None:
    stated = round_half_up(Decimal(part) / whole * 100, places)
    wrong = stated + Decimal(units).scaleb(-places)
    assert judge(rate(wrong), part_of, _count(part), _count(whole)) is CONTRADICTED


@FIXED
@given(st.sampled_from(sorted(QUALIFIERS)), st.decimals(1, 10**6, places=2))
def test_what_is_usual_is_possible(word: str, number: Decimal) -> None:
    said = measured(number, word)
    assert said.means.within(said.possibly)
    assert said.vague


@FIXED
@given(st.decimals(0, 10**6, places=2))
def test_a_bare_number_means_itself(number: Decimal) -> None:
    for said in (counted(number), measured(number), rate(number)):
        assert exact(number).within(said.means)
        assert said.means.within(said.possibly)

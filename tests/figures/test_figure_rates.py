"""Percentages held against the numbers beside them: told, never corrected."""

from __future__ import annotations

from decimal import Decimal

import pytest
from exploring import drawn
from hypothesis import example, given, settings
from hypothesis import strategies as st
from in_rows import in_rows

from briefing.figures import percentage
from briefing.figures.printed import Agreement, counted, judge, measured, part_of, rate
from briefing.figures.slips import slips_of

FIXED = settings(derandomize=True, deadline=None, max_examples=drawn(200))
WHOLES = st.integers(1, 10**9)
COUNTS = st.integers(0, 10**9)


def stands(stated: Decimal, part: int | Decimal, whole: int | Decimal) -> Agreement:
    return judge(rate(stated), part_of, counted(Decimal(part)), counted(Decimal(whole)))


@in_rows(
    ("part", "whole", "stated", "agreement"),
    [
        (717, 778, "92.2", Agreement.CONSISTENT),
        (15, 15, "100", Agreement.CONSISTENT),
        (1, 8, "12.5", Agreement.CONSISTENT),
        (1, 8, "13", Agreement.CONSISTENT),
        (1, 3, "33.33", Agreement.CONSISTENT),
        (3272, 3539, "92.5", Agreement.CONSISTENT),
        (637, 10_000, "6.3", Agreement.CUT),
        (3849, 10_000, "38.4", Agreement.CUT),
        (676, 10_000, "6.7", Agreement.CUT),
        (1, 8, "12", Agreement.CUT),
        (771, 778, "92.2", Agreement.CONTRADICTED),
        (320, 881, "33.6", Agreement.CONTRADICTED),
        (637, 10_000, "6.5", Agreement.CONTRADICTED),
        (637, 10_000, "6.2", Agreement.CONTRADICTED),
        (0, 5, "1", Agreement.CONTRADICTED),
    ],
)
def test_a_stated_rate_stands_so_to_its_numbers(
    part: int, whole: int, stated: str, agreement: Agreement
) -> None:
    assert stands(Decimal(stated), part, whole) is agreement


@in_rows(
    ("said", "exact", "agrees"),
    [
        ("gần 64", "63.98", True),
        ("gần 64", "64", False),
        ("gần 64", "64.1", False),
        ("dưới 10", "9", True),
        ("dưới 10", "10", False),
        ("hơn 83", "83.6", True),
        ("hơn 83", "82.9", False),
        ("hơn 50", "50", False),
        ("trên 70", "70.1", True),
        ("trên 70", "69.9", False),
        ("ít nhất 5", "5", True),
        ("tối thiểu 5", "4.9", False),
        ("khoảng 50", "52", True),
        ("khoảng 50", "48", True),
        ("ước tính 50", "48", True),
    ],
)
def test_an_approximate_rate_asks_only_for_its_side(said: str, exact: str, agrees: bool) -> None:
    qualifier, stated = said.rsplit(" ", 1)
    agreement = Agreement.CONSISTENT if agrees else Agreement.CONTRADICTED

    said_so = measured(Decimal(stated), qualifier)
    assert judge(said_so, lambda known: known, counted(Decimal(exact))) is agreement


@FIXED
@example(whole=286, part=285, places=0)
@given(WHOLES, COUNTS, st.integers(0, 2))
def test_a_percentage_that_we_work_out_never_contradicts_its_own_numbers(
    whole: int, part: int, places: int
) -> None:
    worked_out = percentage(Decimal(part), Decimal(whole), places)

    assert worked_out is not None
    assert stands(worked_out, part, whole) is Agreement.CONSISTENT


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


def test_the_places_can_be_chosen() -> None:
    assert str(percentage(Decimal(1), Decimal(3), 1)) == "33.3"


@FIXED
@given(WHOLES, st.integers(1, 10**9), st.integers(0, 2))
def test_what_is_not_all_of_it_is_never_a_hundred_percent(
    part: int, missing: int, places: int
) -> None:
    assert percentage(Decimal(part), Decimal(part + missing), places) != 100


def test_nothing_is_a_percentage_of_zero() -> None:
    assert percentage(Decimal(5), Decimal(0)) is None


@pytest.mark.parametrize(
    ("part", "whole", "stated", "likely"),
    [
        (771, 778, "92.2", ["717"]),
        (531, 400, "87.8", ["351"]),
        (8, 100, "80", ["80"]),  # a nought was lost
        (80, 1000, "80", ["800"]),
        (771, 778, "50", []),
        (11, 20, "60", []),
    ],
)
def test_slips_of_the_keys_that_fit_are_found(
    part: int, whole: int, stated: str, likely: list[str]
) -> None:
    def fits(_: int, changed: Decimal) -> bool:
        agreement = stands(Decimal(stated), changed, whole)
        return changed % 1 == 0 and agreement is Agreement.CONSISTENT

    found = slips_of([Decimal(part)], fits)
    assert [str(changed) for _, changed in found] == likely

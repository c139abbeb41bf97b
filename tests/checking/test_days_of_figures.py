"""The day up to which a figure counts, against the day of the report and its period."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checking.found import told
from tests.figures.made import Facts

AFTER = ("figures/day-after-report", "warning", "figures.one.as_of")
BEFORE = ("figures/day-before-period", "warning", "figures.one.as_of")
REPORT: Facts = {"date": "2023-12-20"}


def days(facts: Facts, **of_report: Any) -> list[tuple[str, str, str]]:
    found = told({"one": {"value": 5, **facts}}, **{**REPORT, **of_report})
    return [one for one in found if one[0].startswith("figures/")]


@pytest.mark.parametrize("day", ["2023-12-21", "2024-01", "2024"])
def test_a_result_of_a_day_after_the_report_is_asked_about(day: str) -> None:
    assert days({"as_of": day}) == [AFTER]


@pytest.mark.parametrize(
    ("facts", "of_report"),
    [
        ({"as_of": "2023-12-20"}, {}),
        ({"as_of": "2023-12"}, {}),
        ({"as_of": "2023"}, {}),
        # What is expected by the end of the year is no result yet.
        ({"as_of": "2023-12-31", "estimated": True}, {}),
        # A day that is still open may be the same or a later one.
        ({"as_of": "2023-12-31"}, {"date": "2023-12"}),
        ({"as_of": "2023-12-31"}, {"date": None}),
    ],
)
def test_a_day_that_is_not_known_to_come_after_the_report_is_not(
    facts: Facts, of_report: Facts
) -> None:
    assert days(facts, **of_report) == []


YEARS = {"year": 2023, "type": "years", "first_year": 2021}
WEEK = {"year": 2023, "type": "week", "week": 1}


@pytest.mark.parametrize("day", ["2022-11-30", "2022"])
def test_a_running_total_of_a_year_before_is_asked_about(day: str) -> None:
    assert days({"as_of": day, "cumulative": True}) == [BEFORE]


@pytest.mark.parametrize(
    ("day", "of_report"),
    [
        ("2023-01-15", {}),
        ("2022-12-31", {"period": YEARS}),
        ("2022-12-31", {"period": WEEK}),
        ("2022-12-31", {"period": {"year": 2023, "starts": "2022-12-15", "ends": "2023-12-14"}}),
    ],
)
def test_a_running_total_of_its_own_period_is_not(day: str, of_report: Facts) -> None:
    assert days({"as_of": day, "cumulative": True}, **of_report) == []


def test_an_older_number_may_stand_in_a_report() -> None:
    assert days({"as_of": "2022-12-31"}) == []

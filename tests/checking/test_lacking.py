"""A part that a figure cannot say is told with what it takes, and that heals."""

from __future__ import annotations

from typing import Any

import pytest

import briefing
from briefing import Finding
from briefing.figures import Phrasebook
from briefing.report import Report

LACKING = ("figures/part-not-known", "figures/part-of-range", "figures/no-share-of-plan")


def found(sentence: str, row: dict[str, Any]) -> list[Finding]:
    data = {
        "schema": 1,
        "kind": "bao-cao-tong-ket",
        "period": {"year": 2025},
        "figures_annex": True,
        "indicators": [{"label": "Thu", "name": "x", "unit": "tỷ đồng", **row}],
        "results": [{"heading": "Kinh tế", "statements": [sentence]}],
    }
    every = briefing.check(Report.model_validate(data))
    return [one for one in every if one.rule in LACKING or one.rule == "indicators/undecided"]


@pytest.mark.parametrize(
    ("part", "needs", "more"),
    [
        ("plan", "plan", {"plan": 9}),
        ("standing", "plan", {"plan": 9}),
        ("reached", "plan", {"plan": 9}),
        ("target", "plan, reached", {"reached": 101}),
        ("next_plan", "next_plan", {"next_plan": 9}),
        ("so_far", "so_far", {"actual": 7, "estimate": 8}),
        ("as_of", "as_of", {"as_of": "2025-11-30"}),
        ("previous", "previous", {"previous": 7}),
        ("from_to", "previous", {"previous": 7}),
        ("change", "previous, change", {"previous": 7}),
    ],
)
def test_a_part_names_the_keys_that_it_needs(part: str, needs: str, more: dict[str, Any]) -> None:
    [told] = found(f"Thu {{x.{part}}}", {"actual": 8})

    assert told.rule == "figures/part-not-known"
    assert f": {needs};" in told.remedy("vi")
    assert f": {needs};" in told.remedy("en")
    assert found(f"Thu {{x.{part}}}", {"actual": 8, **more}) == []


@pytest.mark.parametrize(
    ("row", "instead"),
    [
        ({"unit": "%", "actual": 7, "plan": "8 - 8,5"}, "{x.standing}"),
        ({"unit": "%", "actual": "7 - 7,5", "plan": "8 - 8,5"}, "{x.standing}"),
        ({"unit": "%", "actual": "7,5 - 8,2", "plan": 8}, "{x.result}"),
        ({"actual": 7, "plan": "8 - 9"}, "{x.standing}"),
        ({"unit": "%", "actual": 7, "plan": 8}, "{x.standing}"),
    ],
)
def test_what_has_no_percentage_of_its_plan_says_what_to_write(
    row: dict[str, Any], instead: str
) -> None:
    [told] = found("Kết quả {x.reached}", row)

    assert told.rule == "figures/no-share-of-plan"
    assert instead in told.remedy("vi")
    assert found(f"Kết quả {instead}", row) == []
    assert found("Kết quả {x.reached}", {**row, "reached": 90}) == []


@pytest.mark.parametrize(
    ("part", "more"),
    [("change", {"previous": 6}), ("standing", {"plan": "7,2"}), ("from_to", {"previous": 6})],
)
def test_nothing_is_worked_out_of_a_range(part: str, more: dict[str, Any]) -> None:
    row = {"unit": "%", "actual": "7 - 7,5", **more}
    [told] = found(f"Kết quả {{x.{part}}}", row)

    assert told.rule == "figures/part-of-range"
    assert "{x.result}" in told.remedy("vi")
    assert found("Kết quả {x.result}", row) == []
    assert found(f"Kết quả {{x.{part}}}", {**row, "actual": 7}) == []


@pytest.mark.parametrize(
    ("plan", "result", "standing"),
    [
        ("8 - 8,5", "7 - 7,5", "chưa đạt"),
        ("8 - 8,5", "8 - 8,3", "đạt"),
        ("8 - 8,5", "8,2 - 9", "đạt"),
        ("8 - 8,5", "9 - 9,5", "vượt"),
        ("8", "7 - 7,5", "chưa đạt"),
        ("8", "8 - 8,5", "đạt"),
        ("8", "8,1 - 8,5", "vượt"),
    ],
)
def test_a_range_wholly_on_one_side_of_its_plan_is_decided(
    plan: str, result: str, standing: str
) -> None:
    row = {"unit": "%", "plan": plan, "actual": result}

    assert found("Đạt {targets_met}; {x.standing}", row) == []
    data = {
        "schema": 1,
        "kind": "bao-cao-tong-ket",
        "period": {"year": 2025},
        "indicators": [{"label": "Tăng trưởng", "name": "x", **row}],
    }
    said = Phrasebook(Report.model_validate(data)).fill("{x.result}", str)
    assert said == f"đạt {result}%, {standing} kế hoạch ({plan}%)"


def test_a_range_on_both_sides_of_its_plan_needs_one_number() -> None:
    row = {"unit": "%", "plan": 8, "actual": "7,5 - 8,2"}
    [told] = found("Đạt {targets_met}", row)

    assert told.rule == "indicators/undecided"
    assert "một khoảng nằm cả hai phía" in told.remedy("vi")
    assert found("Đạt {targets_met}", {**row, "actual": 8}) == []


def test_a_most_is_kept_by_a_range_below_it() -> None:
    row = {"unit": "%", "plan": 8, "goal": "at_most"}

    assert found("Kết quả {x.standing}", {**row, "actual": "7,5 - 8"}) == []
    assert found("Đạt {targets_met}", {**row, "actual": "8,5 - 9"}) == []

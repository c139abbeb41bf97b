"""Formulas against their figures, and numbers of other spans of time under one label."""

from __future__ import annotations

from in_rows import in_rows

from tests.checking.contradictions import Figures
from tests.checking.found import Said, told
from tests.figures.made import Facts

DONE: Facts = {"label": "số vụ đã giải quyết", "unit": "vụ", "value": 1}
TAKEN: Facts = {"label": "số vụ tiếp nhận", "unit": "vụ", "value": 2}
CARRIED: Facts = {"label": "số vụ chuyển sang", "unit": "vụ", "previous": 5}
FIELD: Facts = {"label": "diện tích", "unit": "ha", "value": 1250}
SHARE: Facts = {"label": "tỷ lệ đã giải quyết", "unit": "%", "rate": 50}


def of(formula: str, **facts: object) -> Figures:
    """Return a figure with a formula, beside those that it may call."""
    one = {"label": "số cần xem", "unit": "vụ", "value": 3, "equals": formula, **facts}
    others = {"done": DONE, "taken": TAKEN, "field": FIELD, "share": SHARE}
    # One without a number of the period is told as not filled in where nothing calls it.
    carried = {"carried": CARRIED} if "carried" in formula else {}
    return {"one": one, **others, **carried}


WRONG: list[tuple[str, Figures, str]] = [
    ("figures/relation", of("done + taken", value=4), "error"),
    ("figures/relation", of("done / taken", unit="%", value=60), "error"),
    # A percentage alone is stated as a rate, with its sign or without.
    ("figures/relation", of("done / taken", unit="%", value=None, rate=60), "error"),
    ("figures/relation", of("done / taken", unit=None, value=None, rate=60), "error"),
    ("figures/relation", of("taken * share", value=2), "error"),
    ("figures/no-formula", of("done +"), "error"),
    ("figures/no-formula", of("(done"), "error"),
    ("figures/no-formula", of("done ^ taken"), "error"),
    ("figures/unknown-in-formula", of("done + takes"), "error"),
    ("figures/formula-of-itself", of("one + done"), "error"),
    ("figures/units-of-formula", of("done + field"), "warning"),
    ("figures/units-of-formula", of("done + taken", unit="ha"), "warning"),
]

RIGHT: list[Figures] = [
    of("done + taken"),
    of("done / taken", unit="%", value=50),
    of("done / taken", unit="%", value=None, rate=50),
    of("done / taken", unit=None, value=None, rate=50),
    # A rate of something else than the count in this unit is not what the formula gives.
    of("done + taken", value=3, rate=60, out_of_label="dân số"),
    of("taken * share", value=1),
    # What nothing states decides nothing.
    of("done + carried", value=40),
    of("done / (taken - taken)", unit="%", value=40),
]


@in_rows(("rule", "figures", "severity"), WRONG)
def test_a_formula_that_does_not_hold_is_told(rule: str, figures: Figures, severity: str) -> None:
    assert told(figures) == [(rule, severity, "figures.one.equals")]


@in_rows("figures", RIGHT)
def test_a_formula_that_holds_or_cannot_be_held_is_left_in_peace(figures: Figures) -> None:
    assert told(figures) == []


AIMED: Facts = {"target": {"value": 8}}
ONE_LABEL: Facts = {"label": "số thu", "unit": "tỷ đồng"}
TWICE: Said = ("figures/two-values", "warning", "figures.two.label")


@in_rows(
    ("first", "second", "found"),
    [
        ({"value": 5}, {"value": 50}, [TWICE]),
        ({"value": 5}, {"value": 50, "cumulative": True}, []),
        ({"value": 5, "cumulative": True}, {"value": 50, "cumulative": True}, [TWICE]),
        ({"value": 5, "as_of": "2023-06-30"}, {"value": 50, "as_of": "2023-11-30"}, []),
        ({"value": 5, "as_of": "2023-06-30"}, {"value": 50, "as_of": "2023-06-30"}, [TWICE]),
        ({"value": 5, **AIMED}, {"value": 5, "target": {"value": 9}}, [TWICE]),
        ({"value": 5, **AIMED}, {"value": 5, "target": {"value": 9, "whole_year": True}}, []),
        ({"value": 5, **AIMED}, {"value": 6, "target": {"value": 9, "whole_year": True}}, [TWICE]),
    ],
)
def test_one_label_has_one_number_of_one_span(
    first: Facts, second: Facts, found: list[Said]
) -> None:
    assert told({"one": ONE_LABEL | first, "two": ONE_LABEL | second}) == found


def test_a_running_total_without_its_number_is_asked_about() -> None:
    figures = {"one": {"label": "tỷ lệ thu", "unit": "%", "rate": 60, "cumulative": True}}

    assert told(figures) == [("figures/lonely-key", "warning", "figures.one.cumulative")]

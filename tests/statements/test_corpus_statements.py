"""Every number that the five corpus texts state is read; exactly one contradicts itself."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from briefing.checking.statements import Reading, Verdict
from briefing.figures.statements import Change, Count, Fraction, Rate
from tests.statements.shown import readings

METRICS: list[dict[str, str]] = YAML(typ="safe").load(
    Path(__file__).with_name("corpus.yaml").read_text(encoding="utf-8")
)
METRIC = pytest.mark.parametrize("metric", METRICS, ids=[metric["in"] for metric in METRICS])


def number(printed: str | None) -> Decimal | None:
    return None if printed is None else Decimal(printed.replace(".", "").replace(",", "."))


def stated(reading: Reading) -> dict[str, Any]:
    """Return what a statement says, under the names of the data file."""
    match reading.statement.content:
        case Count(value, unit, qualifier):
            return {"value": value, "unit": unit, "qualifier": qualifier}
        case Fraction(part, whole, unit, rate, qualifier):
            known = {"rate": rate.percent} if rate else {}
            return {"value": part, "whole": whole, "unit": unit, "qualifier": qualifier, **known}
        case Rate(percent, qualifier):
            return {"rate": percent, "qualifier": qualifier}
        case Change(direction="giảm", percent=percent):
            return {"falls": percent}
    return {}


@METRIC
def test_the_metric_is_read_from_its_fragment(metric: dict[str, str]) -> None:
    [reading] = readings(metric["text"])
    found = stated(reading)

    for key in ("value", "whole", "rate", "falls"):
        assert found.get(key) == number(metric.get(key)), key
    assert found.get("qualifier", "") == metric.get("qualifier", "")


@METRIC
def test_its_unit_is_the_thing_counted(metric: dict[str, str]) -> None:
    unit = stated(readings(metric["text"])[0]).get("unit", "")
    full = metric.get("unit", "")

    # The reader may keep fewer words of a long unit, or one more, but whole words of the text.
    assert bool(unit) == bool(full)
    assert full.startswith(unit) or unit.startswith(full)
    assert f"{unit} " in f"{metric['text'].replace(',', ' ')} "


@METRIC
def test_only_the_contradiction_of_the_corpus_is_found_and_the_likely_slip_named(
    metric: dict[str, str],
) -> None:
    [reading] = readings(metric["text"])

    if "contradicted" in metric:
        assert reading.verdict is Verdict.CONTRADICTED
        assert reading.finding is not None
        assert reading.finding.rule == "text/stated-rate"
        assert reading.finding.values["near"] == metric["contradicted"]
        assert "99,1%" in reading.finding.message()
    else:
        assert reading.verdict is Verdict.NOT_EVALUATED
        assert reading.finding is None


def test_exactly_one_metric_of_the_corpus_contradicts_itself() -> None:
    assert [metric["in"] for metric in METRICS if "contradicted" in metric] == ["004/m1"]


def test_each_text_of_the_corpus_is_here_with_all_its_metrics() -> None:
    # The second text (001) is a directive and states no number at all.
    counts = {text: sum(metric["in"].startswith(text) for metric in METRICS) for text in TEXTS}

    assert counts == {"000": 11, "001": 0, "002": 9, "003": 5, "004": 12}


TEXTS = ("000", "001", "002", "003", "004")

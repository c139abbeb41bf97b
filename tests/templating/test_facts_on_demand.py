"""What a template may ask of a figure is made when it asks, and is the same whatever it asks."""

from __future__ import annotations

from pathlib import Path

from briefing import load
from briefing.templating import find_kind
from briefing.templating.context import ContextBuilder

INPUTS = Path(__file__).resolve().parents[2] / "inputs"


def test_the_order_of_asking_changes_no_fact_and_no_name() -> None:
    for file in sorted(INPUTS.glob("*.yaml"))[:4]:
        report = load(file)
        kind = find_kind(report.kind)
        for traced in (True, False):
            here, there = (
                ContextBuilder(report, kind, traced=traced).build()["report"]["figures"]
                for _ in range(2)
            )
            for one, other in zip(here, there, strict=True):
                names = list(one)
                backwards = {name: other[name] for name in reversed(names)}
                assert [one[name] for name in names] == [backwards[name] for name in names]
                assert list(one) == list(other) == names
                assert len(one) == len(names)
                assert all(name in one for name in names)


def test_figures_stand_under_their_areas_in_the_order_of_the_input() -> None:
    for file in sorted(INPUTS.glob("*.yaml")):
        report = load(file)
        facts = ContextBuilder(report, find_kind(report.kind)).build()["report"]
        shown = [figure for group in facts["figure_groups"] for figure in group["figures"]]
        assert all(
            figure["area"] == (group["area"] or None)
            for group in facts["figure_groups"]
            for figure in group["figures"]
        )
        assert not any(figure["group"] or report.figures[figure["name"]].row for figure in shown)
        rows = [row for group in facts["indicator_groups"] for row in group["rows"]]
        assert {row["name"] for row in rows} == {
            name for name, figure in report.figures.items() if figure.row
        }

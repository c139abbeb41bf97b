"""Figures that are still those of last year's report, from which this one was begun."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.figures.unfilled import awaited
from briefing.checking.register import over_reports
from briefing.findings import Finding, Severity, rule
from briefing.report import Figure, Report

UNCHANGED = rule("previous/unchanged", Severity.WARNING)

_FEWEST = 3
"""Figures that are alike before it is told: one or two may be by chance."""

_LARGE = 10
"""Smaller counts are often the same two years running."""

_SHOWN = 3


@over_reports
def figures_of_last_year(report: Report) -> Iterator[Finding]:
    """Yield the figures that say what last year's report says, where most of them do."""
    last = report.last_report
    if last is None or last.period.name == report.period.name:
        return
    # What has no number of this period yet is told as that.
    waiting = awaited(report)
    names = [name for name in report.figures if name in last.figures and name not in waiting]
    both = [name for name in names if _numbers(report.figures[name])]
    alike = [name for name in both if _tells(report.figures[name], last.figures[name])]
    if len(alike) < _FEWEST or 2 * len(alike) < len(both):
        return
    values = {
        "count": len(alike),
        "labels": ", ".join(f"“{report.figures[name].label}”" for name in alike[:_SHOWN]),
        "period": last.period.name,
    }
    origin = report.origin("figures", alike[0])
    yield UNCHANGED.found(origin, f"figures.{alike[0]}", values)


def _numbers(figure: Figure) -> list[object]:
    return [one for one in (figure.value, figure.out_of, figure.rate) if one is not None]


def _tells(figure: Figure, before: Figure) -> bool:
    """Say whether two figures state the same, and something that is seldom the same by chance."""
    if _numbers(figure) != _numbers(before):
        return False
    return figure.rate is not None or any(
        one is not None and abs(one) >= _LARGE for one in (figure.value, figure.out_of)
    )

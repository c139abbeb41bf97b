"""Figures carried over from the period before whose number of this period is not written yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.checking.shared import figures_with
from briefing.findings import Finding, Severity, rule
from briefing.report import Figure, Report

NOT_FILLED = rule("figures/not-filled", Severity.WARNING)

_OF_THE_PERIOD = (
    *("value", "up_to", "approximate", "exact", "rate", "change", "share", "so_far"),
    *("parts", "criteria", "items"),
)
"""What a figure may say of its own period."""


@over_reports
def not_filled(report: Report) -> Iterator[Finding]:
    """Yield figures that have a number of the period before and nothing of their own.

    What other figures call may be there for its number of the period before, or is told with them.
    """
    for name in awaited(report):
        figure = report.figures[name]
        values = {"label": figure.label, "period": report.period.name}
        origin = report.origin("figures", name)
        yield NOT_FILLED.found(origin, f"figures.{name}.value", values)


def awaited(report: Report) -> list[str]:
    """Return the names of the figures that wait for their number of this period."""
    known = figures_with(report, "previous")
    called = set(_called(report)) if known else set()
    return [
        name
        for name, figure in known
        if figure.previous is not None and name not in called and not _says_something(figure)
    ]


def _called(report: Report) -> Iterator[str]:
    for figure in report.figures.values():
        yield from (*figure.parts, *figure.criteria, *figure.items)
        yield from re.findall(r"\w+", figure.equals or "")


def _says_something(figure: Figure) -> bool:
    target = figure.target
    stated = target and (target.stated is not None or target.stated_over is not None)
    return bool(stated) or any(getattr(figure, key) not in (None, []) for key in _OF_THE_PERIOD)

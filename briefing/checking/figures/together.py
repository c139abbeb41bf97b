"""Figures that are said together: each has something to say, and they read as what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing.figures import PARTS, FigureBook, change_of
from briefing.figures.statements import Change
from briefing.findings import Finding, Severity
from briefing.report import Figure, Report

_Says = Callable[[FigureBook, str], object]


def _says(book: FigureBook, name: str) -> str | None:
    return PARTS["quantity"](book, name) or PARTS["rate"](book, name)


def _counts(book: FigureBook, name: str) -> bool:
    return book.figures[name].value is not None


_SAID: dict[str, tuple[_Says, str]] = {
    "criteria": (change_of, "figures/silent-criteria"),
    "items": (_says, "figures/silent-items"),
    "beside": (_counts, "figures/silent-beside"),
}
"""What a member must be able to say where figures are said together, and the rule if it cannot."""


def silent_members(report: Report) -> Iterator[Finding]:
    """Yield members that have nothing to say, and would vanish from the sentence."""
    book = FigureBook(report)
    for name in report.figures:
        for key, other in book.links(name):
            says, rule = _SAID.get(key, (None, ""))
            if says and other in report.figures and not says(book, other):
                values = {"label": report.figures[name].label, "member": other}
                yield _at(report, name, key, rule, Severity.ERROR, values)


def same_units_beside(report: Report) -> Iterator[Finding]:
    """Yield two counts of one unit side by side: 35 vụ/47 vụ reads as a part of a whole."""
    for name, figure in report.figures.items():
        other = report.figures.get(figure.beside or "")
        if other and figure.beside != name and figure.unit and figure.unit == other.unit:
            values = {"label": figure.label, "unit": figure.unit, "other": figure.beside or ""}
            rule = "figures/same-unit-beside"
            yield _at(report, name, "beside", rule, Severity.WARNING, values)


def criteria_against(report: Report) -> Iterator[Finding]:
    """Yield figures that are said to rise or fall while one of their criteria does otherwise."""
    book = FigureBook(report)
    for name, figure in report.figures.items():
        # With a value of its own a figure speaks of that.
        if figure.change is None or not figure.criteria or figure.value is not None:
            continue
        stated = figure.change.direction
        for other in _moving_otherwise(book, figure, stated):
            values = {"label": figure.label, "direction": stated, "member": other}
            yield _at(report, name, "criteria", "figures/criteria", Severity.ERROR, values)


def _moving_otherwise(book: FigureBook, figure: Figure, direction: str) -> Iterator[str]:
    for name in figure.criteria:
        moved = change_of(book, name) if name in book.figures else None
        if isinstance(moved, Change) and moved.direction != direction:
            yield name


def _at(
    report: Report, name: str, key: str, rule: str, severity: Severity, values: dict[str, str]
) -> Finding:
    origin = report.origin("figures", name, key)
    return Finding(rule, severity, origin, f"figures.{name}.{key}", dict(values))

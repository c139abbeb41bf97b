"""Figures that are said together: each has something to say, and they read as what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing.checking.register import over_reports
from briefing.checking.shared import book_of, figures_with
from briefing.figures import PARTS, FigureBook, change_of
from briefing.figures.statements import Change
from briefing.findings import Finding, Rule, Severity, rule
from briefing.report import Figure, Report

SILENT_CRITERIA = rule("figures/silent-criteria")
SILENT_ITEMS = rule("figures/silent-items")
SILENT_BESIDE = rule("figures/silent-beside")
SAME_UNIT_BESIDE = rule("figures/same-unit-beside", Severity.WARNING)
CRITERIA = rule("figures/criteria")

_Says = Callable[[FigureBook, str], object]


def _says(book: FigureBook, name: str) -> str | None:
    return PARTS["quantity"](book, name) or PARTS["rate"](book, name)


def _counts(book: FigureBook, name: str) -> bool:
    return book.figures[name].value is not None


_SAID: dict[str, tuple[_Says, Rule]] = {
    "criteria": (change_of, SILENT_CRITERIA),
    "items": (_says, SILENT_ITEMS),
    "beside": (_counts, SILENT_BESIDE),
}
"""What a member must be able to say where figures are said together, and the rule if it cannot."""


@over_reports
def silent_members(report: Report) -> Iterator[Finding]:
    """Yield members that have nothing to say, and would vanish from the sentence."""
    book = book_of(report)
    for name, figure in figures_with(report, *_SAID):
        for key, other in book.links(name):
            if key not in _SAID or other not in report.figures:
                continue
            says, broken = _SAID[key]
            if not says(book, other):
                values = {"label": figure.label, "member": other}
                yield _at(report, name, key, broken, values)


@over_reports
def same_units_beside(report: Report) -> Iterator[Finding]:
    """Yield two counts of one unit side by side: 35 vụ/47 vụ reads as a part of a whole."""
    for name, figure in figures_with(report, "beside"):
        other = report.figures.get(figure.beside or "")
        if other and figure.beside != name and figure.unit and figure.unit == other.unit:
            values = {"label": figure.label, "unit": figure.unit, "other": figure.beside or ""}
            yield _at(report, name, "beside", SAME_UNIT_BESIDE, values)


@over_reports
def criteria_against(report: Report) -> Iterator[Finding]:
    """Yield figures that are said to rise or fall while one of their criteria does otherwise."""
    book = book_of(report)
    for name, figure in figures_with(report, "criteria"):
        # With a value of its own a figure speaks of that.
        if figure.change is None or not figure.criteria or figure.value is not None:
            continue
        stated = figure.change.direction
        for other in _moving_otherwise(book, figure, stated):
            values = {"label": figure.label, "direction": stated, "member": other}
            yield _at(report, name, "criteria", CRITERIA, values)


def _moving_otherwise(book: FigureBook, figure: Figure, direction: str) -> Iterator[str]:
    for name in figure.criteria:
        moved = change_of(book, name) if name in book.figures else None
        if isinstance(moved, Change) and moved.direction != direction:
            yield name


def _at(report: Report, name: str, key: str, broken: Rule, values: dict[str, str]) -> Finding:
    origin = report.origin("figures", name, key)
    return broken.found(origin, f"figures.{name}.{key}", values)

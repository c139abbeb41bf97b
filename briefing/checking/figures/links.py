"""Figures that name other figures: the names exist, no ring closes, units go together."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.checking.shared import book_of, figures_with
from briefing.figures.book import LINKS
from briefing.figures.units import same_kind
from briefing.findings import Finding, Guesses, Severity, rule
from briefing.report import Report

UNKNOWN_LINK = rule("figures/unknown-link")
CYCLE = rule("figures/cycle")
MIXED_UNITS = rule("figures/mixed-units", Severity.WARNING)


@over_reports
def unknown_links(report: Report) -> Iterator[Finding]:
    """Yield names of figures that do not exist, and rings of figures that need each other."""
    book, guesses = book_of(report), Guesses()
    for name, _ in figures_with(report, *LINKS):
        for key, other in book.links(name):
            if other not in report.figures:
                near = guesses.near(other, report.figures)
                values = {"name": other, "near": near}
                path = f"figures.{name}.{key}"
                origin = report.origin("figures", name, key)
                yield UNKNOWN_LINK.found(origin, path, values)
    beside_itself = ([name, name] for name, one in report.figures.items() if one.beside == name)
    rings = book.rings() if figures_with(report, *LINKS) else ()
    for ring in [*rings, *beside_itself]:
        origin = report.origin("figures", ring[0])
        values = {"way": " → ".join(ring)}
        yield CYCLE.found(origin, f"figures.{ring[0]}", values)


@over_reports
def mixed_units(report: Report) -> Iterator[Finding]:
    """Yield parts and shares counted in another unit than their whole: lượt is not người."""
    book = book_of(report)
    for name, figure in figures_with(report, "parts", "share_of"):
        for key, other in book.links(name):
            whole = report.figures.get(other)
            if key not in ("parts", "share_of") or whole is None:
                continue
            if figure.unit is None or whole.unit is None:
                continue
            if same_kind(figure.unit, whole.unit):
                continue
            # "17/17 phường, xã" is a whole of two units that says so itself.
            if whole.unit in figure.unit:
                continue
            values = {
                "name": name,
                "unit": figure.unit,
                "other": other,
                "other_unit": whole.unit,
            }
            origin = report.origin("figures", name, key)
            path = f"figures.{name}.{key}"
            yield MIXED_UNITS.found(origin, path, values)

"""Numbers that were probably meant otherwise: separators, fractions for percent, no unit."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from briefing.figures import is_measured
from briefing.findings import Finding, Severity
from briefing.report import Figure, Report
from briefing.vietnamese import format_number, format_percent, places

_COUNTED = ("value", "out_of", "previous", "exact")


def fractions_of_things(report: Report) -> Iterator[Finding]:
    """Yield counts with decimals: ``1.315 vụ`` was meant as one thousand three hundred fifteen.

    Inputs write decimals with a point and no separator for thousands. A measure may have three
    decimals, so there the doubt is only said.
    """
    for name, figure in report.figures.items():
        measured = is_measured(figure.unit)
        for key in _COUNTED:
            number: Decimal | None = getattr(figure, key)
            if number is None or not places(number) or (measured and places(number) != 3):
                continue
            rule = "figures/ambiguous-number" if measured else "figures/fraction-of-things"
            severity = Severity.INFO if measured else Severity.ERROR
            values = {
                "number": str(number),
                "printed": format_number(number),
                "unit": figure.unit or "",
                "digits": str(number).replace(".", ""),
            }
            origin = report.origin("figures", name, key)
            yield Finding(rule, severity, origin, f"figures.{name}.{key}", values)


def rates_as_fractions(report: Report) -> Iterator[Finding]:
    """Yield percentages given as fractions of one: ``rate: 0.92`` for 92%."""
    for name, figure in report.figures.items():
        rate = figure.rate
        if rate is None or not 0 < rate < 1 or not _looks_like_fraction(figure, rate):
            continue
        values = {"label": figure.label, "rate": str(rate), "percent": format_percent(rate * 100)}
        values["percent_key"] = f"{(rate * 100).normalize():f}"
        origin = report.origin("figures", name, "rate")
        path = f"figures.{name}.rate"
        yield Finding("figures/rate-as-fraction", origin=origin, path=path, values=values)


def _looks_like_fraction(figure: Figure, rate: Decimal) -> bool:
    if figure.value is not None and figure.out_of:
        return abs(figure.value / figure.out_of - rate) < Decimal("0.01")
    # Alone, a rate below one percent is possible; one of half and more of a whole is not.
    return rate >= Decimal("0.5")


def missing_units(report: Report) -> Iterator[Finding]:
    """Yield the figures that count something without saying what."""
    for name, figure in report.figures.items():
        counts = figure.value is not None or figure.change is not None or figure.approximate
        if counts and not figure.unit:
            origin = report.origin("figures", name)
            values = {"name": name, "label": figure.label}
            path = f"figures.{name}.unit"
            yield Finding("figures/no-unit", origin=origin, path=path, values=values)


def same_label(report: Report) -> Iterator[Finding]:
    """Yield the labels that two figures bear with different values."""
    seen: dict[tuple[str, str | None], str] = {}
    for name, figure in report.figures.items():
        key = (figure.label.casefold(), figure.unit)
        first = seen.setdefault(key, name)
        other = report.figures[first]
        if first == name or (other.value, other.rate) == (figure.value, figure.rate):
            continue
        values = {"label": figure.label, "first": first, "name": name}
        origin = report.origin("figures", name, "label")
        path = f"figures.{name}.label"
        yield Finding("figures/two-values", Severity.WARNING, origin, path, values)

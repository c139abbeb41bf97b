"""Changes: direction and amount against both values, approximations against the exact one."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.figures import Agreement, FigureBook, compare
from briefing.findings import Finding
from briefing.report import Report
from briefing.vietnamese import format_number


def changes(report: Report) -> Iterator[Finding]:
    """Yield stated changes whose direction or amount is not that of the two values."""
    book = FigureBook(report)
    for name, figure in report.figures.items():
        stated, previous = figure.change, book.previous(name)
        if stated is None or previous is None or figure.value is None or figure.qualifier:
            continue
        difference = figure.value - previous
        values = {
            "label": figure.label,
            "value": format_number(figure.value),
            "previous": format_number(previous),
            "difference": format_number(abs(difference)),
            "direction": stated.direction,
            "amount": format_number(stated.amount) if stated.amount is not None else "",
        }
        if (stated.direction == "tăng") != (difference > 0):
            yield _at(report, name, "figures/direction", values)
        elif stated.amount is not None and stated.amount != abs(difference):
            yield _at(report, name, "figures/difference", values)


def approximations(report: Report) -> Iterator[Finding]:
    """Yield approximations that their exact number contradicts: ``gần 50`` of 52."""
    for name, figure in report.figures.items():
        if figure.exact is None or figure.value is None or figure.qualifier is None:
            continue
        if compare(figure.value, figure.exact, figure.qualifier) is Agreement.CONTRADICTED:
            values = {
                "label": figure.label,
                "said": f"{figure.qualifier} {format_number(figure.value)}",
                "exact": format_number(figure.exact),
            }
            origin = report.origin("figures", name, "qualifier")
            path = f"figures.{name}.qualifier"
            yield Finding("figures/approximation", origin=origin, path=path, values=values)


def _at(report: Report, name: str, rule: str, values: dict[str, str]) -> Finding:
    origin = report.origin("figures", name, "change")
    return Finding(rule, origin=origin, path=f"figures.{name}.change", values=dict(values))

"""Parts and wholes: a part is not larger than its whole, listed parts add up, 100% is all."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from briefing.figures import FigureBook
from briefing.findings import Finding, Severity
from briefing.report import Figure, Report
from briefing.vietnamese import format_number


def parts_over_wholes(report: Report) -> Iterator[Finding]:
    """Yield the figures whose part is larger than the whole it is counted from."""
    for name, figure in report.figures.items():
        if figure.value is None or figure.out_of is None or figure.value <= figure.out_of:
            continue
        values = {
            "label": figure.label,
            "value": format_number(figure.value),
            "out_of": format_number(figure.out_of),
            "unit": figure.unit or "",
        }
        yield _at(report, name, "value", "figures/part-over-whole", Severity.ERROR, values)


def sums(report: Report) -> Iterator[Finding]:
    """Yield the figures whose listed parts do not add up.

    Parts need not exhaust a whole; where the input says that they do, the sum must be the whole.
    """
    book = FigureBook(report)
    for name, figure in report.figures.items():
        parts = book.linked(figure.parts)
        numbers = [p.value for p in parts if p.value is not None and p.qualifier is None]
        whole = _whole(figure) if figure.qualifier is None else None
        if whole is None or not parts or len(numbers) < len(figure.parts):
            continue
        total = sum(numbers, Decimal(0))
        if total > whole or (figure.parts_complete and total != whole):
            values = {
                "label": figure.label,
                "sum": " + ".join(format_number(number) for number in numbers),
                "total": format_number(total),
                "whole": format_number(whole),
            }
            yield _at(report, name, "parts", "figures/sum", Severity.ERROR, values)


def coverage(report: Report) -> Iterator[Finding]:
    """Yield rates of 100% or more where the numbers beside them leave something out.

    A base in words (people present in the area, say) restricts the whole, so nothing is said then.
    """
    for name, figure in report.figures.items():
        if figure.rate is None or figure.rate <= 100 or figure.target is not None:
            continue
        if figure.out_of is not None or figure.out_of_label:
            values = {"label": figure.label, "rate": format_number(figure.rate)}
            yield _at(report, name, "rate", "figures/over-hundred", Severity.ERROR, values)


def _whole(figure: Figure) -> Decimal | None:
    # The parts of a fraction are the things covered: 17/17 phường, xã are 11 phường and 6 xã.
    return figure.value if figure.value is not None else figure.out_of


def _at(
    report: Report,
    name: str,
    key: str,
    rule: str,
    severity: Severity,
    values: dict[str, object] | dict[str, str],
) -> Finding:
    origin = report.origin("figures", name, key)
    return Finding(rule, severity, origin, f"figures.{name}.{key}", dict(values))

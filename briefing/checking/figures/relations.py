"""Formulas of figures: whether they can be read, name figures there are, and units that fit."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.figures.relations import FormulaError, dimension, read_formula
from briefing.findings import Finding, Severity, nearest, rule
from briefing.report import Report

NO_FORMULA = rule("figures/no-formula")
UNKNOWN_NAME = rule("figures/unknown-in-formula")
UNITS = rule("figures/units-of-formula", Severity.WARNING)
OF_ITSELF = rule("figures/formula-of-itself")


@over_reports
def formulas(report: Report) -> Iterator[Finding]:
    """Yield the formulas that nothing can be held against."""
    for name, figure in report.figures.items():
        if figure.equals is None:
            continue
        values: dict[str, object] = {"label": figure.label, "formula": figure.equals, "near": None}
        broken = NO_FORMULA
        try:
            formula = read_formula(figure.equals)
            unknown = next((n for n in formula.names if n not in report.figures), None)
            if unknown is not None:
                broken = UNKNOWN_NAME
                values |= {"name": unknown, "near": nearest(unknown, report.figures)}
            elif name in formula.names:
                broken = OF_ITSELF
            else:
                broken = UNITS
                units = [report.figures[other].unit for other in formula.names]
                values |= {"units": ", ".join(dict.fromkeys(unit or "…" for unit in units))}
                values |= {"unit": figure.unit or "…"}
                given = formula.unit_of([dimension(unit) for unit in units])
                if given.kinds == dimension(figure.unit).kinds:
                    continue
        except FormulaError:
            pass
        origin = report.origin("figures", name, "equals")
        yield broken.found(origin, f"figures.{name}.equals", values)

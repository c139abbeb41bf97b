"""Bases of this year against last year's report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefing.checking.register import over_reports
from briefing.checking.shared import phrases_of
from briefing.figures.claims import known
from briefing.figures.units import factor
from briefing.findings import Finding, Severity, rule
from briefing.patterns import Pattern
from briefing.report import Report, is_vague
from briefing.vietnamese import format_number

BASE_RESTATED = rule("figures/base-restated", Severity.WARNING)
BASE_NOT_BEFORE = rule("figures/base-not-before")
OTHER_BODY = rule("previous/other-body")
OTHER_PERIOD = rule("previous/other-period")

_WHOLE_YEAR = Pattern(r"(?:cùng kỳ )?năm (\d{4})", re.ASCII)


@over_reports
def restated_bases(report: Report) -> Iterator[Finding]:
    """Yield the bases that differ from what last year's report itself stated."""
    last = report.last_report
    if last is None:
        return
    for name, figure in report.figures.items():
        before = last.figures.get(name)
        if before is None or before.value is None or figure.previous is None or is_vague(before):
            continue
        if not _same(figure.previous, figure.unit, before.value, before.unit):
            values = {
                "label": figure.label,
                "previous": format_number(figure.previous),
                "reported": format_number(before.value),
                "period": last.period.name,
            }
            origin = report.origin("figures", name, "previous")
            path = f"figures.{name}.previous"
            yield BASE_RESTATED.found(origin, path, values)


def _same(stated: Decimal, unit: str | None, reported: Decimal, its: str | None) -> bool:
    """Say whether two numbers can be one, each in its unit and with its places."""
    mine, other = known.number(stated, unit), known.number(reported, its)
    return mine.means.meets(other.means.scaled(factor(its, unit)))


@over_reports
def bases_of_changes(report: Report) -> Iterator[Finding]:
    """Yield changes that are measured against a year that is not over before this one is."""
    words = phrases_of(report)
    for name, figure in report.figures.items():
        base = figure.change.base if figure.change else None
        whole_year = _WHOLE_YEAR.fullmatch(words.fill(base, str)) if base else None
        if whole_year is None:
            continue
        year, period = int(whole_year[1]), report.period
        if year < period.year or (year == period.year and period.type not in ("year", "years")):
            continue
        values = {"label": figure.label, "base": words.fill(base or "", str), "period": period.name}
        origin = report.origin("figures", name, "change", "base")
        path = f"figures.{name}.change.base"
        yield BASE_NOT_BEFORE.found(origin, path, values)


@over_reports
def another_report(report: Report) -> Iterator[Finding]:
    """Yield a last report that is not this body's, or not that of the period before."""
    last = report.last_report
    if last is None:
        return
    origin = report.origin("previous_report")
    if (last.locality, last.issuer.name) != (report.locality, report.issuer.name):
        values = {"other": last.issuer.name or last.locality or "–"}
        path = "previous_report"
        yield OTHER_BODY.found(origin, path, values)
    expected = report.period.before
    if expected is not None and last.period.name != expected:
        values = {"other": last.period.name, "expected": expected}
        path = "previous_report"
        yield OTHER_PERIOD.found(origin, path, values)

"""Bases of this year against last year's report."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.findings import Finding, Severity
from briefing.report import Report
from briefing.vietnamese import format_number


def restated_bases(report: Report) -> Iterator[Finding]:
    """Yield the bases that differ from what last year's report itself stated."""
    last = report.last_report
    if last is None:
        return
    for name, figure in report.figures.items():
        before = last.figures.get(name)
        if before is None or before.value is None or figure.previous is None or before.qualifier:
            continue
        if before.value != figure.previous:
            values = {
                "label": figure.label,
                "previous": format_number(figure.previous),
                "reported": format_number(before.value),
                "period": last.period.name,
            }
            origin = report.origin("figures", name, "previous")
            path = f"figures.{name}.previous"
            yield Finding("figures/base-restated", Severity.WARNING, origin, path, values)


def another_report(report: Report) -> Iterator[Finding]:
    """Yield a last report that is not this body's, or not that of the period before."""
    last = report.last_report
    if last is None:
        return
    origin = report.origin("previous_report")
    if (last.locality, last.issuer.name) != (report.locality, report.issuer.name):
        values = {"other": last.issuer.name or last.locality or "–"}
        path = "previous_report"
        yield Finding("previous/other-body", origin=origin, path=path, values=values)
    expected = report.period.last_name
    if last.period.name != expected:
        values = {"other": last.period.name, "expected": expected}
        path = "previous_report"
        yield Finding("previous/other-period", origin=origin, path=path, values=values)

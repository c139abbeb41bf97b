"""The day up to which a figure counts, against the day of the report and its period."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.figures.fulfilment import until
from briefing.findings import Finding, Severity, rule
from briefing.report import Period, Report

AFTER_REPORT = rule("figures/day-after-report", Severity.WARNING)
BEFORE_PERIOD = rule("figures/day-before-period", Severity.WARNING)


@over_reports
def days_of_figures(report: Report) -> Iterator[Finding]:
    """Yield results of a day that comes after the report, and totals of a year before its period.

    An estimate may be one for a day to come, and a number that does not run may be an older one.
    """
    for name, figure in report.figures.items():
        day = figure.as_of
        if day is None:
            continue
        values = {"label": figure.label, "until": until(figure), "period": report.period.name}
        if report.date is not None and report.date.is_before(day) and not figure.estimated:
            broken = AFTER_REPORT
        elif figure.cumulative and day.year < _first_year(report.period):
            broken = BEFORE_PERIOD
        else:
            continue
        origin = report.origin("figures", name, "as_of")
        yield broken.found(origin, f"figures.{name}.as_of", values)


def _first_year(period: Period) -> int:
    """Return the year in which a period begins; the first week of one may begin in the last."""
    if period.starts is not None:
        return period.starts.year
    return period.first_year or period.year - bool(period.week == 1)

"""Deadlines of coming tasks that had passed before the document was issued."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from briefing.checking.register import over_reports
from briefing.checking.shared import said_in
from briefing.findings import Finding, Severity, dotted, rule
from briefing.patterns import Pattern
from briefing.report import Report
from briefing.vietnamese import quarter_number, slash_date

GONE_BY = rule("tasks/deadline-gone-by", Severity.WARNING)

_DAYS = Pattern(
    r"(?<!\d)(?:(?P<day>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+))?"
    r"(?P<month>\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(?P<year>\d{4})(?!\d)"
)
_QUARTERS = Pattern(r"\bquý\s+(?P<quarter>IV|I{1,3}|[1-4])\s*(?:/|năm)\s*(?P<year>\d{4})", re.I)
_MONTHS_OF_A_QUARTER = 3


@over_reports
def deadlines_gone_by(report: Report) -> Iterator[Finding]:
    """Yield deadlines whose last day lies before the first on which the report may be issued."""
    if report.date is None:
        return
    issued = report.date.earliest()
    for index, task in enumerate(report.tasks):
        said = said_in(report, task.deadline or "").text
        last = max(last_days(said), default=None)
        if last is not None and last < issued:
            path = ("tasks", index, "deadline")
            values = {
                "deadline": said,
                "issued": slash_date(*report.date.parts()),
                "next_year": report.coming_period.year,
            }
            yield GONE_BY.found(report.origin(*path), dotted(path), values)


def last_days(text: str) -> Iterator[date]:
    """Yield the last day that each day, month and quarter of a text can mean."""
    for found in _DAYS.finditer(text):
        day = int(found["day"]) if found["day"] else None
        yield from _last(int(found["year"]), int(found["month"]), day)
    for found in _QUARTERS.finditer(text):
        quarter = quarter_number(found["quarter"])
        yield from _last(int(found["year"]), quarter * _MONTHS_OF_A_QUARTER)


def _last(year: int, month: int, day: int | None = None) -> Iterator[date]:
    """Yield the last day of a month, or one day of it; nothing where there is no such day."""
    if not (date.min.year <= year <= date.max.year and 1 <= month <= date.max.month):
        return
    days = monthrange(year, month)[1]
    if day is None or 1 <= day <= days:
        yield date(year, month, day or days)

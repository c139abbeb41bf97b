"""Years that a pack types into the sentences that it gives every report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.findings import Finding, dotted, rule
from briefing.report import Report

STALE = rule("locality/stale-year")

_YEAR = re.compile(r"(?<!\w)năm ((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
OF_ANOTHER_TIME = re.compile(
    r"nghị quyết|kế hoạch|chỉ thị|luật|nghị định|quyết định|đại hội|nhiệm kỳ|giai đoạn|so với|"
    r"đến năm|từ năm|ngày \d|tháng \d",
    re.IGNORECASE,
)
"""What has a year of its own."""


def right_years(report: Report) -> set[int]:
    """Return the years that a report is about, and the one that it looks ahead to."""
    first = report.period.first_year or report.period.year
    return {*range(first, report.period.year + 1), report.coming_period.year}


@over_reports
def stale_years_of_packs(report: Report) -> Iterator[Finding]:
    """Yield the first and last sentences of packs that name another year than the report's."""
    own = report.origin("schema")
    right = right_years(report)
    for key in ("opening", "closing"):
        text, origin = getattr(report, key), report.origin(key)
        # What the input says itself is the officer's.
        if not text or origin is None or own is None or origin.file == own.file:
            continue
        for match in _YEAR.finditer(text):
            before = text[max(0, match.start() - 60) : match.start()]
            if int(match[1]) not in right and not OF_ANOTHER_TIME.search(before):
                values = {"text": text, "found": match[1], "period": report.period.name}
                yield STALE.found(origin, dotted((key,)), values)

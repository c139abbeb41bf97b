"""Bodies that are no longer called so on the day of issue.

The border guard of a province is a Ban Chỉ huy under the province's military command since
01/7/2025, before a Bộ Chỉ huy under the Border Guard Command (documents of both years).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.findings import Finding, Severity, dotted, rule
from briefing.kinds import TWO_LEVELS_FROM
from briefing.patterns import Pattern
from briefing.report import Report, report_texts

FORMER_BODY = rule("form/former-body", Severity.WARNING)

_COMMAND = Pattern(r"Bộ (Chỉ huy (?:Bộ đội Biên phòng|BĐBP|Biên phòng))", re.IGNORECASE)


@over_reports
def issued_by_former_bodies(report: Report) -> Iterator[Finding]:
    """Yield bodies named as they were called before; a sentence may speak of the past."""
    if report.issued_on < TWO_LEVELS_FROM:
        return
    for path, text in report_texts(report):
        for found in _COMMAND.finditer(text):
            values = {"words": found[0], "now": f"Ban {found[1]}"}
            yield FORMER_BODY.found(report.origin(*path), dotted(path), values)

"""Lines of a letterhead in another language, for which the decree has no place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.findings import FieldPath, Finding, Severity, dotted, rule
from briefing.report import Report

FOREIGN = rule(
    "form/foreign-line",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.1, II.2",
)

_ENGLISH = re.compile(
    r"\b(?:committee|people(?:['’]s)?|province|district|commune|ward|department|republic|"
    r"public security|police|council|office)\b",
    re.IGNORECASE,
)


@over_reports
def foreign_lines(report: Report) -> Iterator[Finding]:
    """Yield the lines of a letterhead that are English: it names the body in Vietnamese alone.

    The State's name and motto stand in Vietnamese (II.1), the body by its official name (II.2).
    """
    for key in ("parent", "lines"):
        for at, text in enumerate(getattr(report.issuer, key)):
            if _ENGLISH.search(text):
                path: FieldPath = ("issuer", key, at)
                yield FOREIGN.found(report.origin(*path), dotted(path), {"text": text})

"""Years that a pack types into the sentences and recipients that it gives every report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.printed.whose_words import FIRST_AND_LAST, is_of_a_pack
from briefing.checking.register import over_reports
from briefing.findings import FieldPath, Finding, Severity, dotted, rule
from briefing.report import Report

STALE = rule("locality/stale-year")
RECIPIENT = rule("locality/recipient-with-year", Severity.WARNING)

_YEAR = re.compile(r"(?<!\w)năm ((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
OF_ANOTHER_TIME = re.compile(
    r"nghị quyết|kế hoạch|chỉ thị|luật|nghị định|quyết định|đại hội|nhiệm kỳ|giai đoạn|so với|"
    r"đến năm|từ năm|ngày \d|tháng \d",
    re.IGNORECASE,
)
"""What has a year of its own."""

_BEFORE = 60
_CENTURIES = ("19", "20")


_BARE = re.compile(
    r"(?<!\w)(?:công tác|tổng kết|sơ kết|kết quả|nhiệm vụ|hội nghị) ((?:19|20)\d\d)(?![\d/])",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?<!\w)(?:từ|(?:tính )?đến)(?: hết)?(?: ngày| tháng)? (?:\d{1,2}[/-])?\d{1,2}[/-](20\d\d)",
    re.IGNORECASE,
)


def right_years(report: Report) -> set[int]:
    """Return the years that a report is about, and the one that it looks ahead to."""
    first = report.period.first_year or report.period.year
    return {*range(first, report.period.year + 1), report.coming_period.year}


def years_in(text: str) -> Iterator[re.Match[str]]:
    """Yield the years of what a sentence is about: ``năm 2023``, ``công tác 2023``."""
    if not any(century in text for century in _CENTURIES):
        return
    for match in (*_YEAR.finditer(text), *_BARE.finditer(text)):
        if not OF_ANOTHER_TIME.search(text[max(0, match.start() - _BEFORE) : match.start()]):
            yield match


def _last_day_in(text: str) -> list[re.Match[str]]:
    """Return the last of the days from and up to which numbers were counted, if there is one."""
    return sorted(_COUNTED.finditer(text), key=lambda match: int(match[1]))[-1:]


@over_reports
def stale_years_of_packs(report: Report) -> Iterator[Finding]:
    """Yield the sentences and recipients of packs that name another year than the report's."""
    right = right_years(report)
    for path, text in _texts(report):
        # What the input says itself is the officer's.
        if not is_of_a_pack(report, path):
            continue
        origin = report.origin(*path)
        for match in (*years_in(text), *_last_day_in(text)):
            values = {"text": text, "found": match[1], "period": report.period.name}
            if path[0] == "recipients" and int(match[1]) < min(right):
                yield RECIPIENT.found(origin, dotted(path), values)
            elif path[0] != "recipients" and int(match[1]) not in right:
                yield STALE.found(origin, dotted(path), values)


def _texts(report: Report) -> Iterator[tuple[FieldPath, str]]:
    for key in FIRST_AND_LAST:
        if text := getattr(report, key):
            yield (key,), text
    for key in ("addressees", "copies"):
        for at, text in enumerate(getattr(report.recipients, key)):
            yield ("recipients", key, at), text

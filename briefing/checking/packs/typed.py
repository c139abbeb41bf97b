"""What templates type into a document of their own: numbers beside facts, years of the past.

A template serves every year and says no number; one that it says all the same is held against the
others as a number that an input types.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from briefing.checking.printed.lines import PrintedLine, Standing
from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.register import over_documents
from briefing.checking.shared import book_of
from briefing.checking.typed.beside import beside_names, judges_of
from briefing.checking.typed.contradictions import MOST, TOO_MANY, Contradictions, may_claim
from briefing.figures.filling import Filled
from briefing.findings import Finding, LooksAt, Severity, rule
from briefing.patterns import Pattern
from briefing.report import Report
from briefing.vietnamese import format_number

TYPED_YEAR = rule(
    "template/stale-year", Severity.ERROR, Severity.WARNING, looks_at=LooksAt.DOCUMENT
)
NOT_READ = rule("template/not-all-read", Severity.WARNING, looks_at=LooksAt.DOCUMENT)

READ = 100_000
"""How many characters of lines with typed numbers are read; each takes its time."""

_DIGIT = Pattern(r"[0-9]")
_YEAR = Pattern(r"(?<!\w)năm (\d{4})(?!\d)", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|(?<=[.;:] ))(?:Trong )?năm (\d{4})(?=,)", re.IGNORECASE)
_COUNTED_TO = re.compile(
    r"(?:tính đến|số liệu)[^.;]{0,20}? ngày \d{1,2}[/-]\d{1,2}[/-]((?:19|20)\d\d)", re.IGNORECASE
)
_OF_ANOTHER_TIME = Pattern(
    r"so với|so sánh|cùng kỳ|giai đoạn|nghị quyết|kế hoạch|chỉ thị|luật|nghị định|đại hội|tầm nhìn|"
    r"đến năm|từ năm",
    re.IGNORECASE,
)
"""What headings speak of that has a year of its own."""

ToldLine = tuple[PrintedLine, int, int, Finding]
"""A finding, and the words of a line that it speaks of."""


@over_documents
def typed_by_templates(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield what the words of a template say against each other, or against the facts beside."""
    lines = [line for line in printed.distinct if line.own]
    if not lines:
        return
    placed: list[Finding] = []
    for line, start, end, finding in _found(printed.report, lines):
        place = printed.typed_at(line.said.pieces(start, end))
        found = replace(finding, origin=place)
        # A loop says the same again and again.
        if found in placed:
            continue
        placed.append(found)
        yield found
        if len(placed) == MOST:
            yield TOO_MANY.found(place, values={"most": MOST})
            return


def _found(report: Report, lines: list[PrintedLine]) -> Iterator[ToldLine]:
    contradictions, book, left, told = Contradictions(report), book_of(report), READ, False
    judges = judges_of(report, book)
    for line in lines:
        said, claims = line.said, may_claim(line.text)
        left -= len(line.text) if claims else 0
        if claims and left < 0 and not told:
            told = True
            yield line, 0, 0, NOT_READ.found(values={"limit": format_number(READ)})
        if claims and left >= 0:
            for statement, finding in contradictions.in_text(said, "", None):
                if _is_own(said, statement.start, statement.end):
                    yield line, statement.start, statement.end, finding
        for start, end, finding in beside_names(judges, book, said):
            if not said.within(start, end):
                yield line, start, end, finding
        yield from _years(report, line)


def _is_own(said: Filled, start: int, end: int) -> bool:
    """Say whether a statement is the template's: it types a number, or joins two figures."""
    if _DIGIT.search(said.typed(start, end)):
        return True
    names = {span.reference.name for span in said.within(start, end)}
    return len(names) > 1 and "" not in names


def _years(report: Report, line: PrintedLine) -> Iterator[ToldLine]:
    """Yield typed years that a title cannot mean, and past ones that open a part or a sentence."""
    year, following = report.period.year, report.coming_period.year
    first = report.period.first_year or year
    title = line.standing is Standing.TITLE
    for match in _typed_years(line):
        found = int(match[1])
        if found == following or first <= found <= year or (found > year and not title):
            continue
        values = {"found": found, "year": year, "next_year": following}
        severity = Severity.ERROR if title else Severity.WARNING
        yield line, match.start(), match.end(), TYPED_YEAR.found(values=values, severity=severity)


def _typed_years(line: PrintedLine) -> Iterator[re.Match[str]]:
    """Yield the years of a line that say what it is about, as far as the template types them."""
    of_another = line.standing is Standing.HEADING and _OF_ANOTHER_TIME.search(line.text)
    patterns = (_OPENS, _COUNTED_TO) if line.standing is Standing.TEXT else (_YEAR,)
    found = chain.from_iterable(pattern.finditer(line.text) for pattern in patterns)
    for match in () if of_another else found:
        if not line.said.within(match.start(1), match.end(1)):
            yield match

"""What templates of packs leave out of a title or say wrongly in it, and annexes they send to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.packs.placed import cut
from briefing.checking.printed.lines import PrintedLine
from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.printed.whose_words import packs_word_a_year
from briefing.checking.register import over_documents
from briefing.checking.units import plain_words
from briefing.findings import Finding, LooksAt, Severity, rule
from briefing.patterns import Pattern
from briefing.vietnamese import QUARTER, roman

OTHER_PART = rule("template/title-of-other-period", looks_at=LooksAt.DOCUMENT)
NO_SUBJECT = rule("template/title-without-subject", Severity.WARNING, looks_at=LooksAt.DOCUMENT)
NO_ANNEX = rule(
    "template/no-such-annex", Severity.ERROR, Severity.WARNING, looks_at=LooksAt.DOCUMENT
)

_PART = re.compile(
    rf"(?<!\w)(?:(?:\d{{1,2}}|sáu|chín) tháng(?: đầu| cuối)?(?= năm)|{QUARTER}(?!\w))",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"[Pp]hụ lục (?:số )?([IVX]{1,4}|\d{1,2})(?![\w/])"
    r"(?!\s+(?:ban hành|của|Nghị|Thông|kèm theo (?:Nghị|Thông|Quyết|Kế|Công)))"
)
_SENT_ALONG = Pattern(r"(?:phụ lục|biểu|bảng)[^.;,]{0,40}? kèm theo", re.IGNORECASE)
_ROMAN = {roman(number): number for number in range(1, 99)}


@over_documents
def parts_of_years_in_titles(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield a title that types a part of the year over a report on the whole of it."""
    report, line = printed.report, printed.whole.subject
    if not packs_word_a_year(report):
        return
    for match in _PART.finditer(line.text):
        if not line.said.within(*match.span()):
            values = {"words": match[0], "period": report.period.name}
            yield OTHER_PART.found(printed.place_of(line), values=values)


@over_documents
def titles_without_subject(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield a warning for a title that no longer tells what the report is about."""
    if printed.beneath is None or not printed.beneath.alike:
        return
    line, usual = printed.whole.subject, printed.beneath.whole.subject
    here, there = _facts(line), _facts(usual)
    if not line.text or "title" in here:
        return
    report = printed.report
    subject = plain_words(report.subject or "")
    if "subject" in there - here and subject not in plain_words(line.text):
        values = {"text": cut(line.text), "fact": cut(report.subject or "")}
        yield NO_SUBJECT.found(printed.place_of(line), values=values)


def _facts(line: PrintedLine) -> set[str]:
    return {path.partition(".")[0] for _, _, path in line.facts}


@over_documents
def annexes_that_are_not_there(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield typed words that send to an annex with a number that none has, or to one at all.

    Where there is none, it may be a file of its own.
    """
    if not printed.report.pack_folders:
        return
    for line in printed.whole.typed_in:
        for match in _NUMBERED.finditer(line.text) if printed.whole.annexes else ():
            number = _ROMAN.get(match[1]) or int(match[1] if match[1].isdigit() else 0)
            if number > printed.whole.annexes and not line.said.within(*match.span()):
                yield _sent_to(printed, line, match[0], Severity.ERROR)
        along = _SENT_ALONG.search(line.text) if not printed.whole.annexes else None
        if along and not line.said.within(*along.span()):
            yield _sent_to(printed, line, along[0], Severity.WARNING)


def _sent_to(printed: PrintedFacts, line: PrintedLine, words: str, severity: Severity) -> Finding:
    values = {"words": words, "text": cut(line.text), "count": printed.whole.annexes}
    return NO_ANNEX.found(printed.place_of(line), values=values, severity=severity)

"""Titles and headings that templates and packs word for another type, another year, or twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.packs.placed import content_below, content_of, headings_around
from briefing.checking.packs.typed import TYPED_YEAR
from briefing.checking.packs.years import OF_ANOTHER_TIME, right_years, years_in
from briefing.checking.printed.lines import PrintedLine
from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.printed.outermost_keys import keys_ahead, outermost_of, period_of
from briefing.checking.printed.whole import PrintedPart, PrintedWhole
from briefing.checking.printed.whose_words import facts_around, is_headed_by_input
from briefing.checking.register import over_documents
from briefing.findings import Finding, LooksAt, Severity, rule
from briefing.patterns import Pattern
from briefing.standards import other_type

OTHER_TYPE = rule(
    "form/other-type",
    looks_at=LooksAt.DOCUMENT,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3 và Phụ lục III, mục I",
)
OTHER_PERIOD = rule("template/heading-of-other-period", looks_at=LooksAt.DOCUMENT)
EMPTY = rule("template/heading-without-text", Severity.WARNING, looks_at=LooksAt.DOCUMENT)
UNMENTIONED = rule("template/annex-not-mentioned", Severity.WARNING, looks_at=LooksAt.DOCUMENT)

_YEAR = re.compile(r"(?<!\w)năm ((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_ANNEX = Pattern(r"phụ lục|biểu|kèm theo", re.IGNORECASE)
_LATELY = 3
"""How many years back a year is that a pack was written in; older ones have a name by it."""

_REACHED = re.compile(r"figures\.[^.]+\.value")
_OPENS = Pattern(r"\s*(?:trong )?$", re.IGNORECASE)
_BEFORE = 60


@over_documents
def types_of_titles(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield a title of one type of document over the symbol of another (Phụ lục III)."""
    kind, symbol = printed.whole.kind, printed.whole.symbol
    # A kind that says so itself is told with the report.
    if any(finding.rule == OTHER_TYPE.id for finding in printed.known):
        return
    if kind.text and symbol and (other := other_type(kind.text, symbol)):
        values = {"title": kind.text, "symbol": symbol, "other": other}
        yield OTHER_TYPE.found(printed.place_in_pack([kind.text]), values=values)


@over_documents
def years_of_titles(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield years of the past that templates bring into a title."""
    if printed.beneath is None or not printed.whole.subject.text:
        return
    line, report = printed.whole.subject, printed.report
    usual = set(_YEAR.findall(printed.beneath.whole.subject.text))
    for match in _YEAR.finditer(line.text):
        past = match[1] not in usual and int(match[1]) < min(right_years(report))
        # A typed one is told with all that is typed.
        if past and line.said.within(match.start(1), match.end(1)):
            yield _stale(printed, line, match, Severity.ERROR)


@over_documents
def years_of_first_and_last_words(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield years of other periods in the first and last sentences that templates word."""
    report, lines = printed.report, printed.whole.running
    if not lines or not report.pack_folders:
        return
    for line in dict.fromkeys([*printed.whole.opening, lines[-1]]):
        for match in years_in(line.text):
            before = line.text[max(0, match.start() - _BEFORE) : match.start()]
            # A year that opens a sentence is told with all that is typed.
            if int(match[1]) in right_years(report) or _OPENS.fullmatch(before):
                continue
            if not _is_said(line, match):
                yield _stale(printed, line, match, Severity.ERROR)


def _is_said(line: PrintedLine, match: re.Match[str]) -> bool:
    """Say whether the input says a year; that of its period is worded by templates."""
    return any(not path.startswith(("period", "next_")) for path in facts_around(line, match))


def _stale(
    printed: PrintedFacts, line: PrintedLine, match: re.Match[str], severity: Severity
) -> Finding:
    report = printed.report
    values = {"found": match[1], "year": report.period.year}
    values["next_year"] = report.coming_period.year
    place = printed.place_of(line)
    return TYPED_YEAR.found(place, values=values, severity=severity)


@over_documents
def headings_of_other_periods(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield headings of packs that name one period over what belongs to the other alone."""
    report = printed.report
    this, coming = report.period, report.coming_period
    if not report.pack_folders or this.type != "year" or coming.year == this.year:
        return
    # What tells of no results may plan for the very period.
    if not any(outermost_of(content_of(part.lines)) - keys_ahead() for part in printed.whole.main):
        return
    for at, part in enumerate(printed.whole.main):
        years = {int(year) for year in _YEAR.findall(part.title)}
        if part.heading is None or len(years) != 1 or OF_ANOTHER_TIME.search(part.title):
            continue
        if is_headed_by_input(part) or _is_of_others(printed, part.title, at):
            continue
        own = period_of(report, outermost_of(content_below(printed.whole.main, at)))
        other = this if own == coming else coming
        stale = years <= {*range(this.year - _LATELY, this.year)} - right_years(report)
        if own and (years == {other.year} or stale):
            values = {"heading": part.title, "period": own.name}
            place = printed.place_in_pack([part.title, part.heading.typed])
            yield OTHER_PERIOD.found(place, values=values)


@over_documents
def annexes_of_other_periods(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield annexes of what was reached that packs give the year of another period."""
    report = printed.report
    if not report.pack_folders or report.period.type != "year":
        return
    for number in range(1, printed.whole.annexes + 1):
        first, *rest = (part for part in printed.whole.parts if part.annex == number)
        years = {int(year) for year in _YEAR.findall(first.title)}
        title = first.heading or PrintedLine("")
        said = any(path.startswith("annexes") for _, _, path in title.facts)
        facts = (f for part in rest for line in part.all_lines for _, _, f in line.facts)
        reached = any(_REACHED.fullmatch(path) for path in facts)
        if said or not reached or len(years) != 1 or OF_ANOTHER_TIME.search(first.title):
            continue
        if not years <= {report.period.year, report.period.first_year}:
            values = {"heading": first.title, "period": report.period.name}
            place = printed.place_in_pack([first.title, title.typed])
            yield OTHER_PERIOD.found(place, values=values)


def _is_of_others(printed: PrintedFacts, title: str, at: int) -> bool:
    """Say whether a heading stands over what usually stands under others, which is told."""
    usual = headings_around(printed.beneath.whole.main) if printed.beneath else {}
    titles = {one for around in usual.values() for one in around}
    return title in titles and not any(
        title in usual.get(one, ()) for one in content_below(printed.whole.main, at)
    )


@over_documents
def headings_without_text(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield headings that templates of packs print with nothing below them."""
    if printed.beneath is None or not printed.beneath.whole.parts:
        return
    usual = set(_bare(printed.beneath.whole))
    for title in _bare(printed.whole):
        if title not in usual:
            yield EMPTY.found(printed.place_in_pack([title]), values={"heading": title})


def _bare(whole: PrintedWhole) -> Iterator[str]:
    """Yield the headings below which no text stands; the words that close a text are not theirs."""
    for part, following in _pairs(whole.parts):
        lines = [line for line in part.lines if line.text.strip()]
        if lines and _closes(whole, lines[-1]):
            lines.pop()
        deeper = following is not None and following.level > part.level
        # The title of an annex stands alone; what the annex says comes behind it.
        of_annex = part.annex and part.heading and part.level == 0
        deeper = deeper or bool(of_annex and _is_filled(whole, part.annex))
        if part.heading and not lines and not part.tables and not deeper:
            yield part.title


def _is_filled(whole: PrintedWhole, annex: int) -> bool:
    """Say whether an annex says anything but its title."""
    parts = [part for part in whole.parts if part.annex == annex]
    return any(part.tables or any(line.text.strip() for line in part.lines) for part in parts)


def _pairs(
    parts: tuple[PrintedPart, ...],
) -> Iterator[tuple[PrintedPart, PrintedPart | None]]:
    yield from zip(parts, (*parts[1:], None), strict=True)


def _closes(whole: PrintedWhole, line: PrintedLine) -> bool:
    mark = whole.end_mark or ""
    return len(mark) > 1 and line.text.rstrip().endswith(mark) and not content_of([line])


@over_documents
def annexes_of_templates(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield annexes that the text names no longer, or never, once a pack has its own templates."""
    if printed.beneath is None or not printed.whole.annexes:
        return
    usual, here = printed.beneath.whole.running, printed.whole.running
    named = not printed.beneath.alike or any(_ANNEX.search(line.text) for line in usual)
    if named and not any(_ANNEX.search(line.text) for line in here):
        title = next(part.title for part in printed.whole.parts if part.annex)
        yield UNMENTIONED.found(printed.place_in_pack([title]), values={"annex": title})

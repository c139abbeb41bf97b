"""First and last sentences of packs that speak of another period, or another type of document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.packs.placed import cut
from briefing.checking.printed.lines import PrintedLine
from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.printed.whose_words import is_said, packs_word_a_year
from briefing.checking.register import over_documents
from briefing.checking.units import plain_words
from briefing.findings import Finding, LooksAt, Severity, misspelled, rule
from briefing.patterns import Pattern
from briefing.standards import document_types, symbol_of_type
from briefing.vietnamese import PART_OF_YEAR, marked_anew, without_marks

OTHER_PART = rule("template/sentence-of-other-period", looks_at=LooksAt.DOCUMENT)
OTHER_KIND = rule(
    "template/sentence-of-other-type",
    Severity.ERROR,
    Severity.WARNING,
    looks_at=LooksAt.DOCUMENT,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục III, mục I",
)
MISSPELT = rule(
    "form/misspelt-type",
    Severity.ERROR,
    Severity.WARNING,
    looks_at=LooksAt.DOCUMENT,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục III, mục I",
)

_PART = Pattern(
    rf"(?<!\w)(?:{PART_OF_YEAR}"
    r"|tuần (?:thứ )?\d{1,2}|(?<!ngày )(?<!\d )tháng \d{1,2})(?![\w/])(?! tháng| năm nay)",
    re.IGNORECASE,
)
_TELLS = Pattern(
    r"(?:kết quả|báo cáo|thông báo|tổng kết|sơ kết|tình hình|công tác)(?P<between>[^.;:()]*)$",
    re.IGNORECASE,
)
_ELSE = Pattern(
    r"so với|cùng kỳ|trong đó|nhiệm vụ|phương hướng|kế hoạch|chương trình|ước|từ |đến |ngày \d",
    re.IGNORECASE,
)
_TYPE_SAID = re.compile(r"(?:trên|dưới) đây là (?:toàn bộ |nội dung |toàn văn )?", re.IGNORECASE)
_TELLING = frozenset({"BC", "TB", "TC"})
"""A report and a notice tell of the same things, so one is easily called the other."""


@over_documents
def parts_of_years_in_frame_sentences(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield first and last sentences of packs that tell of a part of the year alone.

    One that names the period of the report as well speaks of both.
    """
    report = printed.report
    if not packs_word_a_year(report):
        return
    for line in _frame_lines(printed):
        names_own = re.search(rf"(?<!\d){report.period.year}(?!\d)", line.text)
        for match in () if names_own else _PART.finditer(line.text):
            told = _TELLS.search(line.text, 0, match.start())
            if told is None or _ELSE.search(told["between"]) or is_said(report, line, match):
                continue
            values = {"words": match[0], "period": report.period.name, "text": cut(line.text)}
            yield OTHER_PART.found(printed.worded_at(line), values=values)
            break


@over_documents
def other_types_in_frame_sentences(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield last sentences of packs that call the document by another type than its title."""
    own = symbol_of_type(printed.whole.kind.text)
    if not printed.report.pack_folders or own is None:
        return
    for line in _frame_lines(printed):
        said = _TYPE_SAID.search(line.text)
        other = symbol_of_type(line.text[said.end() :]) if said else None
        if said is None or other in (None, own) or is_said(printed.report, line, said):
            continue
        severity = Severity.WARNING if {own, other} <= _TELLING else Severity.ERROR
        names = {letters: name for name, letters in document_types().items()}
        values = {"other": names[other or own], "title": printed.whole.kind.text}
        values["text"] = cut(line.text)
        yield OTHER_KIND.found(printed.worded_at(line), values=values, severity=severity)


@over_documents
def misspelt_types(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield a title of a pack's own kind that is a type of the decree but for a slip."""
    title = plain_words(printed.whole.kind.text)
    if not title or symbol_of_type(title) is not None or not printed.report.pack_folders:
        return
    title = marked_anew(title, "old")
    types = {plain_words(name): name for name in document_types()}
    bare = {without_marks(plain): name for plain, name in types.items()}
    # Marks alone are no other word; another letter may be one.
    marks = bare.get(without_marks(title)) if title not in types else None
    meant = marks or types.get(misspelled(title, types) or "")
    if meant and title not in types:
        severity = Severity.ERROR if marks else Severity.WARNING
        values = {"title": printed.whole.kind.text, "meant": meant}
        place = printed.place_in_pack([printed.whole.kind.text])
        yield MISSPELT.found(place, values=values, severity=severity)


def _frame_lines(printed: PrintedFacts) -> list[PrintedLine]:
    """Return the first and last sentences of a document."""
    return list(dict.fromkeys([*printed.whole.opening, *printed.whole.running[-1:]]))

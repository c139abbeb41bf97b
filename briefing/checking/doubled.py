"""Words typed beside a name that the name says already: ``{vu} vụ``, ``Tết Nguyên đán {tet}``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.checking.shared import said_in, texts_with
from briefing.figures.filling import Filled, NameSpan
from briefing.findings import Finding, Severity, dotted, rule
from briefing.report import Report

DOUBLED = rule("text/said-twice", Severity.WARNING)

_WORD = re.compile(r"\w+")
_WORDS_AFTER = re.compile(r" \w+(?: \w+){0,3}|%")
_MOST = 4
"""How many words are compared."""

_REACH = 200
"""Signs before a name that are looked at; a text may hold thousands of names."""


@over_reports
def words_said_twice(report: Report) -> Iterator[Finding]:
    """Yield names before or behind which their own first or last words are typed once more."""
    for path, text in texts_with(report, "{"):
        said = said_in(report, text)
        for span in said.spans:
            words = (
                _before(said, span) or _behind(report, said, span) or _of_person(report, said, span)
            )
            if words:
                values = {"words": words, "name": str(span.reference)}
                yield DOUBLED.found(report.origin(*path), dotted(path), values)


def _before(said: Filled, span: NameSpan) -> str:
    """Return the words before a name with which it begins itself."""
    typed = _words_before(said.text, span.start)
    if not typed:
        return ""
    own = said.text[span.start : span.end].split()
    for count in range(min(len(typed), len(own), _MOST), 0, -1):
        words = " ".join(own[:count])
        if words.casefold() == " ".join(typed[-count:]).casefold() and words[:1].isalpha():
            return words
    return ""


def _words_before(text: str, end: int) -> list[str]:
    """Return the last words before a place with nothing but single spaces between."""
    if text[end - 1 : end] != " ":
        return []
    words: list[str] = []
    for word in reversed(text[max(0, end - _REACH) : end - 1].rsplit(" ", _MOST)[-_MOST:]):
        if not _WORD.fullmatch(word):
            break
        words.insert(0, word)
    return words


def _behind(report: Report, said: Filled, span: NameSpan) -> str:
    """Return the words behind a name with which it ends itself: its unit, or several words.

    One word may be another's beginning: ``3 ổ dịch`` and ``dịch tả``.
    """
    found = _WORDS_AFTER.match(said.text[span.end : span.end + _REACH])
    own = said.text[span.start : span.end]
    if found and found[0] == "%":
        return "%" if own.endswith("%") else ""
    typed, last = found[0].split() if found else [], own.split()
    figure = report.figures.get(span.reference.name)
    unit = (figure.unit or "").casefold() if figure else ""
    for count in range(min(len(typed), len(last), _MOST), 0, -1):
        words = " ".join(last[-count:])
        same = words.casefold() == " ".join(typed[:count]).casefold() and words[:1].isalpha()
        if same and (count > 1 or words.casefold() == unit):
            return words
    return ""


def _of_person(report: Report, said: Filled, span: NameSpan) -> str:
    """Return the name or a post of a person that is typed beside what says it already."""
    name = span.reference.name
    person = report.people.get(name) if name not in report.figures else None
    if person is None:
        return ""
    posts = [] if span.reference.part else person.posts
    before = said.text[max(0, span.start - _REACH) : span.start].rstrip(" ,").casefold()
    behind = said.text[span.end : span.end + _REACH].lstrip(" ,").casefold()
    for words in filter(None, (person.name, *posts)):
        own = re.escape(words.casefold())
        if re.search(rf"(?<!\w){own}$", before) or re.match(rf"{own}(?!\w)", behind):
            return words
    return ""

"""Words typed beside a name that the name says already: ``{vu} vụ``, ``Tết Nguyên đán {tet}``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.figures import Phrasebook
from briefing.figures.filling import Filled, Span, filled
from briefing.findings import Finding, Severity, dotted, rule
from briefing.report import Report, report_texts

DOUBLED = rule("text/said-twice", Severity.WARNING)

_WORDS_BEFORE = re.compile(r"(?:\w+ ){0,3}\w+ $")
_WORDS_AFTER = re.compile(r" \w+(?: \w+){0,3}|%")
_MOST = 4
"""How many words are compared."""


@over_reports
def words_said_twice(report: Report) -> Iterator[Finding]:
    """Yield names before or behind which their own first or last words are typed once more."""
    book: Phrasebook | None = None
    for path, text in report_texts(report):
        if "{" not in text:
            continue
        book = book or Phrasebook(report)
        said = filled(book, text)
        for span in said.spans:
            words = _before(said, span) or _behind(report, said, span)
            if words:
                values = {"words": words, "name": str(span.reference)}
                yield DOUBLED.found(report.origin(*path), dotted(path), values)


def _before(said: Filled, span: Span) -> str:
    """Return the words before a name with which it begins itself."""
    found = _WORDS_BEFORE.search(said.text[: span.start])
    typed = found[0].split() if found else []
    own = said.text[span.start : span.end].split()
    for count in range(min(len(typed), len(own), _MOST), 0, -1):
        words = " ".join(own[:count])
        if words.casefold() == " ".join(typed[-count:]).casefold() and words[:1].isalpha():
            return words
    return ""


def _behind(report: Report, said: Filled, span: Span) -> str:
    """Return the words behind a name with which it ends itself: its unit, or several words.

    One word may be another's beginning: ``3 ổ dịch`` and ``dịch tả``.
    """
    found = _WORDS_AFTER.match(said.text[span.end :])
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

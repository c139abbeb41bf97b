"""A change typed behind the name of a figure, against the earlier value that the figure has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.figures import FigureBook
from briefing.figures.filling import Filled, NameSpan
from briefing.figures.statements import Change, Pair, Statement
from briefing.figures.text.units import same_base
from briefing.patterns import Pattern
from briefing.report import Figure

_JOINED = Pattern(r"\s*[,(]?\s*")
_AGAINST = Pattern(r"\)?,?\s*so với ([^.,;()\n]+)")
_SENTENCE = Pattern(r"[.;:\n](?!\d)")
_PERIOD = Pattern(r"(?:năm|tháng|quý|ngày) [\dIVX/]+", re.IGNORECASE)
_DIGIT = Pattern(r"\d")
_LAST = ("cùng kỳ", "cùng kỳ năm trước", "cùng kỳ năm ngoái", "năm trước", "năm ngoái")
"""What the period before is called without its year."""

_OTHER_WORDS = ("approximate", "out_of", "rate", "beside", "criteria", "items", "exact")
"""What makes a figure print more than its value."""


def with_earlier_value(book: FigureBook, said: Filled, statement: Statement) -> Statement | None:
    """Return a typed change with the two values of the figure whose name stands before it.

    ``None`` when its words do not settle that it is this figure's, against the period before:
    another number stands before the name, another unit or another base is named.
    """
    change = statement.content
    if not isinstance(change, Change) or change.pair or said.within(statement.start, statement.end):
        return None
    span = next(_just_before(said, statement.start), None)
    if span is None or span.reference.name not in book.figures:
        return None
    name = span.reference.name
    pair = _values(book, name)
    if pair is None or not _same_base(book, name, said.text[statement.end :]):
        return None
    if change.amount is not None and not same_base(change.amount.unit, pair.unit):
        return None
    return replace(
        statement,
        content=replace(change, pair=pair),
        start=span.start,
        quote=said.text[span.start : statement.end],
        tight=True,
        adjacent=True,
    )


def _just_before(said: Filled, start: int) -> Iterator[NameSpan]:
    """Yield the name that alone states a number in the sentence before a place."""
    for span in said.spans:
        if span.end <= start and _JOINED.fullmatch(said.text, span.end, start):
            begun = [match.end() for match in _SENTENCE.finditer(said.text, 0, span.start)]
            before = said.text[begun[-1] if begun else 0 : span.start]
            if span.reference.part in ("", "quantity") and not _numbered(before):
                yield span


def _numbered(text: str) -> bool:
    return _DIGIT.search(_PERIOD.sub("", text)) is not None


def _values(book: FigureBook, name: str) -> Pair | None:
    figure: Figure = book.figures[name]
    before = book.previous(name)
    if figure.value is None or before is None or figure.up_to is not None:
        return None
    if any(getattr(figure, key) not in (None, (), []) for key in _OTHER_WORDS):
        return None
    return Pair(figure.value, before, figure.unit or "", figure.qualifier or "")


def _same_base(book: FigureBook, name: str, after: str) -> bool:
    """Say whether the words after a change name the period of the earlier value."""
    match = _AGAINST.match(after)
    if match is None:
        return False
    base, named = book.base(name), match[1].strip().lower()
    own = {base.lower(), base.lower().removeprefix("cùng kỳ ")}
    change = book.figures[name].change
    general = () if change and change.base else _LAST
    return named in own or named in general

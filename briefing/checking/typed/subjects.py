"""The figure that a sentence types a number of: its name stands right before, or its words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from briefing.checking.typed.other_scope import speaks_of_others
from briefing.figures import FigureBook
from briefing.figures.filling import Filled
from briefing.patterns import Pattern
from briefing.report import Figure, Report

NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"

_CHANGE = rf",? ?(?:tăng|giảm) (?:{NUMBER})(?:%| [^\d,;%]+?)(?: so với [^,;%]+)?"
_REACHED = rf",? ?(?:đạt|bằng|vượt) (?:{NUMBER})% [^\d,;%]+"
_BETWEEN = rf"(?:{_CHANGE}|{_REACHED})?,? ?\(?"
_BEHIND_NAME = Pattern(_BETWEEN)
_TYPED = Pattern(
    r"(?P<label>[^\d%,;:{}()]+?)(?: năm (?P<year>\d{4}))?(?: (?:ước|thực hiện|đã|cả năm|năm nay))*"
    rf"(?: (?:đạt|là) (?P<number>{NUMBER}) (?P<unit>[^\d,;%]+?))?{_BETWEEN}",
    re.IGNORECASE,
)
_SENTENCE = Pattern(r"[.;!?\n](?=\s|$)")
_CLAUSE = Pattern(r"[,:] ")
_STARTS = ("tổng số ", "số lượng ", "số ")
_MORE = ("approximate", "qualifier", "out_of", "rate", "beside", "criteria", "items", "exact")
"""What makes a figure print more than its value."""


class Subject(NamedTuple):
    """The figure that a sentence speaks of, from where on, and if nothing else can be meant."""

    name: str
    begin: int
    certain: bool


def says_more(figure: Figure) -> bool:
    """Say whether a figure prints other numbers than its value."""
    return figure.value is None or any(
        getattr(figure, key) not in (None, "", (), []) for key in _MORE
    )


def decimal(printed: str) -> Decimal:
    """Return a number as it is printed: ``1.315,5``."""
    return Decimal(printed.replace(".", "").replace(",", "."))


class Subjects:
    """Finds the figure that stands right before a place of a text."""

    def __init__(self, report: Report, book: FigureBook) -> None:
        self._report = report
        self._book = book

    def before(self, said: Filled, at: int, *, named: bool = True) -> Subject | None:
        """Return the figure whose name or words stand right before a place.

        With its name, or with its value beside its words, it is certain. Where a sentence names
        another year, place or plan before the words, they are of something else. Those behind a
        name are left alone unless they are asked for.
        """
        start = max((m.end() for m in _SENTENCE.finditer(said.text, 0, at)), default=0)
        spans = said.within(start, at)
        if spans:
            span = spans[-1]
            figure = self._book.figures.get(span.reference.name)
            whole = figure and span.reference.part in ("", "quantity") and not says_more(figure)
            joined = named and whole and _BEHIND_NAME.fullmatch(said.text, span.end, at)
            return Subject(span.reference.name, span.start, certain=True) if joined else None
        for begin in (start, *(m.end() for m in _CLAUSE.finditer(said.text, start, at))):
            typed = _TYPED.fullmatch(said.text, begin, at)
            name = typed and self._labels.get(_plain(typed["label"]))
            if typed and name:
                return self._of_words(name, typed, said.text[start:begin])
        return None

    def _of_words(self, name: str, typed: re.Match[str], before: str) -> Subject | None:
        figure = self._book.figures[name]
        if typed["year"] and int(typed["year"]) != self._report.period.year:
            return None
        if speaks_of_others(self._report, before) or says_more(figure):
            return None
        same = typed["number"] is None or (
            decimal(typed["number"]) == figure.value and typed["unit"] == figure.unit
        )
        certain = typed["number"] is not None
        return Subject(name, typed.start(), certain=certain) if same else None

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        """The figures by their labels; labels of two figures name neither."""
        found: dict[str, str] = {}
        for name, figure in self._book.figures.items():
            label = _plain(figure.label)
            found[label] = "" if label in found else name
        return found


def _plain(label: str) -> str:
    small = " ".join(label.lower().split())
    return next((small.removeprefix(one) for one in _STARTS if small.startswith(one)), small)

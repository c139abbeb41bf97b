"""Percentages of a plan that sentences type, against the plan that a figure declares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from briefing.checking.other_scope import speaks_of_others
from briefing.figures import FigureBook
from briefing.figures.claims import Claim, claims_of
from briefing.figures.filling import Filled
from briefing.figures.fulfilment import TARGET
from briefing.figures.printed import Agreement
from briefing.figures.slips import one_slip_apart
from briefing.findings import Finding, Severity, rule
from briefing.report import Figure, Report

STATED_FULFILMENT = rule("text/stated-fulfilment", Severity.ERROR, Severity.WARNING)

NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_SAME = ("kế hoạch", "chỉ tiêu", "mục tiêu")
"""Words that are said for each other."""

# A plan that is called more closely, as that of a province, may be another than the one declared.
_CLAIM = re.compile(
    rf"(?<!\w)(?P<verb>đạt|bằng|vượt|hoàn thành) (?P<percent>{NUMBER})% (?:so với )?(?:mức )?"
    r"(?P<word>kế hoạch|chỉ tiêu|mục tiêu|dự toán|nghị quyết)"
    r"(?: năm(?: (?P<year>\d{4}))?)?(?: đề ra| được giao)?(?=[.,;:)]|$| và )",
    re.IGNORECASE,
)
_CHANGE = rf",? ?(?:tăng|giảm) (?:{NUMBER})(?:%| [^\d,;%]+?)(?: so với [^,;%]+)?"
_REACHED = rf",? ?(?:đạt|bằng|vượt) (?:{NUMBER})% [^\d,;%]+"
_BETWEEN = rf"(?:{_CHANGE}|{_REACHED})?,? ?\(?"
_BEHIND_NAME = re.compile(_BETWEEN)
_TYPED = re.compile(
    r"(?P<label>[^\d%,;:{}()]+?)(?: năm (?P<year>\d{4}))?(?: (?:ước|thực hiện|đã|cả năm|năm nay))*"
    rf"(?: (?:đạt|là) (?P<number>{NUMBER}) (?P<unit>[^\d,;%]+?))?{_BETWEEN}",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.;!?\n](?=\s|$)")
_CLAUSE = re.compile(r"[,:] ")
_OF_TARGETS = ("figures/stated-fulfilment", "figures/stated-target")
_STARTS = ("tổng số ", "số lượng ", "số ")
_MORE = ("approximate", "qualifier", "out_of", "rate", "beside", "criteria", "items", "exact")
"""What makes a figure print more than its value."""


class _Subject(NamedTuple):
    """The figure that a sentence speaks of, from where on, and if nothing else can be meant."""

    name: str
    begin: int
    certain: bool


def says_more(figure: Figure) -> bool:
    """Say whether a figure prints other numbers than its value."""
    return figure.value is None or any(
        getattr(figure, key) not in (None, "", (), []) for key in _MORE
    )


class Fulfilments:
    """Judges the percentages of plans that the texts of a report type."""

    def __init__(self, report: Report, book: FigureBook) -> None:
        self._report = report
        self._book = book

    def in_text(self, said: Filled) -> Iterator[tuple[int, int, Finding]]:
        """Yield typed percentages that the plan of their figure does not give.

        Each with the places where it begins and ends. One behind the name of a figure, or behind
        its words and its value, is wrong; behind its words alone it may be of something else,
        unless it is the right one with two digits swapped.
        """
        ends = None
        for match in _CLAIM.finditer(said.text):
            if said.within(*match.span("percent")):
                continue
            ends = ends or [0, *(found.end() for found in _SENTENCE.finditer(said.text))]
            start = max(end for end in ends if end <= match.start())
            subject = self._subject(said, start, match)
            claim = subject and self._denied(subject.name, match)
            if subject and claim:
                slip = one_slip_apart(claim.computed, claim.stated.number)
                severity = Severity.ERROR if subject.certain or slip else Severity.WARNING
                told = {"quote": said.text[subject.begin : match.end()].strip(), "how": claim.how}
                told |= {"stated": claim.said, "computed": claim.in_unit(claim.computed)}
                found = STATED_FULFILMENT.found(values=told, severity=severity)
                yield match.start(), match.end(), found

    def _subject(self, said: Filled, start: int, match: re.Match[str]) -> _Subject | None:
        """Return the figure whose name or words stand right before a percentage of a plan."""
        if match["year"] and int(match["year"]) != self._report.period.year:
            return None
        spans = said.within(start, match.start())
        if spans:
            span = spans[-1]
            figure = self._book.figures.get(span.reference.name)
            named = figure and span.reference.part in ("", "quantity") and not says_more(figure)
            joined = named and _BEHIND_NAME.fullmatch(said.text, span.end, match.start())
            return _Subject(span.reference.name, span.start, certain=True) if joined else None
        for begin in (start, *(m.end() for m in _CLAUSE.finditer(said.text, start, match.start()))):
            typed = _TYPED.fullmatch(said.text, begin, match.start())
            name = typed and self._labels.get(_plain(typed["label"]))
            if typed and name:
                return self._of_words(name, typed, said.text[start:begin])
        return None

    def _of_words(self, name: str, typed: re.Match[str], before: str) -> _Subject | None:
        report, figure = self._report, self._book.figures[name]
        if typed["year"] and int(typed["year"]) != report.period.year:
            return None
        if speaks_of_others(report, before) or says_more(figure):
            return None
        same = typed["number"] is None or (
            _decimal(typed["number"]) == figure.value and typed["unit"] == figure.unit
        )
        certain = typed["number"] is not None
        return _Subject(name, typed.start(), certain=certain) if same else None

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        """The figures with a target by their labels; labels of two figures name neither."""
        found: dict[str, str] = {}
        for name, figure in self._book.figures.items():
            label = _plain(figure.label)
            found[label] = "" if label in found else name if figure.target else ""
        return found

    def _denied(self, name: str, match: re.Match[str]) -> Claim | None:
        """Return what the plan of a figure gives where it is not what is typed."""
        figure = self._book.figures[name]
        target = figure.target
        if target is None or target.at_most or not _is_called(target.word or TARGET, match["word"]):
            return None
        # It is judged as if the figure declared it.
        key = "stated_over" if match["verb"].lower() == "vượt" else "stated"
        stated = {"stated": None, "stated_over": None, key: _decimal(match["percent"])}
        declared = figure.model_copy(update={"target": target.model_copy(update=stated)})
        figures = {**self._report.figures, name: declared}
        judged = FigureBook(self._report.model_copy(update={"figures": figures}))
        return next(
            (
                claim
                for claim in claims_of(judged, name)
                if claim.rule in _OF_TARGETS and claim.agreement is Agreement.CONTRADICTED
            ),
            None,
        )


def _plain(label: str) -> str:
    small = " ".join(label.lower().split())
    return next((small.removeprefix(one) for one in _STARTS if small.startswith(one)), small)


def _is_called(own: str, typed: str) -> bool:
    words = [own.lower().removesuffix(" năm"), typed.lower()]
    return words[0] == words[1] or all(word in _SAME for word in words)


def _decimal(printed: str) -> Decimal:
    return Decimal(printed.replace(".", "").replace(",", "."))

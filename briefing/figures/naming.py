"""Figures named in sentences: ``khám phá {kham_pha}``.

A name in braces stands for a figure's phrase, ``{name.part}`` for a part of it. ``{{`` and ``}}``
print one brace; letters in braces that are no name stand for nothing, and another brace prints as
itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from briefing.document import mark_note
from briefing.figures.book import FigureBook
from briefing.figures.cited_sections import CitedSections
from briefing.figures.parts import PARTS
from briefing.figures.people_in_sentences import PeopleInSentences
from briefing.figures.periods import MEANT, REFERENCE, period_words
from briefing.figures.tally import TALLIES
from briefing.findings import Finding, InputError
from briefing.report import (
    LegalReference,
    Period,
    Report,
    TracedGroups,
    field_roles,
    full_citation,
    short_citation,
)
from briefing.tracing import joined, settled, stating
from briefing.values import record
from briefing.vietnamese import upper_first

MAX_GROWN = 1_000_000
"""How many characters names may add to the texts of one report; a year needs a few thousand."""

_BLANKS = 20
_STOPS = " .,;:"
_SHOWN = 60


@record
class Reference:
    """A figure named in a text, the part asked of it, and the offset where it stands."""

    name: str
    part: str
    start: int

    def __str__(self) -> str:
        return f"{{{self.name}.{self.part}}}" if self.part else f"{{{self.name}}}"


def references(text: str) -> Iterator[Reference]:
    """Return the references of a text in reading order."""
    # Most texts name nothing, and every rule asks each of them.
    return _references(text) if "{" in text else iter(())


def _references(text: str) -> Iterator[Reference]:
    for match in REFERENCE.finditer(text):
        if match[1]:
            yield Reference(match[1], match[2] or "", match.start())


class Phrasebook:
    """What the names in a report's sentences stand for; ``traced`` phrases know their facts.

    ``sections`` are the numbers of the document's sections by their names.
    """

    def __init__(
        self,
        report: Report,
        *,
        traced: bool = False,
        sections: Mapping[str, str] | None = None,
    ) -> None:
        self.book = FigureBook(report, traced=traced)
        self.sections = CitedSections(report, sections)
        self._legal: Mapping[str, LegalReference] = report.legal_references
        self._party = report.body.family == "party"
        if traced:
            role = field_roles(Report)["legal_references"]
            self._legal = TracedGroups(report.legal_references, "legal_references", role)
        self._footnotes = report.footnotes
        self._people = report.people
        self.people = PeopleInSentences(report, traced=traced)
        self.traced = traced
        self._said: dict[tuple[str, str], str | None] = {}
        self._grown = 0
        states = _states(report) if traced else {}
        self.words = {
            name: stating(word, *states[name]) if states else word
            for name, word in period_words(report).items()
        }

    @cached_property
    def names(self) -> list[str]:
        """All names that a sentence can use."""
        rows = any(figure.row for figure in self.book.figures.values())
        tallies = TALLIES if rows else ()
        own = (*self.book.figures, *self._legal, *self._footnotes, *self._people)
        return [*own, *self.sections.names, *self.words, *tallies]

    def phrase(self, reference: Reference) -> str | None:
        """Return what a reference stands for, or ``None`` when it stands for nothing.

        Raises InputError, as ``fill`` does.
        """
        asked = reference.name, reference.part
        if asked not in self._said:
            self._said[asked] = self._phrase(Reference(*asked, 0))
        return self._said[asked]

    def _phrase(self, reference: Reference) -> str | None:
        if reference.name in self._legal:
            return self._cited(reference)
        if reference.name not in self.book.figures and reference.name in self.sections:
            said = self.sections.said(reference.name, reference.part)
            return said and self.with_words(said)
        if reference.name in self._footnotes and reference.name not in self.book.figures:
            return self._footnote(reference)
        if reference.name not in self.book.figures and reference.name in TALLIES:
            told = None if reference.part else TALLIES[reference.name](self.book)
            return told and settled(told)
        if reference.name not in self.book.figures and reference.name in self.people:
            called = self.people.said(reference.name, reference.part)
            return called and settled(called)
        if reference.name not in self.book.figures:
            word = None if reference.part else self.words.get(reference.name)
            return word and self.with_words(word)
        state = PARTS.get(reference.part)
        said = state(self.book, reference.name) if state else None
        return said and settled(said)

    def with_words(self, text: str, more: Mapping[str, str] | None = None) -> str:
        """Return the words of a name with the period's own words filled in, braces undoubled.

        ``more`` are words for this text alone, by their names.
        """
        if "{" not in text and "}" not in text:
            return text
        words = {**self.words, **more} if more else self.words

        def said(match: re.Match[str]) -> str:
            if not match[1]:
                return match[0][0]
            return match[0] if match[2] else words.get(match[1], match[0])

        return self._replaced(text, said)

    def _footnote(self, reference: Reference) -> str | None:
        """Return the words of a footnote, marked as one; they may name what every sentence may."""
        if reference.part:
            return None

        def said(match: re.Match[str]) -> str:
            if not match[1]:
                return match[0][0]
            if match[1] in self._footnotes:
                return match[0]  # no footnote stands in another
            return self.phrase(Reference(match[1], match[2] or "", 0)) or match[0]

        words = self._footnotes[reference.name]
        filled = self._replaced(words, said) if "{" in words else words
        if self.traced:
            filled = stating(filled, f"footnotes.{reference.name}")
        return settled(mark_note(filled))

    def _cited(self, reference: Reference) -> str | None:
        """Return a document cited: in full, or by type and number after its first citation.

        Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6.
        """
        document = self._legal[reference.name]
        cite = full_citation if reference.part == "full" else short_citation
        said = cite(document, party=self._party)
        return None if reference.part not in ("", "full") else self.with_words(said)

    def fill(self, text: str, unknown: Callable[[Reference], str]) -> str:
        """Return a text with its references replaced; ``unknown`` words those without meaning.

        Letters in braces are a reference too, though none of a name that there can be.

        Raises InputError when the names make the texts of the report far longer than they are.
        """
        if "{" not in text and "}" not in text:
            return text

        def worded(match: re.Match[str]) -> str:
            if match[3]:
                return unknown(Reference(match[3], "", match.start()))
            if not match[1]:
                return match[0][0]
            reference = Reference(match[1], match[2] or "", match.start())
            phrase = self.phrase(reference)
            if phrase is None:
                return unknown(reference)
            return _placed(phrase, text, match.start())

        return self._replaced(text, worded, MEANT)

    def _replaced(
        self,
        text: str,
        said: Callable[[re.Match[str]], str],
        names: re.Pattern[str] = REFERENCE,
    ) -> str:
        pieces: list[str] = []
        end = 0
        for match in names.finditer(text):
            words, before = said(match), text[end : match.start()]
            self._grown += max(0, len(words) - len(match[0]))
            if self._grown > MAX_GROWN:
                values = {"text": f"{text[:_SHOWN]}…", "limit": MAX_GROWN}
                raise InputError([Finding("text/grown", values=values)])
            if match[1] in self._footnotes:
                # The mark stands behind the word that it explains, before the stop.
                kept = before.rstrip(_STOPS)
                pieces += (kept, words, before[len(kept) :].strip())
            else:
                pieces += (before, words)
            end = match.end()
        return joined([*pieces, text[end:]])


def in_place(phrase: str, before: str) -> str:
    """Return the words of a name as they stand behind a text: no brackets within brackets."""
    if before.rfind("(") <= before.rfind(")"):
        return phrase
    return phrase.replace(" (", ", ").replace(")", "")


def _placed(phrase: str, text: str, at: int) -> str:
    before = text[:at]
    said = in_place(phrase, before)
    return upper_first(said) if before[-_BLANKS:].rstrip().endswith((".", "!", "?")) else said


def _states(report: Report) -> dict[str, tuple[str, ...]]:
    """Return which facts the words of a report state."""
    period = _of_period("period", report.period)
    coming = _of_period("next_period", report.next_period) if report.next_period else period
    return {
        **dict.fromkeys(("year", "last_year"), ("period.year",)),
        **dict.fromkeys(("next_year", "tet"), coming[:1]),
        "this": period,
        "coming": coming,
        "issuer": ("issuer.name",),
        "subject": ("subject",),
    }


def _of_period(path: str, period: Period) -> tuple[str, ...]:
    """Return the facts that the name of a period states."""
    keys = ("quarter", "month", "week", "first_year", "called")
    parts = [name for name in keys if getattr(period, name, None) is not None]
    if period.type == "campaign" and not period.called:
        parts += ["starts", "ends"]
    return tuple(f"{path}.{name}" for name in ("year", *parts))

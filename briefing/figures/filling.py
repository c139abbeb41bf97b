"""Texts as they are printed, with the places where the words of a name stand."""

from __future__ import annotations

from briefing.figures.naming import Phrasebook, Reference, in_place
from briefing.figures.periods import REFERENCE
from briefing.patterns import Pattern
from briefing.values import record

_NUMBER = Pattern(r"\d[\d.,]*")

_CHANGES = ("amount", "change", "compared", "pair", "percent")

_NOTHING = "•"
"""Stands for a name that stands for nothing; no number is read across it."""


@record
class NameSpan:
    """The characters of a filled text that a name stands for."""

    start: int
    end: int
    reference: Reference


@record
class Filled:
    """A text with its names replaced, and where their words stand in it."""

    text: str
    spans: tuple[NameSpan, ...] = ()

    def within(self, start: int, end: int) -> list[NameSpan]:
        """Return the spans that reach into a stretch of the text."""
        return [span for span in self.spans if span.start < end and start < span.end]

    def is_claim(self, span: NameSpan) -> bool:
        """Say whether the words of a name claim something by themselves: a change, a rate of it."""
        said = self.text[span.start : span.end]
        rated = "%" in said and len(_NUMBER.findall(said)) > 1
        return rated or span.reference.part in _CHANGES

    def typed(self, start: int, end: int) -> str:
        """Return what was typed between two places, each name as one blank."""
        return " ".join(self.pieces(start, end))

    def pieces(self, start: int, end: int) -> list[str]:
        """Return what was typed between two places, before and behind each name."""
        pieces, at = [], start
        for span in self.within(start, end):
            pieces.append(self.text[at : max(at, span.start)])
            at = span.end
        return [*pieces, self.text[at:end] if at < end else ""]


def filled(book: Phrasebook, text: str) -> Filled:
    """Return a text as it is printed, with the places of its names."""
    if "{" not in text and "}" not in text:
        return Filled(text)
    pieces: list[str] = []
    spans: list[NameSpan] = []
    length = end = 0
    for match in REFERENCE.finditer(text):
        before, words = text[end : match.start()], match[0][0]
        start = length + len(before)
        if match[1]:
            reference = Reference(match[1], match[2] or "", match.start())
            words = in_place(book.phrase(reference) or _NOTHING, text[: match.start()])
            spans.append(NameSpan(start, start + len(words), reference))
        pieces += (before, words)
        length, end = start + len(words), match.end()
    return Filled("".join([*pieces, text[end:]]), tuple(spans))

"""How much of a finished text is read: long paragraphs piece by piece, numbers up to a limit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.findings import Finding, LooksAt, Origin, PlacedText, rule
from briefing.patterns import Pattern

TOO_LONG = rule("text/too-long", looks_at=LooksAt.TEXT)
"""More numbers or statements than any report has; from a place on nothing is read."""

MAX_NUMBERS = 100_000
"""Runs of digits that are read of one text; a report of 300 pages has some ten thousand."""

MAX_STATEMENTS = 5_000
"""Statements that are judged of one text, numbers that stand alone not counted."""

PIECE = 20_000
"""Characters that are read at once: some seven pages, and more than any sentence has."""

_RUN = Pattern(r"\d+")
_SENTENCE_END = Pattern(r"(?<=[.;!?…])\s|\n")
_BLANK = Pattern(r"\s")


def within_limits(paragraphs: Iterable[PlacedText]) -> tuple[list[PlacedText], Finding | None]:
    """Return the paragraphs of a text in pieces of bounded length, and where reading them ends.

    A piece ends with a sentence, else with a word; the place of each is that of its paragraph.
    """
    found, numbers = list[PlacedText](), 0
    for text, origin in paragraphs:
        for piece in pieces(text):
            numbers += len(_RUN.findall(piece))
            if numbers > MAX_NUMBERS:
                return found, too_long(origin)
            found.append((piece, origin))
    return found, None


def pieces(text: str) -> Iterator[str]:
    """Yield a text in pieces that no sentence crosses, unless one is longer than a piece."""
    at = 0
    while len(text) - at > PIECE:
        ends = [end.end() for end in _SENTENCE_END.finditer(text, at + PIECE // 2, at + PIECE)]
        end = ends[-1] if ends else _after_word(text, at + PIECE)
        yield text[at:end]
        at = end
    if at < len(text) or not text:
        yield text[at:]


def _after_word(text: str, at: int) -> int:
    blank = _BLANK.search(text, at)
    return blank.end() if blank else len(text)


def too_long(origin: Origin | None) -> Finding:
    """Return what is told where the reading of a text ends."""
    limits = {"numbers": MAX_NUMBERS // 1000, "statements": MAX_STATEMENTS // 1000}
    return TOO_LONG.found(origin, values=limits)

"""Names of bodies and posts in lines as a clerk sets them: ``CÔNG AN HUYỆN / BẮC TRÀ MY``.

A name breaks after the kind of body or before its place, never inside a word of two syllables, and
its lines are of about one length. Words of one line are held together by no-break spaces, so that
the name stays one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate

from briefing.layout.metrics import Face, text_width
from briefing.program_data import table_beside
from briefing.values import record
from briefing.vietnamese import GLUE

_BLANK = re.compile(f"([ {GLUE}])")
_MOST_WORDS = 40
"""Longer ones are no names; they break where they will."""

_NEVER, _SELDOM, _GLADLY = 8.0, 3.0, -1.0
_LINE = 3.0
_LONE_WORD = 2.0
_UNEVEN = 4.0


@record
class _Known:
    """Words of names: kinds of units, words that join, words of several syllables."""

    units: frozenset[tuple[str, ...]]
    joins: frozenset[str]
    phrases: frozenset[tuple[str, ...]]
    longest: int


@cache
def _known() -> _Known:
    data = table_beside(__file__, "names.toml")
    units, phrases = (
        frozenset(tuple(phrase.split()) for phrase in data[key]) for key in ("units", "phrases")
    )
    return _Known(units, frozenset(data["joins"]), phrases, max(map(len, units | phrases)))


@lru_cache(maxsize=256)
def name_lines(name: str, size: float, face: Face, room: float) -> tuple[str, ...]:
    """Return the lines of a name as it breaks best in ``room`` points.

    It is printed in capitals, so its widths are theirs. What is no name, or has a word wider than
    the room, breaks where it must.
    """
    words = _Words(name.split(" "), size, face, room)
    everything = (0, len(words.texts))
    if words.fit(everything):
        return (name,)
    spans = words.best() if len(words.texts) <= _MOST_WORDS else []
    return tuple(" ".join(words.texts[i:j]) for i, j in spans or words.greedy())


def glued(lines: Sequence[str]) -> str:
    """Return lines as one text that breaks between them and nowhere else, as long as before."""
    if len(lines) == 1:
        return lines[0]
    return " ".join(line.replace(" ", GLUE) for line in lines)


def joins(word: str) -> bool:
    """Say whether a word joins what stands around it, so that no line ends with it."""
    return word.casefold() in _known().joins


def keeps_phrases(lines: Sequence[str]) -> bool:
    """Say whether lines break within no word of several syllables that names of bodies have."""
    tied = whole_phrases(" ".join(lines))
    ends = accumulate(len(line) + 1 for line in lines[:-1])
    return all(tied[end - 1] == " " for end in ends)


@lru_cache(maxsize=256)
def whole_phrases(text: str) -> str:
    """Return a title that breaks within no word of several syllables that names of bodies have."""
    known, pieces = _known(), _BLANK.split(text)
    words, blanks = pieces[::2], pieces[1::2]
    small = [word.casefold().strip(",;.()") for word in words]
    for start, end in _phrases(small, known.phrases | known.units, known.longest):
        # A phrase ends where something is set off.
        if all(word[-1:].isalpha() for word in words[start : end - 1]):
            blanks[start : end - 1] = [GLUE] * (end - start - 1)
    return "".join(word + blank for word, blank in zip(words, [*blanks, ""], strict=True))


_Span = tuple[int, int]
"""Where a line begins and ends, counted in words."""


class _Words:
    def __init__(self, texts: list[str], size: float, face: Face, room: float) -> None:
        self.texts = texts
        self._room = room
        self._blank = text_width(" ", size, face)
        self._widths = [text_width(word.upper(), size, face) for word in texts]

    def _width(self, span: _Span) -> float:
        return sum(self._widths[slice(*span)]) + self._blank * (span[1] - span[0] - 1)

    def fit(self, span: _Span) -> bool:
        """Say whether these words stand on one line."""
        return self._width(span) <= self._room

    def greedy(self) -> list[_Span]:
        """Return lines each as full as it goes."""
        spans = [(0, 1)]
        for at in range(1, len(self.texts)):
            grown = (spans[-1][0], at + 1)
            if self.fit(grown):
                spans[-1] = grown
            else:
                spans.append((at, at + 1))
        return spans

    def best(self) -> list[_Span]:
        """Return the lines that cost least, nothing where a word is wider than the room."""
        joints = _joints(self.texts)
        # What each line that may be costs together with all above it, and those lines.
        settings: dict[_Span, tuple[float, list[_Span]]] = {}
        for end in range(1, len(self.texts) + 1):
            for start in range(end - 1, -1, -1):
                span = (start, end)
                if not self.fit(span):
                    break
                # Two lines that fit on one would be joined when the name is laid out.
                above = [
                    setting
                    for up, setting in settings.items()
                    if up[1] == start and not self.fit((up[0], end))
                ]
                if above or not start:
                    cost, lines = min(above) if above else (0.0, [])
                    settings[span] = (cost + joints[start] + self._cost(span), [*lines, span])
        whole = [setting for span, setting in settings.items() if span[1] == len(self.texts)]
        return min(whole)[1] if whole else []

    def _cost(self, span: _Span) -> float:
        lone = span[1] - span[0] == 1
        return _LINE + _LONE_WORD * lone + _UNEVEN * (1 - self._width(span) / self._room) ** 2


def _joints(words: Sequence[str]) -> list[float]:
    """Return what a break before each word costs."""
    known, small = _known(), [word.casefold().rstrip(",") for word in words]
    joints = [0.0] * len(words)
    for at in range(1, len(words)):
        if small[at - 1] in known.joins or words[at][:1].isdigit() or small[at] in ("-", "–"):
            joints[at] = _NEVER
        elif words[at - 1].endswith("."):
            # "TM. ỦY BAN / NHÂN DÂN": what is short for a word leads the name after it.
            joints[at] = _NEVER + _SELDOM
        elif small[at] in known.joins or words[at - 1].endswith(","):
            joints[at] = _GLADLY / 2
    for start, end in _phrases(small, known.phrases | known.units, known.longest):
        for at in range(start + 1, end):
            joints[at] = _NEVER
        if tuple(small[start:end]) in known.units:
            _mark_unit(joints, words, start, end)
    return joints


def _phrases(
    small: Sequence[str], phrases: frozenset[tuple[str, ...]], longest: int
) -> Iterator[tuple[int, int]]:
    """Yield where the known phrases of a name begin and end, the longest at each place."""
    at = 0
    while at < len(small):
        left = min(longest, len(small) - at)
        sizes = (n for n in range(left, 0, -1) if tuple(small[at : at + n]) in phrases)
        size = next(sizes, 0)
        if size:
            yield at, at + size
        at += size or 1


def _mark_unit(joints: list[float], words: Sequence[str], start: int, end: int) -> None:
    """Break gladly before a unit's kind and before its own name, seldom inside that name."""
    for at in (start, end):
        if 0 < at < len(words):
            joints[at] = min(joints[at], _GLADLY) if joints[at] < _NEVER else joints[at]
    at = end + 1
    while at < len(words) and words[at][:1].isupper() and not joints[at]:
        joints[at] = _SELDOM
        at += 1

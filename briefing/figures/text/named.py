"""Numbers of a text with the words around them, by which they can be told again elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from briefing.figures.text.claim import Scene, is_time, words_after
from briefing.figures.text.lexer import read_line
from briefing.figures.text.line import END
from briefing.figures.text.units import counted, scale_of
from briefing.patterns import Pattern

_BEFORE = 60
_SENTENCE = 120
DIGITS = 3
"""Numbers of fewer digits are like each other by chance."""

_NAMING, _LEADING, _MOST = 2, 4, 10
"""The fewest words that name a number behind it and before it, the most of those before it."""

NO_WORD = re.compile(r"[^\w\s]|\d")
"""What ends the words that name a number: a mark, or another number."""

WORDS = Pattern(r"[^\W\d]+")
_PERIOD = Pattern(
    r"(?:19|20)\d\d|(?:tháng|quý) (?:[ivx]+|\d+)|\d+ (?:tháng|quý)|(?:toàn|cấp) [^\W\d]+|"
    r"(?:trong|cùng) (?:tháng|quý|tuần|kỳ|đợt)|l[uũ][yỹ] kế|năm trước|tháng trước|kỳ trước"
)

_LARGE = re.compile(r"\d{3}")


class Named(NamedTuple):
    """A number: its value, its unit, the two words before it and the words that name it.

    ``about`` are the places, bodies and periods that its sentence names.
    """

    value: Decimal
    unit: str
    before: str
    words: tuple[str, ...]
    start: int
    end: int
    about: frozenset[str] = frozenset()
    behind: bool = True


def named_counts(text: str) -> Iterator[Named]:
    """Yield the exact numbers of a text that say in words what they are.

    Counts are named by the words behind them, money, measures and rates by those before.
    """
    if not may_name(text):
        return
    scene = Scene(read_line(text))
    for position, numbers in scene.line.numbers.items():
        number = numbers[-1]
        if scene.symbols[position] not in "NP" or number.qualifier or is_time(number):
            continue
        if len(number.value.as_tuple().digits) < DIGITS:
            continue
        words = tuple(words_after(scene, position)[:6])
        count = counted(number.unit) and not scale_of(number.unit)
        led = _led(text, number.start)
        if count and len(words) < _NAMING and len(led) < _LEADING:
            continue
        behind = count and len(words) >= _NAMING
        if not behind and len(led) < _LEADING:
            continue
        yield Named(
            number.value,
            number.unit,
            " ".join(led[-2:]),
            words if behind else led,
            number.start,
            number.end,
            _about(scene, position),
            behind,
        )


def may_name(text: str) -> bool:
    """Say whether a text has a number of so many digits."""
    return _LARGE.search(text.replace(",", "").replace(".", "")) is not None


def _led(text: str, start: int) -> tuple[str, ...]:
    """Return the words right before a number, up to the mark before them."""
    before = NO_WORD.split(text[max(0, start - _BEFORE) : start])[-1]
    return tuple(before.lower().split()[-_MOST:])


def _about(scene: Scene, position: int) -> frozenset[str]:
    """Return the names and periods of a sentence; its first word is no name."""
    places, text = scene.line.places, scene.line.text
    first, last = scene.since(position, _SENTENCE, END), scene.until(position, _SENTENCE)
    end = places[last] if last < len(places) else len(text)
    sentence = text[places[first] : end]
    names = (word for word in WORDS.findall(sentence)[1:] if word[0].isupper())
    return frozenset((*names, *_PERIOD.findall(sentence.lower())))

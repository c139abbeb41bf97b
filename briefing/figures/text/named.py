"""Counts of a text with the words around them, by which they can be told again elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from briefing.figures.text.claim import Scene, is_time, words_after
from briefing.figures.text.lexer import read_line
from briefing.figures.text.units import counted, scale_of

_BEFORE = 30
_SMALLEST = 100
"""Smaller numbers are like each other by chance."""

_LARGE = re.compile(r"\d{3}")


class Named(NamedTuple):
    """A count: its value, its unit, the two words before it and the words that go on after it."""

    value: Decimal
    unit: str
    before: str
    words: tuple[str, ...]
    start: int
    end: int


def named_counts(text: str) -> Iterator[Named]:
    """Yield the exact counts of a text that say in words what they count."""
    if not _LARGE.search(text):
        return
    scene = Scene(read_line(text))
    for position, numbers in scene.line.numbers.items():
        number = numbers[-1]
        if scene.symbols[position] != "N" or number.qualifier or is_time(number):
            continue
        if number.value < _SMALLEST or not counted(number.unit) or scale_of(number.unit):
            continue
        words = tuple(words_after(scene, position)[:6])
        before = text[max(0, number.start - _BEFORE) : number.start].lower().split()[-2:]
        yield Named(number.value, number.unit, " ".join(before), words, number.start, number.end)

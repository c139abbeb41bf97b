"""A text as the reader sees it: numbers, marks and words as one string of symbols."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal
from typing import NamedTuple

from briefing.values import changing

COUNT, PERCENT, FRACTION, BESIDE, SPOKEN = "N", "P", "F", "S", "z"
COUNTS, PERCENTS, TIMES, SPELLED = "R", "Q", "O", "w"
"""Symbols of numbers: one, a percentage, two with a slash (of one unit, of two units, of no sure
meaning), a range of counts, a range of percentages, so many times, one in words."""

NUMBERS = frozenset("NPFSzRQOw")
END, BREAK = "!", "¶"
"""The end of a sentence, the end of a line."""


class Number(NamedTuple):
    """A number with what stands around it; ``start`` takes in its qualifier, ``end`` its unit."""

    value: Decimal
    unit: str
    start: int
    first: int
    last: int
    end: int
    qualifier: str = ""
    sign: str = ""
    other: Decimal | None = None

    @property
    def percent(self) -> bool:
        """Whether it is a percentage."""
        return self.unit == "%"


@changing
class SymbolLine:
    """The symbols of a text, where each begins, and the numbers among them.

    ``unread`` are runs of digits that make no number.
    """

    text: str
    symbols: str = ""
    places: list[int] = field(default_factory=list)
    numbers: dict[int, tuple[Number, ...]] = field(default_factory=dict)
    unread: list[tuple[int, int]] = field(default_factory=list)

    def number(self, position: int) -> Number:
        """Return the number of a symbol, the last one of two."""
        return self.numbers[position][-1]

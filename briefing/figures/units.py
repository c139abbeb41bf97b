"""Units: what is measured, what is counted, and how measures of one kind convert.

Whether a unit is a measure is known from ``units.toml``; everything else counts things. Units are
open, so a word that no list knows is a unit like any other.
"""

from __future__ import annotations

import re
from enum import Enum
from fractions import Fraction
from functools import cache, lru_cache

from briefing.program_data import table_beside
from briefing.values import record
from briefing.vietnamese import clean


class Nature(Enum):
    """Whether a unit may carry decimals."""

    MEASURED = "measured"
    COUNTED = "counted"
    UNKNOWN = "unknown"


@record
class Scale:
    """What a unit is a measure or a count of, and how large one of it is: money, 10⁹ đồng."""

    kind: str
    size: Fraction


@record
class _Units:
    scales: dict[str, Scale]
    multipliers: dict[str, int]
    measures: frozenset[str]
    before_anything: frozenset[str]
    per: frozenset[str]
    counted: frozenset[str]


_LONGEST = 4
"""The most words of a unit that the lists know."""


def is_measured(unit: str | None) -> bool:
    """Say whether a unit is measured rather than counted, and so may carry decimals."""
    return nature(unit) is Nature.MEASURED


@lru_cache(maxsize=1024)
def nature(unit: str | None) -> Nature:
    """Return whether a unit is measured, counted, or a word that no list knows.

    A word that measures by itself counts in front of another: điểm, but điểm mô hình; đồng, but
    đồng chí.
    """
    words = _words(unit)
    if not words:
        return Nature.UNKNOWN
    units, whole = _units(), " ".join(words)
    if whole in units.measures or _multiplied(words) or _averaged(unit or ""):
        return Nature.MEASURED
    heads = [" ".join(words[:length]) for length in range(1, _LONGEST + 1)]
    if any(head in units.counted for head in heads):
        return Nature.COUNTED
    if any(head in units.before_anything for head in heads) or any(
        head in units.scales for head in heads[1:]
    ):
        return Nature.MEASURED
    return Nature.COUNTED if words[0] in units.measures else Nature.UNKNOWN


@lru_cache(maxsize=1024)
def scale(unit: str | None) -> Scale:
    """Return what a unit measures or counts, and its size.

    What is measured is part of it: tấn gạo and kg gạo convert, tấn gạo and tấn than do not.
    """
    words, size = _words(unit), 1
    while _multiplied(words):
        size *= _units().multipliers[words[0]]
        words = words[1:]
    if not words and size > 1:
        words = ("đồng",)
    known, rest = _measure(words) if nature(" ".join(words)) is Nature.MEASURED else (None, words)
    kind = known.kind if known else ""
    return Scale(" ".join([kind, *rest]).strip(), size * (known.size if known else Fraction(1)))


_NO_MULTIPLIERS = ("lệ", "trọng", "suất", "số")
"""After tỷ these make another word of it: tỷ lệ."""


def _multiplied(words: tuple[str, ...]) -> bool:
    multiplies = bool(words) and words[0] in _units().multipliers
    return multiplies and words[1:2] not in {(word,) for word in _NO_MULTIPLIERS}


def _measure(words: tuple[str, ...]) -> tuple[Scale | None, tuple[str, ...]]:
    """Return the longest measure that a unit begins with, and what is measured."""
    for length in range(min(len(words), _LONGEST), 0, -1):
        known = _units().scales.get(" ".join(words[:length]))
        if known is not None:
            return known, words[length:]
    return None, words


def same_kind(one: str | None, other: str | None) -> bool:
    """Say whether numbers in two units can be added: the same things, or the same measure."""
    return scale(one).kind == scale(other).kind


def factor(unit: str | None, into: str | None) -> Fraction:
    """Return what a number in one unit is multiplied by to be one in another; one if neither."""
    mine, its = scale(unit), scale(into)
    return mine.size / its.size if mine.kind == its.kind else Fraction(1)


def is_percent(unit: str | None) -> bool:
    """Say whether a unit is the percent sign, so that a number in it is a rate."""
    return " ".join(_words(unit)) in ("%", "phần trăm")


def _averaged(unit: str) -> bool:
    """Whether a unit is an average: tạ/ha, người/km², bác sĩ/vạn dân."""
    first, *others = (" ".join(_words(piece)) for piece in unit.split("/"))
    if not others or not first:
        return False
    units = _units()
    averaged = any(other in units.per or other in units.measures for other in others)
    return averaged or (first in units.measures and len(first) > 1)


_TIRED = re.compile(r"\btỉ\b")


# The rows of a table have few units, and each is asked for all of them.
@lru_cache(maxsize=1024)
def _words(unit: str | None) -> tuple[str, ...]:
    # Spelled either way: tỷ and tỉ are one word.
    return tuple(_TIRED.sub("tỷ", clean(unit or "").lower()).split())


@cache
def _units() -> _Units:
    table = table_beside(__file__, "units.toml")
    scales = {
        name: Scale(kind, Fraction(str(size)))
        for kind, sizes in table["measures"].items()
        for name, size in sizes.items()
    }
    plain = table["plain"]
    measures = frozenset({*scales, *_list(plain["measures"])})
    multipliers = dict(table["words"])
    before, per = _list(plain["before_anything"]), _list(plain["per"])
    return _Units(scales, multipliers, measures, before, per, _list(table["counted"]["things"]))


def _list(words: str) -> frozenset[str]:
    return frozenset(word.replace("~", " ") for word in words.split())

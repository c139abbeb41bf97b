"""How much of what is drawn at random, or falls anywhere, is tried.

``make test`` tries an eighth of the examples and of what is alike, a thirty-second of what is dear,
a fourth of the moments and places, and a sixteenth of those that each cost much; of the tests that
show the same in several ways it runs the witness.
``make explore`` tries all of them in the same tests, and is part of what must pass on a clean
checkout.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import ModuleType
from typing import TypeVar
from zlib import crc32

import pytest

Case = TypeVar("Case")
Way = TypeVar("Way")
Row = TypeVar("Row", range, list)

ALL = bool(os.environ.get("EXPLORE"))
_PART = 8
_PART_OF_DEAR = 32
_PART_OF_PLACES = 4
_PART_OF_DEAR_PLACES = 16


def drawn(whole: int) -> int:
    """Return how many of a number of random tries are made: at least one."""
    return whole if ALL else -(-whole // _PART)


def seldom(whole: int) -> int:
    """Return how many of a number of random tries that each cost much are made: at least two."""
    return whole if ALL else max(2, -(-whole // _PART_OF_DEAR))


def places(whole: Row) -> Row:
    """Return which of a row of places, or of few alike, are tried: all, or each fourth."""
    return whole if ALL else whole[::_PART_OF_PLACES]


def few(whole: Row) -> Row:
    """Return which of a row of places that each cost much are tried: all, or each sixteenth."""
    return whole if ALL else whole[::_PART_OF_DEAR_PLACES]


def one_of_each(cases: Iterable[Case], kind: Callable[[Case], object]) -> list[Case]:
    """Return the first case of each kind, or all."""
    cases = list(cases)
    return cases if ALL else list({kind(case): case for case in reversed(cases)}.values())[::-1]


def one_of_each_rule(ways: Mapping[str, tuple[object, str]]) -> list[str]:
    """Return the ways to break a rule: the first by each kind of things written, or all."""

    def kind(way: str) -> tuple[object, ...]:
        written, rule = ways[way]
        return rule, *(written if isinstance(written, Mapping) else ())

    return one_of_each(ways, kind)


def some(cases: Iterable[Case]) -> list[Case]:
    """Return what is alike: all, or each eighth."""
    cases = list(cases)
    return cases if ALL else cases[::_PART]


def tried(case: object) -> bool:
    """Say whether what costs as much again is tried of a case: of all, or of about each eighth."""
    return ALL or crc32(repr(case).encode()) % _PART == 0


def in_turn(cases: Iterable[Case], ways: Sequence[Way]) -> list[tuple[Case, Way]]:
    """Return each case with one of some ways in turn, or with all of them."""
    return [
        (case, way)
        for number, case in enumerate(cases)
        for way in (ways if ALL else [ways[number % len(ways)]])
    ]


def in_languages(cases: Iterable[Case]) -> list[tuple[Case, str]]:
    """Return each case with one of the languages in turn, or with both."""
    return in_turn(cases, ("vi", "en"))


def variant_of(witness: str) -> pytest.MarkDecorator:
    """Mark a test that shows in another way what a witness in its file shows.

    The witness is run always, its variants where all is tried.
    """
    return pytest.mark.variant(witness)


def explores(module: ModuleType) -> bool:
    """Say whether tests of a module try more when all is tried."""
    return any(one in _ALL_OF_THEM for one in vars(module).values() if callable(one))


_ALL_OF_THEM = (
    *(drawn, seldom, places, few, some, one_of_each, one_of_each_rule),
    *(tried, in_turn, in_languages, variant_of),
)

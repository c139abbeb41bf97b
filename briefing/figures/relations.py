"""Relations: what a figure is of others, ``no_dau_ky + phat_sinh - da_thu``, across their units.

A formula names figures and joins them by ``+``, ``-``, ``*``, ``/`` and round brackets. Units go
with the numbers: hectares times hundredweights a hectare are tonnes, thousands add up to millions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import TypeVar

from briefing.figures.intervals import Interval
from briefing.figures.units import is_percent, scale
from briefing.patterns import Pattern
from briefing.values import record

_TOKEN = Pattern(r"\s*([a-z][a-z0-9_]*|[-+*/()×x:])", re.ASCII)
_SIGNS = {"×": "*", ":": "/"}
_TIMES = ("năm", "tháng", "quý", "ngày")
"""Denominators that a period leaves out: triệu đồng/người/năm in the report of a year."""

MOST = 100
"""The most names of a formula."""


class FormulaError(ValueError):
    """A text that is no formula."""


@record
class PostfixFormula:
    """A formula in reverse order: names, and signs behind the two that they join."""

    steps: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        """The names of figures in it, each as often as it stands there."""
        return [step for step in self.steps if step not in _JOINING]

    def of(self, numbers: Sequence[Interval]) -> Interval:
        """Return what it gives for the numbers of its names in their order."""
        return _reduced(self.steps, list(numbers), _JOINING)

    def unit_of(self, units: Sequence[Dimension]) -> Dimension:
        """Return the unit of what it gives; raises FormulaError where units do not go together."""
        return _reduced(self.steps, list(units), _OF_UNITS)


@record
class Dimension:
    """What a number counts or measures, to which power each, and how large its unit is."""

    kinds: tuple[tuple[str, int], ...]
    size: Fraction = Fraction(1)


@lru_cache(maxsize=1024)
def dimension(unit: str | None) -> Dimension:
    """Return the dimension of a unit: ``tạ/ha`` is weight over area."""
    if is_percent(unit):
        return Dimension((), Fraction(1, 100))
    powers: dict[str, int] = {}
    size = Fraction(1)
    for at, piece in enumerate((unit or "").split("/")):
        if at and piece.strip() in _TIMES:
            continue
        known = scale(piece)
        power = -1 if at else 1
        size = size * known.size if power > 0 else size / known.size
        if known.kind:
            powers[known.kind] = powers.get(known.kind, 0) + power
    return Dimension(_sorted(powers), size)


def _sorted(powers: dict[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((kind, power) for kind, power in powers.items() if power))


def _times(one: Dimension, other: Dimension, sign: int = 1) -> Dimension:
    powers = dict(one.kinds)
    for kind, power in other.kinds:
        powers[kind] = powers.get(kind, 0) + sign * power
    return Dimension(_sorted(powers))


def _added(one: Dimension, other: Dimension) -> Dimension:
    if one.kinds != other.kinds:
        raise FormulaError("units")
    return one


_JOINING: dict[str, Callable[[Interval, Interval], Interval]] = {
    "+": lambda one, other: one + other,
    "-": lambda one, other: one - other,
    "*": lambda one, other: one * other,
    "/": lambda one, other: one / other,
}

_OF_UNITS: dict[str, Callable[[Dimension, Dimension], Dimension]] = {
    "+": _added,
    "-": _added,
    "*": _times,
    "/": lambda one, other: _times(one, other, -1),
}


_Value = TypeVar("_Value")


def _reduced(
    steps: Sequence[str],
    values: list[_Value],
    joining: Mapping[str, Callable[[_Value, _Value], _Value]],
) -> _Value:
    todo = iter(values)
    stack: list[_Value] = []
    for step in steps:
        if step in joining:
            other = stack.pop()
            stack.append(joining[step](stack.pop(), other))
        else:
            stack.append(next(todo))
    return stack[0]


@lru_cache(maxsize=1024)
def read_formula(text: str) -> PostfixFormula:
    """Return the formula that a text writes; raises FormulaError for anything else."""
    steps: list[str] = []
    waiting: list[str] = []
    after_name = False
    for sign in _tokens(text):
        if sign in "()" or sign in _JOINING:
            after_name = _sign(sign, steps, waiting, after_name=after_name)
        elif after_name:
            raise FormulaError(text)
        else:
            steps.append(sign)
            after_name = True
    if not after_name or "(" in waiting or len(steps) > MOST:
        raise FormulaError(text)
    return PostfixFormula((*steps, *reversed(waiting)))


def _sign(sign: str, steps: list[str], waiting: list[str], *, after_name: bool) -> bool:
    """Put a sign where it works; returns whether a value stands before what follows."""
    if after_name == (sign == "("):
        raise FormulaError(sign)
    if sign == "(":
        waiting.append(sign)
        return False
    rank = 0 if sign == ")" else _RANKS[sign]
    while waiting and waiting[-1] != "(" and _RANKS[waiting[-1]] >= rank:
        steps.append(waiting.pop())
    if sign != ")":
        waiting.append(sign)
        return False
    if not waiting:
        raise FormulaError(sign)
    waiting.pop()
    return True


_RANKS = {"+": 1, "-": 1, "*": 2, "/": 2}


def _tokens(text: str) -> list[str]:
    found, end = [], 0
    while end < len(text.rstrip()):
        match = _TOKEN.match(text, end)
        if match is None:
            raise FormulaError(text)
        token = "*" if match[1] == "x" else _SIGNS.get(match[1], match[1])
        found.append(token)
        end = match.end()
    return found

"""Numbers that one slip of the keys makes of another: swapped digits, one too many, a shift."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from itertools import chain

Fits = Callable[[int, Decimal], bool]
Find = Callable[[Sequence[Decimal], Fits], list[tuple[int, Decimal]]]
"""How slips are looked for: given numbers, and whether one of them may be another."""


SEARCHES = 300
"""Searches of one text for a digit more, less or other; no report has so many contradictions."""

_left: ContextVar[list[int] | None] = ContextVar("searches left", default=None)


@contextmanager
def searching() -> Iterator[None]:
    """Bound how often long searches are made while one text is read."""
    token = _left.set([SEARCHES])
    try:
        yield
    finally:
        _left.reset(token)


def _spent() -> bool:
    """Say whether no long search is left; one is taken."""
    left = _left.get()
    if left is None:
        return False
    left[0] -= 1
    return left[0] < 0


def slips_of(numbers: Sequence[Decimal], fits: Fits) -> list[tuple[int, Decimal]]:
    """Return the single slips that make numbers fit, each as which of them should be what.

    Two neighbouring digits that changed place are the slip that typing makes most: where one of
    them fits, no other kind is looked for.
    """
    return plain_slips_of(numbers, fits) or longer_slips_of(numbers, fits)


def longer_slips_of(numbers: Sequence[Decimal], fits: Fits) -> list[tuple[int, Decimal]]:
    """Return the slips that typed a digit more or less, for where no plain one fits."""
    return typed_otherwise(numbers, fits, (_one_more_or_less,))


def plain_slips_of(numbers: Sequence[Decimal], fits: Fits) -> list[tuple[int, Decimal]]:
    """Return the slips that swap two digits or shift the point, which hardly fit by chance."""
    return typed_otherwise(numbers, fits, _PLAIN)


def other_digits_of(numbers: Sequence[Decimal], fits: Fits) -> list[tuple[int, Decimal]]:
    """Return the slips that put one digit for another, which fit by chance where few digits are."""
    return typed_otherwise(numbers, fits, (_one_other,))


def one_slip_apart(one: Decimal, other: Decimal) -> bool:
    """Say whether two numbers differ by two neighbouring digits swapped or the point shifted."""
    return one != other and any(other in kind(one) for kind in _PLAIN)


def typed_otherwise(
    numbers: Sequence[Decimal],
    fits: Fits,
    kinds: Sequence[Callable[[Decimal], Iterator[Decimal]]],
) -> list[tuple[int, Decimal]]:
    """Return what fits of the first kind of slip of which any does."""
    for kind in kinds:
        if kind not in _PLAIN and _spent():
            break
        found = [
            (place, changed)
            for place, number in enumerate(numbers)
            for changed in kind(number)
            if changed != number and fits(place, changed)
        ]
        if found:
            return found
    return []


def put(numbers: Sequence[Decimal], place: int, value: Decimal) -> list[Decimal]:
    """Return numbers with another one in a place."""
    changed = list(numbers)
    changed[place] = value
    return changed


def _swapped(value: Decimal) -> Iterator[Decimal]:
    text, exponent = _digits(value)
    places = range(len(text) - 1)
    return _numbers((text[:i] + text[i + 1] + text[i] + text[i + 2 :] for i in places), exponent)


def _shifted(value: Decimal) -> Iterator[Decimal]:
    text, exponent = _digits(value)
    yield from _numbers([text], exponent - 1)
    yield from _numbers([text], exponent + 1)


def _one_more_or_less(value: Decimal) -> Iterator[Decimal]:
    text, exponent = _digits(value)
    places = range(len(text) + 1)
    less = (text[:i] + text[i + 1 :] for i in places[:-1])
    more = (text[:i] + digit + text[i:] for i in places for digit in "0123456789")
    return _numbers(chain(less, more), exponent)


def _one_other(value: Decimal) -> Iterator[Decimal]:
    text, exponent = _digits(value)
    places = range(len(text))
    others = (text[:i] + digit + text[i + 1 :] for i in places for digit in "0123456789")
    return _numbers(others, exponent)


def _digits(value: Decimal) -> tuple[str, int]:
    _, digits, exponent = value.as_tuple()
    return "".join(map(str, digits)), exponent if isinstance(exponent, int) else 0


def _numbers(texts: Iterable[str], exponent: int) -> Iterator[Decimal]:
    """Yield the numbers of some digits, each once; none begins with a zero but zero itself."""
    for text in dict.fromkeys(texts):
        if text and (text[0] != "0" or text == "0"):
            yield Decimal(f"{text}E{exponent}" if exponent <= 0 else text + "0" * exponent)


_PLAIN = (_swapped, _shifted)

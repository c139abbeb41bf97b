"""Numbers that one slip of the keys makes of another: swapped digits, one too many, a shift."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

Fits = Callable[[int, Decimal], bool]
Find = Callable[[Sequence[Decimal], Fits], list[tuple[int, Decimal]]]
"""How slips are looked for: given numbers, and whether one of them may be another."""


def slips_of(numbers: Sequence[Decimal], fits: Fits) -> list[tuple[int, Decimal]]:
    """Return the single slips that make numbers fit, each as which of them should be what.

    Two neighbouring digits that changed place are the slip that typing makes most: where one of
    them fits, no other kind is looked for.
    """
    return typed_otherwise(numbers, fits, (*_PLAIN, _one_more_or_less))


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
        found = [
            (place, changed)
            for place, number in enumerate(numbers)
            for changed in _once(kind(number), number)
            if fits(place, changed)
        ]
        if found:
            return found
    return []


def put(numbers: Sequence[Decimal], place: int, value: Decimal) -> list[Decimal]:
    """Return numbers with another one in a place."""
    changed = list(numbers)
    changed[place] = value
    return changed


def _once(changed: Iterator[Decimal], number: Decimal) -> list[Decimal]:
    return [value for value in dict.fromkeys(changed) if value != number]


def _swapped(value: Decimal) -> Iterator[Decimal]:
    text, exponent = _digits(value)
    for i in range(len(text) - 1):
        yield from _number(text[:i] + text[i + 1] + text[i] + text[i + 2 :], exponent)


def _shifted(value: Decimal) -> Iterator[Decimal]:
    text, exponent = _digits(value)
    yield from _number(text, exponent - 1)
    yield from _number(text, exponent + 1)


def _one_more_or_less(value: Decimal) -> Iterator[Decimal]:
    text, exponent = _digits(value)
    for i in range(len(text)):
        yield from _number(text[:i] + text[i + 1 :], exponent)
    for i in range(len(text) + 1):
        for digit in "0123456789":
            yield from _number(text[:i] + digit + text[i:], exponent)


def _one_other(value: Decimal) -> Iterator[Decimal]:
    text, exponent = _digits(value)
    for i in range(len(text)):
        for digit in "0123456789":
            yield from _number(text[:i] + digit + text[i + 1 :], exponent)


def _digits(value: Decimal) -> tuple[str, int]:
    _, digits, exponent = value.as_tuple()
    return "".join(map(str, digits)), exponent if isinstance(exponent, int) else 0


def _number(text: str, exponent: int) -> Iterator[Decimal]:
    if text and (text[0] != "0" or text == "0"):
        value = Decimal(text).scaleb(exponent)
        yield value.quantize(Decimal(1)) if exponent > 0 else value


_PLAIN = (_swapped, _shifted)

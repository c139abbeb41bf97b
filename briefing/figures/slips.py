"""Numbers that one slip of the keys makes of another: two digits swapped, one lost, a shift."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal


def only_slip(value: Decimal, fits: Callable[[Decimal], bool]) -> Decimal | None:
    """Return the one number that fits and is a slip away; ``None`` when there is none, or more.

    Two neighbouring digits that changed place are the slip that typing makes most, so they are
    looked at first.
    """
    for kind in (_swapped, _lost_or_shifted):
        fitting = {changed for changed in kind(value) if changed != value and fits(changed)}
        if fitting:
            return fitting.pop() if len(fitting) == 1 else None
    return None


def _swapped(value: Decimal) -> Iterator[Decimal]:
    text, exponent = _digits(value)
    for i in range(len(text) - 1):
        yield from _number(text[:i] + text[i + 1] + text[i] + text[i + 2 :], exponent)


def _lost_or_shifted(value: Decimal) -> Iterator[Decimal]:
    text, exponent = _digits(value)
    for i in range(len(text)):
        yield from _number(text[:i] + text[i + 1 :], exponent)
    yield from _number(text, exponent - 1)
    yield from _number(text, exponent + 1)


def _digits(value: Decimal) -> tuple[str, int]:
    _, digits, exponent = value.as_tuple()
    return "".join(map(str, digits)), exponent if isinstance(exponent, int) else 0


def _number(text: str, exponent: int) -> Iterator[Decimal]:
    if text and (text[0] != "0" or text == "0"):
        value = Decimal(text).scaleb(exponent)
        yield value.quantize(Decimal(1)) if exponent > 0 else value

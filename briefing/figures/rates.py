"""Arithmetic over figures: rates and changes, rounded half up, never corrected."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from briefing.tracing import worked_out
from briefing.vietnamese import places, round_half_up

COMPUTED_PLACES = 2
"""Places of a percentage that we work out ourselves; a stated one keeps its own."""


_FINEST = 12


@worked_out
def percentage(part: Decimal, whole: Decimal, decimals: int = COMPUTED_PLACES) -> Decimal | None:
    """Return ``part`` of ``whole`` in percent, or ``None`` when the whole is zero.

    A whole number of percent carries no decimals (``100%``, not ``100,00%``).
    """
    if whole == 0:
        return None
    exact = part / whole * 100
    rate = round_half_up(exact, decimals)
    # Not quite everything is not 100%, and not quite nothing is not 0%.
    while rate in (0, 100) and rate != exact and decimals < _FINEST:
        decimals += 1
        rate = round_half_up(exact, decimals)
    return round_half_up(rate, 0) if rate == rate.to_integral_value() else rate


class Agreement(Enum):
    """How a stated rate stands to the numbers beside it."""

    EQUAL = "equal"
    ROUNDED_OTHERWISE = "rounded otherwise"
    CONTRADICTED = "contradicted"


_BELOW = frozenset({"gần", "dưới"})
_ABOVE = frozenset({"hơn", "trên"})
_AT_LEAST = frozenset({"ít nhất", "tối thiểu"})


def compare(stated: Decimal, exact: Decimal, qualifier: str = "") -> Agreement:
    """Return how a printed number agrees with the exact one, at the places it is printed with.

    ``gần x`` and ``dưới x`` want less than x, ``hơn x`` and ``trên x`` more; ``khoảng`` and the
    like stand on either side and contradict nothing. A bare number is rounded half up; one that
    is off by less than a unit of its last place was cut off instead.
    """
    decimals = places(stated)
    if qualifier:
        wrong = (
            (qualifier in _BELOW and exact >= stated)
            or (qualifier in _ABOVE and exact <= stated)
            or (qualifier in _AT_LEAST and exact < stated)
        )
        return Agreement.CONTRADICTED if wrong else Agreement.EQUAL
    if round_half_up(exact, decimals) == stated:
        return Agreement.EQUAL
    off = abs(exact - stated)
    close = off < Decimal(1).scaleb(-decimals)
    return Agreement.ROUNDED_OTHERWISE if close else Agreement.CONTRADICTED


def swapped_digits(part: Decimal, whole: Decimal, stated: Decimal) -> Decimal | None:
    """Return the one numerator that fits a stated rate when two neighbouring digits change place.

    771/778 stated as 92,2% gives 717: the slip that typing makes most. ``None`` when no swap or
    more than one fits.
    """
    digits = str(part)
    fitting = {
        Decimal(swapped)
        for i in range(len(digits) - 1)
        if (swapped := digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]) != digits
        and swapped.isdigit()
        and compare(stated, Decimal(swapped) / whole * 100) is Agreement.EQUAL
    }
    return fitting.pop() if len(fitting) == 1 else None

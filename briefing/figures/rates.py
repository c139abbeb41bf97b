"""Arithmetic over figures: rates and changes, rounded half up, never corrected."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from briefing.report import Figure
from briefing.vietnamese import places, round_half_up

COMPUTED_PLACES = 2
"""Places of a percentage that we work out ourselves; a stated one keeps its own."""


def percentage(part: Decimal, whole: Decimal, decimals: int = COMPUTED_PLACES) -> Decimal | None:
    """Return ``part`` of ``whole`` in percent, or ``None`` when the whole is zero.

    A whole number of percent carries no decimals (``100%``, not ``100,00%``).
    """
    if whole == 0:
        return None
    rate = round_half_up(part / whole * 100, decimals)
    return rate.quantize(Decimal(1)) if rate == rate.to_integral_value() else rate


class Agreement(Enum):
    """How a stated rate stands to the numbers beside it."""

    EQUAL = "equal"
    ROUNDED_OTHERWISE = "rounded otherwise"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True)
class RateCheck:
    """A stated rate held against the rate that its own numbers give, both in percent."""

    stated: Decimal
    computed: Decimal
    agreement: Agreement


def check_rate(figure: Figure) -> RateCheck | None:
    """Return how the stated rate of a figure agrees with value and whole; ``None`` without them.

    The computed rate is rounded half up to the places of the stated one; a difference of less
    than one unit of the last place (a rate cut off instead of rounded) is a lesser fault.
    """
    if figure.rate is None or figure.value is None or not figure.out_of:
        return None
    if figure.qualifier is not None:
        return None
    exact = figure.value / figure.out_of * 100
    decimals = places(figure.rate)
    computed = round_half_up(exact, decimals)
    if computed == figure.rate:
        agreement = Agreement.EQUAL
    elif abs(exact - figure.rate) < Decimal(1).scaleb(-decimals):
        agreement = Agreement.ROUNDED_OTHERWISE
    else:
        agreement = Agreement.CONTRADICTED
    return RateCheck(figure.rate, computed, agreement)

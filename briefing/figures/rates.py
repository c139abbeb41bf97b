"""Percentages that we work out ourselves, rounded half up."""

from __future__ import annotations

from decimal import Decimal

from briefing.tracing import worked_out
from briefing.vietnamese import round_half_up

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

"""Parts in the unit and the scale of their total."""

from __future__ import annotations

from decimal import Decimal

from briefing.figures.text.claim import alike
from briefing.figures.text.line import Number
from briefing.figures.text.units import same_base, scale_of


def with_unit(part: Number, total: Number) -> Number:
    """Return a part with the unit of its total, where it has none of its own."""
    if not part.unit:
        part = part._replace(unit=total.unit)
    return alike(part, total)[0] if same_base(part.unit, total.unit) else part


def sum_of(numbers: list[Number]) -> Decimal:
    """Return the sum of numbers, each in its scale."""
    return sum((number.value.scaleb(scale_of(number.unit)) for number in numbers), Decimal(0))

"""Parts in the unit and the scale of their total."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefing.figures.slips import one_slip_apart
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


_TELLING, _SOME = 100, 20
"""From here on a swapped or shifted digit hardly makes a sum right by chance; so where a part
exceeds all."""


def would_make(total: Decimal, parts: Sequence[Decimal]) -> bool:
    """Say whether parts make a total, or would if two digits of one had not changed place."""
    gap = total - sum(parts)
    if not gap:
        return True
    least = _SOME if max(parts) > total else _TELLING
    digits = len(total.as_tuple().digits) >= len(str(least))
    if total < least and not (digits and total != int(total)):
        return False
    return one_slip_apart(total, total - gap) or any(
        one_slip_apart(one, one + gap) for one in parts
    )

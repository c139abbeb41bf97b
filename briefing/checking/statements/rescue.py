"""Whether other numbers of a sentence make a statement right after all.

Words can tie a rate to the wrong numbers. An error is told only where no other number that stands
near, and counts the same, would make it right.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import chain

from briefing.checking.statements.numbers import agree, change_rate, number, of_count, of_rate
from briefing.checking.statements.verdicts import Verdict
from briefing.figures.printed import Formula, Printed, changed_by, difference, part_of, times
from briefing.figures.statements import (
    Change,
    Count,
    Fraction,
    Fulfilment,
    Pair,
    Parts,
    Statement,
    Times,
)
from briefing.figures.text.units import counted, same_base
from briefing.vietnamese import places

_FITS = frozenset({Verdict.CONFIRMED, Verdict.ROUNDED_OTHERWISE})


def may_be_meant(statement: Statement) -> bool:
    """Say whether other numbers of the sentence fit what a statement says."""
    match statement.content:
        case Fraction() as fraction if fraction.rate:
            part = number(fraction.part, fraction.unit, fraction.qualifier)
            whole = number(fraction.whole, fraction.unit, fraction.whole_qualifier)
            others = _alike(statement, fraction.unit)
            return _any_rate(of_rate(fraction.rate), part, whole, others)
        case Fulfilment() as plan if plan.rate:
            reached, aimed = of_count(plan.reached), of_count(plan.aimed)
            return _any_rate(of_rate(plan.rate), reached, aimed, _alike(statement, plan.aimed.unit))
        case Change(pair=Pair() as pair) as change:
            return _any_change(change, pair, _alike(statement, pair.unit))
        case Times() as change:
            return _any_times(change, _alike(statement, change.pair.unit))
        case Parts() as parts:
            others = _alike(statement, parts.total.unit)
            return _any_parts(parts, others) or _passed_over(statement, parts)
    return False


def _any_times(change: Times, others: list[Printed]) -> bool:
    """Whether another number fits: ``265 nhà máy, bằng 31,6% của 838, gấp 1,47 lần 180``."""
    pair = change.pair
    now = number(pair.now, pair.unit, pair.qualifier)
    before = number(pair.before, pair.unit, pair.before_qualifier)
    stated = number(change.factor.value, "điểm")
    pairs = [*((now, other) for other in others), *((other, before) for other in others)]
    return any(_fits(stated, times, *both) for both in pairs)


def _any_parts(parts: Parts, others: list[Printed]) -> bool:
    """Whether parts that were not read fill the gap, or another number is their total."""
    added = sum((of_count(part).number for part in parts.parts), Decimal(0))
    missing = of_count(parts.total).number - added
    if missing < 0:
        # "333 thẻ, trong đó 319 thẻ có dữ liệu, 22 thẻ đã rút tiền, 14 thẻ trắng": one in another.
        within = any(of_count(part).number == -missing for part in parts.parts)
        return within or any(other.number == added for other in others)
    runs = (others[i : i + n] for n in range(1, _UNREAD + 1) for i in range(len(others)))
    return any(sum(other.number for other in run) == missing for run in runs)


def _passed_over(statement: Statement, parts: Parts) -> bool:
    """Whether things called otherwise that stand among the parts fill the gap.

    ``46 giáo viên, nhân viên, chỉ có 2 giáo viên, 2 bảo vệ là người địa phương, còn lại 42``
    """
    if statement.numbers <= statement.checked or not counted(parts.total.unit):
        return False
    missing = parts.total.value - sum((part.value for part in parts.parts), Decimal(0))
    return missing > 0 and any(
        other.value == missing and counted(other.unit) for other in statement.near
    )


_UNREAD = 3
"""Parts side by side that may not have been read as such."""


def _alike(statement: Statement, unit: str) -> list[Printed]:
    """Return the other numbers of a sentence that count what a statement counts."""
    near = dict.fromkeys(statement.near)
    return [of_count(count) for count in near if _counts(count, unit)]


def _counts(count: Count, unit: str) -> bool:
    return (
        bool(count.value) and (count.unit == "%") == (unit == "%") and same_base(count.unit, unit)
    )


def _any_rate(stated: Printed, part: Printed, whole: Printed, others: list[Printed]) -> bool:
    pairs = chain(
        ((part, other) for other in others),
        ((other, whole) for other in others),
    )
    if any(_fits(stated, part_of, one, other) for one, other in pairs):
        return True
    # "vay 6.467 tỷ đồng (vốn chủ sở hữu 802 tỷ đồng, chiếm 11%)": the part beside the rest.
    if _fits(stated, part_of, part, _added(part, whole)):
        return True
    if not places(stated.number):
        return False
    # "bỏ 80 điều kiện, sửa 7 điều kiện trong số 127 điều kiện, đạt 68,5%": both together.
    together = (_added(part, other) for other in others if _near_by(stated, part, other, whole))
    return any(_fits(stated, part_of, one, whole) for one in together)


def _near_by(stated: Printed, part: Printed, other: Printed, whole: Printed) -> bool:
    """Whether two parts together come near a rate of a whole, reckoned roughly and fast."""
    if not whole.number:
        return False
    if part.vague or other.vague or whole.vague or stated.vague:
        return True
    given = (float(part.number) + float(other.number)) / float(whole.number) * 100
    return abs(given - float(stated.number)) < _ROUGHLY * max(given, 1)


_ROUGHLY = 0.3
"""How far, of itself, the rate of plain numbers is from what rounding lets it be at the most."""


def _added(one: Printed, other: Printed) -> Printed:
    return Printed(
        one.number + other.number, one.means + other.means, one.possibly + other.possibly
    )


def _any_change(change: Change, pair: Pair, others: list[Printed]) -> bool:
    now = number(pair.now, pair.unit, pair.qualifier)
    before = number(pair.before, pair.unit, pair.before_qualifier)
    pairs = [*((now, other) for other in others), *((other, before) for other in others)]
    stated = [] if change.percent is None else [change_rate(change.percent, change.qualifier)]
    if any(_fits(one, changed_by, *both) for one in stated for both in pairs):
        return True
    if change.amount is None or stated:
        return False
    return any(_fits(of_count(change.amount), difference, *both) for both in pairs)


def _fits(stated: Printed, formula: Formula, one: Printed, other: Printed) -> bool:
    if not other.number or one.number == other.number or _apart(stated, formula, one, other):
        return False
    return agree(stated, formula, one, other) in _FITS


_SLACK = 1e-9


def _apart(stated: Printed, formula: Formula, one: Printed, other: Printed) -> bool:
    """Whether the ends of what two numbers can be surely make another percentage.

    Reckoned in floats with some slack, for there are many pairs of numbers in a long sentence.
    """
    if formula not in (part_of, changed_by):
        return False
    low, high = float(one.possibly.low), float(one.possibly.high)
    least, most = float(other.possibly.low), float(other.possibly.high)
    if low < 0 or least <= 0:
        return False
    first, last = low / most * 100, high / least * 100
    if formula is changed_by:
        first, last = first - 100, last - 100
        first, last = (0.0 if first < 0 < last else min(abs(first), abs(last))), max(-first, last)
    slack = _SLACK * (last + 1)
    return bool(
        last + slack < float(stated.possibly.low) or first - slack > float(stated.possibly.high)
    )

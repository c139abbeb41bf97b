"""Numbers of a statement as printed numbers, and how they agree.

The judge of the figures decides; here stands only what running text adds: scales (``tỷ đồng``),
round counts, and how a mere unit of the last place is told.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from briefing.checking.statements.verdicts import Verdict
from briefing.figures import intervals, printed
from briefing.figures.printed import Agreement, Formula, Printed
from briefing.figures.statements import Count, Rate
from briefing.figures.text.units import counted, scale_of
from briefing.vietnamese import places

PROVISIONAL = frozenset({"ước", "ước tính"})
_FEW = 2
"""Digits up to which an estimate is a round number."""

_ROUND = 5
"""Digits from which on a count that ends in zeros may have been rounded."""


def number(value: Decimal, unit: str = "", qualifier: str = "") -> Printed:
    """Return a number of a text in the scale of one: ``1,3 triệu lượt`` is about 1.300.000."""
    return _number(str(value), unit, qualifier)


@lru_cache(maxsize=4096)
def _number(written: str, unit: str, qualifier: str) -> Printed:
    """Return a number by its digits as written, for 19,0 is not 19 though they are equal."""
    value, rounded = Decimal(written), False
    if qualifier in PROVISIONAL and len(value.normalize().as_tuple().digits) > _FEW:
        # "ước đạt 19,5 tỷ đồng" is not yet final, but no approximation: it is reckoned with.
        qualifier = ""
    elif qualifier in PROVISIONAL and len(value.normalize().as_tuple().digits) == _FEW:
        # "ước đạt 4.100 tỷ đồng" is rounded to its last digit that is no nought.
        value, qualifier = value.normalize(), ""
        rounded = int(value.as_tuple().exponent) > 0
    if unit == "%":
        return printed.rate(value, qualifier)
    exact = counted(unit or "vụ") and not places(value) and not scale_of(unit)
    if exact and not qualifier and not rounded:
        return _count(value)
    made = printed.measured(value, qualifier)
    scale = 10 ** scale_of(unit)
    if scale == 1:
        return made
    return replace(
        made,
        number=value * scale,
        means=made.means.scaled(scale),
        possibly=made.possibly.scaled(scale),
    )


def _count(value: Decimal) -> Printed:
    """Return a count; thousands that end in zeros may be rounded to three digits."""
    made = printed.counted(value)
    digits = value.adjusted() + 1
    unit = Decimal(1).scaleb(digits - 3)
    if digits < _ROUND or value % unit:
        return made
    return replace(made, possibly=intervals.around(value, unit / 2))


def of_count(count: Count) -> Printed:
    """Return a count as a printed number."""
    return number(count.value, count.unit, count.qualifier)


def of_rate(rate: Rate) -> Printed:
    """Return a rate as a printed number."""
    return printed.rate(rate.percent, rate.qualifier)


def counted_by_ones(unit: str) -> bool:
    """Say whether a unit is of things that are counted one by one, so that none is split."""
    return counted(unit or "vụ") and not scale_of(unit)


def change_rate(percent: Decimal, qualifier: str) -> Printed:
    """Return the percentage of a change as a printed number."""
    return printed.measured(percent, qualifier)


def agree(stated: Printed, formula: Formula, *operands: Printed, loose: bool = False) -> Verdict:
    """Return the verdict on a stated number.

    Where words make a number vague, numbers that agree as they stand agree. A measure or a
    percentage that is off by no more than a unit of its last place is told as such.
    ``loose`` forgives that unit altogether.
    """
    found = printed.judge(stated, formula, *operands)
    if found is Agreement.CONSISTENT:
        return Verdict.CONFIRMED
    if found is Agreement.CUT:
        return Verdict.ROUNDED_OTHERWISE
    if found is Agreement.UNDECIDED:
        return _as_they_stand(stated, formula, *operands)
    if _nearly(stated, formula, *operands):
        return Verdict.NOT_EVALUATED if loose else Verdict.LAST_DIGIT
    return Verdict.CONTRADICTED


_ROUNDED = 0.006
"""By how much of itself a count that ends in zeros may be off; see ``_count``."""

_WIDE = 0.3


def out_of_reach(percent: Decimal, given: float, *operands: Decimal, grown: bool = False) -> bool:
    """Say whether numbers without vague words surely give another percentage.

    This is reckoned roughly and fast, from the places that each is printed with; whether numbers
    that are not out of reach agree, ``agree`` says.
    """
    off = sum(_slack(one) for one in operands if one)
    if off > _WIDE:
        return False
    return abs(float(percent) - given) > 2 * 10.0 ** _exponent(percent) + (
        (abs(given) + 100 * grown) * 2 * off
    )


def _slack(value: Decimal) -> float:
    """Return by how much of itself a printed number may be off at the most; see ``_count``."""
    exponent, size = _exponent(value), abs(float(value))
    rounded = not exponent and size >= _LEAST_ROUNDED and not value % 10
    return (_ROUNDED if rounded else 0) + 1.01 * 10.0**exponent / size


def told_roundly(
    percent: Decimal, given: float, *operands: Decimal, grown: bool = False, digits: int = 3
) -> bool:
    """Say whether a percentage may be right if numbers that end in zeros were rounded or cut.

    ``đạt 352.000 tỷ đồng, bằng 86,7% dự toán (405.000 tỷ đồng)`` is told of 405.828. ``digits`` is
    how many there are at least before the zeros.
    """
    off = sum(_zeros(one, digits) for one in operands if one)
    return abs(float(percent) - given) <= 10.0 ** _exponent(percent) + (
        (abs(given) + 100 * grown) * off
    )


def told_in_steps(percent: Decimal, given: float) -> bool:
    """Say whether a percentage may be right if it is told in tens, or in fives.

    ``tăng 25%`` is also said of 23,7%, and ``khoảng`` left out; all and nothing are never so.
    """
    if percent % _FIVE or percent in (0, 100):
        return False
    step = float(_FIVE if percent % (2 * _FIVE) else 2 * _FIVE)
    off = abs(float(percent) - given)
    return off <= step / 2 and off <= _TENTH * abs(given)


_FIVE, _TENTH = 5, 0.1


def told_in_zeros(stated: Decimal, given: Decimal, *operands: Decimal) -> bool:
    """Say whether a difference may be right if it is told to its last digit that is no nought.

    ``cao hơn 1.500 đồng`` is also said of 19.900 against 18.470, which end in fewer noughts.
    """
    place = _exponent(stated.normalize())
    finer = any(_exponent(one.normalize()) < place for one in operands if one)
    return place >= _HUNDREDS and finer and abs(stated - abs(given)) < Decimal(1).scaleb(place)


def _zeros(value: Decimal, digits: int) -> float:
    """Return how much of a number the place of its last digit that is no nought is."""
    plain = value.normalize()
    last, many = _exponent(plain), plain.adjusted() >= _THOUSANDS
    rounded = many and last >= _HUNDREDS and len(plain.as_tuple().digits) >= digits
    return 10.0**last / abs(float(value)) if rounded else 0


_HUNDREDS, _THOUSANDS = 2, 3
_LEAST_ROUNDED = 10 ** (_ROUND - 1)


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _as_they_stand(stated: Printed, formula: Formula, *operands: Printed) -> Verdict:
    """Return whether numbers agree once their vague words are left out."""
    given = formula(*(operand.means for operand in operands))
    if given.everything or not given.meets(stated.means):
        return Verdict.NOT_EVALUATED
    plain = [_plain(operand) for operand in operands]
    same = printed.judge(_plain(stated), formula, *plain) is Agreement.CONSISTENT
    return Verdict.CONFIRMED if same else Verdict.NOT_EVALUATED


def _plain(operand: Printed) -> Printed:
    return printed.measured(operand.number) if operand.vague else operand


def _nearly(stated: Printed, formula: Formula, *operands: Printed) -> bool:
    if stated.vague:
        # "hơn 65%" of 64,8%: rounded first, and called more than that afterwards.
        around = intervals.around(stated.number, _unit(stated))
        return formula(*(operand.means for operand in operands)).meets(around)
    if stated.means.point is not None and stated.number not in (0, 100):
        return False
    low, high = stated.possibly.low, stated.possibly.high
    unit = _unit(stated)
    if isinstance(low, float) or isinstance(high, float):
        return False
    value = Fraction(stated.number)
    wide = stated.possibly.joined(intervals.around(value, unit))
    return formula(*(operand.possibly for operand in operands)).meets(wide)


def _unit(stated: Printed) -> Fraction:
    """Return the unit of the last place, from the width of what a number means."""
    low, high = stated.means.low, stated.means.high
    if stated.vague or isinstance(low, float) or isinstance(high, float) or low == high:
        return Fraction(1, 10 ** places(stated.number))
    return high - low

"""Printed numbers and what they say of each other: consistent, cut, contradicted, undecided.

A number has two readings. What it *means* is what its words and its rounding say; what it can
*possibly* mean is what nobody could call wrong: cut off instead of rounded, an approximation that
is loose. Only what fits neither is a contradiction.

========================  ===========================  ==================================
printed                   means                        possibly
========================  ===========================  ==================================
a count (``34`` vụ)       exactly it                   the same
a measure, a percentage   rounded to its places        cut off after its places
a rate of 0% or 100%      exactly it                   the same
``gần x``                 below x, by a tenth or a     by a unit of its first digit, at
                          unit of its last digit that  most by half of x
                          is not zero, at most a fifth
``hơn x``, ``trên x``     above x, by as much          by as much; by a unit of its first
                                                       digit where that is its only one
``khoảng x``, ``ước x``   either side, by as much      either side, as above
``dưới x``                below x                      the same
``ít nhất x``             x and above                  the same
========================  ===========================  ==================================
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from math import inf

from briefing.figures import intervals
from briefing.figures.intervals import Interval
from briefing.values import record
from briefing.vietnamese import format_number


class Agreement(Enum):
    """How a stated number stands to the numbers beside it."""

    CONSISTENT = "consistent"
    CUT = "cut"
    CONTRADICTED = "contradicted"
    UNDECIDED = "undecided"


@record
class Printed:
    """A number as printed, with what it means and what it can possibly mean.

    ``vague`` says that a word made an approximation of it; then it confirms nothing that only
    some of its meanings would.
    """

    number: Decimal
    means: Interval
    possibly: Interval
    qualifier: str = ""
    up_to: Decimal | None = None

    @property
    def exactly(self) -> Interval:
        """The number itself and nothing else, as if it were not printed but known."""
        counts = self.means is self.possibly and self.means.low is self.means.high
        return self.means if counts else intervals.exact(self.number)

    @property
    def taken(self) -> Interval:
        """What it stands for when nobody cut it off: its meaning, as loose as a word makes it."""
        return self.possibly if self.vague else self.means

    def told(self, number: str) -> str:
        """Return the number in the words that stand around it: ``gần 50``, ``hàng chục``."""
        if self.qualifier in _ROUGHLY:
            return self.qualifier
        if self.up_to is not None:
            number = f"{number} - {format_number(self.up_to)}"
        return f"{self.qualifier} {number}" if self.qualifier else number

    def scaled(self, factor: Fraction) -> Printed:
        """Return it in another unit, of which one of its own is ``factor``."""
        if factor == 1:
            return self
        number = Decimal(factor.numerator) * self.number / Decimal(factor.denominator)
        means, possibly = self.means.scaled(factor), self.possibly.scaled(factor)
        up_to = self.up_to
        if up_to is not None:
            up_to = Decimal(factor.numerator) * up_to / Decimal(factor.denominator)
        return Printed(number, means, possibly, self.qualifier, up_to)

    @property
    def vague(self) -> bool:
        """Whether a qualifier makes an approximation of it, or it is a range."""
        return bool(self.qualifier) or self.up_to is not None

    def to(self, high: Printed) -> Printed:
        """Return the range from this number to another one."""
        means, possibly = self.means.joined(high.means), self.possibly.joined(high.possibly)
        return Printed(self.number, means, possibly, self.qualifier, high.number)


def counted(number: Decimal, qualifier: str = "") -> Printed:
    """Return a count of things: exact unless a word says otherwise."""
    if qualifier:
        return _qualified(number, qualifier)
    only = intervals.exact(number)
    return Printed(number, only, only)


def measured(number: Decimal, qualifier: str = "", places: int | None = None) -> Printed:
    """Return a measure or the percentage of a change, known to its printed places.

    ``places`` are those that were printed where the number itself has lost them.
    """
    if qualifier:
        return _qualified(number, qualifier)
    means = intervals.rounded(number, places)
    return Printed(number, means, means.joined(intervals.cut(number, places)))


def rate(number: Decimal, qualifier: str = "", places: int | None = None) -> Printed:
    """Return a percentage of a whole: 0% and 100% are nothing and everything, never nearly so."""
    whole = number in (0, 100)
    return counted(number, qualifier) if whole else measured(number, qualifier, places)


Formula = Callable[..., Interval]
"""What a stated number must be, from the numbers beside it."""


def judge(stated: Printed, formula: Formula, *operands: Printed) -> Agreement:
    """Return how a stated number agrees with what a formula gives for the numbers beside it.

    Consistent if both can mean the same, cut if they do so by cutting off; undecided if a word
    makes a number too vague for either, or the formula has no answer (a part of nothing).
    """
    given = formula(*(operand.means for operand in operands))
    if given.everything or stated.means.everything:
        return Agreement.UNDECIDED
    vague = any(operand.vague for operand in operands)
    if given.within(stated.means) if vague else given.meets(stated.means):
        return Agreement.CUT if _cut(stated, given, formula, operands) else Agreement.CONSISTENT
    if not formula(*(operand.possibly for operand in operands)).meets(stated.possibly):
        return Agreement.CONTRADICTED
    return Agreement.UNDECIDED if vague or stated.vague else Agreement.CUT


def _cut(stated: Printed, given: Interval, formula: Formula, operands: tuple[Printed, ...]) -> bool:
    """Whether the very digits of measures give the stated number cut off: 199,89 - 127,9 = 71,99.

    Other digits behind them might give it rounded, which would be a rare accident; where it is
    none (``55 tỷ/378 tỷ`` may well be 14,4%), it is not cut.
    """
    exact = stated.means is stated.possibly  # nothing of it can be cut off
    if exact or stated.vague or given.point is not None:
        return False
    if any(operand.vague for operand in operands):
        return False
    if _chance(given, stated.means) > _RARE:
        return False
    digits = formula(*(operand.exactly for operand in operands))
    return not digits.meets(stated.means) and digits.meets(stated.possibly)


_RARE = Fraction(1, 5)
"""The chance up to which digits that are not printed hardly made a number rounded."""


def _chance(given: Interval, means: Interval) -> Fraction:
    """Return how much of what a formula gives lies within what a number means."""
    ends = given.low, given.high, means.low, means.high
    if any(isinstance(end, float) for end in ends) or given.low == given.high:
        return Fraction(0)
    low, high = max(ends[0], ends[2]), min(ends[1], ends[3])
    return max(Fraction(0), Fraction(high - low)) / Fraction(ends[1] - ends[0])


# -- formulas ---------------------------------------------------------------------------------


def part_of(part: Interval, whole: Interval) -> Interval:
    """Return how many percent a part is of a whole."""
    return (part / whole).scaled(100)


def difference(now: Interval, before: Interval) -> Interval:
    """Return by how much two numbers differ, without its sign."""
    return abs(now - before)


def changed_by(now: Interval, before: Interval) -> Interval:
    """Return by how many percent a number changed, without its sign."""
    return abs((now / before).scaled(100) - intervals.exact(100))


def total(*parts: Interval) -> Interval:
    """Return the sum of parts."""
    return sum(parts, intervals.exact(0))


def points(rate: Interval, aimed: Interval) -> Interval:
    """Return how many percentage points a rate is above a target; below is negative."""
    return rate - aimed


def times(now: Interval, before: Interval) -> Interval:
    """Return how many times as much a number became."""
    return now / before


def no_more_than(whole: Interval) -> Interval:
    """Return what a part of a whole can be."""
    return Interval(-inf, whole.high, low_closed=False, high_closed=whole.high_closed)


# -- words ------------------------------------------------------------------------------------


def _reaches(number: Decimal) -> tuple[Fraction, Fraction, Fraction]:
    """Return how far an approximation usually is from its number, and how far at most.

    The last two are those below and above: hơn 100 may be 190, but nearly 100 is not 10.
    """
    digits = number.normalize()
    exponent = digits.as_tuple().exponent
    value = abs(Fraction(number))
    last = Fraction(10) ** (exponent if isinstance(exponent, int) else 0)
    first = Fraction(10) ** number.adjusted()
    half = min(first, value / 2)
    return max(value / 10, min(last, value / 5)), half, first if last == first else half


def _below(number: Decimal) -> tuple[Interval, Interval]:
    near, far, _ = _reaches(number)
    return intervals.below(number, near), intervals.below(number, far)


def _above(number: Decimal) -> tuple[Interval, Interval]:
    near, _, far = _reaches(number)
    return intervals.above(number, near), intervals.above(number, far)


def _around(number: Decimal) -> tuple[Interval, Interval]:
    near = _reaches(number)[0]
    return intervals.around(number, near), _below(number)[1].joined(_above(number)[1])


def _under(number: Decimal) -> tuple[Interval, Interval]:
    return intervals.below(number), intervals.below(number)


def _at_least(number: Decimal) -> tuple[Interval, Interval]:
    return intervals.at_least(number), intervals.at_least(number)


def _at_most(number: Decimal) -> tuple[Interval, Interval]:
    return intervals.at_most(number), intervals.at_most(number)


ABOVE = ("hơn", "trên")
"""The words that are true of any larger number, though they mean one that is near."""

_WORDS: tuple[tuple[tuple[str, ...], Callable[[Decimal], tuple[Interval, Interval]]], ...] = (
    (("gần", "gần như", "ngót"), _below),
    (ABOVE, _above),
    (("khoảng", "ước", "ước tính", "xấp xỉ", "chừng", "trên dưới", "gần bằng"), _around),
    (("dưới",), _under),
    (("ít nhất", "tối thiểu"), _at_least),
    (("không quá", "tối đa"), _at_most),
)

QUALIFIERS = {word: reading for words, reading in _WORDS for word in words}
"""The words that make an approximation of a number, each with what it makes it mean."""


_ROUGHLY = {"hàng chục": 10, "hàng trăm": 100, "hàng nghìn": 1000}


def roughly(words: str) -> Printed:
    """Return a number of which only the size is said: ``hàng chục`` is ten to below a hundred."""
    least = Fraction(_ROUGHLY[words])
    means = Interval(least, least * 10, high_closed=False)
    return Printed(Decimal(_ROUGHLY[words]), means, means, words)


def _qualified(number: Decimal, qualifier: str) -> Printed:
    # A word that is not known, or one about nothing at all, leaves everything open.
    word = QUALIFIERS.get(qualifier) if number else None
    means, possibly = word(number) if word else (intervals.EVERYTHING, intervals.EVERYTHING)
    return Printed(number, means, possibly, qualifier)

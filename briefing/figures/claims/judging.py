"""A claim: a stated number, what the numbers beside it give, and how the two agree."""

from __future__ import annotations

from dataclasses import field, replace
from decimal import Decimal
from fractions import Fraction

from briefing.figures import intervals
from briefing.figures.intervals import Interval
from briefing.figures.printed import ABOVE, Agreement, Formula, Printed, judge
from briefing.values import record
from briefing.vietnamese import format_number, format_percent, places

PERCENT = "%"
_FINEST = 12


@record
class Claim:
    """A number that a figure states, held against the others that it gives.

    ``rule`` says which contradiction it would be, ``key`` where the number is stated, ``how`` the
    arithmetic. ``gives`` is what the other numbers give exactly as printed; for something that may
    be anything up to a bound, the bound. ``likely`` corrects a slip of the keys, for the author to
    look at and never applied; ``more`` are further words for the message.
    """

    rule: str
    key: str
    how: str
    stated: Printed
    gives: Fraction
    agreement: Agreement
    unit: str = PERCENT
    likely: str = ""
    more: dict[str, str] = field(default_factory=dict)

    @property
    def far(self) -> bool:
        """Whether it says no more than that something is far more: hơn 50 of 500."""
        return self.stated.qualifier in ABOVE and self.gives > Fraction(self.stated.number)

    @property
    def computed(self) -> Decimal:
        """What the other numbers give, with the places of the stated one, more where they matter.

        An amount is shown whole if it ends, as 71,99 does; what was cut off is shown rounded.
        """
        decimals = places(self.stated.number)
        if self.agreement is Agreement.CUT:
            return rounded(self.gives, decimals)
        if self.unit != PERCENT:
            decimals = max(decimals, _ends(self.gives, decimals))
        told = rounded(self.gives, decimals)
        while told == self.stated.number and told != self.gives and decimals < _FINEST:
            decimals += 1
            told = rounded(self.gives, decimals)
        return told

    def accepts(self, stated: Decimal, computed: Decimal) -> bool:
        """Say whether an acceptance of these two numbers is one of this claim as it stands."""
        precise = places(computed) >= places(self.stated.number)
        same = intervals.rounded(computed).contains(self.gives) or computed == self.computed
        return stated == self.stated.number and precise and same

    @property
    def said(self) -> str:
        """The stated number as documents print it, with its qualifier and unit."""
        if self.unit == PERCENT:
            return self.stated.told(format_percent(self.stated.number))
        return f"{self.stated.told(format_number(self.stated.number))} {self.unit}".rstrip()

    def in_unit(self, number: Decimal) -> str:
        """Return a number as documents print it, in the unit of the claim."""
        if self.unit == PERCENT:
            return format_percent(number)
        return f"{format_number(number)} {self.unit}".rstrip()


def claim(
    rule: str,
    key: str,
    how: str,
    stated: Printed,
    formula: Formula,
    *operands: Printed,
    unit: str = PERCENT,
    **more: str,
) -> Claim:
    """Return the claim that a number is what a formula gives for the numbers beside it."""
    agreement = judge(stated, formula, *operands)
    gives = formula(*(operand.exactly for operand in operands))
    return Claim(rule, key, how, stated, _only(gives), agreement, unit, more=more)


def bound(
    rule: str,
    key: str,
    how: str,
    stated: Printed,
    formula: Formula,
    *operands: Printed,
    unit: str = PERCENT,
    **more: str,
) -> Claim:
    """Return the claim that a number keeps a bound; it cannot break one by being cut off."""
    made = claim(rule, key, how, stated, formula, *operands, unit=unit, **more)
    return replace(made, agreement=Agreement.UNDECIDED) if made.agreement is Agreement.CUT else made


def impossible(
    rule: str, key: str, how: str, stated: Printed, against: Decimal, **more: str
) -> Claim:
    """Return the claim of a number that cannot be, whatever it is."""
    gives = Fraction(against)
    return Claim(rule, key, how, stated, gives, Agreement.CONTRADICTED, more=more)


def _only(given: Interval) -> Fraction:
    """Return the number that an interval consists of, or its end where it has one."""
    for end in (given.low, given.high):
        if isinstance(end, Fraction):
            return end
    return Fraction(0)


def rounded(number: Fraction, decimals: int) -> Decimal:
    """Return a fraction rounded half up, away from zero, to so many places."""
    scaled = abs(number) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole if number >= 0 else -whole).scaleb(-decimals)


def _ends(number: Fraction, decimals: int) -> int:
    """Return how many places a number needs to be written whole, if they are not many."""
    for needed in range(decimals, decimals + 4):
        if (number * 10**needed).denominator == 1:
            return needed
    return decimals + 2

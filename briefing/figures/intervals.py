"""Intervals of exact numbers: what a printed number can stand for, and arithmetic with it.

A number on paper is an interval (XBRL Calculations 1.1 compares reported numbers the same way).
Ends are exact fractions or infinite, open or closed; no float rounding enters anywhere.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil, inf

from briefing.values import record

Exact = Decimal | Fraction | int
Bound = Fraction | float
"""An exact number, or one of the two infinities."""


@record
class Interval:
    """All numbers between two ends; an infinite end is open.

    Raises ValueError when nothing lies between the ends.
    """

    low: Bound
    high: Bound
    low_closed: bool = True
    high_closed: bool = True

    def __post_init__(self) -> None:
        if (self.low is self.high and self.low_closed and self.high_closed) or self.low < self.high:
            return
        if self.low > self.high or not (self.low_closed and self.high_closed):
            raise ValueError(f"an interval needs a number in it: {self}")

    @property
    def everything(self) -> bool:
        """Whether it decides nothing, being without an end on either side."""
        return isinstance(self.low, float) and isinstance(self.high, float)

    @property
    def point(self) -> Fraction | None:
        """The only number in it, if there is only one."""
        if self.low is self.high:
            return self.low  # type: ignore[return-value]  # an infinite end is never both
        return self.low if isinstance(self.low, Fraction) and self.low == self.high else None

    @property
    def whole_number(self) -> bool:
        """Whether some whole number lies in it."""
        if isinstance(self.low, float) or isinstance(self.high, float):
            return True
        first = ceil(self.low)
        if first == self.low and not self.low_closed:
            first += 1
        return first < self.high or (first == self.high and self.high_closed)

    def contains(self, number: Exact) -> bool:
        """Say whether a number lies in it."""
        return self.meets(exact(number))

    def meets(self, other: Interval) -> bool:
        """Say whether some number lies in both."""
        return _reach(self, other) and _reach(other, self)

    def within(self, other: Interval) -> bool:
        """Say whether every number of it lies in the other."""
        return _from(self) >= _from(other) and _to(self) <= _to(other)

    def joined(self, other: Interval) -> Interval:
        """Return the smallest interval that holds both."""
        return _between(min(_from(self), _from(other)), max(_to(self), _to(other)))

    def scaled(self, factor: Exact) -> Interval:
        """Return it times an exact number."""
        return self * exact(factor)

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low, self.high_closed, self.low_closed)

    def __abs__(self) -> Interval:
        if self.low >= 0:
            return self
        if self.high <= 0:
            return -self
        low, high = _to(-self), _to(self)
        return _between((Fraction(0), 0), max(low, high))

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            self.low + other.low,
            self.high + other.high,
            self.low_closed and other.low_closed,
            self.high_closed and other.high_closed,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        by = other.point
        if by is not None and by > 0:
            return Interval(self.low * by, self.high * by, self.low_closed, self.high_closed)
        ends = [_product(mine, its) for mine in _ends(self) for its in _ends(other)]
        low = min((value, 0 if closed else 1) for value, closed in ends)
        high = max((value, 0 if closed else -1) for value, closed in ends)
        return _between(low, high)

    def __truediv__(self, other: Interval) -> Interval:
        """Return the quotient; what may be divided by zero can be anything."""
        by = other.point
        if by is not None and by > 0:
            return Interval(self.low / by, self.high / by, self.low_closed, self.high_closed)
        if other.contains(0):
            return EVERYTHING
        return self * _reciprocal(other)


EVERYTHING = Interval(-inf, inf, low_closed=False, high_closed=False)
"""What is not known at all."""


def exact(number: Exact) -> Interval:
    """Return the number itself and nothing else: a count of things, a number of the law."""
    value = Fraction(number)
    return Interval(value, value)


def rounded(number: Decimal, places: int | None = None) -> Interval:
    """Return what a number rounded to its places stands for: ``6.3`` is 6,25 to below 6,35.

    Halves are rounded up, away from zero. ``places`` are those that were printed, by default those
    of the number (``19.0`` has one).
    """
    value, half = Fraction(number), _unit(number, places) / 2
    if value < 0:
        return -rounded(-number, places)
    # Nothing but zero itself is rounded to zero from below.
    return Interval(value - half, value + half, low_closed=value > 0, high_closed=False)


def cut(number: Decimal, places: int | None = None) -> Interval:
    """Return what a number cut off after its places stands for: ``6.3`` is 6,3 to below 6,4."""
    value, unit = Fraction(number), _unit(number, places)
    if value < 0:
        return -cut(-number, places)
    return Interval(value, value + unit, high_closed=False)


def below(number: Exact, reach: Exact | None = None) -> Interval:
    """Return the numbers under a number, no further away than ``reach`` where one is given."""
    value = Fraction(number)
    low = -inf if reach is None else value - Fraction(reach)
    return Interval(low, value, low_closed=reach is not None, high_closed=False)


def above(number: Exact, reach: Exact | None = None) -> Interval:
    """Return the numbers over a number, no further away than ``reach`` where one is given."""
    value = Fraction(number)
    high = inf if reach is None else value + Fraction(reach)
    return Interval(value, high, low_closed=False, high_closed=reach is not None)


def around(number: Exact, reach: Exact) -> Interval:
    """Return the numbers no further from a number than ``reach`` on either side."""
    value = Fraction(number)
    return Interval(value - Fraction(reach), value + Fraction(reach))


def at_least(number: Exact) -> Interval:
    """Return a number and all over it."""
    return Interval(Fraction(number), inf, high_closed=False)


def at_most(number: Exact) -> Interval:
    """Return a number and all under it."""
    return Interval(-inf, Fraction(number), low_closed=False)


def _unit(number: Decimal, places: int | None) -> Fraction:
    if places is None:
        exponent = number.as_tuple().exponent
        places = -exponent if isinstance(exponent, int) else 0
    # "1,2 tỷ đồng" stays one of a hundred million when it is read in millions (1.2E+3).
    return Fraction(10) ** -places


# An end as a pair that orders: an open lower end comes after the number, an open upper one before.
_Mark = tuple[Bound, int]


def _from(interval: Interval) -> _Mark:
    return interval.low, 0 if interval.low_closed else 1


def _to(interval: Interval) -> _Mark:
    return interval.high, 0 if interval.high_closed else -1


def _between(low: _Mark, high: _Mark) -> Interval:
    (bottom, opened), (top, ended) = low, high
    endless = isinstance(bottom, float), isinstance(top, float)
    return Interval(bottom, top, not (opened or endless[0]), not (ended or endless[1]))


def _reach(lower: Interval, upper: Interval) -> bool:
    """Say whether one begins no later than the other ends."""
    if lower.low_closed and upper.high_closed:
        return lower.low <= upper.high
    return lower.low < upper.high


def _ends(interval: Interval) -> tuple[tuple[Bound, bool], tuple[Bound, bool]]:
    return (interval.low, interval.low_closed), (interval.high, interval.high_closed)


def _product(first: tuple[Bound, bool], second: tuple[Bound, bool]) -> tuple[Bound, bool]:
    """Return the product of two ends; zero times anything is zero, and is reached by itself."""
    for (value, closed), (other, its) in ((first, second), (second, first)):
        if value == 0:
            return Fraction(0), closed or (other == 0 and its)
    return first[0] * second[0], first[1] and second[1]


def _reciprocal(interval: Interval) -> Interval:
    """Return one over an interval without zero; next to zero it has no end, endless nears zero."""
    low = Fraction(1) / interval.high if interval.high else -inf
    high = Fraction(1) / interval.low if interval.low else inf
    return _between(
        (low or Fraction(0), 0 if interval.high_closed else 1),
        (high or Fraction(0), 0 if interval.low_closed else -1),
    )

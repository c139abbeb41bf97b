"""Changes against the period before: direction, amount and percent, from whatever is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import inf

from briefing.figures import intervals
from briefing.figures.book import FigureBook
from briefing.figures.claims import known
from briefing.figures.claims.judging import Claim, bound, claim, impossible
from briefing.figures.claims.known import written
from briefing.figures.claims.rates import HUNDRED
from briefing.figures.intervals import Interval
from briefing.figures.printed import (
    Agreement,
    Printed,
    changed_by,
    difference,
    judge,
    measured,
    no_more_than,
    part_of,
)
from briefing.figures.printed import rate as rate_of
from briefing.figures.units import is_percent
from briefing.report import Direction, Figure
from briefing.values import record

_KEY = "change"


@record
class _Stated:
    """A change as a figure states it, and the two values that it should lead from and to."""

    direction: Direction
    amount: Printed | None
    percent: Printed | None
    now: Printed | None
    before: Printed | None
    unit: str

    @property
    def of_nothing(self) -> bool:
        """Whether it says that nothing changed."""
        known = [number for number in (self.amount, self.percent) if number is not None]
        return bool(known) and not any(number.number for number in known)


def claimed_changes(book: FigureBook, name: str) -> Iterator[Claim]:
    """Yield the change that a figure states, against its values of both periods."""
    figure = book.figures[name]
    if figure.change is None:
        return
    change = figure.change
    stated = _Stated(
        change.direction,
        None if change.amount is None else known.number(change.amount, figure.unit),
        percentage_of_change(figure),
        known.value(figure),
        known.previous(book, name),
        figure.unit or "",
    )
    directions = list(_direction(stated))
    yield from directions
    # Where the word is contradicted already, the amount need not be.
    if not any(one.agreement is Agreement.CONTRADICTED for one in directions):
        yield from _amount(stated)
    yield from _percent(stated)


def percentage_of_change(figure: Figure) -> Printed | None:
    """Return the percent of a change as stated.

    A fall of 100% leaves nothing; a rise of 100% doubles, and rounds like any other number.
    """
    change = figure.change
    if change is None or change.percent is None:
        return None
    exact = change.direction == "giảm" or not change.percent
    return rate_of(change.percent) if exact else measured(change.percent)


def _direction(stated: _Stated) -> Iterator[Claim]:
    """Yield the word against both values; a rise that leaves nothing leads nowhere."""
    if stated.now is None or stated.of_nothing:
        return
    how = f"{written(stated.now)}"
    if stated.before is not None:
        rule, formula = "figures/direction", _TO[stated.direction]
        word = stated.direction
        yield bound(
            rule, _KEY, how, stated.now, formula, stated.before, unit=stated.unit, direction=word
        )
    elif stated.direction == "tăng" and stated.now.possibly.point == 0 and not stated.amount:
        yield _no_such_result(stated, stated.percent or stated.now)


def _amount(stated: _Stated) -> Iterator[Claim]:
    if stated.amount is None:
        return
    if stated.now and stated.before:
        high, low = sorted((stated.now, stated.before), key=lambda one: -one.number)
        how = f"{written(high)} - {written(low)}"
        numbers = stated.now, stated.before
        rule, unit = "figures/difference", stated.unit
        word = stated.direction
        yield claim(rule, _KEY, how, stated.amount, difference, *numbers, unit=unit, direction=word)
        return
    # What remains or what was there before would be less than nothing.
    start = stated.now if stated.direction == "tăng" else stated.before
    if start is not None:
        rule, how, unit = "figures/negative-result", written(start), stated.unit
        word = stated.direction
        yield bound(rule, _KEY, how, stated.amount, no_more_than, start, unit=unit, direction=word)


def _percent(stated: _Stated) -> Iterator[Claim]:
    if stated.percent is None:
        return
    if stated.direction == "giảm" and stated.percent.number > HUNDRED.number:
        yield bound("figures/fall-over-hundred", _KEY, "", stated.percent, no_more_than, HUNDRED)
    elif stated.before and not stated.before.number and stated.percent.number:
        number = stated.before.number
        yield impossible("figures/of-nothing", _KEY, written(stated.before), stated.percent, number)
    else:
        yield from _percent_of_numbers(stated, stated.percent)


def _percent_of_numbers(stated: _Stated, percent: Printed) -> Iterator[Claim]:
    now, before, amount = stated.now, stated.before, stated.amount
    rule = "figures/stated-change"
    if now and before:
        how = f"({written(now)} - {written(before)})/{written(before)}"
        relative = claim(rule, _KEY, how, percent, changed_by, now, before)
        # "Giảm 1,1%" of a rate of 5,2% is said of points as well.
        points = is_percent(stated.unit) and judge(percent, difference, now, before)
        yield replace(relative, agreement=points) if points is Agreement.CONSISTENT else relative
    elif before and amount:
        how = f"{written(amount)}/{written(before)}"
        yield claim(rule, _KEY, how, percent, part_of, amount, before)
    elif now and amount:
        sign, formula = ("-", _of_rise) if stated.direction == "tăng" else ("+", _of_fall)
        how = f"{written(amount)}/({written(now)} {sign} {written(amount)})"
        yield claim(rule, _KEY, how, percent, formula, amount, now)
    elif now and stated.direction == "giảm":
        yield from _what_remains(stated, now, percent)


def _what_remains(stated: _Stated, now: Printed, percent: Printed) -> Iterator[Claim]:
    """Yield a fall of everything that leaves something, or of less that leaves nothing."""
    gone = percent.number == HUNDRED.number
    left = not now.possibly.contains(0)
    if (gone and left) or (not gone and now.possibly.point == 0 and percent.number):
        yield _no_such_result(stated, percent)


def _no_such_result(stated: _Stated, number: Printed) -> Claim:
    now = stated.now or number
    words = {"direction": stated.direction, "value": written(now)}
    return impossible("figures/no-such-result", _KEY, written(now), number, now.number, **words)


def _above(before: Interval) -> Interval:
    return intervals.Interval(before.low, inf, low_closed=False, high_closed=False)


def _below(before: Interval) -> Interval:
    return intervals.Interval(-inf, before.high, low_closed=False, high_closed=False)


_TO = {"tăng": _above, "giảm": _below}


def _of_rise(amount: Interval, now: Interval) -> Interval:
    return part_of(amount, now - amount)


def _of_fall(amount: Interval, now: Interval) -> Interval:
    return part_of(amount, now + amount)

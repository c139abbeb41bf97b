"""Results against their targets: reached by so many percent, or above them by so much."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial

from briefing.figures import intervals
from briefing.figures.book import FigureBook
from briefing.figures.claims import known
from briefing.figures.claims.judging import Claim, claim, impossible
from briefing.figures.claims.known import number, written
from briefing.figures.intervals import Interval
from briefing.figures.printed import (
    Agreement,
    Formula,
    Printed,
    counted,
    measured,
    part_of,
    points,
)
from briefing.figures.printed import rate as rate_of
from briefing.report import Figure, Target

_KEY, _RULE, _FULFILLED = "target", "figures/stated-target", "figures/stated-fulfilment"


def claimed_targets(book: FigureBook, name: str) -> Iterator[Claim]:
    """Yield what a figure states of its target, against its result."""
    figure = book.figures[name]
    target = figure.target
    if target is None or (target.stated is None and target.stated_over is None):
        return
    if target.value is None:
        yield from _among_themselves(target)
    elif not target.value and (target.stated or target.stated_over) and target.of == "value":
        stated = counted(target.stated or target.stated_over or target.value)
        yield impossible("figures/of-nothing", _KEY, written(stated), stated, target.value)
    elif target.of == "rate":
        yield from _of_rate(figure, target, _spanned(counted, target.value, target.up_to))
    elif result := known.value(figure):
        in_unit = partial(number, unit=figure.unit)
        yield from _of_value(target, result, _spanned(in_unit, target.value, target.up_to))


def _spanned(read: Callable[[Decimal], Printed], low: Decimal, high: Decimal | None) -> Printed:
    return read(low) if high is None else read(low).to(read(high))


def _among_themselves(target: Target) -> Iterator[Claim]:
    """Yield by how much a target was exceeded, against how far it was reached."""
    if target.stated is not None and target.stated_over is not None:
        how, over = written(counted(target.stated)), measured(target.stated_over)
        yield _either(over, how, lambda reached: reached, rate_of(target.stated))


def _of_value(target: Target, result: Printed, aimed: Printed) -> Iterator[Claim]:
    how = f"{written(result)}/{written(aimed)}"
    if target.stated is not None:
        yield claim(_FULFILLED, _KEY, how, rate_of(target.stated), part_of, result, aimed)
    if target.stated_over is not None:
        yield _either(measured(target.stated_over), how, part_of, result, aimed)


def _of_rate(figure: Figure, target: Target, aimed: Printed) -> Iterator[Claim]:
    """Yield by how many points a rate, stated or worked out, is above its target."""
    stated, part, whole = known.rate(figure), known.value(figure), known.whole(figure)
    if stated:
        yield from _of_result(target, aimed, written(stated), _itself, stated)
    elif part and whole and whole.number:
        yield from _of_result(
            target, aimed, f"{written(part)}/{written(whole)}", part_of, part, whole
        )


def _of_result(
    target: Target, aimed: Printed, how: str, result: Formula, *operands: Printed
) -> Iterator[Claim]:
    if target.stated_over is not None:
        over, formula = measured(target.stated_over), _over(result)
        yield claim(_RULE, _KEY, f"{how} - {written(aimed)}", over, formula, aimed, *operands)
    if target.stated is not None:
        reached, formula = rate_of(target.stated), _reached(result)
        yield claim(
            _FULFILLED, _KEY, f"{how} / {written(aimed)}", reached, formula, aimed, *operands
        )


def _either(over: Printed, how: str, reached: Formula, *operands: Printed) -> Claim:
    """Return by how much a target of a value was exceeded.

    "Vượt 275%" is said both for 275% of the target and for 275% more; either may be meant.
    """

    def exceeded(*numbers: Interval) -> Interval:
        return reached(*numbers) - intervals.exact(100)

    more = claim(_RULE, _KEY, f"{how} - 100%", over, exceeded, *operands)
    if more.agreement is Agreement.CONSISTENT:
        return more
    whole = claim(_RULE, _KEY, how, over, reached, *operands)
    return whole if whole.agreement is Agreement.CONSISTENT else more


def _itself(number: Interval) -> Interval:
    return number


def _over(result: Formula) -> Formula:
    return lambda aimed, *numbers: points(result(*numbers), aimed)


def _reached(result: Formula) -> Formula:
    return lambda aimed, *numbers: part_of(result(*numbers), aimed)

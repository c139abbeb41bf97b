"""Rates of a whole, and parts that are larger than what they are part of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from briefing.figures.book import FigureBook
from briefing.figures.claims import known
from briefing.figures.claims.claim import Claim, bound, claim, impossible
from briefing.figures.claims.known import written
from briefing.figures.printed import Agreement, Printed, counted, judge, no_more_than, part_of
from briefing.figures.printed import rate as rate_of
from briefing.vietnamese import format_number

HUNDRED = counted(Decimal(100))


def rates(book: FigureBook, name: str) -> Iterator[Claim]:
    """Yield the rate that a figure states, and the part that it counts, against the whole."""
    figure = book.figures[name]
    part, whole, stated = known.value(figure), known.whole(figure), known.rate(figure)
    if part and whole:
        how, unit = written(whole), figure.unit or ""
        yield bound("figures/part-over-whole", "value", how, part, no_more_than, whole, unit=unit)
    if stated is None:
        return
    of_a_whole = whole is not None or figure.out_of_label is not None
    if of_a_whole and figure.target is None:
        yield bound("figures/over-hundred", "rate", "", stated, no_more_than, HUNDRED)
    # A base in words restricts the whole: 100% of the people present, who are not all of them.
    if whole is not None and figure.out_of_label is None:
        yield from _against_whole(stated, part, whole)


def _against_whole(stated: Printed, part: Printed | None, whole: Printed) -> Iterator[Claim]:
    if not whole.number:
        yield impossible("figures/of-nothing", "rate", written(whole), stated, whole.number)
    elif part:
        how = f"{written(part)}/{written(whole)}"
        made = claim("figures/stated-rate", "rate", how, stated, part_of, part, whole)
        if made.agreement is Agreement.CONTRADICTED:
            near = swapped_digits(part.number, whole.number, stated.number)
            made = replace(made, likely=f"{format_number(near)}/{written(whole)}" if near else "")
        yield made


def swapped_digits(part: Decimal, whole: Decimal, stated: Decimal) -> Decimal | None:
    """Return the one numerator that fits a stated rate when two neighbouring digits change place.

    771/778 stated as 92,2% gives 717: the slip that typing makes most. ``None`` when no swap or
    more than one fits.
    """
    digits = str(part)
    fitting = {
        Decimal(swapped)
        for i in range(len(digits) - 1)
        if (swapped := digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]) != digits
        and swapped.isdigit()
        and _fits(Decimal(swapped), whole, stated)
    }
    return fitting.pop() if len(fitting) == 1 else None


def _fits(part: Decimal, whole: Decimal, stated: Decimal) -> bool:
    numbers = counted(part), counted(whole)
    return judge(rate_of(stated), part_of, *numbers) is Agreement.CONSISTENT

"""Rates of a whole, and parts that are larger than what they are part of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from briefing.figures.book import FigureBook
from briefing.figures.claims import known
from briefing.figures.claims.judging import Claim, bound, claim, impossible
from briefing.figures.claims.known import written
from briefing.figures.printed import (
    Agreement,
    Printed,
    counted,
    judge,
    measured,
    no_more_than,
    part_of,
)
from briefing.figures.slips import slips_of
from briefing.patterns import Pattern
from briefing.report import Figure
from briefing.vietnamese import format_number

HUNDRED = counted(Decimal(100))


def claimed_rates(book: FigureBook, name: str) -> Iterator[Claim]:
    """Yield the rate that a figure states, and the part that it counts, against the whole."""
    figure = book.figures[name]
    if figure.rate is None and figure.out_of is None:
        return
    part, whole, stated = known.value(figure), known.whole(figure), known.rate(figure)
    if part and whole:
        how, unit = written(whole), figure.unit or ""
        yield bound("figures/part-over-whole", "value", how, part, no_more_than, whole, unit=unit)
    if stated is None:
        return
    of_a_whole = whole is not None or _is_whole(figure.out_of_label)
    if of_a_whole and figure.target is None:
        yield bound("figures/over-hundred", "rate", "", stated, no_more_than, HUNDRED)
    # A base in words restricts the whole: 100% of the people present, who are not all of them.
    if whole is not None and figure.out_of_label is None and not as_fraction(figure):
        yield from _against_whole(stated, part, whole)


_PLAN = Pattern(
    r"(?:so với |mức |số )?"
    r"(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu|định mức|công suất|cùng kỳ|kỳ trước|năm)",
    re.IGNORECASE,
)
"""Bases that can be exceeded: plans, and periods before."""


def _is_whole(label: str | None) -> bool:
    return label is not None and _PLAN.match(label) is None


def as_fraction(figure: Figure) -> bool:
    """Say whether a rate was given as a fraction of one: ``0.92`` for 92%."""
    rate = figure.rate
    if rate is None or not 0 < rate < 1:
        return False
    part, whole = known.value(figure), known.whole(figure)
    if part and whole and whole.number:
        exact = counted(part.number), counted(whole.number)
        of_hundred = judge(measured(rate), part_of, *exact) is not Agreement.CONTRADICTED
        of_one = (exact[0].means / exact[1].means).meets(measured(rate).possibly)
        return of_one and not of_hundred
    # Alone, a rate below one percent is possible; one of half and more of a whole is not.
    return rate >= Decimal("0.5")


def _against_whole(stated: Printed, part: Printed | None, whole: Printed) -> Iterator[Claim]:
    if not whole.number:
        yield impossible("figures/of-nothing", "rate", written(whole), stated, whole.number)
    elif part:
        how = f"{written(part)}/{written(whole)}"
        made = claim("figures/stated-rate", "rate", how, stated, part_of, part, whole)
        if made.agreement is Agreement.CONTRADICTED:
            made = replace(made, likely=_likely(part, whole, stated))
        yield made


def _likely(part: Printed, whole: Printed, stated: Printed) -> str:
    """Return the fraction that the only slip of the keys that fits makes of the given one.

    771/778 stated as 92,2% is likely 717/778.
    """
    numbers = [part.number, whole.number]

    def fits(place: int, changed: Decimal) -> bool:
        counts = [*numbers]
        counts[place] = changed
        possible = 0 < counts[1] >= counts[0] and all(count % 1 == 0 for count in counts)
        given = [counted(count) for count in counts]
        return possible and judge(stated, part_of, *given) is Agreement.CONSISTENT

    slips = slips_of(numbers, fits)
    if len(slips) != 1:
        return ""
    [(place, changed)] = slips
    numbers[place] = changed
    return "/".join(map(format_number, numbers))

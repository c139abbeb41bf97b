"""Parts that are listed: together they are no more than their whole, and all of it if complete."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.figures import intervals
from briefing.figures.book import FigureBook
from briefing.figures.claims import known
from briefing.figures.claims.judging import Claim, bound, claim
from briefing.figures.claims.known import written
from briefing.figures.intervals import Interval
from briefing.figures.printed import Printed, total

_KEY = "parts"


def claimed_sums(book: FigureBook, name: str) -> Iterator[Claim]:
    """Yield a whole against the sum of its listed parts, for this period and the one before.

    Parts need not exhaust a whole; where the input says that they do, the sum must be the whole.
    """
    figure = book.figures[name]
    if not figure.parts:
        return
    parts = [known.other(book, part, figure.unit) for part in figure.parts]
    # The parts of a fraction are the things covered: 17/17 phường, xã are 11 phường and 6 xã.
    whole = known.value(figure) or known.whole(figure)
    yield from _sum(book, name, "figures/sum", whole, parts)
    before = [known.previous(book, part, figure.unit) for part in figure.parts]
    yield from _sum(book, name, "figures/sum-before", known.previous(book, name), before)


def _sum(
    book: FigureBook, name: str, rule: str, whole: Printed | None, parts: list[Printed | None]
) -> Iterator[Claim]:
    figure = book.figures[name]
    numbers = [part for part in parts if part is not None]
    if whole is None or len(numbers) < len(parts):
        return
    how, unit = " + ".join(map(written, numbers)), figure.unit or ""
    if figure.parts_complete:
        yield claim(rule, _KEY, how, whole, total, *numbers, unit=unit)
    else:
        yield bound(rule, _KEY, how, whole, _at_least_all, *numbers, unit=unit)


def _at_least_all(*parts: Interval) -> Interval:
    together = total(*parts)
    endless = intervals.EVERYTHING.high
    return Interval(together.low, endless, low_closed=together.low_closed, high_closed=False)

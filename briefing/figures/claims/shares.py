"""Shares of another figure: the part is no larger, and the percentage is that of both."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.figures.book import FigureBook
from briefing.figures.claims import known
from briefing.figures.claims.judging import Claim, bound, claim, impossible
from briefing.figures.claims.known import written
from briefing.figures.claims.rates import HUNDRED
from briefing.figures.printed import no_more_than, part_of
from briefing.figures.printed import rate as rate_of


def claimed_shares(book: FigureBook, name: str) -> Iterator[Claim]:
    """Yield the share that a figure states, and its value, against the figure it is a share of."""
    figure = book.figures[name]
    if figure.share_of is None and figure.share is None:
        return
    part, whole = known.value(figure), known.other(book, figure.share_of, figure.unit)
    stated = None if figure.share is None else rate_of(figure.share)
    if part and whole:
        how, unit = written(whole), figure.unit or ""
        rule = "figures/part-over-whole"
        yield bound(rule, "share_of", how, part, no_more_than, whole, unit=unit)
    if stated is None:
        return
    yield bound("figures/over-hundred", "share", "", stated, no_more_than, HUNDRED)
    if whole and not whole.number:
        yield impossible("figures/of-nothing", "share", written(whole), stated, whole.number)
    elif part and whole:
        how = f"{written(part)}/{written(whole)}"
        yield claim("figures/stated-share", "share", how, stated, part_of, part, whole)

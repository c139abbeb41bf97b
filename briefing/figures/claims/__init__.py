"""What a figure states beside its own numbers, each claim judged by what the numbers allow."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.figures.book import FigureBook
from briefing.figures.claims.approximations import approximations
from briefing.figures.claims.changes import changes
from briefing.figures.claims.claim import Claim
from briefing.figures.claims.rates import rates
from briefing.figures.claims.shares import shares
from briefing.figures.claims.sums import sums
from briefing.figures.claims.targets import targets

__all__ = ["Claim", "claims"]

_FAMILIES = (approximations, rates, shares, changes, targets, sums)


def claims(book: FigureBook, name: str) -> Iterator[Claim]:
    """Yield every claim of a figure that its numbers, or those of figures it names, can decide."""
    for family in _FAMILIES:
        yield from family(book, name)

"""What a figure states beside its own numbers, each claim judged by what the numbers allow."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.figures.book import FigureBook
from briefing.figures.claims.approximations import claimed_approximations
from briefing.figures.claims.changes import claimed_changes
from briefing.figures.claims.judging import Claim
from briefing.figures.claims.plain import plainly_right
from briefing.figures.claims.rates import claimed_rates
from briefing.figures.claims.relations import claimed_relations
from briefing.figures.claims.row_parts import claimed_row_parts
from briefing.figures.claims.shares import claimed_shares
from briefing.figures.claims.sums import claimed_sums
from briefing.figures.claims.targets import claimed_targets

__all__ = ["Claim", "claims_of", "plainly_right"]

_FAMILIES = (
    claimed_approximations,
    claimed_rates,
    claimed_shares,
    claimed_changes,
    claimed_targets,
    claimed_sums,
    claimed_relations,
    claimed_row_parts,
)


def claims_of(book: FigureBook, name: str) -> Iterator[Claim]:
    """Yield every claim of a figure that its numbers, or those of figures it names, can decide."""
    for family in _FAMILIES:
        yield from family(book, name)

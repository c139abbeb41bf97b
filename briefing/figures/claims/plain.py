"""Figures that are plainly right: whole numbers of things that need no exact arithmetic.

Most figures count things and state little of them. What is seen here at a glance is what the
families of claims find; where it takes more than whole numbers they are asked.
"""

from __future__ import annotations

from decimal import Decimal

from briefing.figures.book import FigureBook
from briefing.figures.fulfilment import TOTALS
from briefing.figures.units import is_measured
from briefing.report import Figure

_MORE = frozenset(
    (
        *("exact", "approximate", "qualifier", "up_to", "rate_qualifier", "out_of_label"),
        *("share_of", "share", "target", "parts", "equals"),
    )
)
"""What makes a figure claim more than a whole, a rate of it and a change."""

_ALL = Decimal(100)
_ONE = Decimal(1)


def plainly_right(book: FigureBook, name: str) -> bool:
    """Say whether nothing that a figure claims can be doubtful; else its claims must be judged."""
    figure = book.figures[name]
    said = figure.model_fields_set
    if not said.isdisjoint(_MORE) or name in book.parts_of_rows or _is_total(figure):
        return False
    # A rate alone, of a whole that nobody counts, cannot be wrong.
    if figure.out_of is None and figure.change is None:
        return True
    value, whole = figure.value, figure.out_of
    if value is None or value < 0 or (whole is not None and value > whole):
        return False
    if figure.rate is None and figure.change is None:
        return True
    if not value.same_quantum(_ONE) or is_measured(figure.unit):
        return False
    rate = figure.rate
    if whole is not None and rate is not None and not _is_rate(rate, int(value), whole):
        return False
    return figure.change is None or _is_change(figure, int(value), book.previous(name))


def _is_total(figure: Figure) -> bool:
    return figure.row and figure.label.casefold() in TOTALS


def _is_rate(rate: Decimal, part: int, whole: Decimal) -> bool:
    """Say whether a rate is how many percent a part is of its whole, rounded to its places."""
    if not whole or not whole.same_quantum(_ONE) or not _ONE <= rate < _ALL:
        return False
    return _is_percentage(rate, part, int(whole))


def _is_change(figure: Figure, now: int, before: Decimal | None) -> bool:
    """Say whether a change is the one between two whole numbers, as far as it is stated."""
    change = figure.change
    if change is None or not before or not before.same_quantum(_ONE):
        return False
    by = now - int(before) if change.direction == "tăng" else int(before) - now
    if by <= 0 or (change.amount is not None and change.amount != by):
        return False
    if change.percent is None:
        return True
    # All of a whole, and nothing of it, are never rounded.
    return 0 < change.percent != _ALL and _is_percentage(change.percent, by, int(before))


def _is_percentage(percent: Decimal, part: int, whole: int) -> bool:
    """Say whether a percentage is a part of a whole, halves rounded up, in whole numbers."""
    exponent = percent.as_tuple().exponent
    if not isinstance(exponent, int) or exponent > 0:
        return False
    scale: int = 10**-exponent
    stated = int(percent.scaleb(-exponent))
    return (2 * stated - 1) * whole <= 200 * part * scale < (2 * stated + 1) * whole

"""Changes against the period before: worked out from both values, or as stated."""

from __future__ import annotations

from briefing.figures.book import FigureBook
from briefing.figures.rates import percentage
from briefing.figures.statements import Change, Count, Pair, Unchanged
from briefing.figures.units import is_percent
from briefing.report import Figure

POINTS = "điểm phần trăm"


def change_of(book: FigureBook, name: str) -> Change | Unchanged | None:
    """Return the change of a figure, or ``None`` when nothing is known of the period before.

    A stated change is given as stated. A rise from zero has no percentage.
    """
    figure = book.figures[name]
    if figure.change is not None:
        return _stated(figure)
    previous = book.previous(name)
    if figure.value is None or previous is None or figure.qualifier:
        return None
    pair = Pair(figure.value, previous, figure.unit or "")
    if figure.value == previous:
        return Unchanged(pair)
    difference = figure.value - previous
    # Two rates differ by points; a percentage of a percentage is never printed.
    rates = is_percent(figure.unit)
    return Change(
        "tăng" if difference > 0 else "giảm",
        Count(abs(difference), POINTS if rates else figure.unit or ""),
        None if rates else percentage(abs(difference), previous, book.style.places),
        pair,
        detected=figure.nature == "detected",
    )


def _stated(figure: Figure) -> Change | Unchanged | None:
    stated = figure.change
    if stated is None:
        return None
    if not stated.amount and not stated.percent:
        return Unchanged()
    unit = POINTS if is_percent(figure.unit) else figure.unit or ""
    amount = None if stated.amount is None else Count(stated.amount, unit)
    detected = figure.nature == "detected"
    return Change(stated.direction, amount, stated.percent, detected=detected)


def improved(book: FigureBook, name: str) -> bool | None:
    """Say whether a change is for the better; ``None`` when there is none or it is not known.

    Less of what happens is better; more of what is only found is an achievement.
    """
    change = change_of(book, name)
    if not isinstance(change, Change):
        return None
    return (change.direction == "tăng") == change.detected

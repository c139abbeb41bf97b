"""Changes against the period before: worked out from both values, or as stated."""

from __future__ import annotations

from dataclasses import replace

from briefing.figures.book import FigureBook
from briefing.figures.rates import percentage
from briefing.figures.statements import Change, Count, Pair, Unchanged
from briefing.figures.units import is_percent
from briefing.report import Figure, StatedChange, is_vague

POINTS = "điểm phần trăm"


def change_of(book: FigureBook, name: str) -> Change | Unchanged | None:
    """Return the change of a figure, or ``None`` when nothing is known of the period before.

    A stated change is given as stated; a stated direction alone is given with what both values say
    of it, if they say the same. A rise from zero has no percentage.
    """
    # A row says its change in its sentence and in its table.
    if name not in book.changes:
        book.changes[name] = _change_of(book, name)
    return book.changes[name]


def _change_of(book: FigureBook, name: str) -> Change | Unchanged | None:
    figure = book.figures[name]
    stated, computed = figure.change, _computed(book, name)
    if stated is None:
        return computed
    alone = stated.amount is None and stated.percent is None
    if alone and isinstance(computed, Change) and computed.direction == stated.direction:
        # The stated word is the one that is printed, and known to be.
        return replace(computed, direction=stated.direction)
    return _stated(figure, stated)


def _computed(book: FigureBook, name: str) -> Change | Unchanged | None:
    figure, previous = book.figures[name], book.previous(name)
    if figure.value is None or previous is None or is_vague(figure):
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
        None if rates else percentage(abs(difference), previous, book.places(figure)),
        pair,
        detected=figure.nature == "detected",
    )


def _stated(figure: Figure, stated: StatedChange) -> Change | Unchanged:
    numbers = [number for number in (stated.amount, stated.percent) if number is not None]
    if numbers and not any(numbers):
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

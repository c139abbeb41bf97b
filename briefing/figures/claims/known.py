"""The numbers of a figure as printed numbers, each with the precision of its own."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from briefing.figures.book import FigureBook
from briefing.figures.printed import Printed, counted, measured, roughly
from briefing.figures.printed import rate as percentage_of_whole
from briefing.figures.units import factor, is_measured
from briefing.report import Figure
from briefing.vietnamese import format_number, places


def number(value: Decimal, unit: str | None, qualifier: str = "") -> Printed:
    """Return a number in a unit: exact if it counts things, else known to its places."""
    return _number(str(value), unit, qualifier)


# Every family of claims asks for the same numbers. Those that are equal may differ in their places.
@lru_cache(maxsize=1024)
def _number(written: str, unit: str | None, qualifier: str) -> Printed:
    value = Decimal(written)
    exact = not places(value) and not is_measured(unit)
    return counted(value, qualifier) if exact else measured(value, qualifier)


def value(figure: Figure) -> Printed | None:
    """Return the value of a figure as exactly as it is known."""
    if figure.exact is not None:
        return number(figure.exact, figure.unit)
    return stated(figure) or (roughly(figure.approximate) if figure.approximate else None)


def stated(figure: Figure) -> Printed | None:
    """Return the value as sentences print it, with its word or as a range."""
    if figure.value is not None:
        low = number(figure.value, figure.unit, figure.qualifier or "")
        return low if figure.up_to is None else low.to(number(figure.up_to, figure.unit))
    return None


def whole(figure: Figure) -> Printed | None:
    """Return the whole that a value is a part of."""
    return None if figure.out_of is None else number(figure.out_of, figure.unit)


def previous(book: FigureBook, name: str, unit: str | None = None) -> Printed | None:
    """Return the value of the period before, in another unit where one of its kind is asked for."""
    figure = book.figures.get(name)
    before = book.previous(name) if figure else None
    if figure is None or before is None:
        return None
    return number(before, figure.unit).scaled(factor(figure.unit, unit or figure.unit))


def rate(figure: Figure) -> Printed | None:
    """Return the rate that is stated; a word before a rate alone may stand as the value's."""
    if figure.rate is None:
        return None
    alone = figure.value is None and figure.approximate is None
    word = figure.rate_qualifier or (figure.qualifier if alone else None)
    return percentage_of_whole(figure.rate, word or "")


def other(book: FigureBook, name: str | None, unit: str | None) -> Printed | None:
    """Return the value of another figure, in this unit where it is a measure of the same kind."""
    figure = book.figures.get(name or "")
    known = value(figure) if figure else None
    return known.scaled(factor(figure.unit, unit)) if known and figure else None


def written(known: Printed) -> str:
    """Return a number as sentences print it: ``gần 50``, ``hàng chục``."""
    return known.told(format_number(known.number))

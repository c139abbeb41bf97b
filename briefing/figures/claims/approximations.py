"""Approximations against the exact number behind them: ``gần 50`` of 52, ``hàng chục`` of 999."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.figures.book import FigureBook
from briefing.figures.claims.judging import Claim, claim
from briefing.figures.claims.known import number, stated, written
from briefing.figures.intervals import Interval
from briefing.figures.printed import Printed, roughly

_RULE = "figures/approximation"


def claimed_approximations(book: FigureBook, name: str) -> Iterator[Claim]:
    """Yield what a figure says roughly, against what it says exactly."""
    figure, unit = book.figures[name], book.figures[name].unit
    if figure.exact is None and not figure.approximate:
        return
    exact = None if figure.exact is None else number(figure.exact, unit)
    value = None
    if figure.value is not None:
        value = stated(figure)
    if exact and value:
        yield _said("qualifier" if figure.qualifier else "value", value, exact, unit)
    if figure.approximate and (known := exact or value):
        yield _said("approximate", roughly(figure.approximate), known, unit)


def _said(key: str, stated: Printed, exact: Printed, unit: str | None) -> Claim:
    how = written(stated)
    return claim(_RULE, key, how, stated, _itself, exact, unit=unit or "", exact=written(exact))


def _itself(number: Interval) -> Interval:
    return number

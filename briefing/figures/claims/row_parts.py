"""Rows of “trong đó” against the row that they are parts of, column by column.

Such rows need not be all parts, and those of people and things may overlap (women, young people).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from briefing.figures.book import FigureBook
from briefing.figures.claims import known
from briefing.figures.claims.judging import Claim, claim
from briefing.figures.claims.known import written
from briefing.figures.printed import Agreement, Printed, judge, no_more_than, total
from briefing.figures.units import factor, is_measured, is_percent, same_kind
from briefing.report import Figure

_OVER = "indicators/parts-over-whole"
_OVERLAP = "indicators/parts-overlap"
_SHORT = "indicators/parts-short"

_Read = Callable[[FigureBook, str], Printed | None]


class _Sum(NamedTuple):
    """The whole and the parts of one column, and what they are together."""

    claim: Claim
    over: bool


def adds_up(unit: str | None) -> bool:
    """Say whether what is counted in a unit adds up: no percentage, no average."""
    return not is_percent(unit) and "/" not in (unit or "")


def claimed_row_parts(book: FigureBook, name: str) -> Iterator[Claim]:
    """Yield the columns in which the parts of a row do not make what its other columns let expect.

    More than the whole is wrong of amounts, and where another column adds up; counts may overlap.
    Less is told only where all other columns, or the only one, add up to the whole.
    """
    figure = book.figures[name]
    parts = _parts(book, name)
    if len(parts) < _FEWEST or figure.parts:
        return
    sums = [made for column in _COLUMNS if (made := _column(book, name, parts, column))]
    whole = [one for one in sums if one.claim.agreement is Agreement.CONSISTENT]
    over = [one for one in sums if one.over]
    for one in sums:
        if one.claim.agreement is not Agreement.CONTRADICTED or _is_worked_out(figure, one):
            continue
        if one.over and (whole or (is_measured(figure.unit) and len(over) == 1)):
            yield replace(one.claim, rule=_OVER)
        elif one is next(iter(over), None):
            yield replace(one.claim, rule=_OVERLAP)
        elif not one.over and whole and len(whole) == len(sums) - 1:
            yield replace(one.claim, rule=_SHORT)


_FEWEST = 2


def _parts(book: FigureBook, name: str) -> list[str]:
    unit = book.figures[name].unit
    if not book.figures[name].row or not adds_up(unit):
        return []
    figures = ((each, book.figures[each]) for each in book.parts_of_rows.get(name, ()))
    return [each for each, figure in figures if same_kind(figure.unit, unit)]


def _is_worked_out(figure: Figure, one: _Sum) -> bool:
    """Say whether a formula of its own is held against the value already."""
    return figure.equals is not None and one.claim.key == "value"


def _column(
    book: FigureBook, name: str, parts: list[str], column: tuple[str, _Read]
) -> _Sum | None:
    """Return a whole and the sum of its parts in a column; none where one part says nothing.

    A part that is larger than its whole is told as such.
    """
    key, read = column
    whole, unit = read(book, name), book.figures[name].unit
    numbers: list[Printed] = []
    for part in parts:
        known_part = read(book, part)
        if known_part is None or not _is_of_one_time(book, name, part, key):
            return None
        numbers.append(known_part.scaled(factor(book.figures[part].unit, unit)))
    if whole is None or not whole.number:
        return None
    if any(judge(part, no_more_than, whole) is Agreement.CONTRADICTED for part in numbers):
        return None
    how = " + ".join(map(written, numbers))
    made = claim(_OVER, key, how, whole, total, *numbers, unit=unit or "")
    return _Sum(made, made.agreement is Agreement.CONTRADICTED and made.gives > whole.number)


def _is_of_one_time(book: FigureBook, name: str, part: str, key: str) -> bool:
    """Say whether a whole and a part are both estimates or both results, up to the same day."""
    if key != "value":
        return True
    one, other = book.figures[name], book.figures[part]
    return all(
        getattr(one, each) == getattr(other, each) for each in ("estimated", "cumulative", "as_of")
    )


def _value(book: FigureBook, name: str) -> Printed | None:
    return known.value(book.figures[name])


def _plan(book: FigureBook, name: str) -> Printed | None:
    figure = book.figures[name]
    target = figure.target
    if target is None or target.value is None or target.up_to is not None or target.of == "rate":
        return None
    return known.number(target.value, figure.unit)


def _so_far(book: FigureBook, name: str) -> Printed | None:
    figure = book.figures[name]
    return None if figure.so_far is None else known.number(figure.so_far, figure.unit)


def _next_plan(book: FigureBook, name: str) -> Printed | None:
    figure = book.figures[name]
    if figure.next_plan is None or figure.next_plan_up_to is not None:
        return None
    return known.number(figure.next_plan, figure.unit)


_COLUMNS: tuple[tuple[str, _Read], ...] = (
    ("value", _value),
    ("previous", known.previous),
    ("target", _plan),
    ("so_far", _so_far),
    ("next_plan", _next_plan),
)

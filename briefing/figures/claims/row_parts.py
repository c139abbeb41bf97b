"""Rows of “trong đó” against the row that they are parts of, column by column.

Such rows need not be all parts, and those of people and things may overlap (women, young people).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cached_property

from briefing.figures.book import FigureBook
from briefing.figures.claims import known
from briefing.figures.claims.judging import Claim, claim
from briefing.figures.claims.known import written
from briefing.figures.fulfilment import TOTALS
from briefing.figures.printed import Agreement, total
from briefing.figures.units import factor, is_measured, is_percent, same_kind
from briefing.report import is_vague
from briefing.values import record

_OVER = "indicators/parts-over-whole"
_OVERLAP = "indicators/parts-overlap"
_SHORT = "indicators/parts-short"
_TOTAL = "indicators/total"

_Read = Callable[[FigureBook, str], Decimal | None]


@record(slots=False)
class _Sum:
    """The whole and the parts of one column."""

    key: str
    unit: str | None
    whole: Decimal
    parts: tuple[Decimal, ...]

    @cached_property
    def gap(self) -> Decimal:
        """By how much the parts are more than the whole, less than nothing where they are less."""
        return sum(self.parts, Decimal(0)) - self.whole

    @cached_property
    def fits(self) -> bool:
        """Whether the parts make the whole, rounded as they are; the sum alone mostly tells."""
        if not self.gap:
            return True
        near = abs(self.gap) * _NEAR <= self.whole
        return near and self.told(_OVER).agreement is not Agreement.CONTRADICTED

    @property
    def over(self) -> bool:
        """Whether the parts are more than the whole."""
        return self.gap > 0 and not self.fits

    def told(self, rule: str) -> Claim:
        """Return the claim that the whole is the sum of its parts, under a rule."""
        whole = known.number(self.whole, self.unit)
        numbers = [known.number(part, self.unit) for part in self.parts]
        how = " + ".join(map(written, numbers))
        return claim(rule, self.key, how, whole, total, *numbers, unit=self.unit or "")


_NEAR = 10
"""A sum that misses more than a tenth of its whole is not what rounding makes."""

_FEWEST = 2


def adds_up(unit: str | None) -> bool:
    """Say whether what is counted in a unit adds up: no percentage, no average."""
    return not is_percent(unit) and "/" not in (unit or "")


def claimed_row_parts(book: FigureBook, name: str) -> Iterator[Claim]:
    """Yield the columns in which the parts of a row do not make what its other columns let expect.

    More than the whole is wrong of amounts, and where another column adds up; counts may overlap.
    Less is told only where all other columns, or the only one, add up to the whole.
    """
    if book.figures[name].label.casefold() in TOTALS:
        yield from _totals(book, name)
    parts = _parts(book, name)
    if len(parts) < _FEWEST:
        return
    sums = [one for column in _COLUMNS if (one := _column(book, name, parts, column))]
    whole = [one for one in sums if one.fits]
    over = [one for one in sums if one.over]
    worked_out = book.figures[name].equals is not None
    for one in sums:
        # A formula of its own is held against the value already.
        if one.fits or (worked_out and one.key == "value"):
            continue
        made: Claim | None = None
        if one.over and (whole or (is_measured(one.unit) and len(over) == 1)):
            made = one.told(_OVER)
        elif one is next(iter(over), None):
            made = one.told(_OVERLAP)
        elif not one.over and whole and len(whole) == len(sums) - 1:
            made = one.told(_SHORT)
        if made and made.agreement is Agreement.CONTRADICTED:
            yield made


def _totals(book: FigureBook, name: str) -> Iterator[Claim]:
    """Yield the columns in which a row of totals is not the sum of the rows of its band.

    Where they are more in every one of several columns, they overlap, and are no parts.
    """
    figure = book.figures[name]
    if not figure.row or figure.parent or figure.equals or not adds_up(figure.unit):
        return
    band = [
        each
        for each, other in book.figures.items()
        if other.row and other.parent is None and other.group == figure.group and each != name
    ]
    rows = [each for each in band if same_kind(book.figures[each].unit, figure.unit)]
    if len(rows) < _FEWEST or any(book.figures[each].label.casefold() in TOTALS for each in band):
        return
    sums = [one for column in _COLUMNS if (one := _column(book, name, rows, column))]
    if len(sums) > 1 and all(one.over for one in sums):
        return
    made = (one.told(_TOTAL) for one in sums if not one.fits)
    yield from (one for one in made if one.agreement is Agreement.CONTRADICTED)


def _parts(book: FigureBook, name: str) -> list[str]:
    below = book.parts_of_rows.get(name, ())
    figure = book.figures[name]
    if len(below) < _FEWEST or not figure.row or figure.parts or not adds_up(figure.unit):
        return []
    return [each for each in below if same_kind(book.figures[each].unit, figure.unit)]


def _column(
    book: FigureBook, name: str, parts: list[str], column: tuple[str, _Read]
) -> _Sum | None:
    """Return a whole and its parts in a column; none where one of them says nothing.

    A part that is larger than its whole is told as such.
    """
    key, read = column
    whole, unit = read(book, name), book.figures[name].unit
    if not whole:
        return None
    numbers: list[Decimal] = []
    for part in parts:
        number = read(book, part)
        if number is None or not _is_of_one_time(book, name, part, key):
            return None
        own = book.figures[part].unit
        if own != unit:
            times = factor(own, unit)
            number = number * times.numerator / times.denominator
        if number > whole:
            return None
        numbers.append(number)
    return _Sum(key, unit, whole, tuple(numbers))


def _is_of_one_time(book: FigureBook, name: str, part: str, key: str) -> bool:
    """Say whether a whole and a part are both estimates or both results, up to the same day."""
    if key != "value":
        return True
    one, other = book.figures[name], book.figures[part]
    return all(
        getattr(one, each) == getattr(other, each) for each in ("estimated", "cumulative", "as_of")
    )


def _value(book: FigureBook, name: str) -> Decimal | None:
    figure = book.figures[name]
    return None if is_vague(figure) else figure.value


def _plan(book: FigureBook, name: str) -> Decimal | None:
    target = book.figures[name].target
    if target is None or target.up_to is not None or target.of == "rate":
        return None
    return target.value


def _so_far(book: FigureBook, name: str) -> Decimal | None:
    return book.figures[name].so_far


def _next_plan(book: FigureBook, name: str) -> Decimal | None:
    figure = book.figures[name]
    return None if figure.next_plan_up_to is not None else figure.next_plan


_COLUMNS: tuple[tuple[str, _Read], ...] = (
    ("value", _value),
    ("previous", FigureBook.previous),
    ("target", _plan),
    ("so_far", _so_far),
    ("next_plan", _next_plan),
)

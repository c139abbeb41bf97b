"""Relations: a figure against what its formula gives, diện tích × năng suất = sản lượng."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.figures.book import FigureBook
from briefing.figures.claims import known
from briefing.figures.claims.judging import PERCENT, Claim, claim
from briefing.figures.claims.known import written
from briefing.figures.intervals import Interval
from briefing.figures.printed import Printed
from briefing.figures.relations import FormulaError, PostfixFormula, dimension, read_formula
from briefing.figures.units import is_percent
from briefing.report import Figure

_RULE, _KEY = "figures/relation", "equals"
_SHOWN = {"*": "×", "/": ":"}


def claimed_relations(book: FigureBook, name: str) -> Iterator[Claim]:
    """Yield a figure against its formula, where all numbers are there and their units fit."""
    figure = book.figures[name]
    if figure.equals is None:
        return
    stated, in_unit = _number(figure)
    if stated is None:
        return
    try:
        formula = read_formula(figure.equals)
        numbers = [_number(book.figures[other]) for other in formula.names]
        units = [dimension(unit) for _, unit in numbers]
        given = formula.unit_of(units)
    except (FormulaError, KeyError):
        return  # told of the formula itself
    own = dimension(in_unit)
    operands = [number for number, _ in numbers if number is not None]
    if given.kinds != own.kinds or len(operands) < len(numbers) or name in formula.names:
        return

    def result(*values: Interval) -> Interval:
        scaled = [value.scaled(unit.size) for value, unit in zip(values, units, strict=True)]
        return formula.of(scaled).scaled(1 / own.size)

    how, unit = _how(str(figure.equals), formula, operands), in_unit or ""
    yield claim(_RULE, _KEY, how, stated, result, *operands, unit=unit)


def _number(figure: Figure) -> tuple[Printed | None, str | None]:
    """Return the number of a figure with its unit: its rate where a percentage is all it is."""
    value = known.value(figure)
    if value is None and figure.rate is not None and (not figure.unit or is_percent(figure.unit)):
        return known.rate(figure), PERCENT
    return value, figure.unit


def _how(text: str, formula: PostfixFormula, operands: list[Printed]) -> str:
    """Return the formula with numbers in place of its names."""
    said = text
    for name, number in sorted(zip(formula.names, operands, strict=True), key=lambda p: -len(p[0])):
        said = said.replace(name, written(number), 1)
    for sign, shown in _SHOWN.items():
        said = said.replace(sign, shown)
    return said

"""The formulas that a workbook shows beside figures as they are typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing.forms.sheet import Sheet

CellFormula = Callable[[int], str]
"""Gives the formula for a row, counted from 1 as Excel does."""


def computed_columns(sheet: Sheet) -> Iterator[tuple[str, CellFormula]]:
    """Yield what is computed beside the figures: the key of its heading, and its formula."""
    value, whole, before = (_letter(sheet, path) for path in ("value", "out_of", "previous"))

    def rate(row: int) -> str:
        v, w = f"{value}{row}", f"{whole}{row}"
        return f'=IF(AND(ISNUMBER({v}),ISNUMBER({w})),IF({w}>0,ROUND({v}/{w}*100,2),""),"")'

    def change(row: int) -> str:
        v, b = f"{value}{row}", f"{before}{row}"
        return f'=IF(AND(ISNUMBER({v}),ISNUMBER({b})),{v}-{b},"")'

    yield "rate", rate
    yield "change", change


def disagreements(sheet: Sheet) -> Iterator[tuple[int, CellFormula]]:
    """Yield the columns that turn red where stated and computed disagree, with the condition."""
    stated = _letter(sheet, "rate")
    computed = _column(len(sheet.columns) + 1)

    def off(row: int) -> str:
        r, c = f"{stated}{row}", f"{computed}{row}"
        # Half a unit of the last place that is typed; the program itself judges finer.
        half = f"IF({r}=INT({r}),0.5,IF({r}*10=INT({r}*10),0.05,0.005))"
        return f"=AND(ISNUMBER({r}),ISNUMBER({c}),ABS({r}-{c})>{half}+0.000001)"

    yield _index(sheet, "rate"), off


def _index(sheet: Sheet, path: str) -> int:
    """Return the position of a column, counted from 0; the first column holds row numbers."""
    return [column.path for column in sheet.columns].index(path) + 1


def _letter(sheet: Sheet, path: str) -> str:
    return _column(_index(sheet, path))


def _column(index: int) -> str:
    """Return the letters of a column: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"${letters}"

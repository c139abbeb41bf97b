"""What the build of a sheet makes unclear: merged cells, a second table, totals, hidden rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cache

from briefing.findings import LANGUAGES, Severity
from briefing.forms.sheet import sheets
from briefing.reading.cells import Cell, is_blank, words
from briefing.reading.examples import is_example, is_filled
from briefing.reading.grids import CellGrid, SheetPage, letters
from briefing.values import record

LEAVES_UNREAD = frozenset(
    (
        *("workbook/same-heading", "workbook/unknown-heading", "workbook/same-item"),
        *("workbook/same-name", "workbook/no-name", "workbook/total", "workbook/example-filled"),
        *("workbook/outside", "workbook/merged", "workbook/second-table"),
        *("workbook/headings-below", "workbook/heading-lost"),
    )
)
"""Findings that leave unread what a person may take for read."""

_TOTALS = ("cộng", "tổng", "tổng cộng", "tổng số", "total", "sum")
_LONGEST_TOTAL = 100
"""The characters of the longest cell, with its blanks, that may be the word for a total alone."""

_NUMBERED = ("tt", "stt", "số tt", "no.", "no")
_SHOWN = 10
"""The hidden rows or columns that a finding counts up."""
_NUMBERING = ".,;:()/-–IVXLCDMivxlcdm "
"""What stands in a column of row numbers beside digits and single letters."""


@record
class Problem:
    """Something of a sheet's build that a person should look at, with its row and column from 0."""

    rule: str
    row: int
    at: int
    severity: Severity = Severity.ERROR
    values: dict[str, str] = field(default_factory=dict)


def unclear_build(page: SheetPage, read: Mapping[int, bool]) -> Iterator[Problem]:
    """Yield merged cells that hold facts of several rows, and what is hidden and yet read.

    ``read`` are the columns that are read, with whether a row of such cells alone goes on with the
    one above.
    """
    for row, at in _merged_over_facts(page, read):
        yield Problem("workbook/merged", row, at)
    told = Severity.WARNING
    if page.is_hidden and any(map(is_filled, page.grid[1:])):
        yield Problem("workbook/hidden-sheet", 0, 0, told, {"sheet": page.title})
    if rows := _hidden_rows(page):
        said = ", ".join(str(row + 1) for row in rows[:_SHOWN])
        yield Problem("workbook/hidden-rows", rows[0], 0, told, {"rows": said})
    if columns := _hidden_columns(page, list(read)):
        said = ", ".join(letters(at) for at in columns[:_SHOWN])
        yield Problem("workbook/hidden-columns", 0, columns[0], told, {"columns": said})


def _merged_over_facts(page: SheetPage, read: Mapping[int, bool]) -> Iterator[tuple[int, int]]:
    """Yield row and column of each merged cell that may be meant for several values."""
    # A cell that spans the rows of one entry is clear.
    for (first, left), (last, right) in page.merged:
        if first == 0 or first >= len(page.grid) or left >= len(page.grid[first]):
            continue
        covered = [at for at in read if left <= at <= right]
        if not covered or is_blank(page.grid[first][left]):
            continue
        new = [at for at, goes_on in read.items() if not goes_on and at not in covered]
        below = page.grid[first + 1 : last + 1]
        if len(covered) > 1 or any(not is_blank(row[at]) for row in below for at in new):
            yield first, left


def is_second_head(cells: Sequence[Cell], read: Sequence[int]) -> bool:
    """Say whether a row below the headings is a row of headings again."""
    if not isinstance(cells[0], str) or words(cells[0]) not in _NUMBERED:
        return False
    return any(words(cells[at]) in _headings() for at in read if not is_blank(cells[at]))


def is_total(cell: Cell) -> bool:
    """Say whether a cell calls its row a total."""
    if not isinstance(cell, str) or len(cell) > _LONGEST_TOTAL:
        return False
    return words(cell).rstrip(":. ") in _TOTALS


def is_numbering(cell: Cell) -> bool:
    """Say whether a cell of the column of row numbers holds no more than that."""
    if not isinstance(cell, str):
        return True
    said = cell.strip()
    return len(said) <= 1 or not said.strip(_NUMBERING).strip("0123456789")


def _hidden_rows(page: SheetPage) -> list[int]:
    return [row for row in sorted(page.look.hidden_rows) if _holds(page.grid, row)]


def _hidden_columns(page: SheetPage, read: Sequence[int]) -> list[int]:
    below = [cells for cells in page.grid[1:] if not is_example(cells)]
    hidden = sorted(page.look.hidden_columns & set(read))
    return [at for at in hidden if any(not is_blank(cells[at]) for cells in below)]


def _holds(grid: CellGrid, row: int) -> bool:
    if not 0 < row < len(grid) or is_example(grid[row]):
        return False
    return any(not is_blank(cell) for cell in grid[row][1:])


@cache
def _headings() -> frozenset[str]:
    found = [sheet for language in LANGUAGES for sheet in sheets(language)]
    return frozenset(words(column.heading) for sheet in found for column in sheet.columns)

"""The columns of a sheet by the words of their headings, as they are and as they were."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.forms.sheet import Column, Sheet
from briefing.reading.cells import Cell, words
from briefing.reading.grids import CellGrid


def named_columns(sheet: Sheet) -> dict[str, Column]:
    """Return the columns or items of a sheet by what their headings say, also in older forms."""
    former = {words(said): column for column in sheet.columns for said in column.former}
    return former | {words(column.heading): column for column in sheet.columns}


_LOWEST = 10
"""The rows among which headings that were moved down are looked for."""
_SURE = 3
"""How many headings of a sheet a row has that is the row of headings."""


def row_of_headings(sheet: Sheet, grid: CellGrid) -> int:
    """Return the row, from 0, in which the headings of a sheet stand that are no longer in it."""
    known = named_columns(sheet)
    often = [sum(words(cell) in known for cell in cells) for cells in grid[:_LOWEST]]
    if often[0]:
        return 0
    return next((row for row, count in enumerate(often) if count >= _SURE), 0)


def heading_lost(sheet: Sheet, heads: Sequence[Cell], at: int) -> str | None:
    """Return the heading that stood in an emptied cell, by the one on its left or on its right."""
    due = [words(column.heading) for column in sheet.columns]
    there = {words(head) for head in heads}
    for beside, step in ((at - 1, 1), (at + 1, -1)):
        said = words(heads[beside]) if 0 <= beside < len(heads) else ""
        index = due.index(said) + step if said in due else -1
        if 0 <= index < len(due) and due[index] not in there:
            return sheet.columns[index].heading
    return None

"""What in a workbook is the form's own and what somebody wrote where nothing is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.findings import LANGUAGES, say
from briefing.forms.cells import cell_of, example_of
from briefing.forms.sheet import Column, Sheet, sheets
from briefing.kinds import OwnField
from briefing.reading.by_heading import named_columns
from briefing.reading.cells import Cell, CellError, is_blank, text_of, words

_EXAMPLES = {words(say("sheet.example", language)) for language in LANGUAGES}
_HINTS = {words(say("sheet.hint", language)) for language in LANGUAGES}


def is_example(cells: Sequence[Cell]) -> bool:
    """Say whether a row is the one that shows an example."""
    return isinstance(cells[0], str) and words(cells[0]) in _EXAMPLES


def own_in_example(cells: Sequence[Cell], heads: Mapping[int, Column]) -> Iterator[int]:
    """Yield the columns of an example row that hold something else than the example."""
    for at, column in heads.items():
        # Older forms show what is chosen by its name.
        shown = {_said(cell_of(column.example, language)) for language in LANGUAGES}
        shown |= {_said(example_of(column, language)) for language in LANGUAGES}
        if not is_blank(cells[at]) and _said(cells[at]) not in shown:
            yield at


def beside(grid: Sequence[Sequence[Cell]]) -> Iterator[tuple[int, int]]:
    """Yield row and column of what stands beside the item, its value and the hint."""
    hint = 2 if len(grid[0]) > 2 and words(grid[0][2]) in _HINTS else None
    for row, cells in enumerate(grid):
        for at, cell in enumerate(cells):
            if at > 1 and at != hint and not is_blank(cell):
                yield row, at


def meant_for(grid: Sequence[Sequence[Cell]], own: tuple[OwnField, ...] = ()) -> Sheet | None:
    """Return the sheet of the form that a filled sheet of another name has the headings of.

    ``own`` are the fields of packs and kinds that the form has.
    """
    if not grid:
        return None
    heads = {words(head) for head in grid[0]} - {""}
    for language in LANGUAGES:
        for sheet in sheets(language, own):
            if sheet.layout == "rows":
                named = named_columns(sheet)
                there = {column.path for said, column in named.items() if said in heads}
                numbered = words(say("sheet.number", language)) in heads
                whole = len(there) == len(sheet.columns)
                alike = numbered and whole and any(map(is_filled, grid[1:]))
            else:
                alike = _holds_items(sheet, grid, language)
            if alike:
                return sheet
    return None


def is_filled(cells: Sequence[Cell]) -> bool:
    """Say whether a row holds something of its own beside its number."""
    return not is_example(cells) and any(not is_blank(cell) for cell in cells[1:])


def _holds_items(sheet: Sheet, grid: Sequence[Sequence[Cell]], language: str) -> bool:
    """Say whether rows below the headings of a sheet with an item a row hold values of items."""
    heads = [words(say(f"sheet.{key}", language)) for key in ("what", "value")]
    if [words(head) for head in grid[0][:2]] != heads:
        return False
    known = named_columns(sheet)
    return any(words(cells[0]) in known and not is_blank(cells[1]) for cells in grid[1:])


def _said(cell: Cell) -> str:
    try:
        return words(text_of(cell))
    except CellError:
        return words(str(cell))

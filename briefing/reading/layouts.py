"""Where the fields of the form lie in one workbook, also those that nobody has filled in."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.forms.blanks import FieldLayout, Laid
from briefing.forms.sheet import Sheet, sheets
from briefing.kinds import OwnField
from briefing.reading.by_heading import named_columns
from briefing.reading.cells import is_blank, words
from briefing.reading.grids import CellGrid, SheetPage, letters


def layout_of(
    pages: Iterable[SheetPage], language: str, own: tuple[OwnField, ...], kind: object
) -> FieldLayout:
    """Return where the fields of the form, with packs' own ones, lie in a workbook."""
    known, titles = sheets(language, own), {words(page.title): page for page in pages}
    laid = {
        sheet.group: _laid(sheet, titles[words(sheet.title)])
        for sheet in known
        if words(sheet.title) in titles
    }
    first = next((page.title for page in titles.values()), "")
    return FieldLayout(known, laid, first, kind if isinstance(kind, str) else "")


def _laid(sheet: Sheet, page: SheetPage) -> Laid:
    grid = page.grid
    head = [words(cell) for cell in grid[0]] if grid else []
    beside = letters(next((at for at in range(len(head), 0, -1) if head[at - 1]), 0))
    named = {said: column.path for said, column in named_columns(sheet).items()}
    if sheet.layout == "rows":
        found = {named[said]: at for at, said in reversed([*enumerate(head)]) if said in named}
        free = _free(grid, list(found.values()))
        columns = {path: letters(at) for path, at in found.items()}
        return Laid(sheet, page.title, free, beside, columns=columns)
    rows: dict[str, int] = {}
    for row, cells in enumerate(grid[1:], start=2):
        path = named.get(words(cells[0]))
        if path is not None:
            rows.setdefault(path, row)
    return Laid(sheet, page.title, _free(grid, [0, 1]), beside, rows)


def _free(grid: CellGrid, columns: list[int]) -> int:
    """Return the number of the first row below all that some columns hold."""
    for row in range(len(grid) - 1, 0, -1):
        if any(at < len(grid[row]) and not is_blank(grid[row][at]) for at in columns):
            return row + 2
    return 2

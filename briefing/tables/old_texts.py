"""Cells of an office's own table that were typed with fonts of before Unicode."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.findings import Finding, InputError, Origin
from briefing.reading.cells import Cell
from briefing.reading.grids import SheetPage, letters
from briefing.vietnamese import OldFont, has_letters_of_today, is_of_old_font, legacy_code

_TOLD = 20
"""The cells that are told; what is left is as they are."""


def in_unicode(page: SheetPage, file: str, *, convert: bool) -> SheetPage:
    """Return a sheet whose texts are Unicode.

    Raises InputError with what its texts would be where they are not and nobody asked to
    ``convert`` them. A word alone may be of either kind: it follows the others where no text of the
    sheet is Unicode.
    """
    found = list(_old(page))
    if not found:
        return page
    if not convert:
        faults = [_told(page, file, row, at, font) for row, at, font in found[:_TOLD]]
        raise InputError(faults)
    usual = OldFont(found[0][2].code)
    texts = [cell for cells in page.grid for cell in cells if isinstance(cell, str)]
    whole = not any(map(has_letters_of_today, texts))
    sure = {(row, at): each for row, at, each in found}
    others = usual if whole else None
    grid = [
        [_new(cell, sure.get((row, at), others)) for at, cell in enumerate(cells)]
        for row, cells in enumerate(page.grid)
    ]
    return replace(page, grid=grid)


def _new(cell: Cell, font: OldFont | None) -> Cell:
    return font.read(cell) if font and isinstance(cell, str) else cell


def _old(page: SheetPage) -> Iterator[tuple[int, int, OldFont]]:
    for row, cells in enumerate(page.grid):
        for at, cell in enumerate(cells):
            if not isinstance(cell, str) or not is_of_old_font(cell):
                continue
            code = legacy_code(cell)
            if font := page.look.fonts.get((row, at)) or (OldFont(code) if code else None):
                yield row, at, font


def _told(page: SheetPage, file: str, row: int, at: int, font: OldFont) -> Finding:
    proposed = font.read(str(page.grid[row][at]))
    origin = Origin(file, cell=f"{page.title}!{letters(at)}{row + 1}")
    values = {"code": font.code, "proposed": proposed}
    return Finding("import/old-encoding", origin=origin, values=values)

"""The sheets of a workbook as grids; a cell that shows something else than it holds is marked."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from briefing.findings import Finding, InputError, Origin
from briefing.packages import OversizeError, inspect
from briefing.reading.cells import Cell
from briefing.reading.files import read_content
from briefing.reading.shown import Unclears, unclear_cells

MAX_BYTES = 8 * 1024 * 1024
"""The largest workbook read: a form of one body is a few hundred kilobytes."""
MAX_ROWS, MAX_COLUMNS = 20_000, 200
"""The largest sheet read."""

Grid = list[list[Cell]]


def grids_of(path: Path) -> Iterator[tuple[str, Grid]]:
    """Yield the sheets of a workbook by their titles.

    Raises InputError for what is no workbook, and for a sheet of a size that no form has.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    content, origin = read_content(path, MAX_BYTES), Origin(str(path))
    unclear: dict[str, Unclears] = {}
    try:
        if content.startswith(b"PK"):
            inspect(content)
            unclear = unclear_cells(content)
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        for title in book.sheet_names:
            sheet = book.get_sheet_by_name(title)
            if sheet.total_height > MAX_ROWS or sheet.total_width > MAX_COLUMNS:
                at = Origin(str(path), cell=title)
                values = {"rows": MAX_ROWS, "columns": MAX_COLUMNS}
                raise InputError([Finding("workbook/too-large", origin=at, values=values)])
            grid: Grid = [list(row) for row in sheet.to_python(skip_empty_area=False)]
            for (row, column), cell in unclear.get(title, {}).items():
                if row < len(grid) and column < len(grid[row]):
                    grid[row][column] = cell
            yield title, grid
    except PasswordError:
        raise InputError([Finding("workbook/password", origin=origin)]) from None
    except OversizeError:
        values = {"limit": MAX_BYTES // 1024 // 1024}
        raise InputError([Finding("file/too-large", origin=origin, values=values)]) from None
    except InputError:
        raise
    except (CalamineError, Exception):
        # A package can be broken in more ways than its reader has errors for.
        raise InputError([Finding("workbook/unreadable", origin=origin)]) from None

"""The sheets of a workbook as grids; a cell that shows something else than it holds is marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, cast

from briefing.findings import Finding, InputError, Origin
from briefing.packages import MAX_XML, OversizeError, inspect
from briefing.reading.cells import Cell, Struck, Unclear, as_text, is_blank
from briefing.reading.files import read_content
from briefing.reading.format_words import as_worded
from briefing.reading.formats import MAX_COLUMNS, MAX_ROWS, LockedError, SheetLook
from briefing.reading.shown import looks
from briefing.reading.silence import unsaid
from briefing.values import record

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, SheetMetadata

MAX_BYTES = 8 * 1024 * 1024
"""The largest workbook read: a form of one body is a few hundred kilobytes."""
CellGrid = list[list[Cell]]
CellRange = tuple[tuple[int, int], tuple[int, int]]
"""First and last row and column, from 0."""


@record
class SheetPage:
    """One sheet of a workbook: its cells, which of them are merged, and what is hidden of it."""

    title: str
    grid: CellGrid
    merged: Sequence[CellRange]
    look: SheetLook
    is_hidden: bool


def pages_of(path: Path) -> Iterator[SheetPage]:
    """Yield the sheets of a workbook in order.

    Raises InputError for what is no workbook, and for a sheet of a size that no form has.
    """
    from python_calamine import CalamineWorkbook, SheetTypeEnum

    content = workbook_content(path)
    with _told(path):
        if content.startswith(b"PK"):
            inspect(content)
        seen = looks(content)
        for title, look in seen.items():
            _check_size(title, look, path)
        with unsaid():
            book = CalamineWorkbook.from_filelike(BytesIO(content))
        for about in book.sheets_metadata:
            if about.typ == SheetTypeEnum.WorkSheet:
                look = seen[about.name] if seen else SheetLook()
                with unsaid():
                    page = _page(book.get_sheet_by_name(about.name), about, look)
                yield page


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell what is wrong with a workbook that cannot be read."""
    from python_calamine import PasswordError

    try:
        yield
    except (InputError, GeneratorExit, KeyboardInterrupt, SystemExit):
        raise
    except (PasswordError, LockedError):
        raise _refused("workbook/password", path) from None
    except OversizeError:
        raise _refused("workbook/unpacked", path, limit=MAX_XML // 1024 // 1024) from None
    except BaseException:
        # A package can be broken in more ways than its reader has errors for, and what calamine
        # itself did not expect is no Exception of Python.
        raise _refused("workbook/unreadable", path) from None


def _refused(rule: str, path: Path, **values: object) -> InputError:
    return InputError([Finding(rule, origin=Origin(str(path)), values=values)])


def workbook_content(path: Path) -> bytes:
    """Return the bytes of a workbook; raises InputError, also when there are too many."""
    return read_content(path, MAX_BYTES)


def _check_size(title: str, look: SheetLook, path: Path) -> None:
    """Refuse a sheet of which one far cell would take more room than there is."""
    if look.rows > look.most_rows or look.columns > MAX_COLUMNS:
        at = Origin(str(path), cell=title)
        values = {"rows": look.most_rows, "columns": MAX_COLUMNS}
        if look.columns > MAX_COLUMNS:
            values["rows"] = MAX_ROWS
        raise InputError([Finding("workbook/too-large", origin=at, values=values)])


def _page(sheet: CalamineSheet, about: SheetMetadata, look: SheetLook) -> SheetPage:
    title = sheet.name
    # Each row is a list of its own, whatever else its type says.
    grid = cast(CellGrid, sheet.to_python(skip_empty_area=False))
    for (row, column), cell in look.cells.items():
        if row < len(grid) and column < len(grid[row]):
            grid[row][column] = cell
    for (row, column), code in look.formats.items():
        if row < len(grid) and column < len(grid[row]):
            held = grid[row][column]
            if isinstance(held, int | float) and not isinstance(held, bool):
                grid[row][column] = as_worded(code, held)
    _mark_struck(grid, look)
    from python_calamine import SheetVisibleEnum

    hidden = about.visible != SheetVisibleEnum.Visible
    return SheetPage(title, grid, sheet.merged_cell_ranges or look.merged, look, hidden)


def _mark_struck(grid: CellGrid, look: SheetLook) -> None:
    for (row, column), part in look.struck.items():
        if row < len(grid) and column < len(grid[row]):
            held = grid[row][column]
            if not is_blank(held) and not isinstance(held, Unclear):
                grid[row][column] = Struck.of(as_text(held), part)


def letters(index: int) -> str:
    """Return the letters of a column: 0 is A, 26 is AA."""
    found = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        found = chr(ord("A") + rest) + found
    return found

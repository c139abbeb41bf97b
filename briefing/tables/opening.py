"""The sheets of a table file: a workbook, or text with commas, semicolons or tabs between cells."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from briefing.findings import Finding, InputError, Origin
from briefing.reading import read_content
from briefing.reading.cells import Cell
from briefing.reading.decoding import table_text
from briefing.reading.formats import MAX_COLUMNS, MAX_ROWS, SheetLook
from briefing.reading.grids import MAX_BYTES, CellGrid, SheetPage, pages_of
from briefing.reading.source import WORKBOOKS
from briefing.tables.old_texts import in_unicode

SUFFIXES = (*WORKBOOKS, ".csv")
"""How the names of tables end, in small letters."""


def open_tables(path: Path, *, convert: bool = False) -> Iterator[SheetPage]:
    """Yield the sheets of a table; raises InputError for what is no table or too large a one.

    Texts of before Unicode are brought into it when asked to ``convert`` them, else refused.
    """
    for page in _opened(path, convert=convert):
        yield in_unicode(page, str(path), convert=convert)


def _opened(path: Path, *, convert: bool) -> Iterator[SheetPage]:
    suffix = path.suffix.lower()
    if suffix == ".csv":
        yield _of_text(path, convert=convert)
    elif suffix in WORKBOOKS:
        yield from pages_of(path)
    else:
        values = {"suffix": path.suffix or "–", "known": ", ".join(SUFFIXES)}
        raise InputError([Finding("file/unknown-format", origin=Origin(str(path)), values=values)])


def _of_text(path: Path, *, convert: bool) -> SheetPage:
    text = table_text(read_content(path, MAX_BYTES), path, convert=convert)
    lines = text.splitlines()[:30]
    # The sign that most lines have, for texts in cells hold the others.
    sign = max(";\t,", key=lambda each: sum(each in line for line in lines))
    rows: list[list[str]] = []
    try:
        for row in csv.reader(text.splitlines(), delimiter=sign):
            rows.append(row)
            if len(rows) > MAX_ROWS or len(row) > MAX_COLUMNS:
                values = {"rows": MAX_ROWS, "columns": MAX_COLUMNS}
                at = Origin(str(path))
                raise InputError([Finding("workbook/too-large", origin=at, values=values)])
    except csv.Error:
        raise InputError([Finding("import/no-table", origin=Origin(str(path)))]) from None
    width = max(map(len, rows), default=0)
    grid: CellGrid = [[*row, *[""] * (width - len(row))] for row in rows]
    if sign == "," and not any(_VIETNAMESE.fullmatch(cell.strip()) for row in rows for cell in row):
        grid = [[_decimal(cell) for cell in cells] for cells in grid]
    return SheetPage(path.stem, grid, (), SheetLook(), is_hidden=False)


_VIETNAMESE = re.compile(r"-?\d+,\d+|-?\d{1,3}(\.\d{3})+(,\d+)?")
_ENGLISH = re.compile(r"-?\d+\.(\d{1,2}|\d{4,15})")


def _decimal(cell: Cell) -> Cell:
    """Return a number with a decimal point as one, in a file that no Vietnamese Excel has saved.

    Where Excel parts decimals by commas it parts cells by semicolons.
    """
    is_one = isinstance(cell, str) and _ENGLISH.fullmatch(cell.strip())
    return float(str(cell).strip()) if is_one else cell

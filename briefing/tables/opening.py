"""The sheets of a table file: a workbook, or text with commas, semicolons or tabs between cells."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from briefing.findings import Finding, InputError, Origin
from briefing.reading import read_content
from briefing.reading.formats import MAX_COLUMNS, MAX_ROWS, Look
from briefing.reading.grids import MAX_BYTES, Grid, Page, pages_of
from briefing.reading.source import WORKBOOKS

SUFFIXES = (*WORKBOOKS, ".csv")
"""How the names of tables end, in small letters."""


def open_tables(path: Path) -> Iterator[Page]:
    """Yield the sheets of a table; raises InputError for what is no table or too large a one."""
    suffix = path.suffix.lower()
    if suffix == ".csv":
        yield _of_text(path)
    elif suffix in WORKBOOKS:
        yield from pages_of(path)
    else:
        values = {"suffix": path.suffix or "–", "known": ", ".join(SUFFIXES)}
        raise InputError([Finding("file/unknown-format", origin=Origin(str(path)), values=values)])


def _of_text(path: Path) -> Page:
    text = _decoded(read_content(path, MAX_BYTES), path)
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
    grid: Grid = [[*row, *[""] * (width - len(row))] for row in rows]
    return Page(path.stem, grid, (), Look(), is_hidden=False)


def _decoded(content: bytes, path: Path) -> str:
    """Return the text; Excel writes UTF-8 with a mark, or UTF-16 as “Unicode text”."""
    code = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return content.decode(code)
    except UnicodeDecodeError:
        raise InputError([Finding("import/encoding", origin=Origin(str(path)))]) from None

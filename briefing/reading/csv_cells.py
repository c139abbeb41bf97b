"""The cells of a table kept as text: .csv as Excel and others write it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from briefing.findings import Finding, InputError, Origin
from briefing.reading.decoding import table_text
from briefing.reading.files import MAX_BYTES, read_content
from briefing.reading.formats import MAX_COLUMNS, MAX_ROWS
from briefing.values import record

_SIGNS = (";", "\t", ",")


@record
class Cells:
    """The rows of a table, each with the line on which it begins, and the sign between cells."""

    rows: list[tuple[int, list[str]]]
    sign: str


def read_cells(path: Path, *, convert: bool = False) -> Cells:
    """Return the cells of a table; raises InputError when it cannot be read.

    It may be UTF-8, or UTF-16 with its mark; cells are parted by semicolons, tabs or commas,
    whichever the head of the table has most of. Other codes of Vietnamese are brought into Unicode
    when asked to ``convert`` them.
    """
    text = _text(path, convert=convert)
    first, _, rest = text.partition("\n")
    told = first.strip()
    if told.lower().startswith("sep=") and len(told) == len("sep=;"):
        return Cells(list(_rows(rest, told[-1], path, 2)), told[-1])
    head = next((line for line in text.split("\n") if line.strip(" \t\r;,")), "")
    sign = max(_SIGNS, key=head.count)
    return Cells(list(_rows(text, sign, path, 1)), sign)


def _text(path: Path, *, convert: bool) -> str:
    if path.suffix.lower() != ".csv":
        values = {"suffix": path.suffix or "–", "known": ".csv"}
        raise InputError([Finding("file/unknown-format", origin=Origin(str(path)), values=values)])
    text = table_text(read_content(path, MAX_BYTES), path, convert=convert)
    if not text.strip():
        raise InputError([Finding("file/empty", origin=Origin(str(path)))])
    return text


def _rows(text: str, sign: str, path: Path, first: int) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=sign, strict=True)
    line = first
    try:
        for cells in reader:
            if len(cells) > MAX_COLUMNS:
                values = {"rows": MAX_ROWS, "columns": MAX_COLUMNS}
                place = Origin(str(path), line, MAX_COLUMNS + 1)
                raise InputError([Finding("workbook/too-large", origin=place, values=values)])
            yield line, cells
            line = first + reader.line_num
    except csv.Error:
        # A quotation mark that is not closed, or one inside a cell that is not doubled.
        raise InputError([Finding("indicators/quotes", origin=Origin(str(path), line))]) from None

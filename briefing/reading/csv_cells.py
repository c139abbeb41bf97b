"""The cells of a table kept as text: .csv as Excel and others write it."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.findings import Finding, InputError, Origin
from briefing.reading.files import MAX_BYTES, read_content, read_text
from briefing.reading.formats import MAX_COLUMNS, MAX_ROWS

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SIGNS = (";", "\t", ",")


@dataclass(frozen=True, slots=True)
class Cells:
    """The rows of a table, each with the line on which it begins, and the sign between cells."""

    rows: list[tuple[int, list[str]]]
    sign: str


def read_cells(path: Path) -> Cells:
    """Return the cells of a table; raises InputError when it cannot be read.

    It may be UTF-8, or UTF-16 with its mark; cells are parted by semicolons, tabs or commas,
    whichever the head of the table has most of.
    """
    text = _text(path)
    first, _, rest = text.partition("\n")
    told = first.strip()
    if told.lower().startswith("sep=") and len(told) == len("sep=;"):
        return Cells(list(_rows(rest, told[-1], path, 2)), told[-1])
    head = next((line for line in text.split("\n") if line.strip(" \t\r;,")), "")
    sign = max(_SIGNS, key=head.count)
    return Cells(list(_rows(text, sign, path, 1)), sign)


def _text(path: Path) -> str:
    if path.suffix.lower() != ".csv":
        values = {"suffix": path.suffix or "–", "known": ".csv"}
        raise InputError([Finding("file/unknown-format", origin=Origin(str(path)), values=values)])
    content = read_content(path, MAX_BYTES)
    if not content.startswith(_UTF16):
        return read_text(path)
    try:
        return content.decode("utf-16")
    except UnicodeDecodeError as error:
        values = {"byte": f"0x{content[error.start]:02X}"}
        raise InputError(
            [Finding("file/not-utf8", origin=Origin(str(path)), values=values)]
        ) from None


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

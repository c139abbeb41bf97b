"""Tables of one's own whose rows lie in a file beside the input."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator
from typing import Any

from briefing.findings import FieldPath, Finding, InputError, Origin, dotted
from briefing.reading.source import FileData
from briefing.report import MAX_ROWS, OVER, row_of
from briefing.vietnamese import clean

GROUP, FILE = "tables", "file"


def files_of_tables(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the name of each table of an input that names a file, and the file."""
    tables = data.get(GROUP)
    if not isinstance(tables, dict):
        return
    for name, table in tables.items():
        if isinstance(table, dict) and isinstance(table.get(FILE), str):
            yield name, table[FILE]


def with_file_of_table(
    source: FileData, name: str, file: pathlib.Path, *, convert: bool = False
) -> FileData:
    """Return the data with the head and the rows of a file in a table; raises InputError.

    A head that the input itself gives stays. Codes of before Unicode are read when asked to
    ``convert`` them.
    """
    from briefing.reading.csv_cells import read_cells  # few inputs name a file

    table = read_cells(file, convert=convert)
    rows = [(line, [clean(cell) for cell in cells]) for line, cells in table.rows]
    rows = [(line, cells) for line, cells in rows if any(cells)]
    if not rows:
        raise InputError([_fault("tables/no-rows", Origin(str(file)))])
    width = max(_filled(cells) for _, cells in rows)
    head, body = _head(rows, width)
    own = source.data[GROUP][name]
    if "rows" in own:
        path: FieldPath = (GROUP, name, "rows")
        raise InputError([_fault("tables/rows-twice", source.origins.at(path), dotted(path))])
    if len(body) > MAX_ROWS:
        origin = Origin(str(file), body[MAX_ROWS][0], 1)
        raise InputError([_fault("tables/too-long", origin, limit=MAX_ROWS)])
    said = {"columns": row_of(head), **own, "rows": [_row(cells, width) for _, cells in body]}
    first = Origin(str(file), rows[0][0], 1)
    here: dict[FieldPath, Origin] = {(GROUP, name, key): first for key in ("columns", "rows")}
    lines = enumerate(line for line, _ in body)
    here |= {(GROUP, name, "rows", at): Origin(str(file), line, 1) for at, line in lines}
    tables = {**source.data[GROUP], name: said}
    places = {**here, **source.places}
    return FileData({**source.data, GROUP: tables}, places, fonts=source.fonts)


def _fault(rule: str, origin: Origin | None, path: str = "", **values: object) -> Finding:
    return Finding(rule, origin=origin, path=path, values=values)


def _filled(cells: list[str]) -> int:
    return max((at + 1 for at, cell in enumerate(cells) if cell), default=0)


def _row(cells: list[str], width: int) -> str:
    """Return a row as an input writes it; a heading over rows is one cell alone."""
    filled = [cell for cell in cells if cell]
    if len(filled) == 1 and cells[0] == filled[0]:
        return row_of(filled)
    return row_of([*cells[:width], *[""] * (width - len(cells))])


def _head(
    rows: list[tuple[int, list[str]]], width: int
) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Return the head and the rows below it.

    Where the first row leaves columns empty, as merged cells do, the next one has their heads.
    """
    (_, upper), *body = rows
    upper = [*upper[:width], *[""] * (width - len(upper))]
    if all(upper) or not body:
        return upper, body
    lower = [*body[0][1][:width], *[""] * (width - len(body[0][1]))]
    if any(not above and not below for above, below in zip(upper, lower, strict=True)):
        return upper, body
    heads, over = [], ""
    for above, below in zip(upper, lower, strict=True):
        over = above or over
        heads.append(f"{over} {OVER} {below}" if below else over)
    return heads, body[1:]

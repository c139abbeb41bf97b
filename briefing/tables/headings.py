"""Where the heads of the tables of a sheet stand: the rows of each, and what lies above it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.reading.cells import Cell, Unclear, is_blank, words
from briefing.reading.grids import SheetPage
from briefing.reading.head_spans import span_of
from briefing.tables.amounts import is_unit
from briefing.tables.asked import Asked
from briefing.tables.meanings import ColumnHeading, Title, heading_of, labels
from briefing.values import record

_HIGHEST = 3
"""The rows that a head may have above or below the one that holds the word for labels."""
_GROUPED = ("value", "previous", "rate", "change", "out_of")
_YEARS = range(1945, 2200)
_OF_COLUMN = re.compile(r"\(?(?:[a-z]|\d{1,2})\)?(?:\s*[=:].*)?|\(?\d{1,2}\s*=.*", re.IGNORECASE)
_DAY = re.compile(r"ngày\s.{0,12}tháng\s.{0,4}năm\s+\d{4}|\d{1,2}/\d{1,2}/\d{4}")
_OF_YEAR = re.compile(r"năm (\d{4})(?!\d)(?!\s*[-–]\s*\d)")
_OF_PLANS = re.compile(r"\b(?:kế hoạch|dự toán|dự kiến|mục tiêu)\b")
_OF_RESULTS = re.compile(r"\b(?:thực hiện|kết quả|tình hình|số liệu)\b")
_UNIT = re.compile(r"(đvt|đơn vị tính|đơn vị)\s*:\s*([^;()]+)")


@record
class TableHead:
    """The headings of a table by column, its first row, and the first and last one below them."""

    columns: dict[int, ColumnHeading]
    top: int
    begins: int
    ends: int
    unit: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether a column of figures is known for certain."""
        return bool(self.of("value") or self.of("previous"))

    def of(self, field: str) -> list[int]:
        """Return the columns of a field."""
        return [at for at, heading in self.columns.items() if heading.field == field]


def find_heads(page: SheetPage, asked: Asked, kept: Mapping[str, str]) -> list[TableHead]:
    """Return the head of each table of a sheet, from above.

    ``kept`` are headings whose field somebody has confirmed.
    """
    confirmed = {words(said): field for said, field in kept.items()}
    rows = list(_label_rows(page))
    heads: list[TableHead] = []
    for at, (row, label) in enumerate(rows):
        top, begins = _above(page, row, label), _below(page, row, label)
        ends = rows[at + 1][0] if at + 1 < len(rows) else len(page.grid)
        title = _title(page, top)
        paths = _paths(page, top, begins)
        columns = {
            column: heading_of(path, asked, title, confirmed) for column, path in paths.items()
        }
        heads.append(TableHead(_settled(columns), top, begins, ends, title.unit))
    return heads


_TITLES = 8
"""The rows above a head in which its title is looked for."""


def _label_rows(page: SheetPage) -> Iterator[tuple[int, int]]:
    """Yield row and column of each word for labels that has other heads on its right."""
    last = -1
    for row, cells in enumerate(page.grid):
        if row <= last:
            continue
        for at, cell in enumerate(cells):
            beside = cells[at + 1 :]
            if isinstance(cell, str) and _plain(cell) in labels():
                texts = [each for each in beside if not is_blank(each)]
                if texts and not any(_is_amount(each) for each in texts):
                    yield row, at
                    last = _below(page, row, at) - 1
                    break


def _filled(cells: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in cells if not is_blank(cell)]


def _plain(cell: str) -> str:
    return words(cell.partition("(")[0])


def _is_amount(cell: Cell) -> bool:
    """Say whether a cell holds a number that is none of a year."""
    if isinstance(cell, str):
        said = cell.strip()
        return bool(re.fullmatch(r"-?[\d.,]+ ?%?", said)) and not _is_year(said)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return not (float(cell).is_integer() and int(cell) in _YEARS)
    return isinstance(cell, Unclear) or cell is not None


def _is_year(said: str) -> bool:
    return said.isdecimal() and int(said) in _YEARS


def _above(page: SheetPage, row: int, label: int) -> int:
    """Return the first row of a head: groups may stand above the row with the word for labels."""
    top = row
    while top > 0 and row - top < _HIGHEST and _has_groups(page, top - 1, label):
        top -= 1
    return top


def _has_groups(page: SheetPage, row: int, label: int) -> bool:
    """Say whether a row has heads on the right of the labels alone, and no title."""
    cells = page.grid[row]
    filled = [at for at, cell in enumerate(cells) if not is_blank(cell)]
    titled = any(
        first <= row <= last and left <= label <= right
        for (first, left), (last, right) in page.merged
    )
    if not filled or min(filled) <= label or titled:
        return False
    return not any(_is_amount(cells[at]) or _UNIT.match(words(cells[at])) for at in filled)


def _below(page: SheetPage, row: int, label: int) -> int:
    """Return the first row below a head: its rows have nothing in the column of labels."""
    begins = row + 1
    while begins < len(page.grid) and begins - row <= _HIGHEST:
        cells = page.grid[begins]
        filled = [at for at, cell in enumerate(cells) if not is_blank(cell)]
        # What is merged over two rows is in the first of them.
        if not filled or min(filled) <= label or any(_is_amount(cells[at]) for at in filled):
            break
        begins += 1
    return begins


def is_numbering(cells: Sequence[Cell], label: int) -> bool:
    """Say whether a row below a head counts its columns: (1), (2), (3)=(2)/(1)."""
    filled = [_said(cell) for cell in cells if not is_blank(cell)]
    return not is_blank(cells[label]) and all(map(_OF_COLUMN.fullmatch, filled))


def _paths(page: SheetPage, top: int, begins: int) -> dict[int, list[str]]:
    """Return the cells of a head over each column, from above, each said once."""
    rows = [_spread(page, row, begins) for row in range(top, begins)]
    found: dict[int, list[str]] = {}
    for at in range(max(map(len, rows), default=0)):
        path: list[str] = []
        for row in rows:
            said = row[at] if at < len(row) else ""
            if said and (not path or path[-1] != said):
                path.append(said)
        if path:
            found[at] = path
    return found


def _spread(page: SheetPage, row: int, begins: int) -> list[str]:
    """Return the texts of a row of a head, those of groups over all of their columns."""
    cells = page.grid[row]
    said = [_said(cell) for cell in cells]
    merged = [area for area in page.merged if area[0][0] <= row <= area[1][0]]
    for (first, left), (_, right) in merged:
        if first == row:
            said[left : right + 1] = [said[left]] * len(said[left : right + 1])
    # Text files, and what nobody merged: a group goes on over blanks that have heads below.
    ends = {right + 1 for (_, left), (_, right) in merged if right > left}
    for at in range(1, len(said)):
        if at not in ends and not said[at] and said[at - 1] and _has_below(page, row, at, begins):
            group_has = _has_below(page, row, at - 1, begins)
            said[at] = said[at - 1] if group_has and not _parted(page, row, at) else ""
    return said


def _has_below(page: SheetPage, row: int, at: int, begins: int) -> bool:
    return any(at < len(cells) and not is_blank(cells[at]) for cells in page.grid[row + 1 : begins])


def _parted(page: SheetPage, row: int, at: int) -> bool:
    """Say whether another group begins above a blank."""
    return row > 0 and at < len(page.grid[row - 1]) and not is_blank(page.grid[row - 1][at])


def _settled(columns: dict[int, ColumnHeading]) -> dict[int, ColumnHeading]:
    """Leave out columns that are not certain beside the others of their table."""
    columns = dict(_with_groups(columns))
    plans = any(heading.field == "plan" for heading in columns.values())
    first = next((at for at, heading in columns.items() if heading.field == "label"), -1)
    for at, heading in columns.items():
        if heading.field == "rate" and plans:
            # A percentage beside a plan is most often how much of it was reached.
            columns[at] = replace(heading, field="percent", doubt="import/compared")
        elif heading.field == "label" and at != first:
            # "Chỉ tiêu" on the right of "Nội dung" is what was asked for.
            columns[at] = replace(heading, field="plan")
    return dict(_each_once(columns))


def _with_groups(columns: dict[int, ColumnHeading]) -> Iterator[tuple[int, ColumnHeading]]:
    """Yield the columns; a group below its time is one only if both periods have several."""
    beneath = [each for each in columns.values() if each.beneath]
    groups = {
        field: {words(each.group) for each in beneath if each.field == field}
        for field in ("value", "previous")
    }
    sure = groups["value"] == groups["previous"] and len(groups["value"]) > 1
    for at, heading in columns.items():
        if heading.beneath and not sure:
            yield at, replace(heading, field=None, group="", doubt="import/column")
        else:
            yield at, heading


def _each_once(columns: dict[int, ColumnHeading]) -> Iterator[tuple[int, ColumnHeading]]:
    """Yield the columns; of several that are the same none is certain."""
    alike = Counter((each.field, words(each.group)) for each in columns.values())
    for at, heading in columns.items():
        if heading.field in _GROUPED and alike[heading.field, words(heading.group)] > 1:
            yield at, replace(heading, field=None, again=heading.field)
        else:
            yield at, heading


def _title(page: SheetPage, top: int) -> Title:
    """Return what the lines above a head say of its columns."""
    first = top
    while first > max(0, top - _TITLES) and not any(map(_is_amount, _filled(page.grid[first - 1]))):
        first -= 1
    texts = [
        words(cell)
        for cells in page.grid[first:top]
        for cell in cells
        if isinstance(cell, str) and not is_blank(cell)
    ]
    unit = ""
    for text in texts:
        for word, said in _UNIT.findall(text):
            unit = said.strip() if word != "đơn vị" or is_unit(said) else unit
    whole = _DAY.sub(" ", " ".join(texts))
    years = frozenset(int(year) for year in _OF_YEAR.findall(whole))
    spans = {span for text in texts if (span := span_of(_PLAIN_YEARS.sub("", _DAY.sub(" ", text))))}
    plans = bool(_OF_PLANS.search(whole)) and not _OF_RESULTS.search(whole)
    return Title(years, spans.pop() if len(spans) == 1 else None, plans, unit)


_PLAIN_YEARS = re.compile(r"(?:năm )?\d{4}")


def _said(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell if cell is not None else "").split())

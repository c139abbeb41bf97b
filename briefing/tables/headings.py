"""What the columns of a table of indicators are, by the words of their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from briefing.reading.cells import Cell, is_blank, words
from briefing.reading.grids import Page
from briefing.reading.indicator_table import words_of_heads

FIELDS: dict[str, tuple[str, ...]] = {
    "number": ("tt", "stt", "số tt"),
    "label": (
        *("chỉ tiêu", "tên chỉ tiêu", "nội dung", "nội dung chỉ tiêu", "danh mục", "tiêu chí"),
        *("nội dung của số liệu", "chỉ số", "nội dung công việc", "lĩnh vực, nội dung"),
    ),
    "unit": ("đơn vị tính", "đvt", "đơn vị", "đv tính"),
    "value": (
        *("năm nay", "kỳ này", "giá trị", "kết quả", "thực hiện", "số liệu", "năm {year}"),
        *("{year}", "thực hiện năm {year}", "kết quả năm {year}", "số liệu năm {year}"),
    ),
    "previous": (
        *("năm trước", "kỳ trước", "cùng kỳ", "cùng kỳ năm trước", "giá trị kỳ trước"),
        *("năm {before}", "{before}", "thực hiện năm {before}", "cùng kỳ năm {before}"),
        *("kết quả năm {before}", "số liệu năm {before}"),
    ),
    "out_of": ("tổng số", "trên tổng số"),
    "rate": ("tỷ lệ", "tỷ lệ %", "tỷ lệ đạt", "tỉ lệ", "tỉ lệ %"),
    "change": ("tăng, giảm", "tăng/giảm", "tăng (+), giảm (-)", "chênh lệch", "số tăng, giảm"),
    "percent": ("tăng, giảm %", "tỷ lệ tăng, giảm", "so với cùng kỳ %", "% tăng, giảm"),
    "note": ("ghi chú",),
}
"""The headings of each field, in small letters, with the years of the two periods."""

_AS_OF_ROWS = {
    "label": "label",
    "unit": "unit",
    "previous": "previous",
    "actual": "value",
    "estimate": "value",
}
"""What the columns of tables of targets are here; plans are read by ``indicators`` only."""

_DEEPEST = 40
"""The rows among which headings are looked for."""
_BRACKETS = re.compile(r"\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of one column: its words, what it is, the group above it, a unit in brackets.

    ``again`` names what a column on its left is already, so that this one is not read.
    """

    said: str
    field: str | None
    group: str = ""
    unit: str = ""
    again: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The headings of a table by column, and the first row below them."""

    columns: dict[int, Heading]
    begins: int

    @property
    def known(self) -> int:
        """How many of the columns are known."""
        return sum(heading.field is not None for heading in self.columns.values())

    def of(self, field: str) -> list[int]:
        """Return the columns of a field."""
        return [at for at, heading in self.columns.items() if heading.field == field]


def known_headings(year: int) -> dict[str, str]:
    """Return the field of each heading for a period's year."""
    years = {"year": year, "before": year - 1, "last_year": year - 1, "next_year": year + 1}
    own = {each: field for field, headings in FIELDS.items() for each in headings}
    return {heading.format(**years): field for heading, field in {**_of_rows(), **own}.items()}


@cache
def _of_rows() -> dict[str, str]:
    """Return the headings that tables of targets have, with and without “năm” before a year."""
    columns = words_of_heads()["columns"]
    return {
        written: field
        for key, field in _AS_OF_ROWS.items()
        for head in columns[key]
        for written in (head, head.replace("{", "năm {"))
    }


def find_head(page: Page, year: int, kept: dict[str, str]) -> Head | None:
    """Return the headings of a sheet: one row, or two where groups stand above their columns.

    ``kept`` are headings whose field somebody has confirmed.
    """
    known = {**known_headings(year), **{words(said): field for said, field in kept.items()}}
    best: Head | None = None
    for row in range(min(len(page.grid), _DEEPEST)):
        for height in (1, 2):
            head = _head(page, row, height, known)
            # A title above the headings makes two rows as well, which say no more than one.
            if head and (best is None or head.known > best.known):
                best = head
    return best


def _head(page: Page, row: int, height: int, known: dict[str, str]) -> Head | None:
    if row + height > len(page.grid):
        return None
    lower = page.grid[row + 1] if height > 1 else None
    if lower is not None and not _may_be_head(lower, known):
        return None
    columns: dict[int, Heading] = {}
    for at, cell in enumerate(page.grid[row]):
        above = _above(page, row, at) if height > 1 else cell
        below = lower[at] if lower is not None else None
        if not (is_blank(above) and is_blank(below)):
            columns[at] = _heading(_said(above), _said(below), known)
    head = Head(dict(_each_once(columns)), row + height)
    return head if head.of("label") and (head.of("value") or head.of("previous")) else None


def _each_once(columns: dict[int, Heading]) -> Iterator[tuple[int, Heading]]:
    """Yield the columns; of two that are the same the second is none."""
    seen = set()
    for at, heading in columns.items():
        same = (heading.field, heading.group)
        if heading.field in _GROUPED and same in seen:
            yield at, replace(heading, field=None, again=str(heading.field))
        else:
            yield at, heading
        seen.add(same)


def _may_be_head(cells: list[Cell], known: dict[str, str]) -> bool:
    """Say whether a row is the lower one of two: half of it is known headings."""
    filled = [words(_BRACKETS.sub("", _said(cell))) for cell in cells if not is_blank(cell)]
    return len(filled) > 0 and sum(word in known for word in filled) * 2 >= len(filled)


def _above(page: Page, row: int, at: int) -> Cell:
    """Return what stands above a column: its own cell, or the one that is merged over it."""
    cells = page.grid[row]
    if not is_blank(cells[at]):
        return cells[at]
    for (first, left), (last, right) in page.merged:
        if first <= row <= last and left <= at <= right:
            return page.grid[first][left]
    return None


def _heading(above: str, below: str, known: dict[str, str]) -> Heading:
    said = " – ".join(part for part in (above, below) if part)
    unit = next(iter(_BRACKETS.findall(said)), "")
    # "Kết quả thực hiện" over two years says what is counted of neither.
    over = "" if words(above) in known else above
    for text, group in ((f"{above} {below}", ""), (below, over), (above if not below else "", "")):
        plain = words(_BRACKETS.sub("", text))
        field = known.get(words(text)) or known.get(plain)
        if field:
            return Heading(said, field, group if field in _GROUPED else "", unit)
    return Heading(said, None, "", unit)


_GROUPED = ("value", "previous", "rate", "change", "percent", "out_of")


def _said(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell if cell is not None else "").split())

"""Tables of finished documents: the totals of their rows and columns.

A total is only questioned where the table itself shows that it is one: its row says so (Cộng),
another column, or most of the rows, adds up to the last digit, or one swapped or shifted digit
makes it do so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from briefing.checking.documents.grid import TOTALS, Grid, GridLine, plain
from briefing.figures.slips import plain_slips_of, put
from briefing.findings import Finding, LooksAt, PlacedRow, Severity, rule
from briefing.patterns import Pattern
from briefing.vietnamese import format_number

TOTAL = rule("text/table-total", Severity.WARNING, looks_at=LooksAt.TEXT)

_NO_SUM = Pattern(
    r"%|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|bình quân|trung bình|giá|năng suất|mật độ|tốc độ|tăng|giảm|"
    r"so với|ghi chú|năm sinh|tuổi|xếp|hạng|điểm|chỉ số|định mức|hệ số|lũy kế|luỹ kế",
    re.IGNORECASE,
)
"""Headers of columns that do not add up."""

_ADDED = frozenset({"cộng", "tổng cộng"})
"""The names of last rows that are sums of those above them and of nothing else."""

_MOST = 200
"""The most rows of a table whose totals are looked at."""

_TELLING = 100
"""From here on one swapped or shifted digit hardly makes a sum right by chance."""


def table_totals(tables: Iterable[Sequence[PlacedRow]]) -> Iterator[Finding]:
    """Yield the totals of tables that are not the sums of their rows or columns."""
    for rows in tables:
        if len(rows) > _MOST:
            continue
        yield from (_found(*wrong) for wrong in wrong_totals(Grid(rows)))


Wrong = tuple[GridLine, str, Decimal, list[Decimal]]
"""A row, a column, and the total there beside its parts."""


def wrong_totals(grid: Grid, *, certain: bool = False) -> Iterator[Wrong]:
    """Yield the totals of a table that are not the sums of their rows or columns.

    Where it is ``certain`` that a row called so is the total, nothing else need show it.
    """
    if len(grid.lines) > 1:
        yield from _of_rows(grid, certain=certain)
        yield from _of_columns(grid)


def _columns(grid: Grid) -> list[int]:
    """Return the columns that hold counts of what can be added."""
    first = 1 if grid.ordinal is None else 2
    return [
        i
        for i in range(first, grid.width)
        if not _NO_SUM.search(grid.headers[i]) and any(line.cells[i] for line in grid.lines)
    ]


def _of_rows(grid: Grid, *, certain: bool) -> Iterator[Wrong]:
    """Yield what the row of totals says other than the rows above or below it."""
    lines = grid.lines
    at = [i for i, line in enumerate(lines) if plain(line.name) in TOTALS]
    if len(at) != 1 or at[0] not in (0, len(lines) - 1) or grid.nested or len(lines) < 3:
        return
    whole = lines[at[0]]
    others = [line for line in lines if line is not whole]
    wrong: list[tuple[int, list[Decimal]]] = []
    fitting = 0
    for i in _columns(grid):
        numbers = _numbers(whole, others, i)
        if numbers is None:
            continue
        if _adds_up(numbers):
            fitting += 1
        elif not any(i in line.blank for line in others):
            wrong.append((i, numbers))
    for i, numbers in wrong:
        if certain or fitting or _slip(numbers) or _says_sum(lines, whole, len(wrong)):
            yield whole, _last(grid.headers[i]), numbers[0], numbers[1:]


def _says_sum(lines: Sequence[GridLine], whole: GridLine, wrong: int) -> bool:
    """Say whether a last row says that it adds up the rows above: ``Cộng``, not ``Tổng số``.

    A number of all there is may stand below some of its parts. Where several columns are off, the
    rows are not what is added.
    """
    return wrong == 1 and lines[-1] is whole and plain(whole.name) in _ADDED


def _numbers(whole: GridLine, others: Sequence[GridLine], i: int) -> list[Decimal] | None:
    """Return a total and its parts in a column; ``None`` where one of them is no number."""
    total = whole.cells[i]
    parts = [Decimal(0) if i in line.blank else line.cells[i] for line in others]
    if total is None or any(part is None for part in parts):
        return None
    return [total, *(part for part in parts if part is not None)]


def _of_columns(grid: Grid) -> Iterator[Wrong]:
    """Yield what a column of totals says other than the columns beside it."""
    columns = _columns(grid)
    at = [i for i in columns if plain(_last(grid.headers[i])) in TOTALS]
    if len(at) != 1:
        return
    for beside in ([i for i in columns if i > at[0]], [i for i in columns if i < at[0]]):
        if len(beside) > 1:
            yield from _across(grid, at[0], beside)


def _across(grid: Grid, at: int, beside: Sequence[int]) -> Iterator[Wrong]:
    rows = [(line, _cells(line, at, beside)) for line in grid.lines]
    known = [(line, numbers) for line, numbers in rows if numbers is not None]
    wrong = [(line, numbers) for line, numbers in known if not _adds_up(numbers)]
    if len(known) - len(wrong) < max(2, 2 * len(wrong)):
        return
    for line, numbers in wrong:
        if not line.blank & set(beside):
            yield line, _last(grid.headers[at]), numbers[0], numbers[1:]


def _cells(line: GridLine, at: int, beside: Sequence[int]) -> list[Decimal] | None:
    cells = [Decimal(0) if i in line.blank else line.cells[i] for i in beside]
    total = line.cells[at]
    if total is None or any(cell is None for cell in cells):
        return None
    return [total, *(cell for cell in cells if cell is not None)]


def _last(header: str) -> str:
    return header.rsplit(" / ", 1)[-1]


def _adds_up(numbers: Sequence[Decimal]) -> bool:
    """Whether the first number is the sum of the others, as far as their decimals tell."""
    total, *parts = numbers
    finest = min(int(number.as_tuple().exponent) for number in numbers)
    slack = Decimal(len(numbers)).scaleb(finest) / 2 if finest < 0 else Decimal(0)
    return abs(sum(parts, Decimal(0)) - total) <= slack


def _slip(numbers: Sequence[Decimal]) -> bool:
    """Whether two swapped digits or a shifted point explain a wrong total."""

    def fits(place: int, value: Decimal) -> bool:
        return _adds_up(put(numbers, place, value))

    return numbers[0] >= _TELLING and bool(plain_slips_of(numbers, fits))


def _found(line: GridLine, column: str, total: Decimal, parts: Sequence[Decimal]) -> Finding:
    values = {
        "row": line.name,
        "column": column or "–",
        "sum": format_number(sum(parts, Decimal(0))),
        "total": format_number(total),
    }
    return TOTAL.found(line.origin, "", values)

"""Tables and annexes of an input's own: they are there, their rows fit, their numbers add up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_FLOOR, Decimal
from itertools import takewhile

from briefing.checking.documents.grid import Grid, GridLine
from briefing.checking.documents.tables import wrong_totals
from briefing.checking.register import over_reports
from briefing.checking.shared import phrases_of
from briefing.figures import Phrasebook
from briefing.figures.filling import filled
from briefing.findings import FieldPath, Finding, Guesses, Origin, Severity, dotted, rule
from briefing.patterns import Pattern
from briefing.report import (
    MAX_COLUMNS,
    TARGETS_TABLE,
    OwnTable,
    Report,
    cells_of,
    heads_of,
    placed_tables,
)
from briefing.vietnamese import format_number, places

UNKNOWN = rule("tables/unknown")
NO_TARGETS = rule("tables/no-targets")
TWICE = rule("tables/twice")
NO_HEAD = rule("tables/no-head")
TOO_WIDE = rule("tables/too-wide")
CELLS = rule("tables/cells")
TOTAL = rule("tables/total", Severity.WARNING)
RATE = rule("tables/rate", Severity.WARNING)


@over_reports
def names_of_tables(report: Report) -> Iterator[Finding]:
    """Yield the names that no table or annex bears, and tables that stand in two places."""
    guesses, seen = Guesses(), dict[tuple[str, str], FieldPath]()
    known = [*report.tables, *report.annexes, *[TARGETS_TABLE] * report.targets_annexed]
    for where, path, name, allowed in _named(report):
        if name not in allowed:
            if name == TARGETS_TABLE and where != "annexes":
                yield NO_TARGETS.found(report.origin(*path), dotted(path), {"name": name})
                continue
            near = guesses.near(name, allowed)
            values = {"name": name, "near": near, "known": ", ".join(known) or "–"}
            yield UNKNOWN.found(report.origin(*path), dotted(path), values)
        elif (where, name) in seen:
            yield TWICE.found(report.origin(*path), dotted(path), {"name": name})
        seen[where, name] = path


def _named(report: Report) -> Iterator[tuple[str, FieldPath, str, list[str]]]:
    away = {table for annex in report.annexes.values() for table in annex.tables}
    both = [*report.tables, *report.annexes, *[TARGETS_TABLE] * report.targets_annexed]
    for path, name in placed_tables(report):
        # An annex may be referred to from many sections.
        here = name in report.tables and name not in away
        yield "sections" if here else dotted(path), path, name, both
    for annex, told in report.annexes.items():
        for at, name in enumerate(told.tables):
            yield "annexes", ("annexes", annex, "tables", at), name, list(report.tables)


@over_reports
def rows_of_tables(report: Report) -> Iterator[Finding]:
    """Yield tables without a head, and rows with other cells than the head has."""
    for name, table in report.tables.items():
        path: FieldPath = ("tables", name)
        if table.columns is None:
            origin = report.origin(*path, "columns")
            yield NO_HEAD.found(origin, dotted(path), {"name": name})
            continue
        width = len(heads_of(table.columns))
        if width > MAX_COLUMNS:
            at = (*path, "columns")
            values = {"name": name, "count": width, "limit": MAX_COLUMNS}
            yield TOO_WIDE.found(report.origin(*at), dotted(at), values)
        for at_row, row in enumerate(table.rows):
            count = len(cells_of(row))
            if count not in (1, width):
                at = (*path, "rows", at_row)
                values = {"name": name, "row": at_row + 1, "count": count, "head": width}
                yield CELLS.found(report.origin(*at), dotted(at), values)


@over_reports
def numbers_of_tables(report: Report) -> Iterator[Finding]:
    """Yield the totals and the rates of tables that their own numbers do not give."""
    if not report.tables:
        return
    book = phrases_of(report)
    for name, table in report.tables.items():
        grid = _grid(report, book, name, table)
        if grid is None:
            continue
        for line, column, total, parts in wrong_totals(grid, certain=True):
            values = {
                "row": line.name,
                "column": column or "–",
                "total": format_number(total),
                "sum": format_number(sum(parts, Decimal(0))),
            }
            yield TOTAL.found(line.origin, f"tables.{name}", values)
        yield from _wrong_rates(grid, name)


def _grid(report: Report, book: Phrasebook, name: str, table: OwnTable) -> Grid | None:
    """Return a table as it is printed, its names filled in; ``None`` where its rows do not fit."""
    heads = heads_of(table.columns or "")
    rows = [cells_of(filled(book, row).text) for row in table.rows]
    if any(len(row) not in (1, len(heads)) for row in rows):
        return None
    head = tuple(f"{over} {own}".strip() for over, own in heads)
    told = [(_origin(report, name, "columns"), head)]
    for at, row in enumerate(rows):
        told.append((_origin(report, name, "rows", at), tuple(row)))
    # Rows of months or quarters are named by numbers only; no guess takes them for the header.
    above = takewhile(lambda row: len(row) == 1 or _numbers_columns(row), rows)
    return Grid(told, heads=1 + len([*above]))


_COLUMN = Pattern(r"\(?(\d{1,2}|[A-ZĐ])\)?(?:\s*=.*)?")


def _numbers_columns(row: Sequence[str]) -> bool:
    """Whether a row only numbers the columns: ``A | B | 1 | 2``, ``(1) | (2) | (3)=(1)-(2)``."""
    found = [_COLUMN.fullmatch(cell.strip()) for cell in row]
    marks = [match[1] for match in found if match is not None]
    numbers = [int(mark) for mark in marks if mark.isdigit()]
    return len(marks) == len(row) > 1 and numbers == [*range(1, len(numbers) + 1)]


def _origin(report: Report, name: str, *path: str | int) -> Origin:
    return report.origin("tables", name, *path) or Origin("")


_RATE = Pattern(r"%|tỷ lệ|tỉ lệ", re.IGNORECASE)
_MOVED = Pattern(r"tăng|giảm|so với|tỷ trọng|tỉ trọng|cơ cấu", re.IGNORECASE)
_ENOUGH = 3
"""How many rows must bear out what a rate is of, before another row is questioned."""


def _wrong_rates(grid: Grid, name: str) -> Iterator[Finding]:
    """Yield rates that are not what two columns give, where they are in most of the rows."""
    columns = range(1, grid.width)
    rates = [i for i in columns if _RATE.search(grid.headers[i])]
    counts = [i for i in columns if i not in rates]
    for rate in rates:
        if _MOVED.search(grid.headers[rate]):
            continue
        tried = [_tried(grid.lines, rate, a, b) for a in counts for b in counts if a != b]
        fitting, wrong = max(tried, key=lambda pair: len(pair[0]), default=([], []))
        if len(fitting) < max(_ENOUGH, 2 * len(wrong)):
            continue
        for line, computed in wrong:
            stated = line.cells[rate]
            values = {
                "row": _called(line),
                "column": grid.headers[rate],
                "stated": format_number(stated or Decimal(0)),
                "computed": format_number(computed),
            }
            yield RATE.found(line.origin, f"tables.{name}", values)


def _called(line: GridLine) -> str:
    """Return what a row is told by: its name, or the number in its first cell."""
    number = line.cells[0]
    return line.name or ("–" if number is None else format_number(number))


_Tried = tuple[list[GridLine], list[tuple[GridLine, Decimal]]]


def _tried(lines: Sequence[GridLine], rate: int, part: int, whole: int) -> _Tried:
    """Return the rows in which a rate is that of two columns, and those in which it is not."""
    fitting: list[GridLine] = []
    wrong: list[tuple[GridLine, Decimal]] = []
    for line in lines:
        stated, a, b = line.cells[rate], line.cells[part], line.cells[whole]
        if stated is None or a is None or not b or rate in line.blank:
            continue
        exact, step = a / b * 100, Decimal(1).scaleb(-places(stated))
        # Rounded or cut, as it is printed.
        low = (exact / step).to_integral_value(ROUND_FLOOR) * step
        if stated in (low, low + step) and abs(exact - stated) < step:
            fitting.append(line)
        else:
            wrong.append((line, exact.quantize(step)))
    return fitting, wrong

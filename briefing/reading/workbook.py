"""A filled form (.xlsx, .xls, .ods) as an input: every value with its cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefing.findings import LANGUAGES, Finding, InputError, Origin, Severity, nearest, say
from briefing.forms.sheet import NAME, SPLIT, Column, Sheet, sheets
from briefing.kinds import OwnField
from briefing.reading.cells import Cell, CellError, is_blank, reader_of, said_by, text_of, words
from briefing.reading.entries import name_of_entry, same_area
from briefing.reading.examples import beside, is_example, meant_for, own_in_example
from briefing.reading.grids import Grid, Page, letters, pages_of
from briefing.reading.outline_rows import nest_sections
from briefing.reading.own_fields import fields_kept
from briefing.reading.source import Source
from briefing.reading.structure import (
    LEAVES_UNREAD,
    is_numbering,
    is_second_head,
    is_total,
    unclear_build,
)


def read_workbook(path: Path) -> Source:
    """Return the input that a filled form holds, with every fault at its cell.

    Raises InputError for what is no workbook, no form of ours, or a sheet larger than any form.
    """
    pages = list(pages_of(path))
    reader = _Reader(str(path), own=fields_kept(pages))
    for page in pages:
        reader.read(page)
    return reader.source()


@dataclass(slots=True)
class _Reader:
    """Gathers the data of one workbook, the places of its values, and its faults."""

    file: str
    own: tuple[OwnField, ...] = ()
    data: dict[str, Any] = field(default_factory=dict)
    places: dict[tuple[str | int, ...], Origin] = field(default_factory=dict)
    faults: list[Finding] = field(default_factory=list)
    written: set[tuple[str | int, ...]] = field(default_factory=set)
    refused: set[tuple[str | int, ...]] = field(default_factory=set)
    known: int = 0
    language: str = LANGUAGES[0]

    def source(self) -> Source:
        """Return the data; raises InputError when there are faults or no sheet was of a form."""
        if not self.known:
            titles = ", ".join(sheet.title for sheet in sheets(self.language, self.own))
            known = {"known": titles}
            raise InputError([Finding("workbook/no-form", origin=Origin(self.file), values=known)])
        if not self.data and not self.faults:
            raise InputError([Finding("workbook/nothing-read", origin=Origin(self.file))])
        self.places.setdefault((), Origin(self.file))
        self.faults += nest_sections(self.data, self.places)
        return Source(self.data, self.places, tuple(self.faults), frozenset(self.refused))

    def read(self, page: Page) -> None:
        """Read one sheet; one that is none of the form's is somebody's own and left alone."""
        title, grid = page.title, page.grid
        for language in LANGUAGES:
            for sheet in sheets(language, self.own):
                if words(sheet.title) == words(title):
                    self.known += 1
                    self.language = language
                    self._sheet(sheet, page)
                    return
        form = meant_for(grid, self.own)
        if form:
            origin, values = Origin(self.file, cell=title), {"sheet": title, "near": form.title}
            self.faults.append(Finding("workbook/renamed", origin=origin, values=values))
            self.refused.add(_base(form))

    def _sheet(self, sheet: Sheet, page: Page) -> None:
        if not page.grid:
            return
        title, grid, before = page.title, page.grid, len(self.faults)
        match sheet.layout:
            case "values":
                self._unclear_build(page, {0: False, 1: False})
                self._values(sheet, title, grid)
            case "texts":
                self._unclear_build(page, {0: False, 1: False})
                self._texts(sheet, title, grid)
            case _:
                heads = self._heads(sheet, title, grid)
                self._unclear_build(page, {at: column.many for at, column in heads.items()})
                self._rows(sheet, title, grid, heads)
        if any(fault.rule in LEAVES_UNREAD for fault in self.faults[before:]):
            # What is missing may stand in what was not read.
            self.refused.add(_base(sheet))

    def _unclear_build(self, page: Page, read: dict[int, bool]) -> None:
        for found in unclear_build(page, read):
            self._fault(found.rule, page.title, found.row, found.at, found.severity, **found.values)

    def _fault(
        self,
        rule: str,
        title: str,
        row: int,
        at: int,
        severity: Severity = Severity.ERROR,
        **values: str | None,
    ) -> None:
        origin = self._origin(title, row, at)
        self.faults.append(Finding(rule, severity, origin, values=values))

    # One field a row

    def _values(self, sheet: Sheet, title: str, grid: Grid) -> None:
        columns = {words(column.heading): column for column in sheet.columns}
        self._outside(title, grid)
        for row, cells in enumerate(grid[1:], start=1):
            called, value = _first_two(cells)
            if is_blank(value):
                continue
            column = columns.get(words(called))
            if column is None:
                self._unnamed(title, row, called, columns)
                continue
            path = tuple(column.path.split("."))
            if path in self.written:
                self._fault("workbook/same-item", title, row, 0, heading=column.heading)
                continue
            self.written.add(path)
            self._put(path, column, value, self._origin(title, row, 1))

    def _texts(self, sheet: Sheet, title: str, grid: Grid) -> None:
        columns = {words(column.heading): column for column in sheet.columns}
        last: Column | None = None
        self._outside(title, grid)
        for row, cells in enumerate(grid[1:], start=1):
            called, value = _first_two(cells)
            if is_blank(called) and is_blank(value):
                continue
            # A row without its item goes on with the one above.
            last = columns.get(words(called)) if not is_blank(called) else last
            column = last
            if column is None:
                if not is_blank(value):
                    self._unnamed(title, row, called, columns)
                continue
            if not is_blank(value):
                path = tuple(column.path.removesuffix("[]").split("."))
                self._add(path, column, value, self._origin(title, row, 1))

    def _rows(self, sheet: Sheet, title: str, grid: Grid, heads: dict[int, Column]) -> None:
        base, keys, positions = _base(sheet), _keys_of(sheet, title, heads), list(heads)
        entry: tuple[str | int, ...] | None = None
        for row, cells in enumerate(grid[1:], start=1):
            if is_example(cells):
                self._example(title, row, cells, heads)
                continue
            if is_second_head(cells, positions):
                self._fault("workbook/second-table", title, row, min(heads))
                return
            filled = {at: cells[at] for at in heads if not is_blank(cells[at])}
            if 0 not in heads and not is_numbering(cells[0]):
                total = is_total(cells[0])
                self._fault("workbook/total" if total else "workbook/outside", title, row, 0)
                if total:
                    continue
            if not filled:
                continue
            goes_on = entry is not None and all(heads[at].many for at in filled)
            if not goes_on:
                entry = self._entry(sheet, base, title, row, heads, filled)
            if entry is None:
                continue
            if keys:
                self._take(entry, row, keys, filled)
            rest = {at: heads[at] for at in filled if at not in keys}
            if rest:
                self._fill(sheet, entry, title, row, rest, cells)

    def _heads(self, sheet: Sheet, title: str, grid: Grid) -> dict[int, Column]:
        """Return the columns by position, in whatever order they stand."""
        known = {words(column.heading): column for column in sheet.columns}
        computed = {words(say(f"sheet.{key}", self.language)) for key in _BESIDE}
        heads: dict[int, Column] = {}
        for at, head in enumerate(grid[0]):
            column = known.get(words(head))
            if column is not None and column in heads.values():
                self._fault("workbook/same-heading", title, 0, at, heading=str(head).strip())
            elif column is not None:
                heads[at] = column
            elif words(head) not in computed and any(not is_blank(row[at]) for row in grid[1:]):
                self._unheaded(title, grid, at, known)
        return heads

    def _example(self, title: str, row: int, cells: list[Cell], heads: dict[int, Column]) -> None:
        """Refuse facts in the row of the example, which is not read."""
        at = next(own_in_example(cells, heads), None)
        if at is not None:
            self._fault("workbook/example-filled", title, row, at)

    def _outside(self, title: str, grid: Grid) -> None:
        """Refuse what stands beside the two columns that are read."""
        for row, at in beside(grid):
            self._passed_over(title, row, at)

    def _entry(
        self,
        sheet: Sheet,
        base: tuple[str | int, ...],
        title: str,
        row: int,
        heads: dict[int, Column],
        filled: dict[int, Cell],
    ) -> tuple[str | int, ...] | None:
        """Return the path of a new group or entry, or of the area that a row goes on with."""
        origin = self._origin(title, row, min(filled))
        values = {heads[at].path: filled[at] for at in filled}
        if not sheet.named:
            items = self._at(base, list)
            same = same_area(values, items)
            if same is not None:
                return (*base, same)
            items.append({})
            self.places.setdefault(base, origin)
            self.places[*base, len(items) - 1] = origin
            return (*base, len(items) - 1)
        name = name_of_entry(values)
        if NAME not in values and is_total(values.get("label")):
            self._fault("workbook/total", title, row, min(filled))
            return None
        if not name:
            self._fault("workbook/no-name", title, row, min(filled))
            return None
        entries = self._at(base, dict)
        if name in entries:
            self._fault("workbook/same-name", title, row, min(filled), name=name)
            return None
        entries[name] = {}
        self.places.setdefault(base, origin)
        self.places[*base, name] = origin
        return (*base, name)

    def _take(
        self,
        entry: tuple[str | int, ...],
        row: int,
        keys: dict[int, _Key],
        filled: dict[int, Cell],
    ) -> None:
        """Put the cells of a row that are one key of its entry each into it."""
        group = self._at(entry, dict)
        for at, value in filled.items():
            key = keys.get(at)
            if key is None:
                continue
            path = (*entry, key.name)
            origin = Origin(self.file, cell=f"{key.place}{row + 1}")
            try:
                group[key.name] = key.read(value)
            except CellError as error:
                self._refuse(error, path, key.column, value, origin)
            else:
                self.places[path] = origin

    def _fill(
        self,
        sheet: Sheet,
        entry: tuple[str | int, ...],
        title: str,
        row: int,
        columns: dict[int, Column],
        cells: list[Cell],
    ) -> None:
        split = next((at for at, column in columns.items() if column.path == SPLIT), None)
        if split is not None:
            # The sentences beside a force are its part, not the whole area's.
            parts = self._at((*entry, "parts"), list)
            parts.append({"force": str(cells[split]).strip(), "statements": []})
            origin = self._origin(title, row, split)
            self.places.setdefault((*entry, "parts"), origin)
            part = (*entry, "parts", len(parts) - 1)
            self.places[part] = self.places[*part, "force"] = origin
        for at, column in columns.items():
            origin = self._origin(title, row, at)
            if column.path in (NAME, SPLIT):
                continue
            if column.path == "value" and sheet.group in _TEXT_ALONE:
                # A force is its name alone, a footnote its words.
                self._put(entry, column, cells[at], origin)
                continue
            if column.many:
                target = part if split is not None and column.path == "statements[]" else entry
                path = (*target, *column.path.replace("[]", "").split("."))
                self._add(path, column, cells[at], origin)
            else:
                self._put((*entry, *column.path.split(".")), column, cells[at], origin)

    # Values at their places

    def _put(
        self, path: tuple[str | int, ...], column: Column, value: Cell, origin: Origin
    ) -> None:
        try:
            said = said_by(value, column)
        except CellError as error:
            self._refuse(error, path, column, value, origin)
        else:
            self._said(path, said, origin)

    def _refuse(
        self,
        error: CellError,
        path: tuple[str | int, ...],
        column: Column,
        value: Cell,
        origin: Origin,
    ) -> None:
        """Turn what a cell does not say clearly into a finding at it."""
        values = {"written": str(value), "heading": column.heading}
        self.refused.add(path)
        self.faults.append(Finding(error.rule, origin=origin, values=values))

    def _said(self, path: tuple[str | int, ...], said: Any, origin: Origin) -> None:
        self._at(path[:-1], dict)[path[-1]] = said
        for end in range(1, len(path)):
            self.places.setdefault(path[:end], origin)
        self.places[path] = origin

    def _add(
        self, path: tuple[str | int, ...], column: Column, value: Cell, origin: Origin
    ) -> None:
        """Add the texts of a cell to a list, one a line."""
        lines: list[str] = []
        try:
            lines = [line.strip() for line in text_of(value).split("\n")]
        except CellError as error:
            self._refuse(error, path, column, value, origin)
        if "[]." in column.path:
            self._add_groups(path, column, lines, origin)
            return
        items = self._at(path, list)
        for end in range(1, len(path) + 1):
            self.places.setdefault(path[:end], origin)
        for line in filter(None, lines):
            items.append(line)
            self.places[*path, len(items) - 1] = origin

    def _add_groups(
        self, path: tuple[str | int, ...], column: Column, lines: list[str], origin: Origin
    ) -> None:
        """Put the lines of a cell into groups of a list, the first line into the first group."""
        *above, last = path
        groups = self._at(tuple(above), list)
        self.places.setdefault(tuple(above), origin)
        for number, line in enumerate(lines):
            if number == len(groups):
                groups.append({})
                self.places[*above, number] = origin
            self._put((*above, number, last), column, line, origin)

    def _at(self, path: tuple[str | int, ...], kind: type[Any]) -> Any:
        """Return the group or list at a path, made if it is not there."""
        found: Any = self.data
        last = len(path) - 1
        for position, step in enumerate(path):
            if isinstance(found, list):
                found = found[int(step)]
                continue
            below = found.get(step)
            if below is None:
                below = found[step] = kind() if position == last else {}
            found = below
        return found

    def _unheaded(self, title: str, grid: Grid, at: int, known: dict[str, Column]) -> None:
        """Refuse a column that is none of the sheet's."""
        if is_blank(grid[0][at]):
            row = next(row for row, cells in enumerate(grid) if not is_blank(cells[at]))
            self._passed_over(title, row, at)
        else:
            self._unknown(title, 0, at, grid[0][at], known)

    def _unknown(
        self, title: str, row: int, at: int, called: Cell, known: dict[str, Column]
    ) -> None:
        headings = [column.heading for column in known.values()]
        said = str(called).strip()
        near = nearest(said, headings)
        self._fault("workbook/unknown-heading", title, row, at, heading=said, near=near)

    def _unnamed(self, title: str, row: int, called: Cell, known: dict[str, Column]) -> None:
        """Refuse a value whose item is none of the sheet's, or that has no item."""
        if is_blank(called):
            self._passed_over(title, row, 1)
        else:
            self._unknown(title, row, 0, called, known)

    def _passed_over(self, title: str, row: int, at: int) -> None:
        self._fault("workbook/outside", title, row, at)

    def _origin(self, title: str, row: int, at: int) -> Origin:
        return Origin(self.file, cell=f"{title}!{letters(at)}{row + 1}")


@dataclass(frozen=True, slots=True)
class _Key:
    """A column whose cells are one key of an entry each; ``place`` is the cell without its row."""

    name: str
    column: Column
    read: Callable[[Cell], Any]
    place: str


def _keys_of(sheet: Sheet, title: str, heads: dict[int, Column]) -> dict[int, _Key]:
    return {
        at: _Key(column.path, column, reader_of(column), f"{title}!{letters(at)}")
        for at, column in heads.items()
        if not column.many
        and "." not in column.path
        and column.path not in (NAME, SPLIT)
        and not (column.path == "value" and sheet.group in _TEXT_ALONE)
    }


_TEXT_ALONE = ("forces[]", "footnotes[]")
"""Sheets whose entries are a text without keys."""

_BESIDE = ("number", "rate", "change")


def _base(sheet: Sheet) -> tuple[str, ...]:
    """Return the path of what a sheet fills."""
    return tuple(sheet.group.removesuffix("[]").split(".")) if sheet.layout == "rows" else ()


def _first_two(cells: list[Cell]) -> tuple[Cell, Cell]:
    return cells[0], cells[1] if len(cells) > 1 else None

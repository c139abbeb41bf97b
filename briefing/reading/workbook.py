"""A filled form (.xlsx, .xls, .ods) as an input: every value with its cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from briefing.findings import LANGUAGES, Finding, InputError, Origin, Severity, nearest, say
from briefing.forms.blanks import Blank
from briefing.forms.sheet import NAME, OF_PARTS, SPLIT, Column, Sheet, sheets
from briefing.forms.spoken import FormOrigin
from briefing.kinds import OwnField
from briefing.reading.by_heading import heading_lost, named_columns, row_of_headings
from briefing.reading.called_in_words import CalledInWords, named_in_words
from briefing.reading.cells import Cell, CellError, as_told, is_blank, is_struck, words
from briefing.reading.entries import (
    base_of,
    first_two,
    name_of_entry,
    naming_cell,
    naming_columns,
    same_area,
)
from briefing.reading.examples import beside, is_example, meant_for, own_in_example
from briefing.reading.gathered import Gathered
from briefing.reading.grids import CellGrid, SheetPage, letters, pages_of
from briefing.reading.layouts import layout_of
from briefing.reading.outline_rows import nest_sections
from briefing.reading.own_fields import fields_kept
from briefing.reading.row_keys import TEXT_ALONE, KeyColumn, keys_of
from briefing.reading.row_units import in_unit_of_row
from briefing.reading.source import FileData
from briefing.reading.structure import (
    LEAVES_UNREAD,
    is_numbering,
    is_second_head,
    is_total,
    unclear_build,
)


def read_workbook(path: Path) -> FileData:
    """Return the input that a filled form holds, with every fault at its cell.

    Raises InputError for what is no workbook, no form of ours, or a sheet larger than any form.
    """
    pages = list(pages_of(path))
    reader = _Reader(str(path), own=fields_kept(pages))
    for page in pages:
        reader.read(page)
    return reader.source(pages)


@dataclass(slots=True)
class _Reader(Gathered):
    """Reads the sheets of one workbook, one after the other."""

    own: tuple[OwnField, ...] = ()
    written: set[tuple[str | int, ...]] = field(default_factory=set)
    known: int = 0
    language: str = LANGUAGES[0]

    def source(self, pages: list[SheetPage]) -> FileData:
        """Return the data; raises InputError when there are faults or no sheet was of a form."""
        if not self.known:
            titles = ", ".join(sheet.title for sheet in sheets(self.language, self.own))
            known = {"known": titles}
            raise InputError(
                [Finding("workbook/no-form", origin=FormOrigin(self.file), values=known)]
            )
        layout = layout_of(pages, self.language, self.own, self.data.get("kind"))
        whole = FormOrigin(self.file, language=self.language, layout=layout)
        if not self.data and not self.faults:
            first = whole.of_absent(("kind",), (), whole)
            raise InputError([Finding("workbook/nothing-read", origin=first)])
        self.places[()] = whole
        self.faults += nest_sections(self.data, self.places)
        self._names()
        refused = frozenset(self.refused)
        return FileData(self.data, self.places, tuple(self.faults), refused, self.codes())

    def _names(self) -> None:
        """Let cells call rows of other sheets by their words; refuse what no row is called."""
        titles = {base_of(sheet): sheet.title for sheet in sheets(self.language, self.own)}
        for path, table, written in named_in_words(self.data):
            near = nearest(words(written), CalledInWords(self.data).words_in(table))
            values = {"written": written, "sheet": titles[table,], "near": near}
            at = self.places[path]
            self.faults.append(Finding("workbook/nobody-named", origin=at, values=values))
            self.refused.add(path)

    def read(self, page: SheetPage) -> None:
        """Read one sheet; one that is none of the form's is somebody's own and left alone."""
        title, grid = page.title, page.grid
        for (row, at), font in page.look.fonts.items():
            self.fonts[f"{title}!{letters(at)}{row + 1}"] = font
        for language in LANGUAGES:
            for sheet in sheets(language, self.own):
                if words(sheet.title) == words(title):
                    self.known += 1
                    self.language = language
                    self._sheet(sheet, page)
                    return
        form = meant_for(grid, self.own)
        if form:
            origin, values = FormOrigin(self.file, cell=title), {"sheet": title, "near": form.title}
            self.faults.append(Finding("workbook/renamed", origin=origin, values=values))
            self.refused.add(base_of(form))

    def _sheet(self, sheet: Sheet, page: SheetPage) -> None:
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
            case _ if row := row_of_headings(sheet, grid):
                self._fault("workbook/headings-below", title, row, 0, above=str(row))
            case _:
                heads = self._heads(sheet, title, grid)
                self._unclear_build(page, {at: column.many for at, column in heads.items()})
                self._rows(sheet, title, grid, heads)
        if any(fault.rule in LEAVES_UNREAD for fault in self.faults[before:]):
            # What is missing may stand in what was not read.
            self.refused.add(base_of(sheet))

    def _unclear_build(self, page: SheetPage, read: dict[int, bool]) -> None:
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

    def _values(self, sheet: Sheet, title: str, grid: CellGrid) -> None:
        columns = named_columns(sheet)
        self._outside(title, grid)
        for row, cells in enumerate(grid[1:], start=1):
            called, value = first_two(cells)
            if is_blank(value):
                continue
            column = columns.get(words(called))
            if column is None:
                self._unnamed(title, row, called, columns)
                continue
            self._refuse_struck(title, row, 0, called)
            path = tuple(column.path.split("."))
            if path in self.written:
                self._fault("workbook/same-item", title, row, 0, heading=column.heading)
                continue
            self.written.add(path)
            self.put(path, column, value, self._origin(title, row, 1))

    def _texts(self, sheet: Sheet, title: str, grid: CellGrid) -> None:
        columns = named_columns(sheet)
        last: Column | None = None
        self._outside(title, grid)
        for row, cells in enumerate(grid[1:], start=1):
            called, value = first_two(cells)
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
                self._refuse_struck(title, row, 0, called)
                path = tuple(column.path.removesuffix("[]").split("."))
                self.add(path, column, value, self._origin(title, row, 1))

    def _rows(self, sheet: Sheet, title: str, grid: CellGrid, heads: dict[int, Column]) -> None:
        base, keys, positions = base_of(sheet), keys_of(sheet, title, heads), list(heads)
        entry: tuple[str | int, ...] | None = None
        for row, cells in enumerate(grid[1:], start=1):
            if is_example(cells):
                self._example(title, row, cells, heads)
                continue
            if is_second_head(cells, positions):
                self._fault("workbook/second-table", title, row, min(heads))
                return
            cells = in_unit_of_row(cells, heads)
            filled = {at: cells[at] for at in heads if not is_blank(cells[at])}
            if (0 not in heads and self._is_total_row(title, row, cells[0])) or not filled:
                continue
            goes_on = entry is not None and all(heads[at].many for at in filled)
            if not goes_on:
                entry = self._entry(sheet, base, title, row, heads, filled)
            if entry is None:
                continue
            self._struck_name(title, row, heads, filled)
            if keys:
                self._take(entry, row, keys, filled)
            rest = {at: heads[at] for at in filled if at not in keys}
            if rest:
                self._fill(sheet, entry, title, row, rest, cells)

    def _struck_name(
        self, title: str, row: int, heads: dict[int, Column], filled: dict[int, Cell]
    ) -> None:
        """Refuse what only calls a row or a part of it, and is struck out."""
        for at, cell in filled.items():
            if heads[at].path in (NAME, SPLIT):
                self._refuse_struck(title, row, at, cell)

    def _refuse_struck(self, title: str, row: int, at: int, cell: Cell) -> None:
        if is_struck(cell):
            self._fault("workbook/struck", title, row, at, written=as_told(cell))

    def _is_total_row(self, title: str, row: int, numbering: Cell) -> bool:
        """Say whether a row is a total; refuse it, and what else is no number of a row."""
        if is_numbering(numbering):
            return False
        total = is_total(numbering)
        self._fault("workbook/total" if total else "workbook/outside", title, row, 0)
        return total

    def _heads(self, sheet: Sheet, title: str, grid: CellGrid) -> dict[int, Column]:
        """Return the columns by position, in whatever order they stand."""
        known = named_columns(sheet)
        computed = {words(say(f"sheet.{key}", self.language)) for key in _BESIDE}
        heads: dict[int, Column] = {}
        for at, head in enumerate(grid[0]):
            column = known.get(words(head))
            if column is not None:
                self._refuse_struck(title, 0, at, head)
            if column is not None and column in heads.values():
                self._fault("workbook/same-heading", title, 0, at, heading=str(head).strip())
            elif column is not None:
                heads[at] = column
            elif words(head) not in computed and any(not is_blank(row[at]) for row in grid[1:]):
                self._unheaded(sheet, title, grid, at)
        return heads

    def _example(self, title: str, row: int, cells: list[Cell], heads: dict[int, Column]) -> None:
        """Refuse facts in the row of the example, which is not read."""
        at = next(own_in_example(cells, heads), None)
        if at is not None:
            self._fault("workbook/example-filled", title, row, at)

    def _outside(self, title: str, grid: CellGrid) -> None:
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
        named_at = naming_cell(sheet, heads, filled)
        origin = self._origin(title, row, named_at)
        values = {heads[at].path: filled[at] for at in filled}
        if not sheet.named:
            items = self.at(base, list)
            same = same_area(values, items)
            if same is not None:
                return (*base, same)
            items.append({})
            self.places.setdefault(base, origin)
            self.places[*base, len(items) - 1] = origin
            return (*base, len(items) - 1)
        name = name_of_entry(values, sheet.group)
        if NAME not in values and is_total(values.get("label")):
            self._fault("workbook/total", title, row, named_at)
            return None
        if not name:
            self._no_name(sheet, title, row, heads, min(filled))
            return None
        entries = self.at(base, dict)
        if name in entries:
            self._fault("workbook/same-name", title, row, named_at, name=name)
            return None
        entries[name] = {}
        self.places.setdefault(base, origin)
        self.places[*base, name] = origin
        return (*base, name)

    def _no_name(
        self, sheet: Sheet, title: str, row: int, heads: dict[int, Column], first: int
    ) -> None:
        """Tell of a row without a name at the cell from which it would have one."""
        paths = {column.path: at for at, column in reversed(heads.items())}
        naming = [paths[path] for path in naming_columns(sheet.group) if path in paths]
        at = naming[0] if naming else first
        blank = Blank("cell", title, letters(at), row + 1, heads[at].heading)
        origin = FormOrigin(self.file, cell=blank.cell, language=self.language, blank=blank)
        self.faults.append(Finding("workbook/no-name", origin=origin))

    def _take(
        self,
        entry: tuple[str | int, ...],
        row: int,
        keys: dict[int, KeyColumn],
        filled: dict[int, Cell],
    ) -> None:
        """Put the cells of a row that are one key of its entry each into it."""
        group = self.at(entry, dict)
        for at, value in filled.items():
            key = keys.get(at)
            if key is None:
                continue
            path = (*entry, key.name)
            origin = FormOrigin(self.file, cell=f"{key.place}{row + 1}", language=self.language)
            try:
                group[key.name] = key.read(value)
            except CellError as error:
                self.refuse(error, path, key.column, value, origin)
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
            parts = self.at((*entry, "parts"), list)
            parts.append({"force": str(cells[split]).strip(), "statements": []})
            origin = self._origin(title, row, split)
            self.places.setdefault((*entry, "parts"), origin)
            part = (*entry, "parts", len(parts) - 1)
            self.places[part] = self.places[*part, "force"] = origin
        for at, column in columns.items():
            origin = self._origin(title, row, at)
            if column.path in (NAME, SPLIT):
                continue
            if column.path == "value" and sheet.group in TEXT_ALONE:
                # A force is its name alone, a footnote its words.
                self.put(entry, column, cells[at], origin)
                continue
            if column.many:
                target = part if split is not None and column.path in OF_PARTS else entry
                path = (*target, *column.path.replace("[]", "").split("."))
                self.add(path, column, cells[at], origin)
            else:
                self.put((*entry, *column.path.split(".")), column, cells[at], origin)

    def _unheaded(self, sheet: Sheet, title: str, grid: CellGrid, at: int) -> None:
        """Refuse a column that is none of the sheet's."""
        lost = heading_lost(sheet, grid[0], at) if is_blank(grid[0][at]) else None
        if lost is not None:
            self._fault("workbook/heading-lost", title, 0, at, heading=lost)
        elif is_blank(grid[0][at]):
            row = next(row for row, cells in enumerate(grid) if not is_blank(cells[at]))
            self._passed_over(title, row, at)
        else:
            self._unknown(title, 0, at, grid[0][at], named_columns(sheet))

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
        return FormOrigin(self.file, cell=f"{title}!{letters(at)}{row + 1}", language=self.language)


_BESIDE = ("number", "rate", "change")

"""Where in a filled form stands what nobody has written yet, and how one is told to write it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from briefing.findings import FieldPath, say
from briefing.forms.sheet import Column, Sheet
from briefing.values import record

How = Literal["item", "new_item", "cell", "row", "new_column", "no_sheet"]


@record
class Blank:
    """The cell in which a value is to be typed; ``how`` says what else that takes."""

    how: How
    sheet: str
    column: str
    row: int
    name: str
    kind: str = ""

    @property
    def cell(self) -> str:
        """The cell as findings name it: ``Các ý!B27``."""
        return f"{self.sheet}!{self.column}{self.row}"

    def said(self, file: str, language: str) -> str:
        """Return what is to be done in the form, as a sentence."""
        return say(
            f"sheet.fill_{self.how}",
            language,
            cell=f"{self.column}{self.row}",
            file=file,
            kind=self.kind,
            name=self.name,
            row=self.row,
            sheet=self.sheet,
        )


@dataclass(slots=True)
class Laid:
    """A sheet of the form as it lies in one workbook.

    ``rows`` are those of items by their paths, ``columns`` the letters of columns by theirs;
    ``free`` is the first row below what is written, ``beside`` the first column without a heading.
    """

    sheet: Sheet
    title: str
    free: int
    beside: str
    rows: dict[str, int] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)


@record
class FieldLayout:
    """Where the fields of a form lie in one workbook; sheets that it lacks are not laid."""

    sheets: tuple[Sheet, ...]
    laid: Mapping[str, Laid]
    first: str
    """The title of the workbook's first sheet."""
    kind: str = ""

    def blank(self, path: FieldPath, found: FieldPath, near: str | None) -> Blank | None:
        """Return where the value at a path, which is not there, is to be typed.

        ``found`` is the nearest path that is written, ``near`` its cell. ``None`` for what no form
        has, and for entries that stand in no sheet of their own.
        """
        table = self._table_of(path)
        if table is not None:
            return self._in_table(table, path, found, near)
        return self._item(".".join(step for step in path if isinstance(step, str)))

    def _table_of(self, path: FieldPath) -> Sheet | None:
        tables = (sheet for sheet in self.sheets if sheet.layout == "rows")
        return next(
            (sheet for sheet in tables if _steps(sheet) == path[: len(_steps(sheet))]), None
        )

    def _in_table(
        self, sheet: Sheet, path: FieldPath, found: FieldPath, near: str | None
    ) -> Blank | None:
        depth = len(_steps(sheet))
        below = path[depth + 1 :] if sheet.named else path[depth:]
        said = ".".join(step for step in below if isinstance(step, str))
        column = _column(sheet, said)
        laid = self.laid.get(sheet.group)
        if laid is None:
            return Blank("no_sheet", self.first, "A", 1, sheet.title, self.kind)
        row = None
        if len(found) > depth:
            title, _, place = (near or "").rpartition("!")
            row = int(place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
            if title != laid.title:
                return self._elsewhere(title, row, said)
        letters = laid.columns.get(column.path)
        if letters is None:
            return Blank("new_column", laid.title, laid.beside, 1, column.heading)
        how: How = "row" if row is None else "cell"
        return Blank(how, laid.title, letters, row or laid.free, column.heading)

    def _elsewhere(self, title: str, row: int, path: str) -> Blank | None:
        """Return the cell of an entry that another sheet made: rows of indicators are figures."""
        made = next((laid for laid in self.laid.values() if laid.title == title), None)
        column = _of_path(made.sheet, path) if made and made.sheet.layout == "rows" else None
        letters = made.columns.get(column.path) if made and column else None
        if column is None or letters is None:
            return None
        return Blank("cell", title, letters, row, column.heading)

    def _item(self, path: str) -> Blank | None:
        """Return where a value with a row of its own stands: its own item, or one of its group."""
        for sheet in self.sheets:
            if sheet.layout == "rows":
                continue
            column = _of_path(sheet, path)
            if column is None:
                continue
            laid = self.laid.get(sheet.group)
            if laid is None:
                return Blank("no_sheet", self.first, "A", 1, sheet.title, self.kind)
            row = laid.rows.get(column.path)
            if row is None:
                return Blank("new_item", laid.title, "A", laid.free, column.heading)
            return Blank("item", laid.title, "B", row, column.heading)
        return self._item(path.rpartition(".")[0]) if "." in path else None


def _steps(sheet: Sheet) -> tuple[str, ...]:
    return tuple(sheet.group.removesuffix("[]").split("."))


def _column(sheet: Sheet, path: str) -> Column:
    """Return the column of a path below a row; for the row as a whole the first one of a fact."""
    found = _of_path(sheet, path) if path else _first(sheet)
    if found is None and "." in path:
        # Sentences of a part share the column of all sentences.
        found = _of_path(sheet, path.rpartition(".")[2]) or _column(sheet, path.rpartition(".")[0])
    return found or _first(sheet)


def _first(sheet: Sheet) -> Column:
    """Return the first column that must be filled, else the first that holds a fact at all.

    The names that sentences call rows by, and the levels of sections, may be left out.
    """
    facts = [column for column in sheet.columns if column.field is not None]
    said = (column for column in facts if column.path == "label")
    return next(said, facts[0] if facts else sheet.columns[0])


def _of_path(sheet: Sheet, path: str) -> Column | None:
    plain = [(column.path.replace("[]", ""), column) for column in sheet.columns]
    exact = (column for known, column in plain if known == path)
    inside = (column for known, column in plain if known.startswith(f"{path}."))
    return next(exact, None) or next(inside, None)

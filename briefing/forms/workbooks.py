"""The form as a workbook that an officer fills in; what an input says already stands in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from briefing.findings import say
from briefing.forms.cells import CellContent, example_of, rows_of, texts_of, values_of
from briefing.forms.chosen import called, called_options
from briefing.forms.formulas import computed_columns, disagreements
from briefing.forms.leaves import leaf
from briefing.forms.own_fields import as_line
from briefing.forms.sections import form
from briefing.forms.sheet import NAME, Column, Sheet, sheets
from briefing.forms.spoken import in_form
from briefing.kinds import OwnField
from briefing.patterns import Pattern

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

HIDDEN = "_briefing"
"""The sheet that keeps which form this is."""

FIELD = "field"
"""What stands before each field of a pack's own there."""

FORM = 1
"""The version of the layout; a reader knows by it what it has before it."""

_ROOM = 200
"""Rows below the last one that keep the formats and the drop-down lists of their columns."""

_WIDE, _NARROW, _TALL_TEXT, _HINTS = 60, 16, 24, 90
_LONG = ("text", "label", "merit", "name")
_OF_TEXTS = 2
"""The columns of entries that are a name and a text."""
_HEAD_HEIGHT = 48
"""Points of three lines."""


def workbook(
    data: Mapping[str, Any],
    language: str,
    *,
    letter: bool = False,
    own: tuple[OwnField, ...] = (),
) -> bytes:
    """Return the workbook (.xlsx) of a form that holds the facts of an input.

    ``data`` is an input as plain data; of a new one its kind, period and locality. ``own`` are the
    fields that packs and kinds add. The same data gives the same bytes.
    """
    from xlsxwriter import Workbook  # only forms are written with it

    out = BytesIO()
    book = Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    # The same form is the same file.
    book.set_properties({"created": datetime(2020, 1, 1)})
    writer = _Writer(book, data, language, own)
    writer.guide()
    for sheet in sheets(language, own):
        writer.sheet(sheet, letter=letter)
    writer.hidden()
    book.close()
    return out.getvalue()


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(
        self, book: Workbook, data: Mapping[str, Any], language: str, own: tuple[OwnField, ...]
    ) -> None:
        self._own = own
        self._lists: list[list[str]] = []
        self._book = book
        self._data = data
        self._language = language
        self._head = book.add_format(
            {"bold": True, "bg_color": "#D9E2F3", "border": 1, "text_wrap": True, "valign": "top"}
        )
        self._example = book.add_format(
            {"italic": True, "font_color": "#808080", "text_wrap": True}
        )
        self._open = book.add_format({"locked": False, "text_wrap": True, "valign": "top"})
        # Excel makes a day of "12/2026" as it is typed, unless the cell holds text.
        self._day = book.add_format(
            {"locked": False, "text_wrap": True, "valign": "top", "num_format": "@"}
        )
        self._title = book.add_format({"bold": True, "font_color": "#1F3864"})
        self._hint = book.add_format({"font_color": "#808080", "text_wrap": True, "valign": "top"})
        self._red = book.add_format({"bg_color": "#FFC7CE", "font_color": "#9C0006"})

    def _say(self, key: str) -> str:
        return say(f"sheet.{key}", self._language)

    def guide(self) -> None:
        """Write the first sheet: what to do, in a few lines."""
        page = self._book.add_worksheet(self._say("guide"))
        page.set_column(0, 0, 110, self._hint)
        for row, line in enumerate(self._say("lines").splitlines()):
            page.write_string(row, 0, line, self._title if row == 0 else None)
        page.protect()

    def hidden(self) -> None:
        """Keep which form this is where nobody stumbles over it."""
        page = self._book.add_worksheet(HIDDEN)
        page.write_row(0, 0, ["form", FORM])
        page.write_row(1, 0, ["language", self._language])
        for row, field in enumerate(self._own, start=2):
            page.write_row(row, 0, [FIELD, as_line(field)])
        for at, words in enumerate(self._lists, start=_LISTS):
            page.write_column(0, at, words)
        page.very_hidden()

    def sheet(self, sheet: Sheet, *, letter: bool) -> None:
        """Write one sheet of the form."""
        page = self._book.add_worksheet(sheet.title)
        page.freeze_panes(1, 0)
        match sheet.layout:
            case "values":
                self._values(page, sheet, letter=letter)
            case "texts":
                self._texts(page, sheet)
            case _:
                self._rows(page, sheet)
        # Headings stay; rows may be added, sorted and shaped.
        allowed = ("insert_rows", "delete_rows", "sort", "autofilter", "format_cells")
        page.protect(
            "", {**dict.fromkeys(allowed, True), "format_rows": True, "format_columns": True}
        )

    def _values(self, page: Worksheet, sheet: Sheet, *, letter: bool) -> None:
        self._heads(page, [self._say("what"), self._say("value"), self._say("hint")])
        page.set_column(0, 0, 46)
        page.set_column(1, 1, _WIDE, self._open)
        page.set_column(2, 2, _HINTS, self._hint)
        held = values_of(sheet, self._data, self._language)
        columns = {column.path: column for column in sheet.columns}
        row = 1
        for section in form(self._language, self._own):
            suits = section.for_letters if letter else section.for_reports
            paths = [f.path for f in section.fields if f.path in columns]
            shown = [path for path in paths if suits or held[path] is not None]
            if shown:
                page.write_string(row, 0, section.title, self._title)
                row += 1
            for path in shown:
                column = columns[path]
                page.write_string(row, 0, column.heading)
                self._put(page, row, 1, held[path], self._shape(column))
                if column.field:
                    page.write_string(row, 2, self._hint_of(sheet, column), self._hint)
                self._offer(page, row, 1, row, path)
                row += 1

    def _texts(self, page: Worksheet, sheet: Sheet) -> None:
        self._heads(page, [self._say("what"), self._say("value")])
        page.set_column(0, 0, 46, self._open)
        page.set_column(1, 1, 110, self._open)
        row = 1
        for column, texts in texts_of(sheet, self._data, self._language):
            for text in texts or [""]:
                page.write_string(row, 0, column.heading, self._open)
                self._put(page, row, 1, text or None, self._open)
                row += 1
        names = [column.heading for column in sheet.columns]
        self._list(page, 1, 0, row + _ROOM, names)

    def _rows(self, page: Worksheet, sheet: Sheet) -> None:
        self._heads(page, [self._say("number"), *(column.heading for column in sheet.columns)])
        page.set_row(0, _HEAD_HEIGHT)
        page.set_column(0, 0, 6, self._open)
        page.write_string(1, 0, self._say("example"), self._example)
        rows = list(rows_of(sheet, self._data, self._language))
        last, alone = len(rows) + 1, "value" if len(sheet.columns) == _OF_TEXTS else None
        for at, column in enumerate(sheet.columns, start=1):
            long = column.many or column.path in _LONG or column.path == alone
            page.set_column(at, at, _WIDE if long else _TALL_TEXT, self._shape(column))
            if column.field:
                page.write_comment(0, at, self._hint_of(sheet, column))
            self._put(page, 1, at, example_of(column, self._language), self._example)
            path = f"{sheet.group}.{column.path}" if column.path != NAME else NAME
            self._offer(page, 2, at, last + _ROOM, path)
        for number, cells in enumerate(rows, start=2):
            page.write_number(number, 0, number - 1, self._open)
            for at, value in enumerate(cells, start=1):
                self._put(page, number, at, value, self._shape(sheet.columns[at - 1]))
        if sheet.group == "figures[]":
            self._computed(page, sheet, last)

    def _shape(self, column: Column) -> Format:
        """Return the format of the cells of a column, or of the cell of an item."""
        is_day = column.field is not None and leaf(column.field.path).taken == "day"
        return self._day if is_day else self._open

    def _hint_of(self, sheet: Sheet, column: Column) -> str:
        """Return the hint of a column, which names others as the form does."""
        if column.field and column.field.said:
            return column.field.said
        hint = column.field.hint if column.field else ""
        group = sheet.group if sheet.layout == "rows" else ""
        path = f"{group}.{column.path}".replace("[]", "").strip(".")
        return in_form(_as_typed(column, hint, self._language), path, self._language)

    def _computed(self, page: Worksheet, sheet: Sheet, last: int) -> None:
        """Show rate and change beside each figure as it is typed, and where they disagree."""
        end = last + _ROOM
        for at, (key, formula) in enumerate(computed_columns(sheet), start=len(sheet.columns) + 1):
            page.write_string(0, at, self._say(key), self._head)
            page.set_column(at, at, _NARROW, self._hint)
            for row in range(2, end + 1):
                page.write_formula(row, at, formula(row + 1), self._hint, "")
        for at, condition in disagreements(sheet):
            rule = {"type": "formula", "criteria": condition(3), "format": self._red}
            page.conditional_format(2, at, end, at, rule)

    def _heads(self, page: Worksheet, words: list[str]) -> None:
        for at, word in enumerate(words):
            page.write_string(0, at, word, self._head)

    def _put(self, page: Worksheet, row: int, at: int, value: CellContent, shape: Format) -> None:
        match value:
            case None:
                page.write_blank(row, at, None, shape)
            case str():
                page.write_string(row, at, value, shape)
            case _:
                page.write_number(row, at, value, shape)

    def _offer(self, page: Worksheet, first: int, at: int, last: int, path: str) -> None:
        self._list(page, first, at, last, list(called_options(path, self._language)))

    def _list(self, page: Worksheet, first: int, at: int, last: int, words: list[str]) -> None:
        if not words:
            return
        source: list[str] | str = words
        if len(",".join(words)) > _LONGEST_LIST or any("," in word for word in words):
            source = self._kept_list(words)
        # Another word may be a pack's own: the program judges it, not the workbook.
        rule = {"validate": "list", "source": source, "error_type": "information"}
        page.data_validation(first, at, last, at, rule)

    def _kept_list(self, words: list[str]) -> str:
        """Return where a list stands that does not go into a rule."""
        if words not in self._lists:
            self._lists.append(words)
        letter = chr(ord("A") + _LISTS + self._lists.index(words))
        return f"={HIDDEN}!${letter}$1:${letter}${len(words)}"


def _as_typed(column: Column, hint: str, language: str) -> str:
    """Return a hint that writes what is to be typed as a cell has it, not as a file has it."""
    path = column.field.path if column.field else ""
    hint = _MONTH.sub(r"\2/\1", hint)
    for word in leaf(path).words:
        if _OF_FILES.fullmatch(word):
            hint = re.sub(rf"(?<![\w-]){word}(?![\w-])", f"“{called(path, word, language)}”", hint)
            hint = _TWICE.sub(r"\1”", hint)
    return _TRUE_OR_FALSE.sub(lambda at: say(f"sheet.{_SAID[at[0]]}", language), hint)


_MONTH = Pattern(r"(?<!\d)(\d{4})-(\d{2})(?![\d-])")
_OF_FILES = Pattern(r"[a-z][a-z_]{3,}")
_TWICE = Pattern(r"(\([^()]*\))” \1")
_TRUE_OR_FALSE = Pattern(r"^(?:true|false)(?=:)")
_SAID = {"true": "yes", "false": "no"}

_LONGEST_LIST = 255
"""The characters that Excel takes in a list written into a rule, in which commas part the words."""

_LISTS = 3
"""The first column with lists on the sheet that is kept hidden."""

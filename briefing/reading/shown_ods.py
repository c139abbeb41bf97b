"""Cells of an .ods that show something else than they hold (OpenDocument 1.3, part 3, 19.385)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import product
from typing import IO, TypeVar
from xml.etree.ElementTree import Element, iterparse
from zipfile import ZipFile

from briefing.packages import OversizeError
from briefing.reading.cells import Cell, Unclear
from briefing.reading.format_words import has_words
from briefing.reading.formats import MAX_COLUMNS, LockedError, SheetLook, as_shown
from briefing.vietnamese import OldFont, old_font

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_NUMBER = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_MANIFEST = "META-INF/manifest.xml"
_HIDDEN = ("collapse", "filter")
_MOST = 100_000
"""Unclear cells of one workbook, repeated ones counted as often as they stand there."""


@dataclass(slots=True)
class _Styles:
    """Which styles of cells show a part of a date, or thousands of a number."""

    partial: set[str] = field(default_factory=set)
    scaled: set[str] = field(default_factory=set)
    worded: dict[str, str] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    faces: dict[str, str] = field(default_factory=dict)
    fonts: dict[str, str] = field(default_factory=dict)
    struck: dict[str, bool] = field(default_factory=dict)
    has_old: bool = False
    has_struck: bool = False

    def take(self, element: Element) -> None:
        """Note what one style says."""
        name = element.get(f"{_STYLE}name", "")
        if element.tag == f"{_NUMBER}date-style":
            parts = {part.tag.rpartition("}")[2] for part in element}
            if not {"day", "month", "year"} <= parts:
                self.partial.add(name)
        elif element.tag in (f"{_NUMBER}number-style", f"{_NUMBER}currency-style"):
            if has_words(code := _code_of(element)):
                self.worded[name] = code
            if any(part.get(f"{_NUMBER}display-factor", "1") != "1" for part in element):
                self.scaled.add(name)
        elif element.tag == f"{_STYLE}font-face":
            self.faces[name] = element.get(f"{_SVG}font-family", "").strip("\"'")
        elif element.tag == f"{_STYLE}style":
            self._take_struck(name, element)
            self.fonts[name] = self._font_of(element)
            self.has_old |= old_font(self.fonts[name]) is not None
            self.formats[name] = element.get(f"{_STYLE}data-style-name", "")
            self.parents[name] = element.get(f"{_STYLE}parent-style-name", "")

    def _take_struck(self, name: str, style: Element) -> None:
        text = style.find(f"{_STYLE}text-properties")
        keys = [f"{_STYLE}text-line-through-{key}" for key in ("style", "type")]
        lines = {text.get(key) for key in keys} - {None} if text is not None else set()
        if lines:
            self.struck[name] = "none" not in lines
            self.has_struck |= self.struck[name]

    def is_struck(self, name: str, usual: bool = False) -> bool:
        """Say whether a style, itself or one above it, strikes text out; else what is usual."""
        for _ in range(9):
            if name in self.struck:
                return self.struck[name]
            name = self.parents.get(name, "")
        return usual

    def _font_of(self, style: Element) -> str:
        text = style.find(f"{_STYLE}text-properties")
        if text is None:
            return ""
        called = text.get(f"{_STYLE}font-name", "")
        return self.faces.get(called, called) or text.get(f"{_FO}font-family", "").strip("\"'")

    def old_font(self, name: str) -> OldFont | None:
        """Return the font of before Unicode that a style gives, itself or from those above it."""
        for _ in range(9):
            if self.fonts.get(name):
                return old_font(self.fonts[name])
            name = self.parents.get(name, "")
        return None

    def is_part_of_date(self, name: str) -> bool:
        """Say whether a date in a cell of a style shows only a part."""
        return self._code(name) in self.partial

    def is_scaled(self, name: str) -> bool:
        """Say whether a number in a cell of a style shows its thousands."""
        return self._code(name) in self.scaled

    def words_of(self, name: str) -> str:
        """Return the format of a style if it shows words, written as in a file of Excel."""
        return self.worded.get(self._code(name), "")

    def _code(self, name: str) -> str:
        """Return the format that a style gives, itself or from those above it."""
        for _ in range(9):
            if code := self.formats.get(name, ""):
                return code
            name = self.parents.get(name, "")
        return ""


def _code_of(style: Element) -> str:
    """Return a format of numbers as Excel writes one: its digits, and words in quotes."""
    code = ""
    for part in style:
        match part.tag.rpartition("}")[2]:
            case "text" | "currency-symbol":
                code += '"' + (part.text or "").replace('"', "") + '"'
            case "number" | "scientific-number" | "fraction":
                code += "0"
    return code


def unclear_in_ods(content: bytes) -> dict[str, SheetLook]:
    """Return what each sheet looks like.

    Expects a package that was looked over; raises OversizeError for too many of them, LockedError
    for an encrypted one, and whatever the standard library raises for one that is no workbook.
    """
    with ZipFile(BytesIO(content)) as archive:
        if _MANIFEST in archive.namelist() and b"encryption-data" in archive.read(_MANIFEST):
            raise LockedError
        parts = [part for part in ("styles.xml", "content.xml") if part in archive.namelist()]
        styles, tables = _Styles(), list[tuple[str, SheetLook]]()
        for part in parts:
            with archive.open(part) as source:
                tables = list(_tables(source, styles))
        found = dict(tables)
        if len(found) < len(tables):
            raise ValueError("two sheets of one title")
    return found


def _tables(source: IO[bytes], styles: _Styles) -> Iterator[tuple[str, SheetLook]]:
    look = _Walk(styles)
    # A package with document types, the way to entities, was refused before.
    for _, element in iterparse(source):  # noqa: S314
        match element.tag.rpartition("}")[2]:
            case "date-style" | "number-style" | "currency-style" | "style" | "font-face":
                styles.take(element)
            case "table-column":
                look.take_column(element)
            case "table-row":
                look.take_row(element)
                element.clear()
            case "tracked-changes":
                # Rows that were deleted are kept here; they are none of the table's.
                look = _Walk(styles)
            case "table":
                yield element.get(f"{_TABLE}name", ""), look.look
                look = _Walk(styles)
                element.clear()


@dataclass(slots=True)
class _Walk:
    """Goes through the columns and rows of one table."""

    styles: _Styles
    look: SheetLook = field(default_factory=SheetLook)
    columns: list[str] = field(default_factory=list)
    row: int = 0

    def take_column(self, column: Element) -> None:
        """Note the usual style of columns, and whether they are hidden."""
        times = min(_times(column, "columns"), MAX_COLUMNS)
        if column.get(f"{_TABLE}visibility") in _HIDDEN:
            here = len(self.columns)
            self.look.hidden_columns |= set(range(here, here + times))
        self.columns += [column.get(f"{_TABLE}default-cell-style-name", "")] * times

    def take_row(self, line: Element) -> None:
        """Note the cells of a row as often as it stands there."""
        cells, times = list(_cells(line, self.columns, self.styles)), _times(line, "rows")
        last = _last_filled(line)
        if last:
            self.look.reach(self.row + times - 1, last - 1)
        if len(self.look.cells) + times * len(cells) > _MOST:
            raise OversizeError
        for at in range(times if cells else 0):
            self.look.cells |= {(self.row + at, column): cell for column, cell in cells}
        if line.get(f"{_TABLE}visibility") in _HIDDEN:
            self.look.hidden_rows |= set(range(self.row, self.row + min(times, _MOST)))
        self.look.merged += [
            ((self.row, left), (self.row + down - 1, left + right - 1))
            for left, down, right in _spans(line)
        ]
        if self.styles.has_old:
            self._take_fonts(line, min(times, _MOST))
        if self.styles.has_struck:
            self._take_struck(line, min(times, _MOST))
        if self.styles.worded:
            self._take_formats(line, min(times, _MOST))
        self.row += times

    def _take_struck(self, line: Element, times: int) -> None:
        """Note the cells of a row with text that is struck out."""
        for cell, style, spot in self._spots(line, times):
            part = _struck_of(cell, style, self.styles) if len(cell) else None
            if part is not None:
                _note(self.look.struck, spot, part)

    def _take_formats(self, line: Element, times: int) -> None:
        """Note the numbers of a row whose format shows words."""
        for cell, style, spot in self._spots(line, times):
            code = self.styles.words_of(style)
            if code and cell.get(f"{_OFFICE}value-type") in ("float", "currency"):
                _note(self.look.formats, spot, code)

    def _take_fonts(self, line: Element, times: int) -> None:
        """Note the cells of a row whose text is all in one font of before Unicode."""
        for cell, style, spot in self._spots(line, times):
            font = _font_of(cell, style, self.styles)
            if font is not None and len(cell):
                _note(self.look.fonts, spot, font)

    def _spots(self, line: Element, times: int) -> Iterator[tuple[Element, str, _Spot]]:
        """Yield the cells of a row with their styles and the rows and columns where they stand."""
        at = 0
        for cell in line:
            repeated = _times(cell, "columns")
            usual = self.columns[at] if at < len(self.columns) else ""
            spot = range(self.row, self.row + times), range(at, at + repeated)
            yield cell, cell.get(f"{_TABLE}style-name") or usual, spot
            at += repeated


_Spot = tuple[range, range]
_Noted = TypeVar("_Noted")


def _note(noted: dict[tuple[int, int], _Noted], spot: _Spot, what: _Noted) -> None:
    """Note something of every cell of a spot; raises OversizeError where that is too much."""
    if len(noted) + len(spot[0]) * len(spot[1]) > _MOST:
        raise OversizeError
    noted |= dict.fromkeys(product(*spot), what)


def _struck_of(cell: Element, style: str, styles: _Styles) -> str | None:
    """Return what of a cell is struck out, "" for all of it, ``None`` for nothing."""
    whole = styles.is_struck(style)
    pieces = list[tuple[str, bool]]()
    for line in cell.iterfind(f"{_TEXT}p"):
        pieces.append((line.text or "", whole))
        for run in line:
            own = styles.is_struck(run.get(f"{_TEXT}style-name", ""), whole)
            pieces += [("".join(run.itertext()), own), (run.tail or "", whole)]
    filled = [(said, struck) for said, struck in pieces if said.strip()]
    if all(struck for _, struck in filled):
        return "" if filled else None
    return "".join(said for said, struck in filled if struck).strip() or None


def _font_of(cell: Element, style: str, styles: _Styles) -> OldFont | None:
    """Return the font of a cell, of its runs where they have one of their own."""
    whole, found = styles.old_font(style), set[OldFont | None]()
    for line in cell.iterfind(f"{_TEXT}p"):
        if (line.text or "").strip():
            found.add(whole)
        for run in line:
            if "".join(run.itertext()).strip():
                found.add(styles.old_font(run.get(f"{_TEXT}style-name", "")) or whole)
            if (run.tail or "").strip():
                found.add(whole)
    return next(iter(found)) if len(found) == 1 else None


def _times(element: Element, what: str) -> int:
    return int(element.get(f"{_TABLE}number-{what}-repeated", 1))


def _last_filled(row: Element) -> int:
    """Return how far the filled cells of a row reach."""
    at = last = 0
    for cell in row:
        at += _times(cell, "columns")
        if len(cell) or cell.get(f"{_OFFICE}value-type") or cell.get(f"{_TABLE}formula"):
            last = at
    return last


def _spans(row: Element) -> Iterator[tuple[int, int, int]]:
    """Yield the column of each merged cell with the rows and columns that it spans."""
    at = 0
    for cell in row:
        down = int(cell.get(f"{_TABLE}number-rows-spanned", 1))
        right = int(cell.get(f"{_TABLE}number-columns-spanned", 1))
        if down > 1 or right > 1:
            yield at, down, right
        at += _times(cell, "columns")


def _cells(row: Element, columns: list[str], styles: _Styles) -> Iterator[tuple[int, Cell]]:
    at = 0
    for cell in row:
        times = _times(cell, "columns")
        usual = columns[at] if at < len(columns) else ""
        said = _cell(cell, cell.get(f"{_TABLE}style-name") or usual, styles)
        if said is not None:
            if times > _MOST:
                raise OversizeError
            yield from ((at + more, said) for more in range(times))
        at += times


def _cell(cell: Element, style: str, styles: _Styles) -> Cell:
    """Return what a cell is to be read as, ``None`` where it shows what it holds."""
    kind = cell.get(f"{_OFFICE}value-type")
    shown = "".join("".join(line.itertext()) for line in cell.iterfind(f"{_TEXT}p"))
    if cell.get(f"{_CALC}value-type") == "error":
        return Unclear("workbook/error-value", shown)
    formula = cell.get(f"{_TABLE}formula", "").removeprefix("of:")
    if formula in ("=TRUE()", "=FALSE()"):
        # So Calc keeps what was yes or no in Excel.
        return formula == "=TRUE()"
    match kind:
        case "percentage":
            number = float(cell.get(f"{_OFFICE}value", 0))
            return Unclear("workbook/percent", as_shown("workbook/percent", number))
        case "boolean":
            return cell.get(f"{_OFFICE}boolean-value") == "true"
        case "date" if styles.is_part_of_date(style):
            return Unclear("workbook/part-of-date", shown)
        case "float" if styles.is_scaled(style):
            number = float(cell.get(f"{_OFFICE}value", 0))
            return Unclear("workbook/scaled", as_shown("workbook/scaled", number))
        case None if formula:
            return Unclear("workbook/no-result", formula)
    return None

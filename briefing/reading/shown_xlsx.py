"""Cells of an .xlsx that show something else than they hold: percentages, parts of dates, formulas.

Typed into Excel, 95% is kept as 0.95, 12/2026 as the first of December, and a formula that no
program has worked out yet as nothing (ISO/IEC 29500-1, 18.3.1.4 and 18.8.30).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring, iterparse
from zipfile import ZipFile

from briefing.reading.cells import Unclear
from briefing.reading.format_words import has_words
from briefing.reading.formats import BUILT_IN, MAX_COLUMNS, SheetLook, as_shown, column_of, rule_of
from briefing.reading.old_fonts import (
    cells_of_texts,
    cells_with,
    styles_of_old_fonts,
    texts_of_old_fonts,
)
from briefing.reading.struck import StruckCells

_MAIN = "{*}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_SIGNS = (b"<f", b":f", b"hidden", b't="e"', b"t='e'", b" t =", b" s =", b"t= ", b"s= ")
"""What there is in every sheet with a formula, a fault, or something hidden, however written."""
_STYLE = re.compile(rb"""\bs=["'](\d+)""")
_CELLS = re.compile(rb"<(?:\w+:)?c[\s/>]")
_PLACED = re.compile(rb"""<(?:\w+:)?c\s+r=["'][A-Z]{1,3}\d{1,7}["']""")
_PLACES = re.compile(rb"""<(?:\w+:)?c\s+r=["']([A-Z]{1,3})(\d{1,7})["'][^>]*(?<!/)>""")
_NOT_NEAR = re.compile(rb"""<c(?! r="[A-T](?:1\d{4}|\d{1,4})")[\s/>]|:c[\s/>]""")
"""A cell that is beyond column T or row 19,999, says no place, or is written as few programs do."""
_TRUE = ("1", "true")
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def unclear_in_xlsx(content: bytes) -> dict[str, SheetLook]:
    """Return what each sheet looks like.

    Expects a package that was looked over; raises whatever the standard library raises for one
    that is no workbook.
    """
    with ZipFile(BytesIO(content)) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            return {}
        codes, fonts = _codes(archive), styles_of_old_fonts(archive)
        rules = [rule_of(code) for code in codes]
        worded = {style: code for style, code in enumerate(codes) if has_words(code)}
        texts, struck = texts_of_old_fonts(archive), StruckCells(archive)
        found: dict[str, SheetLook] = {}
        for title, part in _parts(archive):
            if title in found:
                raise ValueError("two sheets of one title")
            found[title] = _of_sheet(archive, part, rules)
            found[title].struck = struck.on(archive.read(part))
            if worded:
                found[title].formats = cells_with(archive.read(part), worded)
            if fonts:
                found[title].fonts = cells_with(archive.read(part), fonts)
            if texts:
                found[title].fonts |= cells_of_texts(archive.read(part), texts)
        return found


def _parsed(archive: ZipFile, part: str) -> Element:
    # A package with document types, the way to entities, was refused before.
    return fromstring(archive.read(part))  # noqa: S314


def _parts(archive: ZipFile) -> Iterator[tuple[str, str]]:
    """Yield the title and the part of each sheet."""
    links = _parsed(archive, "xl/_rels/workbook.xml.rels")
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    for sheet in _parsed(archive, "xl/workbook.xml").iterfind(f"{_MAIN}sheets/{_MAIN}sheet"):
        target = targets.get(sheet.get(_ID) or sheet.get(_STRICT_ID), "")
        part = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
        if part in archive.namelist():
            yield sheet.get("name", ""), part


def _codes(archive: ZipFile) -> list[str]:
    """Return the format of numbers of each style of cells."""
    if "xl/styles.xml" not in archive.namelist():
        return []
    styles = _parsed(archive, "xl/styles.xml")
    codes = {
        int(each.get("numFmtId", 0)): each.get("formatCode", "")
        for each in styles.iterfind(f"{_MAIN}numFmts/{_MAIN}numFmt")
    }
    codes = {**BUILT_IN, **codes}
    used = styles.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf")
    return [codes.get(int(each.get("numFmtId", 0)), "") for each in used]


def _of_sheet(archive: ZipFile, part: str, rules: list[str]) -> SheetLook:
    look, row = SheetLook(), -1
    content = archive.read(part)
    near = not _NOT_NEAR.search(content)
    if _shows_all(content, rules, placed=near):
        # No sheet of near cells alone is too large.
        places = () if near else _PLACES.findall(content)
        for place in places:
            look.reach(int(place[1]) - 1, column_of(place[0].decode()))
        return look
    with archive.open(part) as sheet:
        # As in _parsed; a row at a time, for all of a sheet takes thirty times its size.
        for _, line in iterparse(sheet):  # noqa: S314
            if line.tag.endswith("}col") and line.get("hidden") in _TRUE:
                first, last = int(line.get("min", 1)), int(line.get("max", 1))
                look.hidden_columns |= set(range(first - 1, min(last, MAX_COLUMNS)))
            if not line.tag.endswith("}row"):
                continue
            row = int(line.get("r", row + 2)) - 1
            if line.get("hidden") in _TRUE:
                look.hidden_rows.add(row)
            row = _take_row(look, line, row, rules)
            line.clear()
    return look


def _shows_all(sheet: bytes, rules: list[str], *, placed: bool) -> bool:
    """Say whether nothing in a sheet can be unclear: most have no formula, fault or such format."""
    if any(sign in sheet for sign in _SIGNS):
        return False
    if not placed and len(_CELLS.findall(sheet)) > len(_PLACED.findall(sheet)):
        return False
    used = {int(number) for number in _STYLE.findall(sheet)}
    return not any(number < len(rules) and rules[number] for number in used)


def _take_row(look: SheetLook, line: Element, row: int, rules: list[str]) -> int:
    """Note the cells of a row; one that says no place stands behind the one before it."""
    column = -1
    for cell in line.iterfind(f"{_MAIN}c"):
        written = cell.get("r", "")
        place = _CELL.fullmatch(written)
        if written and not place:
            # Other readers take it for a place far out, and make room for all before it.
            raise ValueError(written)
        row, column = (int(place[2]) - 1, column_of(place[1])) if place else (row, column + 1)
        if len(cell):
            look.reach(row, column)
        unclear = _unclear(cell, rules)
        if unclear is not None:
            look.cells[row, column] = unclear
    return row


def _unclear(cell: Element, rules: list[str]) -> Unclear | None:
    style, kind = int(cell.get("s", 0)), cell.get("t", "n")
    if kind not in ("n", "e"):
        return None
    rule = rules[style] if style < len(rules) else ""
    value, formula = cell.findtext(f"{_MAIN}v"), cell.find(f"{_MAIN}f")
    if kind == "e":
        return Unclear("workbook/error-value", value or "#?")
    if formula is not None and not value:
        return Unclear("workbook/no-result", f"={formula.text or ''}")
    return Unclear(rule, as_shown(rule, float(value))) if value and rule else None

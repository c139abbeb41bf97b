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
from briefing.reading.formats import BUILT_IN, MAX_COLUMNS, Look, as_shown, rule_of

_MAIN = "{*}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_TRUE = ("1", "true")
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def unclear_in_xlsx(content: bytes) -> dict[str, Look]:
    """Return what each sheet looks like.

    Expects a package that was looked over; raises whatever the standard library raises for one
    that is no workbook.
    """
    with ZipFile(BytesIO(content)) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            return {}
        rules = _rules(archive)
        return {title: _of_sheet(archive, part, rules) for title, part in _parts(archive)}


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


def _rules(archive: ZipFile) -> list[str]:
    """Return for each style of cells the finding that it gives rise to, mostly none."""
    if "xl/styles.xml" not in archive.namelist():
        return []
    styles = _parsed(archive, "xl/styles.xml")
    codes = {
        int(each.get("numFmtId", 0)): each.get("formatCode", "")
        for each in styles.iterfind(f"{_MAIN}numFmts/{_MAIN}numFmt")
    }
    codes = {**BUILT_IN, **codes}
    used = styles.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf")
    return [rule_of(codes.get(int(each.get("numFmtId", 0)), "")) for each in used]


def _of_sheet(archive: ZipFile, part: str, rules: list[str]) -> Look:
    look, row = Look(), -1
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


def _take_row(look: Look, line: Element, row: int, rules: list[str]) -> int:
    """Note the cells of a row; one that says no place stands behind the one before it."""
    column = -1
    for cell in line.iterfind(f"{_MAIN}c"):
        place = _CELL.fullmatch(cell.get("r", ""))
        row, column = (int(place[2]) - 1, _column(place[1])) if place else (row, column + 1)
        unclear = _unclear(cell, rules)
        if unclear is not None:
            look.cells[row, column] = unclear
    return row


def _unclear(cell: Element, rules: list[str]) -> Unclear | None:
    value, formula = cell.findtext(f"{_MAIN}v"), cell.find(f"{_MAIN}f")
    style, kind = int(cell.get("s", 0)), cell.get("t", "n")
    rule = rules[style] if style < len(rules) else ""
    if kind == "e":
        return Unclear("workbook/error-value", value or "#?")
    if kind != "n":
        return None
    if formula is not None and not value:
        return Unclear("workbook/no-result", f"={formula.text or ''}")
    return Unclear(rule, as_shown(rule, float(value))) if value and rule else None


def _column(letters: str) -> int:
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - ord("A") + 1
    return found - 1

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

_MAIN = "{*}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_BUILT_IN = {9: "0%", 10: "0.00%", 16: "d-mmm", 17: "mmm-yy"}
"""Those of the formats without a code of their own that show a part of what a cell holds."""
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")

Unclears = dict[tuple[int, int], Unclear]


def unclear_cells(content: bytes) -> dict[str, Unclears]:
    """Return the unclear cells of each sheet, by row and column from 0.

    Expects a package that was looked over; raises whatever the standard library raises for one
    that is no workbook.
    """
    with ZipFile(BytesIO(content)) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            return {}
        rules = _rules(archive)
        return {title: dict(_of_sheet(archive, part, rules)) for title, part in _parts(archive)}


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
    codes = {**_BUILT_IN, **codes}
    used = styles.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf")
    return [_rule(codes.get(int(each.get("numFmtId", 0)), "")) for each in used]


def _rule(code: str) -> str:
    shown = _NOT_SHOWN.sub("", code.partition(";")[0]).lower()
    if "%" in shown:
        return "workbook/percent"
    parts = {sign for sign in "dmy" if sign in shown}
    # An "m" alone, or beside hours, are minutes.
    is_date = bool(parts & {"d", "y"}) or "mmm" in shown
    return "workbook/part-of-date" if is_date and len(parts) < len("dmy") else ""


def _of_sheet(
    archive: ZipFile, part: str, rules: list[str]
) -> Iterator[tuple[tuple[int, int], Unclear]]:
    for at, cell in _cells(archive, part):
        value, formula = cell.findtext(f"{_MAIN}v"), cell.find(f"{_MAIN}f")
        style = int(cell.get("s", 0))
        rule = rules[style] if style < len(rules) else ""
        if cell.get("t", "n") != "n":
            continue
        if formula is not None and not value:
            yield at, Unclear("workbook/no-result", f"={formula.text or ''}")
        elif value and rule:
            yield at, Unclear(rule, _as_shown(rule, value))


def _cells(archive: ZipFile, part: str) -> Iterator[tuple[tuple[int, int], Element]]:
    """Yield the cells with their places; one that says none stands behind the one before it."""
    row = -1
    with archive.open(part) as sheet:
        # As in _parsed; a row at a time, for all of a sheet takes thirty times its size.
        for _, line in iterparse(sheet):  # noqa: S314
            if not line.tag.endswith("}row"):
                continue
            row, column = int(line.get("r", row + 2)) - 1, -1
            for cell in line.iterfind(f"{_MAIN}c"):
                place = _CELL.fullmatch(cell.get("r", ""))
                row, column = (int(place[2]) - 1, _column(place[1])) if place else (row, column + 1)
                yield (row, column), cell
            line.clear()


def _as_shown(rule: str, value: str) -> str:
    number = float(value) * 100 if rule == "workbook/percent" else float(value)
    return f"{number:.10g}".replace(".", ",") + ("%" if rule == "workbook/percent" else "")


def _column(letters: str) -> int:
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - ord("A") + 1
    return found - 1

"""Cells of a sheet in another colour; their values, formats and places stay."""

from __future__ import annotations

import re
from bisect import bisect_left
from copy import deepcopy
from typing import Any

from lxml import etree

from briefing.annotating.parts import MAIN, PackageParts

COLOURS = {"error": "FFFFC7CE", "warning": "FFFFEB9C", "info": "FFDDEBF7"}
"""Red, yellow and blue as Excel's own styles for bad, neutral and noted cells have them."""

_STYLES = "xl/styles.xml"
_PLACE = re.compile(r"([A-Z]+)(\d+)")


class Colours:
    """Styles of a workbook, and those of them with a colour, made when they are first needed."""

    def __init__(self, parts: PackageParts) -> None:
        self._root = parts.tree(_STYLES)
        self._fills: dict[str, int] = {}
        self._made: dict[tuple[int, str], int] = {}

    def coloured(self, style: int, severity: str) -> int:
        """Return the number of the style that is another one with a colour."""
        key = style, COLOURS[severity]
        if key not in self._made:
            styles = self._root.find(_tag("cellXfs"))
            copy = deepcopy(styles[style]) if style < len(styles) else etree.Element(_tag("xf"))
            copy.set("fillId", str(self._fill(COLOURS[severity])))
            copy.set("applyFill", "1")
            styles.append(copy)
            styles.set("count", str(len(styles)))
            self._made[key] = len(styles) - 1
        return self._made[key]

    def _fill(self, colour: str) -> int:
        if colour not in self._fills:
            fills = self._root.find(_tag("fills"))
            pattern = etree.SubElement(etree.SubElement(fills, _tag("fill")), _tag("patternFill"))
            pattern.set("patternType", "solid")
            etree.SubElement(pattern, _tag("fgColor"), rgb=colour)
            etree.SubElement(pattern, _tag("bgColor"), indexed="64")
            fills.set("count", str(len(fills)))
            self._fills[colour] = len(fills) - 1
        return self._fills[colour]


def colour(sheet: Any, place: str, severity: str, colours: Colours) -> None:
    """Give a cell of a sheet the colour of a severity; one that is not there is an empty cell."""
    found = _PLACE.fullmatch(place)
    if found is None:
        return
    row = _row(sheet, int(found[2]))
    cell, usual = _cell(row, place, found[1]), row.get("s", _of_column(sheet, found[1]))
    style = int(cell.get("s", usual if len(cell) == 0 else 0))
    cell.set("s", str(colours.coloured(style, severity)))


def _row(sheet: Any, number: int) -> Any:
    data = sheet.find(_tag("sheetData"))
    rows, numbers, last = list(data), [], 0
    for row in rows:
        last = int(row.get("r", last + 1))
        numbers.append(last)
    at = bisect_left(numbers, number)
    if at < len(rows) and numbers[at] == number:
        return rows[at]
    made = etree.Element(_tag("row"), r=str(number))
    data.insert(at, made)
    return made


def _cell(row: Any, place: str, letters: str) -> Any:
    wanted, last = column_number(letters), 0
    for cell in row:
        named = _PLACE.fullmatch(cell.get("r", ""))
        last = column_number(named[1]) if named else last + 1
        if last == wanted:
            return cell
        if last > wanted:
            made = etree.Element(_tag("c"), r=place)
            cell.addprevious(made)
            return made
    return etree.SubElement(row, _tag("c"), r=place)


def _of_column(sheet: Any, letters: str) -> str:
    number = column_number(letters)
    for column in sheet.iterfind(f"{_tag('cols')}/{_tag('col')}"):
        if int(column.get("min", 0)) <= number <= int(column.get("max", 0)):
            return str(column.get("style", "0"))
    return "0"


def column_number(letters: str) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - ord("A") + 1
    return found


def _tag(name: str) -> str:
    return f"{{{MAIN}}}{name}"

"""How the tables of a ``style.docx`` are drawn: its style Table Grid, else its first table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.layout.look import SIDES, Border, TableLook
from briefing.word.look.cascade import Cascade, attribute, child, colour_of, points, within

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

GRID = ("TableGrid", "Table Grid")
_LINES = {
    *("single", "thick", "double", "dotted", "dashed", "dashSmallGap", "dotDash", "dotDotDash"),
    *("triple", "nil", "none"),
}
_OTHER_NAMES = {"left": "start", "right": "end"}
_THINNEST, _USUAL, _THICKEST = 2, 4, 24  # eighths of a point: a quarter point to three points
_WIDEST_MARGIN = 283  # twips, five millimetres


def read_tables(cascade: Cascade, body: BaseOxmlElement) -> TableLook:
    """Return how tables are drawn; what a person painted on the first table counts over its style.

    Lines are held between a quarter point and three points, margins up to five millimetres.
    """
    style = cascade.find("table", *GRID)
    if style is None:
        return TableLook()
    table = _first_table(body, attribute(style, "styleId"))
    levels = [*cascade.chain(style)]
    drawn = [table, *levels] if table is not None else levels
    usual = TableLook()
    borders = (
        _border(drawn, side) or unsaid for side, unsaid in zip(SIDES, usual.borders, strict=True)
    )
    margins = {side: _margin(table, levels, side) for side in ("top", "left", "bottom", "right")}
    said = {side: width for side, width in margins.items() if width is not None}
    head = _fill(_first_cell(table)) or _fill(_first_row(levels))
    return TableLook(tuple(borders), head, **said)


def _first_table(body: BaseOxmlElement, style_id: str | None) -> BaseOxmlElement | None:
    for table in within(body, "tbl"):
        if attribute(child(table, "tblPr", "tblStyle")) == style_id:
            return table
    return None


def _named(group: BaseOxmlElement | None, side: str) -> BaseOxmlElement | None:
    """Return the element of a side; newer files call left and right start and end."""
    found = child(group, side)
    return found if found is not None else child(group, _OTHER_NAMES.get(side, side))


def _border(levels: list[BaseOxmlElement], side: str) -> Border | None:
    for level in levels:
        said = _named(child(level, "tblPr", "tblBorders"), side)
        if said is not None:
            line = attribute(said) or "single"
            width = points(attribute(said, "sz"), 1)
            return Border(
                line if line in _LINES else "single",
                min(max(round(_USUAL if width is None else width), _THINNEST), _THICKEST),
                colour_of(attribute(said, "color")),
            )
    return None


def _margin(table: BaseOxmlElement | None, levels: list[BaseOxmlElement], side: str) -> int | None:
    """Return the margin of a side: that of the table where a person changed it, else its style's.

    Every built table states its margins, so the usual one there says nothing about a person.
    """
    own = _width_at(table, side)
    if own is not None and own != getattr(TableLook(), side):
        return own
    said = (_width_at(level, side) for level in levels)
    return next((width for width in said if width is not None), own)


def _width_at(level: BaseOxmlElement | None, side: str) -> int | None:
    said = _named(child(level, "tblPr", "tblCellMar"), side)
    if said is None:
        return None
    width = points(attribute(said, "w"), 0.05) or 0.0
    return min(max(round(width * 20), 0), _WIDEST_MARGIN)


def _first_cell(table: BaseOxmlElement | None) -> BaseOxmlElement | None:
    return child(table, "tr", "tc", "tcPr")


def _first_row(levels: list[BaseOxmlElement]) -> BaseOxmlElement | None:
    """Return what the nearest style says of the first row's cells."""
    return next(_first_rows(levels), None)


def _first_rows(levels: list[BaseOxmlElement]) -> Iterator[BaseOxmlElement]:
    for level in levels:
        for part in within(level, "tblStylePr"):
            cell = child(part, "tcPr")
            if attribute(part, "type") == "firstRow" and cell is not None:
                yield cell


def _fill(cell: BaseOxmlElement | None) -> str:
    """Return the fill of a cell, nothing for none and for white."""
    fill = colour_of(attribute(child(cell, "shd"), "fill"))
    return "" if fill in ("auto", "FFFFFF") else fill

"""Formats of cells that show a part of what a cell holds, or another number than it holds."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.patterns import Pattern
from briefing.reading.cells import Cell
from briefing.vietnamese import OldFont

CellsByPlace = dict[tuple[int, int], Cell]
"""What cells are to be read as, by row and column from 0."""


class LockedError(Exception):
    """A workbook is encrypted."""


@dataclass(slots=True)
class SheetLook:
    """What a reader of values does not see of a sheet: unclear cells, and what is hidden.

    ``fonts`` are those of before Unicode, by cell; ``formats`` those that show words.
    ``struck`` are cells with struck-out text and the part that is, "" for all of it.
    ``rows`` and ``columns`` are how far filled cells reach: a reader takes room for all between.
    """

    cells: CellsByPlace = field(default_factory=dict)
    rows: int = 0
    columns: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    fonts: dict[tuple[int, int], OldFont] = field(default_factory=dict)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    struck: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)

    def reach(self, row: int, column: int) -> None:
        """Note a filled cell, counted from 0."""
        self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + 1)

    @property
    def most_rows(self) -> int:
        """How many rows a sheet of this width may have."""
        return min(MAX_ROWS, MAX_AREA // max(self.columns, 1))


MAX_COLUMNS = 200
"""The columns of the widest sheet read."""

MAX_ROWS = 20_000
"""The rows of the longest sheet read."""

MAX_AREA = 400_000
"""The cells, empty ones with them, of the largest sheet read."""

BUILT_IN = {9: "0%", 10: "0.00%", 16: "d-mmm", 17: "mmm-yy"}
"""Those of the formats without a code of their own that show a part of what a cell holds."""
_NOT_SHOWN = Pattern(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_BY_THOUSANDS = Pattern(r"[0#?],+(?![0#?,])")
"""A comma behind the last digit before the decimal point: a thousandth is shown."""


def rule_of(code: str) -> str:
    """Return the finding that a format gives rise to (ISO/IEC 29500-1, 18.8.30), mostly none."""
    shown = _NOT_SHOWN.sub("", code.partition(";")[0]).lower()
    if "%" in shown:
        return "workbook/percent"
    if _BY_THOUSANDS.search(shown):
        return "workbook/scaled"
    parts = {sign for sign in "dmy" if sign in shown}
    # An "m" alone, or beside hours, are minutes.
    is_date = bool(parts & {"d", "y"}) or "mmm" in shown
    return "workbook/part-of-date" if is_date and len(parts) < len("dmy") else ""


def as_shown(rule: str, number: float) -> str:
    """Return a number as its cell shows it; as it is kept where a format shows a part of it."""
    number = number * 100 if rule == "workbook/percent" else number
    return f"{number:.10g}".replace(".", ",") + ("%" if rule == "workbook/percent" else "")


def column_of(letters: str) -> int:
    """Return the position of a column from its letters: A is 0, AA is 26."""
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - ord("A") + 1
    return found - 1

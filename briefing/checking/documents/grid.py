"""A table of a document as columns and rows of numbers with their names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

from briefing.figures.text.digits import read_digits
from briefing.findings import Origin, PlacedRow
from briefing.patterns import Pattern
from briefing.values import record

TOTALS = frozenset({"tổng", "tổng số", "tổng cộng", "cộng"})
"""The names of rows and columns that are the sum of the others."""

_NOTHING = frozenset({"-", "–", "—", "0", "00"})
_WORDS = Pattern(r"[^\W\d_]+")
_NUMBERED = Pattern(r"(?:[ivx]+|[a-zđ]|\d+(?:\.\d+)*)[.)]")
_ORDINAL = Pattern(r"\d{1,3}[.)]?")
_ORDINALS = frozenset({"stt", "tt", "số tt", "số thứ tự"})


@record
class GridLine:
    """A row below the header: its place, its name, its cells as numbers.

    A cell without a number is ``None``; ``blank`` are the columns that are empty.
    """

    origin: Origin
    name: str
    cells: tuple[Decimal | None, ...]
    blank: frozenset[int]


@record(slots=False)
class Grid:
    """A table; ``rows`` have one length, ``heads`` of them are its header if that is known."""

    rows: Sequence[PlacedRow]
    heads: int | None = None

    @cached_property
    def width(self) -> int:
        """The number of columns."""
        return max((len(cells) for _, cells in self.rows), default=0)

    @cached_property
    def _first(self) -> int:
        """The first row of numbers."""
        if self.heads is not None:
            return self.heads
        for i, (_, cells) in enumerate(self.rows):
            if name_of(cells) and any(value_of(cell) is not None for cell in cells[1:]):
                return i
        return len(self.rows)

    @cached_property
    def headers(self) -> tuple[str, ...]:
        """The words over each column, those of its lowest cell last."""
        above = [cells for _, cells in self.rows[: self._first]]
        return tuple(
            " / ".join(cells[i].strip() for cells in above if i < len(cells) and cells[i].strip())
            for i in range(self.width)
        )

    @cached_property
    def lines(self) -> tuple[GridLine, ...]:
        """The rows below the header."""
        return tuple(_line(origin, cells, self.width) for origin, cells in self.rows[self._first :])

    @cached_property
    def ordinal(self) -> int | None:
        """The column that counts the rows, if there is one."""
        first = self.headers[0].lower().rstrip(".") if self.headers else ""
        return 0 if first in _ORDINALS else None

    @property
    def nested(self) -> bool:
        """Whether some rows are parts of others, as far as numbering and dashes tell."""
        marks = [cells[0].strip() for _, cells in self.rows[self._first :] if cells]
        if self.ordinal == 0 and not all(not mark or _ORDINAL.fullmatch(mark) for mark in marks):
            named = [plain(mark) for mark in marks if not _ORDINAL.fullmatch(mark) and mark]
            return any(name not in TOTALS for name in named)
        return any(_is_part(line.name) for line in self.lines)


def _is_part(name: str) -> bool:
    small = name.lower().lstrip()
    parts = ("-", "+", "*", "•", "trong đó", "riêng", "gồm", "bao gồm")
    return (
        small.startswith(parts)
        or re.match(r"(?:[ivx]+|[a-zđ]|\d+(?:\.\d+)*)[.)]", small) is not None
    )


def _line(origin: Origin, cells: tuple[str, ...], width: int) -> GridLine:
    padded = [*cells, *[""] * (width - len(cells))]
    blank = frozenset(i for i, cell in enumerate(padded) if not cell.strip())
    return GridLine(origin, name_of(cells), tuple(map(value_of, padded)), blank)


def name_of(cells: Sequence[str]) -> str:
    """Return the words of a row that name it, from its first two cells."""
    for cell in cells[:2]:
        if sum(len(word) for word in _WORDS.findall(cell)) > 1:
            return cell.strip()
    return ""


def value_of(cell: str) -> Decimal | None:
    """Return the number that a cell is, a dash for nothing; ``None`` if it is none."""
    text = cell.strip()
    if text in _NOTHING:
        return Decimal(0)
    digits = read_digits(text)
    return None if digits is None or digits.other is not None else digits.value


def plain(name: str) -> str:
    """Return the words of a name in small letters."""
    return " ".join(_WORDS.findall(name.lower()))

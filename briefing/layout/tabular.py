"""Tables measured: what their columns need, how wide they are, how far in their numbers stand.

Numbers are never broken and stand with their decimal commas under one another; a column of numbers
is as narrow as they are, and texts share what is left. A short head stands on one line.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from math import inf
from typing import NamedTuple

from briefing.document import Annex, Block, Line, Table, divided, plain
from briefing.layout.glue import bound_line, reworded
from briefing.layout.look import TableLook
from briefing.layout.metrics import Face, face_of, text_width, text_widths
from briefing.patterns import Pattern
from briefing.standards import Component, Standard
from briefing.values import record
from briefing.vietnamese import GLUE, bound

_SLACK = 1.05
"""How much wider a column is than what must not break in it."""

_WIDE = 7
"""The least columns of a table that lies on its side."""

_SHORT_HEAD = 3
"""The most words of a head that stays on one line."""

_HEAD_LINES = 3
"""The most lines of a head, as far as there is room."""

_CELL_LINES = 4
"""The lines that the longest text of a column is given room for before heads stand on one line."""

_QUALIFIED = r"(?:(?:gần|hơn|trên|dưới|khoảng)\s)?"
_UNIT = r"(?:\s?%|\sđiểm\s%)?"
_NUMBER = re.compile(rf"{_QUALIFIED}[-+−±]?\d[\d.,/:]*{_UNIT}|[-–—]?")
_DECIMAL = re.compile(rf".*?[-+−±]?\d[\d.]*(?P<tail>(?:,\d+)?{_UNIT})")
_NOTHING = frozenset("-–—")
_LIMIT = Pattern(rf"(?:[^\W\d_]+\s){{1,3}}\d[\d.,]*{_UNIT}")
"""What ends in its number, on a line of its own where there is no room: ``không quá 8,8``."""

_MOVED = Pattern(r"\b(tăng|giảm) (?=\d[\d.,]*\s?%$)|(?<=\d) (?=điểm %)|(?<=điểm) (?=%)")
"""The blanks that a change does not break at: ``tăng 13,31%``, ``0,9 điểm %``."""


_FURTHEST = 40 * 20
"""How far from the right a block of numbers stands at most that is centred in its column."""


@record
class ColumnNeeds:
    """What a column needs in twips: not to break words, to look right, to break nothing.

    ``text`` is how much text it holds, 0 for a column of numbers; ``tails`` how far from the right
    of their block its numbers stand, one a row, none where they are not set by their commas, and
    ``block`` how wide that block is. ``cells`` is what each text takes on one line, 0 of nothing.
    """

    least: float
    better: float
    wanted: float
    text: float
    block: float = 0.0
    tails: tuple[float, ...] = ()
    cells: tuple[float, ...] = ()

    def beyond(self, width: float) -> float:
        """Return how much of the text finds no room on the first line of its cell."""
        return sum(cell - width for cell in self.cells if cell > width)


@record
class LaidTable:
    """A table as it is printed; ``margins`` are those of a cell left and right, in twips.

    ``close`` are its columns with every number at the right, which takes less room.
    """

    table: Table
    columns: tuple[ColumnNeeds, ...]
    close: tuple[ColumnNeeds, ...]
    margins: int

    def _fitting(self, width: int) -> tuple[ColumnNeeds, ...]:
        """Return the columns by their commas, or those that take less where there is no room."""
        return self.columns if sum(_whole_numbers(self.columns)) < width else self.close

    def widths(self, width: int) -> list[int]:
        """Return the widths of the columns that fill a line, all in twips."""
        shares = _shared(self._fitting(width), width)
        widths = [int(share) for share in shares]
        widths[widths.index(max(widths))] += width - sum(widths)
        return widths

    def indents(self, widths: Sequence[int]) -> list[tuple[int, ...]]:
        """Return for each row how far from the right its cells stand, in twips."""
        return list(zip(*self.column_indents(widths), strict=True))

    def column_indents(self, widths: Sequence[int]) -> list[list[int]]:
        """Return the same for each column, row by row.

        Numbers stand with their commas under one another, all of them in the middle of the column;
        where there is no room for that, all at the right.
        """
        rows = len(self.table.rows)
        columns = []
        for column, width in zip(self._fitting(sum(widths)), widths, strict=True):
            free = (width - self.margins - column.block) / 2
            middle = min(max(free, 0.0), _FURTHEST) if column.tails else 0.0
            columns.append([round(middle + tail) for tail in column.tails] or [0] * rows)
        return columns

    def wants_landscape(self, width: int) -> bool:
        """Say whether it is too wide for an upright page: seven columns, or words that break."""
        least = sum(column.least for column in self.columns)
        return len(self.columns) >= _WIDE or least > width


def lies_sideways(annex: Annex, tables: Iterable[LaidTable], width: int) -> bool:
    """Say whether the pages of an annex lie on their side: as it says, else as its tables want."""
    if annex.sideways is not None:
        return annex.sideways
    return any(table.wants_landscape(width) for table in tables)


def is_group(row: Sequence[Line]) -> bool:
    """Say whether a row is a heading over the rows below it: one bold cell, the others empty."""
    first = row[0]
    if not first or not first[0].bold:
        return False
    return all(run.bold for run in first) and not any(row[1:])


def lay(table: Table, standard: Standard, look: TableLook) -> LaidTable:
    """Return a table measured, its lines with the blanks that they do not break at."""
    header = tuple([bound_line(cell) for cell in table.header])
    rows, said = _bound_rows(table.rows)
    table = replace(table, header=header, rows=rows)
    faces = standard.components["table_head"], standard.components["table"]
    margins = look.left + look.right
    wide = len(header) >= _WIDE
    columns, close, nothing = [], [], [""] * len(header)
    texts = [nothing if is_group(row) else own for row, own in zip(rows, said, strict=True)]
    by_column = [list(column) for column in zip(*texts, strict=True)] or [[] for _ in header]
    for place, (head, cells) in enumerate(zip(header, by_column, strict=True)):
        title, right = plain(divided(head)[1]), table.alignments[place] == "right"
        measured = _head(title, faces[0].size, face_of(faces[0]))
        written = _Written(cells, _widths(cells, faces[1]), _words_among(cells))
        column = _column(measured, written, faces[1], margins, by_comma=right, wide=wide)
        columns.append(column)
        if column.tails:
            column = _column(measured, written, faces[1], margins, by_comma=False, wide=wide)
        close.append(column)
    return LaidTable(table, tuple(columns), tuple(close), margins)


class _Written(NamedTuple):
    """The texts of a column, how wide each is on one line, and the places of those in words."""

    cells: list[str]
    widths: list[float]
    words: list[int]


def _words_among(cells: Sequence[str]) -> list[int]:
    words = {cell for cell in {*cells} if not _NUMBER.fullmatch(cell)}
    return [at for at, cell in enumerate(cells) if cell in words] if words else []


def _bound_rows(
    rows: tuple[tuple[Line, ...], ...],
) -> tuple[tuple[tuple[Line, ...], ...], list[list[str]]]:
    """Return the rows of a table bound, and what their cells then say; all are bound at once."""
    texts = [[plain(cell) for cell in row] for row in rows]
    joined = "\n".join(chain.from_iterable(texts))
    tied = bound(joined)
    if tied == joined and "%" not in joined:
        return rows, texts
    each = tied.split("\n")
    if len(each) != sum(map(len, texts)):
        rows = tuple([tuple([_bound_cell(cell) for cell in row]) for row in rows])
        return rows, [[plain(cell) for cell in row] for row in rows]
    percents = "%" in joined
    found = []
    start = 0
    for row, own in zip(rows, texts, strict=True):
        cells, news = row, each[start : start + len(row)]
        start += len(row)
        if news == own and not percents:
            found.append(row)
            continue
        for at, (text, new) in enumerate(zip(own, news, strict=True)):
            if new != text or ("%" in text and " " in text):
                cell = _bound_cell(row[at], new)
                cells = (*cells[:at], cell, *cells[at + 1 :])
                own[at] = plain(cell)
        found.append(cells)
    return tuple(found), texts


def _bound_cell(cell: Line, tied: str | None = None) -> Line:
    """Return a cell bound; ``tied`` is what it says bound, where that is known."""
    if tied is None or any(run.gap for run in cell):
        line = bound_line(cell)
    else:
        line = reworded(cell, tied)
    text = plain(line)
    if "%" not in text:
        return line
    tied = _MOVED.sub(lambda found: found[0].replace(" ", GLUE), text)
    return line if tied == text else reworded(line, tied)


def laid_tables(
    blocks: Iterable[Block], standard: Standard, look: TableLook
) -> dict[int, LaidTable]:
    """Return the tables among blocks measured, by the identity of each."""
    return {id(block): lay(block, standard, look) for block in blocks if isinstance(block, Table)}


class _Head(NamedTuple):
    """How wide a head is on one line, its widest word, and on as many lines as it may have."""

    whole: float
    word: float
    short: float


# The tables of a body have the same heads in every document.
@lru_cache(maxsize=256)
def _head(text: str, size: float, face: Face) -> _Head:
    whole, words = text_width(text, size, face), text_widths(text.split(" "), size, face)
    if len(text.split()) <= _SHORT_HEAD:
        return _Head(whole, max(words), whole)
    return _Head(whole, max(words), _in_lines(words, text_width(" ", size, face)))


def _column(
    head: _Head,
    written: _Written,
    face: Component,
    margins: int,
    *,
    by_comma: bool,
    wide: bool,
) -> ColumnNeeds:
    cells, widths, others = written.cells, [*written.widths] or [0.0], written.words
    numbers = all(by_comma and _LIMIT.fullmatch(cells[at]) for at in others)
    if others and numbers:
        for at in others:
            [widths[at]] = _widths([_last_words(cells[at])], face)
    tails = _tails(cells, face) if numbers and by_comma else []
    block = max(map(operator.add, widths, tails)) if tails else max(widths)
    if tails:
        # A dash says that there is no number: it stands in the middle of them, at no comma.
        tails = [
            (block - width) / 2 if cell in _NOTHING else tail
            for cell, width, tail in zip(cells, widths, tails, strict=True)
        ]
    widest = block if numbers else max(_widths(_words(cells), face), default=0.0)
    whole, word, short = head
    # In a wide table a text in many lines makes a high row of one cell: heads give way to it.
    text = max(widths) / _CELL_LINES if wide and not numbers else 0.0
    sizes = (
        max(widest, word),
        max(widest, short, text),
        max(block, short if numbers else whole),
    )
    least, better, wanted = (size * _SLACK * 20 + margins for size in sizes)
    return ColumnNeeds(
        least,
        better,
        wanted,
        0.0 if numbers else (sum(widths) + whole) * 20,
        block * 20,
        tuple([tail * 20 for tail in tails]),
        () if numbers else tuple([one * _SLACK * 20 + margins for one in widths]),
    )


def _in_lines(words: Sequence[float], blank: float) -> float:
    """Return the least width in which words take no more lines than a head has."""
    ends = range(1, len(words) + 1)
    runs = (
        sum(words[start:end]) + blank * (end - start - 1) for end in ends for start in range(end)
    )
    # A line is at least as wide as the widest word; the narrowest is tried first.
    fitting = sorted(width for width in runs if width >= max(words))
    return next(width for width in fitting if _lines(words, blank, width) <= _HEAD_LINES)


def _lines(words: Sequence[float], blank: float, width: float) -> float:
    """Return how many lines words take in a width, no end of them where one has no room."""
    lines, room = 0, 0.0
    for word in words:
        if word > width:
            return inf
        if not lines or word + blank > room:
            lines, room = lines + 1, width - word
        else:
            room -= word + blank
    return lines


def _last_words(cell: str) -> str:
    """Return what stands on the last line of a limit that has no room for one: ``quá 8,8``."""
    return cell.rpartition(" ")[2]


def _words(cells: Iterable[str]) -> set[str]:
    return {word for cell in cells for word in cell.split(" ")}


def _widths(texts: Iterable[str], component: Component) -> list[float]:
    return text_widths(texts, component.size, face_of(component))


def _tails(cells: Sequence[str], component: Component) -> list[float]:
    """Return how much less stands right of each number's comma than of that with the most."""
    joined = "".join(cells)
    if "," not in joined and "%" not in joined:
        return [0.0] * len(cells)
    found = [_DECIMAL.fullmatch(cell) for cell in cells]
    tails = _widths([match["tail"] if match else "" for match in found], component)
    longest = max(tails, default=0.0)
    return [longest - tail if cell else 0.0 for cell, tail in zip(cells, tails, strict=True)]


def _shared(columns: Sequence[ColumnNeeds], width: int) -> list[float]:
    """Return widths that fill the line: numbers what they need, the rest to the texts."""
    wanted = [column.wanted for column in columns]
    spare = width - sum(wanted)
    texts = sum(column.wanted for column in columns if column.text)
    if spare >= 0:
        if not texts:
            return [share * width / sum(wanted) for share in wanted]
        return [c.wanted + spare * (c.wanted / texts if c.text else 0) for c in columns]
    for floor in (
        _whole_numbers(columns),
        [column.better for column in columns],
        [column.least for column in columns],
    ):
        if sum(floor) < width:
            return _filled(columns, floor, width - sum(floor))
    return [share * width / sum(floor) for share in floor]


def _whole_numbers(columns: Iterable[ColumnNeeds]) -> list[float]:
    """Return widths at which numbers have all that they want and texts look right."""
    return [column.better if column.text else column.wanted for column in columns]


def _filled(columns: Sequence[ColumnNeeds], floor: Sequence[float], room: float) -> list[float]:
    """Return the floor with the spare room given out by how much text breaks in a column.

    A column never gets more than it wants; what it leaves goes to the others.
    """
    widths = list(floor)
    growing = {i for i, c in enumerate(columns) if c.text and c.wanted > widths[i]}
    while growing and room > 1:
        # Where only heads break, all of the text counts.
        needs = {i: columns[i].beyond(widths[i]) for i in growing}
        if not any(needs.values()):
            needs = {i: columns[i].text for i in growing}
        text = sum(needs.values())
        shares = {i: room * need / text for i, need in needs.items() if need}
        for i, share in shares.items():
            grown = min(share, columns[i].wanted - widths[i])
            widths[i] += grown
            room -= grown
        growing = {i for i in growing if columns[i].wanted - widths[i] > 1}
    return widths

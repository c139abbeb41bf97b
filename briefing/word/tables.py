"""Tables: real Word tables, the head repeated on every page, no row split across pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.document import Alignment, Line, Table, plain
from briefing.standards import Component, Standard
from briefing.vietnamese import bound
from briefing.word.glue import bound_line
from briefing.word.look.model import TableLook
from briefing.word.metrics import face_of, text_widths
from briefing.word.paragraphs import style_of
from briefing.word.xml import cell_margins, paragraph, paragraph_start, runs

_LONGEST_WORDS_MATTER = 1.05
_WIDE = 7


@dataclass(frozen=True, slots=True)
class Needs:
    """The least width of each column, the one that it would like, and all its text, in twips."""

    least: list[float]
    wanted: list[float]
    text: list[float]


def table_xml(
    table: Table, needs: Needs, look: TableLook, width: int, *, keep_next: bool = False
) -> str:
    """Return a table as wide as the text (``width`` in twips), columns sized by their content.

    Its margins stand on the table too, so that it stays as measured where it is pasted.
    """
    widths = column_widths(needs, width)
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    together = "<w:keepNext/>" if keep_next else ""
    centred: list[Alignment] = ["center"] * len(widths)
    starts = _starts(widths, centred, style_of("table_head"), "<w:keepNext/>")
    head = _row(table.header, starts, "<w:cantSplit/><w:tblHeader/>")
    starts = _starts(widths, table.alignments, style_of("table"), together)
    rows = [
        _group(row[0], widths) if is_group(row) else _row(row, starts, "<w:cantSplit/>")
        for row in table.rows
    ]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" '
        'w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'{margins_of(look)}<w:tblLook w:val="0020"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{head}{''.join(rows)}</w:tbl>"
    )


def margins_of(look: TableLook) -> str:
    """Return the margins of the cells of a table."""
    return cell_margins(left=look.left, right=look.right, top=look.top, bottom=look.bottom)


def is_group(row: Sequence[Line]) -> bool:
    """Say whether a row is a heading over the rows below it: one bold cell, the others empty."""
    first, *others = row
    return bool(first) and all(run.bold for run in first) and not any(others)


def wants_landscape(needs: Needs, width: int) -> bool:
    """Say whether a table is too wide for an upright page: seven columns, or words that break."""
    return len(needs.least) >= _WIDE or sum(needs.least) > width


def _group(line: Line, widths: Sequence[int]) -> str:
    """Return a heading row across the table, kept with the row below it."""
    cell = paragraph(style_of("table"), runs(bound_line(line)), "<w:keepNext/>")
    return (
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" '
        f'w:type="dxa"/><w:gridSpan w:val="{len(widths)}"/></w:tcPr>{cell}</w:tc></w:tr>'
    )


def _starts(
    widths: Sequence[int], alignments: Sequence[Alignment], style: str, extra: str
) -> list[str]:
    """Return the cell of each column up to where its text begins."""
    return [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        + paragraph_start(style, f'{extra}<w:jc w:val="{side}"/>')
        for width, side in zip(widths, alignments, strict=True)
    ]


def _row(cells: Sequence[Line], starts: Sequence[str], properties: str) -> str:
    content = "".join(
        [
            f"{start}{runs(bound_line(cell))}</w:p></w:tc>"
            for start, cell in zip(starts, cells, strict=True)
        ]
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{content}</w:tr>"


def column_widths(needs: Needs, width: int) -> list[int]:
    """Return the column widths in twips: no word broken, the rest shared by the length of text."""
    return _shared(needs, width)


class _Same:
    """A table as a key: this very one, for to compare all its cells takes long."""

    __slots__ = ("table",)

    def __init__(self, table: Table) -> None:
        self.table = table

    def __hash__(self) -> int:
        return id(self.table)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.table is other.table


def measure(table: Table, standard: Standard, look: TableLook) -> Needs:
    """Return what the columns of a table need."""
    return _measured(_Same(table), standard, look)


# A table is measured to choose the page and again to be written.
@lru_cache(maxsize=4)
def _measured(same: _Same, standard: Standard, look: TableLook) -> Needs:
    table = same.table
    least: list[float] = []
    wanted: list[float] = []
    texts: list[float] = []
    text, title = standard.components["table"], standard.components["table_head"]
    margins = look.left + look.right
    rows = [row for row in table.rows if not is_group(row)]
    for position, head in enumerate(table.header):
        body = [bound(plain(row[position])) for row in rows]
        words = {word for cell in body for word in cell.split(" ")}
        widest = max([_widest_word(plain(head), title), *_widths(words, text)])
        least.append(widest * _LONGEST_WORDS_MATTER * 20 + margins)
        widths = _widths(body, text) or [0.0]
        [heading] = _widths([plain(head)], title)
        wanted.append(max(heading, *widths) * 20 * _LONGEST_WORDS_MATTER + margins)
        texts.append((sum(widths) + heading) * 20)
    return Needs(least, wanted, texts)


def _widest_word(text: str, component: Component) -> float:
    return max(_widths(text.split(" "), component))


def _widths(texts: Iterable[str], component: Component) -> list[float]:
    return text_widths(texts, component.size, face_of(component))


def _shared(needs: Needs, width: int) -> list[int]:
    """Return widths that fill the line: what columns want when it fits, else shared fairly."""
    total, least = sum(needs.wanted), sum(needs.least)
    if total <= width:
        grown = [column * width / total for column in needs.wanted]
    elif least >= width:
        grown = [column * width / least for column in needs.least]
    else:
        grown = _filled(needs, width - least)
    columns = [int(column) for column in grown]
    columns[columns.index(max(columns))] += width - sum(columns)
    return columns


def _filled(needs: Needs, room: float) -> list[float]:
    """Return the least widths with the spare room given out by how much text a column holds.

    A column never gets more than it wants; what it leaves goes to the others.
    """
    columns = list(needs.least)
    growing = {i for i, wanted in enumerate(needs.wanted) if wanted > columns[i]}
    while growing and room > 1:
        text = sum(needs.text[i] for i in growing)
        shares = {i: room * needs.text[i] / text for i in growing}
        for i, share in shares.items():
            grown = min(share, needs.wanted[i] - columns[i])
            columns[i] += grown
            room -= grown
        growing = {i for i in growing if needs.wanted[i] - columns[i] > 1}
    return columns

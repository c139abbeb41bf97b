"""Tables: real Word tables, the head repeated on every page, no row split across pages."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document import Alignment, Line, Table, plain
from briefing.standards import Standard
from briefing.word.metrics import text_width
from briefing.word.styles import style_of
from briefing.word.xml import paragraph, runs

_CELL_MARGINS = 170
_LONGEST_WORDS_MATTER = 1.05
_WIDE = 7


def table_xml(table: Table, standard: Standard, width: int, *, keep_next: bool = False) -> str:
    """Return a table as wide as the text (``width`` in twips), columns sized by their content."""
    widths = column_widths(table, standard, width)
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    together = "<w:keepNext/>" if keep_next else ""
    centred: list[Alignment] = ["center"] * len(widths)
    head = _row(table.header, widths, centred, style_of("table_head"), "<w:keepNext/>", head=True)
    rows = [
        _group(row[0], widths)
        if is_group(row)
        else _row(row, widths, table.alignments, style_of("table"), together)
        for row in table.rows
    ]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" '
        'w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{head}{''.join(rows)}</w:tbl>"
    )


def is_group(row: Sequence[Line]) -> bool:
    """Say whether a row is a heading over the rows below it: one bold cell, the others empty."""
    first, *others = row
    return bool(first) and all(run.bold for run in first) and not any(others)


def wants_landscape(table: Table, standard: Standard, width: int) -> bool:
    """Say whether a table is too wide for an upright page: seven columns, or words that break."""
    least, _ = _needs(table, standard)
    return len(table.header) >= _WIDE or sum(least) > width


def _group(line: Line, widths: Sequence[int]) -> str:
    """Return a heading row across the table, kept with the row below it."""
    cell = paragraph(style_of("table"), runs(line), "<w:keepNext/>")
    return (
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" '
        f'w:type="dxa"/><w:gridSpan w:val="{len(widths)}"/></w:tcPr>{cell}</w:tc></w:tr>'
    )


def _row(
    cells: Sequence[Line],
    widths: Sequence[int],
    alignments: Sequence[Alignment],
    style: str,
    extra: str,
    *,
    head: bool = False,
) -> str:
    properties = "<w:cantSplit/>" + "<w:tblHeader/>" * head
    content = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'{paragraph(style, runs(cell), f"""{extra}<w:jc w:val="{side}"/>""")}</w:tc>'
        for cell, width, side in zip(cells, widths, alignments, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{content}</w:tr>"


def column_widths(table: Table, standard: Standard, width: int) -> list[int]:
    """Return the column widths in twips: no word broken, the rest shared by the length of text."""
    least, wanted = _needs(table, standard)
    return _shared(least, wanted, width)


def _needs(table: Table, standard: Standard) -> tuple[list[float], list[float]]:
    """Return the least width of each column and the one that it would like, in twips."""
    least: list[float] = []
    wanted: list[float] = []
    for position, head in enumerate(table.header):
        body = [plain(row[position]) for row in table.rows if not is_group(row)]
        words = [_widest_word(plain(head), standard, bold=True)]
        words += [_widest_word(text, standard) for text in body]
        least.append(max(words) * _LONGEST_WORDS_MATTER * 20 + _CELL_MARGINS)
        size = standard.components["table"].size
        longest = max([text_width(text, size) for text in body] or [0])
        wanted.append(max(least[-1], longest * 20 + _CELL_MARGINS))
    return least, wanted


def _widest_word(text: str, standard: Standard, *, bold: bool = False) -> float:
    size = standard.components["table_head" if bold else "table"].size
    words = text.split(" ")
    return max(text_width(word, size, "bold" if bold else "regular") for word in words)


def _shared(least: list[float], wanted: list[float], width: int) -> list[int]:
    """Return widths that fill the line: what columns want when it fits, else shared fairly."""
    total = sum(wanted)
    if total <= width:
        grown = [column * width / total for column in wanted]
    elif sum(least) >= width:
        grown = [column * width / sum(least) for column in least]
    else:
        room = (width - sum(least)) / (total - sum(least))
        grown = [low + (high - low) * room for low, high in zip(least, wanted, strict=True)]
    columns = [int(column) for column in grown]
    columns[columns.index(max(columns))] += width - sum(columns)
    return columns

"""Tables: real Word tables, the head repeated on every page, no row split across pages."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document import Alignment, Line, Table, has_two_rows, spans
from briefing.layout.look import TableLook
from briefing.layout.settings import style_of
from briefing.layout.tabular import LaidTable, is_group
from briefing.word.xml import cell_margins, paragraph, paragraph_start, runs, runs_of_each


def table_xml(laid: LaidTable, look: TableLook, width: int, *, keep_next: bool = False) -> bytes:
    """Return a table as wide as the text (``width`` in twips), columns sized by their content.

    Its margins stand on the table too, so that it stays as measured where it is pasted.
    """
    table, widths = laid.table, laid.widths(width)
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    head = _head(table.header, widths)
    together = "<w:keepNext/>" if keep_next else ""
    starts = _starts_by_column(widths, table.alignments, together, laid.column_indents(widths))
    begin = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" '
        'w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'{margins_of(look)}<w:tblLook w:val="0020"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{head}"
    )
    return b"".join([begin.encode(), _rows(table, starts, widths), b"</w:tbl>"])


_WHOLE, _REPEATED = "<w:cantSplit/>", "<w:tblHeader/>"


def _head(header: Sequence[Line], widths: Sequence[int]) -> str:
    """Return the head, in two rows where heads stand below others."""
    if not has_two_rows(header):
        centred: list[Alignment] = ["center"] * len(widths)
        return _row(header, _starts(widths, centred, _HEAD, _KEPT), _WHOLE + _REPEATED)
    upper, lower, at = [], [], 0
    for span in spans(header):
        below = widths[at : at + span.columns]
        if span.below:
            upper.append(_head_cell(sum(below), f'<w:gridSpan w:val="{len(below)}"/>', span.line))
            lower += [_head_cell(w, "", own) for w, own in zip(below, span.below, strict=True)]
        else:
            upper.append(_head_cell(below[0], '<w:vMerge w:val="restart"/>', span.line))
            lower.append(_head_cell(below[0], "<w:vMerge/>", ()))
        at += span.columns
    properties = f"<w:trPr>{_WHOLE}{_REPEATED}</w:trPr>"
    return "".join(f"<w:tr>{properties}{''.join(cells)}</w:tr>" for cells in (upper, lower))


_HEAD, _KEPT = "table_head", "<w:keepNext/>"


def _head_cell(width: int, merged: str, line: Line) -> str:
    content = paragraph(style_of(_HEAD), runs(line), f'{_KEPT}<w:jc w:val="center"/>')
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merged}<w:vAlign w:val="center"/>'
        f"</w:tcPr>{content}</w:tc>"
    )


def margins_of(look: TableLook) -> str:
    """Return the margins of the cells of a table."""
    return cell_margins(left=look.left, right=look.right, top=look.top, bottom=look.bottom)


def _rows(table: Table, starts: Sequence[Sequence[bytes]], widths: Sequence[int]) -> bytes:
    """Return the rows below the head; what their cells say is written at once, column by column.

    What each cell begins with ends the one before, what each row begins with the row.
    """
    if not table.rows:
        return b""
    size = 2 * len(widths)
    pieces = [b""] * (size * len(table.rows))
    for column, cells in enumerate(starts):
        pieces[2 * column :: size] = cells
    pieces[1::2] = runs_of_each(table.running)
    for at, row in enumerate(table.rows):
        if is_group(row):
            own = _ROW_END + _group(row[0], widths)
            pieces[at * size : (at + 1) * size] = [own, *[b""] * (size - 1)]
    return b"".join([*pieces, _ROW_END]).removeprefix(_ROW_END)


_CELL_END = b"</w:p></w:tc>"
_ROW_END = _CELL_END + b"</w:tr>"
_ROW = f"<w:tr><w:trPr>{_WHOLE}</w:trPr>".encode()


def _group(line: Line, widths: Sequence[int]) -> bytes:
    """Return a heading row across the table up to its end, kept with the row below it."""
    cell = paragraph(style_of("table"), runs(line), "<w:keepNext/>")
    row = (
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" '
        f'w:type="dxa"/><w:gridSpan w:val="{len(widths)}"/></w:tcPr>{cell}</w:tc></w:tr>'
    )
    return row.encode().removesuffix(_ROW_END)


def _starts(
    widths: Sequence[int], sides: Sequence[Alignment], component: str, extra: str
) -> list[str]:
    """Return the cell of each column up to where its text begins."""
    columns = zip(widths, sides, strict=True)
    return [_start(width, side, component, extra, 0) for width, side in columns]


def _starts_by_column(
    widths: Sequence[int],
    sides: Sequence[Alignment],
    extra: str,
    indents: Sequence[Sequence[int]],
) -> list[list[bytes]]:
    """Return the same for each row of each column, in which numbers stand as far in as they must.

    The end of the cell before it, or of the row, goes before each.
    """
    columns = []
    before = _ROW_END + _ROW
    # Of one column the cells have few indents between them.
    for width, side, column in zip(widths, sides, indents, strict=True):
        known = {
            one: before + _start(width, side, "table", extra, one).encode() for one in set(column)
        }
        columns.append([known[one] for one in column])
        before = _CELL_END
    return columns


def _start(width: int, side: Alignment, component: str, extra: str, indent: int) -> str:
    place = f'<w:ind w:right="{indent}"/>' if indent else ""
    properties = f'{extra}{place}<w:jc w:val="{side}"/>'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        + paragraph_start(style_of(component), properties)
    )


def _row(cells: Sequence[Line], starts: Sequence[str], properties: str) -> str:
    content = "".join(
        [f"{start}{runs(cell)}</w:p></w:tc>" for start, cell in zip(starts, cells, strict=True)]
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{content}</w:tr>"

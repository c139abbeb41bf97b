"""Columns side by side: a table without lines, as letterhead and signatures stand in.

Engines disagree about what the built-in style "Normal Table" gives a table: some keep margins of
108 twips whatever the file says. So margins, indent and widths stand on the table itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.word.xml import cell_margins

STYLE = "Columns"

COLUMNS_STYLE = (
    f'<w:style w:type="table" w:customStyle="1" w:styleId="{STYLE}"><w:name w:val="Hai cột"/>'
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:semiHidden/>'
    f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{cell_margins(left=0, right=0)}</w:tblPr></w:style>'
)


def columns(rows: Iterable[Sequence[str]], widths: Sequence[int], gutter: int, top: int = 0) -> str:
    """Return columns that never split a row across pages; lengths in twips.

    The gutter is the right margin of each column but the last, a part of its width; ``top`` the
    space above each row.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    margin = f'<w:tcMar><w:right w:w="{gutter}" w:type="dxa"/></w:tcMar>'
    apart = [margin] * (len(widths) - 1) + [""]
    starts = [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{margin}</w:tcPr>'
        for width, margin in zip(widths, apart, strict=True)
    ]
    body = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(f"{start}{cell}</w:tc>" for start, cell in zip(starts, cells, strict=True))
        + "</w:tr>"
        for cells in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{STYLE}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'{cell_margins(left=0, right=0, top=top)}<w:tblLook w:val="0000"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )

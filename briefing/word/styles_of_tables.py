"""The styles of tables: Word's own, the columns of letterhead and signature, the look's."""

from __future__ import annotations

from briefing.layout.look import SIDES, Border, TableLook
from briefing.word.column_table import COLUMNS_STYLE
from briefing.word.tables import margins_of


def table_styles(look: TableLook) -> str:
    """Return the styles of tables; they set lines, margins and shading, never text."""
    return _NORMAL_TABLE + COLUMNS_STYLE + _grid(look)


# As Word itself has it; what else a file says here is not heard everywhere.
_NORMAL_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def _grid(look: TableLook) -> str:
    borders = "".join(
        _border(side, border) for side, border in zip(SIDES, look.borders, strict=True)
    )
    return (
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
        f"{margins_of(look)}</w:tblPr>{_head(look.head_fill)}</w:style>"
    )


def _border(side: str, border: Border) -> str:
    line = f'w:val="{border.line}" w:sz="{border.width}" w:space="0" w:color="{border.colour}"'
    return f"<w:{side} {line}/>"


def _head(fill: str) -> str:
    """Return how the style sets the first row of a table."""
    if not fill:
        return ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    return f'<w:tblStylePr w:type="firstRow"><w:tcPr>{shade}</w:tcPr></w:tblStylePr>'

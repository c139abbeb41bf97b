"""Stamps: a word in a frame of a length that the law fixes.

Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III.2; a stamp of secrecy has a double frame (Thông
tư 24/2020/TT-BCA).
"""

from __future__ import annotations

from briefing.layout.placing import PlacedLine
from briefing.layout.settings import RULE, style_of
from briefing.standards import Standard
from briefing.word.column_table import STYLE
from briefing.word.xml import cell_margins, paragraph, runs, twips

GAP = paragraph(RULE, "")
"""Between stamps, and after the last: no cell ends with a table."""


def stamp_xml(stamp: PlacedLine, standard: Standard, indent: int | None = None) -> str:
    """Return a stamp, centred where it stands or ``indent`` twips from the left."""
    component, colour = stamp.component, standard.components[stamp.component].colour
    width = round(stamp.boxed * 20)
    height = twips(standard.stamp_height)
    frame = "double" if component == "secrecy" else "single"
    border = f'w:val="{frame}" w:sz="6" w:space="0" w:color="{colour}"'
    sides = "".join(f"<w:{side} {border}/>" for side in ("top", "left", "bottom", "right"))
    placed = '<w:jc w:val="center"/>'
    if indent is not None:
        placed = f'<w:tblInd w:w="{indent}" w:type="dxa"/>'
    words = paragraph(style_of(component), runs(stamp.line))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{STYLE}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'{placed}<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'{cell_margins(left=0, right=0)}<w:tblLook w:val="0000"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/>'
        f'<w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr>'
        f'<w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{words}</w:tc>'
        "</w:tr></w:tbl>"
    )

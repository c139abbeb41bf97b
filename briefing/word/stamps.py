"""Stamps: a word in a frame of a length that the law fixes.

Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III.2; a stamp of secrecy has a double frame (Thông
tư 24/2020/TT-BCA).
"""

from __future__ import annotations

from briefing.document import Line, Marks, plain
from briefing.standards import Standard
from briefing.word.columns import STYLE
from briefing.word.glue import cased
from briefing.word.metrics import face_of, text_width
from briefing.word.paragraphs import RULE, style_of
from briefing.word.xml import cell_margins, paragraph, runs, twips

_PADDING = 8.0
"""On either side of words whose frame the law does not measure, in points."""

GAP = paragraph(RULE, "")
"""Between stamps, and after the last: no cell ends with a table."""


def stamps_of(marks: Marks) -> list[tuple[str, Line]]:
    """Return the stamps under the number, from the top (ô 10a, ô 10b), each with its component."""
    stamps = [("secrecy", marks.secrecy), ("urgency", marks.urgency)]
    return [(component, line) for component, line in stamps if line]


def stamp_length(component: str, line: Line, standard: Standard) -> float:
    """Return how long the frame of a stamp is, in points, or what its words take."""
    known = standard.stamps.get(plain(line))
    if known is not None:
        return known * 72 / 25.4
    rules = standard.components[component]
    return text_width(rules.cased(plain(line)), rules.size, face_of(rules)) + 2 * _PADDING


def stamp_xml(component: str, line: Line, standard: Standard, indent: int | None = None) -> str:
    """Return a stamp, centred where it stands or ``indent`` twips from the left."""
    rules = standard.components[component]
    width = round(stamp_length(component, line, standard) * 20)
    height = twips(standard.stamp_height)
    frame = "double" if component == "secrecy" else "single"
    border = f'w:val="{frame}" w:sz="6" w:space="0" w:color="{rules.colour}"'
    sides = "".join(f"<w:{side} {border}/>" for side in ("top", "left", "bottom", "right"))
    placed = '<w:jc w:val="center"/>'
    if indent is not None:
        placed = f'<w:tblInd w:w="{indent}" w:type="dxa"/>'
    words = paragraph(style_of(component), runs(cased(line, rules)))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{STYLE}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'{placed}<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'{cell_margins(left=0, right=0)}<w:tblLook w:val="0000"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/>'
        f'<w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr>'
        f'<w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{words}</w:tc>'
        "</w:tr></w:tbl>"
    )

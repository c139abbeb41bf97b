"""The title, the unit and the notes of a table."""

from __future__ import annotations

from briefing.document.blocks.of_table import OfTable, TablePlace
from briefing.layout.settings import style_of
from briefing.word.blocks.register import Around, writes
from briefing.word.xml import bound_runs, paragraph

_KEPT: dict[TablePlace, str] = {"caption": "<w:keepNext/>", "unit": "<w:keepNext/>", "note": ""}
"""What keeps the title and the unit of a table on its page."""

_SET: dict[TablePlace, str] = {
    "caption": '<w:spacing w:before="120" w:after="60"/><w:jc w:val="center"/>',
    "unit": '<w:jc w:val="right"/>',
    "note": '<w:spacing w:before="60" w:after="60"/><w:jc w:val="both"/>',
}
"""How what belongs to a table stands; its size is that of tables."""


@writes(OfTable)
def write_of_table(block: OfTable, around: Around) -> str:
    """Return the paragraph, kept with the table that it stands above."""
    kept = around.together or _KEPT[block.place]
    return paragraph(style_of("table"), bound_runs(block.line), kept + _SET[block.place])

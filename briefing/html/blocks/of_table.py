"""The title, the unit and the notes of a table."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from briefing.document.blocks.of_table import OfTable
from briefing.html.blocks.register import KEEP, writes
from briefing.html.elements import LineWriter
from briefing.layout.glue import bound_line

_STYLE = {
    ".of-table-caption": "text-align: center; margin: 6pt 0 3pt",
    ".of-table-unit": "text-align: right",
    ".of-table-note": "text-align: justify; margin: 3pt 0",
}


@writes(OfTable, _STYLE)
def show_of_table(block: OfTable, lines: LineWriter, more: Sequence[str]) -> Markup:
    """Return the paragraph, kept with the table that it stands above."""
    kept = (KEEP,) if block.place in ("caption", "unit") and not more else ()
    line = bound_line(block.line)
    return lines.paragraph("table", line, f"of-table-{block.place}", *kept, *more)

"""The text: headings, paragraphs, items and tables, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.document import (
    Block,
    Heading,
    Line,
    ListItem,
    OutlineCounter,
    Paragraph,
    Run,
    Table,
)
from briefing.layout.headings import heading_line
from briefing.layout.look import TableLook
from briefing.layout.settings import BODY, DASH_ITEM, LETTER_ITEM, RULE, heading_style
from briefing.layout.tabular import LaidTable, lay
from briefing.standards import Standard, marks
from briefing.word.blocks.register import Around, writers
from briefing.word.numbering import Label, Numbering
from briefing.word.rows import siblings
from briefing.word.shares import Chunk, dealt
from briefing.word.tables import table_xml
from briefing.word.xml import LINE_BREAK, paragraph, paragraph_start, runs, runs_of_each


class WordBodyWriter:
    """Writes the blocks of one text (the main one or an annex)."""

    def __init__(
        self, standard: Standard, tables: TableLook, numbering: Numbering, width: int
    ) -> None:
        self._standard = standard
        self._look = tables
        self._numbering = numbering
        self._width = width
        self._counter = OutlineCounter(standard.outline)
        self._laid: Mapping[int, LaidTable] = {}

    def blocks(
        self,
        blocks: Sequence[Block],
        laid: Mapping[int, LaidTable] | None = None,
        *,
        keep_last: bool = False,
    ) -> list[Chunk]:
        """Return the XML of blocks; ``keep_last`` ties the last one to what follows it.

        ``laid`` are tables that are measured already, by their identity.
        """
        self._laid = laid or {}
        last = len(blocks) - 1 if keep_last else -1
        rows = siblings(blocks, self._standard.outline)
        own = writers()
        lines = [
            block.line
            for block in blocks
            if isinstance(block, _OF_LINES) and type(block) not in own
        ]
        # What most lines say is written at once, for whichever block it is.
        words = iter(runs_of_each(lines, bind=True))
        written = []
        for place, block in enumerate(blocks):
            together = _KEPT if place == last else ""
            if write := own.get(type(block)):
                around = Around(self._standard, self._look, self._width, together)
                xml = write(block, around).encode()
            elif isinstance(block, Paragraph):
                start = _starting(BODY, together) if together else _PARAGRAPH
                xml = start + next(words) + _END
            elif isinstance(block, ListItem):
                xml = self._item(block, together, rows.get(place, 0)) + next(words) + _END
            elif isinstance(block, Heading):
                xml = self._heading(block, together, rows.get(place, 0)).encode()
            else:
                xml = self._table(block, together)
            written.append((block, xml))
        return dealt(written, kept=keep_last)

    def _table(self, table: Table, together: str) -> bytes:
        # A table touches the text above unless a low paragraph stands between.
        laid = self._laid.get(id(table)) or lay(table, self._standard, self._look)
        return _GAP + table_xml(laid, self._look, self._width, keep_next=bool(together))

    def _heading(self, heading: Heading, together: str, row: int) -> str:
        level = self._standard.outline[heading.level - 1]
        number = self._counter.next(heading.level)
        label = self._numbering.heading(heading.level, number, row, runs_in=heading.runs_in)
        line = heading_line(heading, level)
        if heading.runs_in:
            # In the style of its text; the number alone belongs to the headings.
            own = _labelled(label, line, bold=level.bold)
            return paragraph(BODY, own, together + label.properties)
        style = heading_style(heading.level)
        if level.apart:
            above = runs((Run(label.text),)) if label.text else ""
            return paragraph(style, f"{above}{LINE_BREAK}{runs(line)}", label.properties)
        return paragraph(style, _labelled(label, line), label.properties)

    def _item(self, item: ListItem, together: str, row: int) -> bytes:
        """Return an item up to where its own words begin."""
        if item.mark:
            mark = marks()[item.mark]
            label = self._numbering.marked_item(mark, item.number, item.depth, row)
            style = DASH_ITEM if mark.numbering == "sign" else LETTER_ITEM
        elif item.ordered:
            style, label = LETTER_ITEM, self._numbering.letter_item(item.number, item.depth, row)
        else:
            style, label = DASH_ITEM, self._numbering.dash_item(item.depth)
        own = runs((Run(label.text),)).encode() if label.text else b""
        return _starting(style, together + label.properties) + own


def _starting(style: str, extra: str = "") -> bytes:
    return paragraph_start(style, extra).encode()


_OF_LINES = (Paragraph, ListItem)
"""The blocks that are one line of text, but for those of their own."""

_KEPT = "<w:keepNext/><w:keepLines/>"
_PARAGRAPH, _END = _starting(BODY), b"</w:p>"
_GAP = paragraph(RULE, "").encode()


def _labelled(label: Label, line: Line, *, bold: bool = False) -> str:
    return runs((Run(label.text, bold), *line) if label.text else line)

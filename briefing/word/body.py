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
from briefing.layout.glue import bound_line, cased, title_line
from briefing.layout.look import TableLook
from briefing.layout.settings import BODY, DASH_ITEM, LETTER_ITEM, RULE, heading_style
from briefing.layout.tabular import LaidTable, lay
from briefing.standards import Standard
from briefing.word.numbering import Label, Numbering
from briefing.word.rows import siblings
from briefing.word.shares import Chunk, dealt
from briefing.word.tables import table_xml
from briefing.word.xml import paragraph, runs


class BodyWriter:
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
        chunks = []
        for place, block in enumerate(blocks):
            together = "<w:keepNext/><w:keepLines/>" * (place == last)
            xml = self._block(block, together, rows.get(place, 0))
            chunks.append(dealt(block, xml, kept=place == last))
        return chunks

    def _block(self, block: Block, together: str, row: int) -> str:
        match block:
            case Paragraph():
                return paragraph(BODY, runs(bound_line(block.line)), together)
            case Heading():
                return self._heading(block, row)
            case ListItem():
                return self._item(block, together, row)
            case Table():
                # A table touches the text above unless a low paragraph stands between.
                laid = self._laid.get(id(block)) or lay(block, self._standard, self._look)
                return _GAP + table_xml(laid, self._look, self._width, keep_next=bool(together))

    def _heading(self, heading: Heading, row: int) -> str:
        level = self._standard.outline[heading.level - 1]
        label = self._numbering.heading(heading.level, self._counter.next(heading.level), row)
        line = cased(title_line(heading.line), level)
        return paragraph(heading_style(heading.level), _labelled(label, line), label.properties)

    def _item(self, item: ListItem, together: str, row: int) -> str:
        line = bound_line(item.line)
        if item.ordered:
            style, label = LETTER_ITEM, self._numbering.letter_item(item.number, item.depth, row)
        else:
            style, label = DASH_ITEM, self._numbering.dash_item(item.depth)
        return paragraph(style, _labelled(label, line), together + label.properties)


_GAP = paragraph(RULE, "")


def _labelled(label: Label, line: Line) -> str:
    return runs((Run(label.text), *line) if label.text else line)

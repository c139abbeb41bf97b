"""The text: headings, paragraphs, items and tables, in order."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.document import (
    Block,
    Heading,
    ListItem,
    OutlineCounter,
    Paragraph,
    Table,
)
from briefing.standards import Standard
from briefing.word.glue import bound_line, cased, title_line
from briefing.word.look.model import TableLook
from briefing.word.numbering import Numbering
from briefing.word.paragraphs import BODY, DASH_ITEM, LETTER_ITEM, heading_style
from briefing.word.tables import measure, table_xml
from briefing.word.xml import paragraph, runs


class BodyWriter:
    """Writes the blocks of one text (the main one or an annex)."""

    def __init__(
        self, standard: Standard, tables: TableLook, numbering: Numbering, width: int
    ) -> None:
        self._standard = standard
        self._tables = tables
        self._numbering = numbering
        self._width = width
        self._counter = OutlineCounter(standard.outline)

    def blocks(self, blocks: Iterable[Block], *, keep_last: bool = False) -> list[str]:
        """Return the XML of blocks; ``keep_last`` ties the last one to what follows it."""
        blocks = tuple(blocks)
        last = len(blocks) - 1 if keep_last else -1
        return [self._block(block, position == last) for position, block in enumerate(blocks)]

    def _block(self, block: Block, keep: bool) -> str:
        together = "<w:keepNext/><w:keepLines/>" if keep else ""
        match block:
            case Paragraph():
                return paragraph(BODY, runs(bound_line(block.line)), together)
            case Heading():
                return self._heading(block)
            case ListItem():
                return self._item(block, together)
            case Table():
                # A table touches the text above unless a low paragraph stands between.
                needs = measure(block, self._standard, self._tables)
                return _GAP + table_xml(block, needs, self._tables, self._width, keep_next=keep)

    def _heading(self, heading: Heading) -> str:
        level = self._standard.outline[heading.level - 1]
        number = self._counter.next(heading.level)
        line = cased(title_line(heading.line), level)
        properties = self._numbering.heading(heading.level, number)
        return paragraph(heading_style(heading.level), runs(line), properties)

    def _item(self, item: ListItem, together: str) -> str:
        content = runs(bound_line(item.line))
        if item.ordered:
            numbered = self._numbering.letter_item(item.number, item.depth)
            return paragraph(LETTER_ITEM, content, together + numbered)
        numbered = self._numbering.dash_item(item.depth)
        return paragraph(DASH_ITEM, content, together + numbered)


_GAP = paragraph(BODY, "", '<w:keepNext/><w:spacing w:before="0" w:line="120" w:lineRule="exact"/>')

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
from briefing.word.xml import LINE_BREAK, bound_runs, paragraph, runs


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
        if own := writers().get(type(block)):
            return own(block, Around(self._standard, self._look, self._width, together))
        match block:
            case Paragraph():
                return paragraph(BODY, bound_runs(block.line), together)
            case Heading():
                return self._heading(block, together, row)
            case ListItem():
                return self._item(block, together, row)
            case Table():
                # A table touches the text above unless a low paragraph stands between.
                laid = self._laid.get(id(block)) or lay(block, self._standard, self._look)
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

    def _item(self, item: ListItem, together: str, row: int) -> str:
        if item.mark:
            mark = marks()[item.mark]
            label = self._numbering.marked_item(mark, item.number, item.depth, row)
            style = DASH_ITEM if mark.numbering == "sign" else LETTER_ITEM
        elif item.ordered:
            style, label = LETTER_ITEM, self._numbering.letter_item(item.number, item.depth, row)
        else:
            style, label = DASH_ITEM, self._numbering.dash_item(item.depth)
        own = runs((Run(label.text),)) if label.text else ""
        return paragraph(style, own + bound_runs(item.line), together + label.properties)


_GAP = paragraph(RULE, "")


def _labelled(label: Label, line: Line, *, bold: bool = False) -> str:
    return runs((Run(label.text, bold), *line) if label.text else line)

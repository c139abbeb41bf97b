"""The text: headings, paragraphs, items and tables, in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from briefing.document import (
    Alignment,
    Block,
    Heading,
    Line,
    ListItem,
    OutlineCounter,
    Paragraph,
    Run,
    Table,
    footnotes_of,
    has_two_rows,
    lines_in,
    mark_label,
    spans,
)
from briefing.html.elements import (
    BREAK,
    NOTHING,
    Lines,
    column,
    css_class,
    element,
    joined,
    shifted,
)
from briefing.layout.glue import bound_line
from briefing.layout.headings import heading_line
from briefing.layout.lists import DASH_SIGNS, DEEPEST
from briefing.layout.look import Look
from briefing.layout.tabular import is_group, lay
from briefing.standards import Standard, marks
from briefing.vietnamese import item_letter

KEEP = "keep"
"""The class of a block that stays whole, on the page of the next one."""


class BodyWriter:
    """Writes the blocks of one text (the main one or an annex); ``width`` in points."""

    def __init__(self, standard: Standard, look: Look, lines: Lines, width: float) -> None:
        self._standard = standard
        self._look = look
        self._lines = lines
        self._width = width
        self._counter = OutlineCounter(standard.outline)

    def blocks(self, blocks: Iterable[Block], *, keep_last: bool = False) -> Markup:
        """Return the HTML of blocks; ``keep_last`` ties the last one to what follows it."""
        blocks = tuple(blocks)
        notes = [self._footnote(note) for note in footnotes_of(lines_in(blocks))]
        return NOTHING.join([self._text(blocks, keep_last=keep_last), *notes])

    def _footnote(self, note: Run) -> Markup:
        number = element("sup", str(note.footnote))
        return element("p", [number, " ", note.text], class_="table footnote")

    def _text(self, blocks: Sequence[Block], *, keep_last: bool) -> Markup:
        last = len(blocks) - 1 if keep_last else -1
        return NOTHING.join(
            [self._block(block, (KEEP,) * (at == last)) for at, block in enumerate(blocks)]
        )

    def _block(self, block: Block, more: Sequence[str]) -> Markup:
        match block:
            case Paragraph(place=place) if place:
                kept = (KEEP,) if place in ("caption", "unit") and not more else ()
                line = bound_line(block.line)
                return self._lines.paragraph("table", line, f"of-table-{place}", *kept, *more)
            case Paragraph():
                return self._lines.paragraph("body", bound_line(block.line), *more)
            case Heading():
                return self._heading(block)
            case ListItem():
                deep = [f"deep-{min(block.depth, DEEPEST)}"] * bool(block.depth)
                return self._lines.paragraph("body", _labelled(block), "item", *deep, *more)
            case Table():
                return self._table(block, more)

    def _heading(self, heading: Heading) -> Markup:
        level = self._standard.outline[heading.level - 1]
        label = self._counter.label(heading.level)
        line = heading_line(heading, level)
        if heading.runs_in:
            return self._lines.paragraph("body", (Run(f"{label} ", level.bold), *line))
        tag, component = f"h{heading.level + 1}", f"heading{heading.level}"
        if level.apart:
            content = [label, BREAK, self._lines.line(line)]
            return element(tag, content, class_=f"{css_class(component)} apart")
        return self._lines.paragraph(component, (Run(f"{label} "), *line), tag=tag)

    def _table(self, table: Table, more: Sequence[str]) -> Markup:
        laid = lay(table, self._standard, self._look.table)
        table, widths = laid.table, laid.widths(round(self._width * 20))
        grid = element("colgroup", [column(width / sum(widths)) for width in widths])
        head = self._head(table.header)
        rows = [
            self._group(row[0], len(widths))
            if is_group(row)
            else self._row(row, table.alignments, indents)
            for row, indents in zip(table.rows, laid.indents(widths), strict=True)
        ]
        parts = [grid, element("thead", head), element("tbody", rows)]
        return element("table", parts, class_=" ".join(["grid", *more]))

    def _head(self, header: Sequence[Line]) -> Markup:
        """Return the head, in two rows where heads stand below others."""
        if not has_two_rows(header):
            return element("tr", [self._head_cell(cell) for cell in header])
        found = spans(header)
        upper = [
            self._head_cell(span.line, colspan=span.columns)
            if span.below
            else self._head_cell(span.line, rowspan=2)
            for span in found
        ]
        lower = [self._head_cell(cell) for span in found for cell in span.below]
        return joined([element("tr", upper), element("tr", lower)])

    def _head_cell(self, line: Line, **spanned: int) -> Markup:
        content = self._lines.paragraph("table_head", line, "center")
        return element("th", content, **spanned)

    def _row(
        self, cells: Sequence[Line], sides: Sequence[Alignment], indents: Sequence[int]
    ) -> Markup:
        content = [
            self._cell("table", cell, side, *shifted(indent / 20))
            for cell, side, indent in zip(cells, sides, indents, strict=True)
        ]
        return element("tr", content)

    def _cell(self, component: str, line: Line, *classes: str) -> Markup:
        return element("td", self._lines.paragraph(component, line, *classes))

    def _group(self, line: Line, count: int) -> Markup:
        """Return a heading row across the table, kept with the row below it."""
        cell = element("td", self._lines.paragraph("table", line), colspan=count)
        return element("tr", cell, class_=KEEP)


def _labelled(item: ListItem) -> Line:
    line = bound_line(item.line)
    if item.ordered:
        return (Run(f"{item_letter(item.number)}) "), *line)
    if item.mark:
        return (Run(f"{mark_label(marks()[item.mark], item.number)} "), *line)
    sign = DASH_SIGNS[min(item.depth, DEEPEST)]
    return (Run(f"{sign} "), *line)

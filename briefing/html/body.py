"""The text: headings, paragraphs, items and tables, in order."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial

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
from briefing.html.blocks.register import KEEP, writers
from briefing.html.elements import (
    BREAK,
    LineWriter,
    column,
    css_class,
    element,
    joined,
    shifted,
)
from briefing.html.known import Known, Same
from briefing.html.page import TABLE_END
from briefing.layout.glue import bound_line
from briefing.layout.headings import heading_line
from briefing.layout.lists import DASH_SIGNS, DEEPEST
from briefing.layout.look import Look, TableLook
from briefing.layout.tabular import LaidTable, is_group, lay
from briefing.standards import Standard, marks
from briefing.vietnamese import item_letter

_KNOWN = Known[Markup](most=10_000)
_LAID = Known[LaidTable](most=64)


def laid_table(table: Table, standard: Standard, look: TableLook) -> LaidTable:
    """Return a table measured; one that was measured for the same standard and look is known."""
    return _LAID((table, Same(standard), Same(look)), lambda: lay(table, standard, look))


class HtmlBodyWriter:
    """Writes the blocks of one text (the main one or an annex); ``width`` in points."""

    def __init__(self, standard: Standard, look: Look, lines: LineWriter, width: float) -> None:
        self._standard = standard
        self._look = look
        self._lines = lines
        self._width = width
        self._counter = OutlineCounter(standard.outline)

    def blocks(self, blocks: Iterable[Block], *, keep_last: bool = False) -> Iterator[Markup]:
        """Yield the units of blocks; ``keep_last`` ties the last one to what follows it."""
        blocks = tuple(blocks)
        last = len(blocks) - 1 if keep_last else -1
        for at, block in enumerate(blocks):
            yield from self._block(block, (KEEP,) * (at == last))
        for note in footnotes_of(lines_in(blocks)):
            yield self._footnote(note)

    def _footnote(self, note: Run) -> Markup:
        number = element("sup", str(note.footnote))
        return element("p", [number, " ", note.text], class_="table footnote")

    def _block(self, block: Block, more: tuple[str, ...]) -> Iterable[Markup]:
        if own := writers().get(type(block)):
            write = partial(own, block, self._lines, more)
            return [self._known((block, more), write, block.lines)]
        match block:
            case Table():
                return self._table(block, more)
            case Heading():
                return [self._heading(block)]
        make = partial(self._one_line, block, more)
        return [self._known((block, more), make, block.lines)]

    def _known(self, key: Hashable, make: Callable[[], Markup], lines: Iterable[Line]) -> Markup:
        """Return what is written of something; what a note says is not in the line that has it."""
        if any(run.note >= 0 for line in lines for run in line):
            return make()
        return _KNOWN((self._lines.traced, key), make)

    def _one_line(self, block: Paragraph | ListItem, more: Sequence[str]) -> Markup:
        match block:
            case Paragraph():
                return self._lines.paragraph("body", bound_line(block.line), *more)
            case ListItem():
                deep = [f"deep-{min(block.depth, DEEPEST)}"] * bool(block.depth)
                return self._lines.paragraph("body", _labelled(block), "item", *deep, *more)

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

    def _table(self, table: Table, more: Sequence[str]) -> Iterator[Markup]:
        laid = laid_table(table, self._standard, self._look.table)
        table, widths = laid.table, laid.widths(round(self._width * 20))
        grid = element("colgroup", [column(width / sum(widths)) for width in widths])
        head = element("thead", self._head(table.header))
        whole = element("table", [grid, head, element("tbody")], class_=" ".join(["grid", *more]))
        yield Markup(whole.removesuffix(TABLE_END))  # noqa: S704 - the rows follow
        for row, indents in zip(table.rows, laid.indents(widths), strict=True):
            if is_group(row):
                yield self._group(row[0], len(widths))
            else:
                make = partial(self._row, row, table.alignments, indents)
                yield self._known((row, table.alignments, indents), make, row)

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

"""A finished document read back: each of its lines with its facts, and the parts it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from briefing.checking import PrintedLine, PrintedPart, PrintedTable, PrintedWhole, Standing
from briefing.document import (
    Block,
    Content,
    Document,
    Heading,
    Line,
    ListItem,
    OutlineCounter,
    Table,
    has_two_rows,
    plain,
    printed_lines,
)
from briefing.standards import Standard


def lines_with_facts(document: Document) -> tuple[PrintedLine, ...]:
    """Return every line that is printed; what marks a gap in a draft counts as no typed word."""
    return tuple(_lines(document))


def whole_with_facts(document: Document, standard: Standard, symbol: str) -> PrintedWhole:
    """Return the parts of a document; framed ones have an end mark, and letters for their type."""
    content = document.content
    parts = [*_parts(content.blocks, 0, ())]
    for number, annex in enumerate(content.annexes, start=1):
        title = _read(annex.title, Standing.HEADING)
        parts.append(PrintedPart(title, 0, (), number, ()))
        parts += _parts(annex.blocks, number, (plain(annex.title),))
    return PrintedWhole(
        _read(content.kind, Standing.TITLE),
        _read(content.subject, Standing.TITLE),
        tuple(parts),
        standard.forms.end_mark if document.framed else None,
        symbol if document.framed else "",
        frozenset(_numbers(content.blocks, OutlineCounter(tuple(standard.outline)))),
        sum(isinstance(block, Table) for block in _all_blocks(content)),
    )


def _all_blocks(content: Content) -> Iterator[Block]:
    yield from content.blocks
    for annex in content.annexes:
        yield from annex.blocks


def _numbers(blocks: Iterable[Block], counter: OutlineCounter) -> Iterator[str]:
    """Yield the numbers of headings and of the points below them, alone and with those above.

    Points of a text without headings are no sections.
    """
    above = ""
    for block in blocks:
        if isinstance(block, Heading):
            own = counter.label(block.level).strip(" .()-,")
            cited = _CITED.search(counter.cited(block.level))
            above = cited[1] if cited else own
            yield from (own, above)
        elif isinstance(block, ListItem) and above:
            yield from (str(block.number), f"{above}.{block.number}")


_CITED = re.compile(r"mục (\S+)")


def _parts(blocks: Iterable[Block], annex: int, around: tuple[str, ...]) -> Iterator[PrintedPart]:
    """Yield the text before the first heading of some blocks, then each heading with its own."""
    above: list[tuple[int, str]] = []
    heading: PrintedLine | None = None
    level = 0
    lines: list[PrintedLine] = []
    tables: list[PrintedTable] = []
    for block in blocks:
        if isinstance(block, Heading):
            within = (*around, *(title for _, title in above))
            yield PrintedPart(heading, level, within, annex, tuple(lines), tuple(tables))
            above = [(depth, title) for depth, title in above if depth < block.level]
            above.append((block.level, " ".join(plain(block.title).split())))
            heading, level = _read(block.title, Standing.HEADING), block.level
            lines, tables = [_read(block.text, Standing.TEXT)] if block.runs_in else [], []
        elif isinstance(block, Table):
            heads = () if has_two_rows(block.header) else _row(block.header)
            tables.append(PrintedTable(heads, tuple(_row(row) for row in block.rows)))
        else:
            lines.append(_read(block.line, Standing.TEXT))
    within = (*around, *(title for _, title in above))
    yield PrintedPart(heading, level, within, annex, tuple(lines), tuple(tables))


def _row(cells: Iterable[Line]) -> tuple[PrintedLine, ...]:
    return tuple(_read(cell, Standing.TEXT) for cell in cells)


def _lines(document: Document) -> Iterator[PrintedLine]:
    content = document.content
    titles = {id(line) for line in (content.kind, content.subject, document.frame.about)}
    blocks = [*content.blocks, *(b for annex in content.annexes for b in annex.blocks)]
    heads = {id(block.line) for block in blocks if isinstance(block, Heading)}
    heads |= {id(annex.title) for annex in content.annexes}
    items = {id(block.line) for block in blocks if isinstance(block, ListItem)}
    items |= {id(line) for line in document.frame.recipients}
    # The frame is set by the program: no template words it, but what a letter is about.
    written = {id(line) for line in printed_lines(replace(document, framed=False))} | titles
    for line in printed_lines(document):
        title, head = id(line) in titles, id(line) in heads
        standing = Standing.TITLE if title else Standing.HEADING if head else Standing.TEXT
        around, marked = id(line) not in written, id(line) in items
        yield _read(line, standing, of_frame=around, marked=marked)


def _read(
    line: Line, standing: Standing, *, of_frame: bool = False, marked: bool = False
) -> PrintedLine:
    """Return a line with its facts."""
    if len(line) == 1 and not line[0].gap:
        return _known(line[0].text, line[0].facts, standing, of_frame, marked)
    facts: list[tuple[int, int, str]] = []
    at = 0
    for run in line:
        facts += [(at + start, at + end, path) for start, end, path in run.facts]
        facts += [(at, at + len(run.text), run.gap)] if run.gap else []
        at += len(run.text)
    text = "".join(run.text for run in line)
    return _known(text, tuple(facts), standing, of_frame, marked)


@lru_cache(maxsize=10_000)
def _known(
    text: str,
    facts: tuple[tuple[int, int, str], ...],
    standing: Standing,
    of_frame: bool,
    marked: bool,
) -> PrintedLine:
    """Return a line that was read, one and the same for equal lines: it knows what it says."""
    return PrintedLine(text, facts, standing, of_frame, marked)

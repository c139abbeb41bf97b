"""A finished document read back: each of its lines with its facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.checking import PrintedLine, Standing
from briefing.document import Document, Heading, Line, ListItem, printed_lines


def lines_with_facts(document: Document) -> tuple[PrintedLine, ...]:
    """Return every line that is printed; what marks a gap in a draft counts as no typed word."""
    return tuple(_lines(document))


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
        yield replace(_read(line, standing), of_frame=around, marked=marked)


def _read(line: Line, standing: Standing) -> PrintedLine:
    facts: list[tuple[int, int, str]] = []
    at = 0
    for run in line:
        facts += [(at + start, at + end, path) for start, end, path in run.facts]
        facts += [(at, at + len(run.text), run.gap)] if run.gap else []
        at += len(run.text)
    return PrintedLine("".join(run.text for run in line), tuple(facts), standing)

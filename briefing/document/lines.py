"""Every line of a document, to be looked at or changed in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from briefing.document.model import Annex, Block, Content, Document, Frame, Line, Table

Change = Callable[[Line], Line]


def change_lines(document: Document, change: Change) -> Document:
    """Return the document with each of its lines changed, letterhead first, annexes last."""
    frame = _head(document.frame, change)
    content = document.content
    content = replace(
        content,
        kind=change(content.kind),
        subject=change(content.subject),
        blocks=_blocks(content.blocks, change),
    )
    frame = _closing(frame, change)
    annexes = tuple(
        Annex(change(annex.title), _blocks(annex.blocks, change)) for annex in content.annexes
    )
    return replace(document, frame=frame, content=replace(content, annexes=annexes))


def lines_of(document: Document) -> list[Line]:
    """Return every line of a document in reading order."""
    found: list[Line] = []

    def keep(line: Line) -> Line:
        found.append(line)
        return line

    change_lines(document, keep)
    return found


def facts_in(document: Document) -> frozenset[str]:
    """Return the paths of all facts that a document states, in its text or its properties."""
    found = set(document.frame.properties.facts)
    framed, content = document.framed, document.content
    for line in lines_of(document) if framed else _of_content(content):
        for run in line:
            for _, _, path in run.facts:
                found.add(path)
    return frozenset(found)


def _of_content(content: Content) -> Iterator[Line]:
    """Yield the lines of what is printed without a frame."""
    yield content.kind
    yield content.subject
    for block in (*content.blocks, *[b for annex in content.annexes for b in annex.blocks]):
        if isinstance(block, Table):
            yield from (cell for row in (block.header, *block.rows) for cell in row)
        else:
            yield block.line
    yield from (annex.title for annex in content.annexes)


def _head(frame: Frame, change: Change) -> Frame:
    return replace(
        frame,
        parent=_each(frame.parent, change),
        issuer=_each(frame.issuer, change),
        number=change(frame.number),
        place_date=change(frame.place_date),
        about=change(frame.about),
        addressees=_each(frame.addressees, change),
    )


def _closing(frame: Frame, change: Change) -> Frame:
    return replace(
        frame,
        recipients=_each(frame.recipients, change),
        authority=_each(frame.authority, change),
        post=change(frame.post),
        signer=change(frame.signer),
    )


def _each(lines: tuple[Line, ...], change: Change) -> tuple[Line, ...]:
    return tuple(change(line) for line in lines)


def _blocks(blocks: tuple[Block, ...], change: Change) -> tuple[Block, ...]:
    return tuple(_block(block, change) for block in blocks)


def _block(block: Block, change: Change) -> Block:
    if isinstance(block, Table):
        rows = tuple(_each(row, change) for row in block.rows)
        return replace(block, header=_each(block.header, change), rows=rows)
    return replace(block, line=change(block.line))

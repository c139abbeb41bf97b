"""Every line of a document, to be looked at or changed in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.document.model import Block, Document, Frame, Line, LineChange, Signing, Table


def change_lines(document: Document, change: LineChange) -> Document:
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
        replace(annex, title=change(annex.title), blocks=_blocks(annex.blocks, change))
        for annex in content.annexes
    )
    return replace(document, frame=frame, content=replace(content, annexes=annexes))


def lines_of(document: Document) -> Iterator[Line]:
    """Yield every line of a document in reading order, in which ``change_lines`` changes them."""
    frame, content = document.frame, document.content
    marks = frame.marks
    yield from (*frame.parent, *frame.issuer, frame.number, frame.place_date, frame.about)
    yield from (marks.circulation, marks.secrecy, marks.urgency, marks.draft, *frame.addressees)
    yield from (content.kind, content.subject, *lines_in(content.blocks))
    yield from (*frame.recipients, *frame.authority, frame.post, frame.other_post, frame.signer)
    yield from (line for signing in frame.partners for line in signing.lines)
    yield from (marks.drafter, *marks.contact)
    for annex in content.annexes:
        yield from (annex.title, *lines_in(annex.blocks))


def facts_in(document: Document) -> frozenset[str]:
    """Return the paths of all facts that a document states, in its text or its properties."""
    found = set(document.frame.properties.facts)
    for line in lines_of(document) if document.framed else printed_lines(document):
        for run in line:
            for _, _, path in run.facts:
                found.add(path)
    return frozenset(found)


def printed_lines(document: Document) -> Iterator[Line]:
    """Yield every line that is printed; a document without a frame prints none of it."""
    frame, content = document.frame, document.content
    if document.framed:
        marks = frame.marks
        yield from (*frame.parent, *frame.issuer, frame.number, frame.place_date, frame.about)
        yield from (marks.circulation, marks.secrecy, marks.urgency, marks.draft)
        yield from (*frame.addressees, *frame.recipients, *frame.authority, frame.post)
        yield from (line for signing in frame.partners for line in signing.lines)
        yield from (frame.other_post, frame.signer, marks.drafter, *marks.contact)
    yield from (content.kind, content.subject, *lines_in(content.blocks))
    for annex in content.annexes:
        yield from (annex.title, *lines_in(annex.blocks))


def lines_in(blocks: Iterable[Block]) -> Iterator[Line]:
    """Yield every line of blocks."""
    for block in blocks:
        if isinstance(block, Table):
            yield from block.lines
        else:
            yield block.line


def _head(frame: Frame, change: LineChange) -> Frame:
    return replace(
        frame,
        parent=_each(frame.parent, change),
        issuer=_each(frame.issuer, change),
        number=change(frame.number),
        place_date=change(frame.place_date),
        about=change(frame.about),
        marks=replace(
            frame.marks,
            circulation=change(frame.marks.circulation),
            secrecy=change(frame.marks.secrecy),
            urgency=change(frame.marks.urgency),
            draft=change(frame.marks.draft),
        ),
        addressees=_each(frame.addressees, change),
    )


def _closing(frame: Frame, change: LineChange) -> Frame:
    return replace(
        frame,
        recipients=_each(frame.recipients, change),
        authority=_each(frame.authority, change),
        post=change(frame.post),
        other_post=change(frame.other_post),
        signer=change(frame.signer),
        partners=tuple(_signing(signing, change) for signing in frame.partners),
        marks=replace(
            frame.marks,
            drafter=change(frame.marks.drafter),
            contact=_each(frame.marks.contact, change),
        ),
    )


def _signing(signing: Signing, change: LineChange) -> Signing:
    return Signing(
        _each(signing.authority, change),
        change(signing.post),
        change(signing.other_post),
        change(signing.signer),
    )


def _each(lines: tuple[Line, ...], change: LineChange) -> tuple[Line, ...]:
    return tuple(change(line) for line in lines)


def _blocks(blocks: tuple[Block, ...], change: LineChange) -> tuple[Block, ...]:
    return tuple(block.changed(change) for block in blocks)

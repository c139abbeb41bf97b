"""Short forms introduced at their first use in a document, long forms in its headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import chain

from briefing.document.lines import lines_in
from briefing.document.model import Block, Content, Document, Line
from briefing.vietnamese import Introducer


def introduce_abbreviations(document: Document, introducer: Introducer) -> Document:
    """Return the document with its texts rewritten in reading order."""
    if introducer.idle:
        return document
    content = document.content
    if not introducer.expect("\n".join(_texts(document))):
        return document
    for text in _running_texts(content):
        introducer.foresee(text)
    titled = replace(
        content,
        kind=_titled(content.kind, introducer),
        subject=_titled(content.subject, introducer),
        blocks=_blocks(content.blocks, introducer),
    )
    # Addressees are named in full; they stand above the text that introduces short forms.
    addressees = tuple(_titled(line, introducer) for line in document.frame.addressees)
    frame = replace(document.frame, addressees=addressees)
    return replace(document, frame=frame, content=_annexed(titled, introducer))


def _texts(document: Document) -> Iterator[str]:
    """Yield every text that is rewritten, in any order."""
    content = document.content
    titles = (content.kind, content.subject, *document.frame.addressees)
    annexes = chain.from_iterable(
        (annex.title, *lines_in(annex.blocks)) for annex in content.annexes
    )
    for line in (*titles, *lines_in(content.blocks), *annexes):
        for run in line:
            yield run.text


def _running_texts(content: Content) -> Iterator[str]:
    """Yield the texts in which short forms are introduced, in reading order."""
    for blocks in (content.blocks, *(annex.blocks for annex in content.annexes)):
        for block in blocks:
            yield from (run.text for line in block.running for run in line)


def _annexed(content: Content, introducer: Introducer) -> Content:
    annexes = tuple(
        replace(
            annex,
            title=_titled(annex.title, introducer),
            blocks=_blocks(annex.blocks, introducer),
        )
        for annex in content.annexes
    )
    return replace(content, annexes=annexes)


def _blocks(blocks: tuple[Block, ...], introducer: Introducer) -> tuple[Block, ...]:
    text, title = partial(_body, introducer=introducer), partial(_titled, introducer=introducer)
    return tuple(block.changed(text, title) for block in blocks)


def _concerned(line: Line, introducer: Introducer) -> bool:
    for run in line:  # noqa: SIM110 - each line is asked, and a generator is dear
        if introducer.concerns(run.text):
            return True
    return False


def _titled(line: Line, introducer: Introducer) -> Line:
    if not _concerned(line, introducer):
        return line
    return _with_texts(line, [introducer.heading(run.traced) for run in line])


def _body(line: Line, introducer: Introducer) -> Line:
    if not _concerned(line, introducer):
        return line
    texts = [introducer.body(run.traced, starts=position == 0) for position, run in enumerate(line)]
    return _with_texts(line, texts)


def _with_texts(line: Line, texts: list[str]) -> Line:
    if all(text == run.text for text, run in zip(texts, line, strict=True)):
        return line
    return tuple(run.saying(text) for text, run in zip(texts, line, strict=True))

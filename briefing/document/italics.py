"""Notes in brackets on what goes with a document, in italics: ``(kèm theo Công văn số …)``.

So they stand in signed papers, in the middle of a sentence as on a line of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.document.model import Block, Content, Line, ListItem, Paragraph, Run

_ENCLOSED = re.compile(
    r"\((?:kèm (?:theo )?|chi tiết (?:tại|theo|ở|trong) )[^()]*\)|\([^()]*\bkèm theo\)",
    re.IGNORECASE,
)
_TEXTS = (Paragraph, ListItem)


def with_notes_in_italics(content: Content) -> Content:
    """Return a content whose notes on what is enclosed stand in italics."""
    annexes = tuple(replace(one, blocks=_blocks(one.blocks)) for one in content.annexes)
    return replace(content, blocks=_blocks(content.blocks), annexes=annexes)


def _blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks with such notes in italics, themselves where none holds one."""
    found: dict[int, Block] = {}
    for at, block in enumerate(blocks):
        if isinstance(block, _TEXTS) and _says_so(block.line):
            line = tuple(piece for run in block.line for piece in _pieces(run))
            found[at] = replace(block, line=line)
    if not found:
        return blocks
    return tuple([found.get(at, block) for at, block in enumerate(blocks)])


def _says_so(line: Line) -> bool:
    for run in line:  # noqa: SIM110 - each line is asked, and a generator is dear
        if "(" in run.text and _ENCLOSED.search(run.text):
            return True
    return False


def _pieces(run: Run) -> Iterator[Run]:
    if not run.plain:
        yield run
        return
    text, end = run.traced, 0
    for found in _ENCLOSED.finditer(run.text):
        if found.start() > end:
            yield run.saying(text[end : found.start()])
        yield replace(run.saying(text[found.start() : found.end()]), italic=True)
        end = found.end()
    if end < len(text):
        yield run.saying(text[end:])

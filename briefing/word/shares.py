"""Low paragraphs that keep headings with their text in LibreOffice.

Before LibreOffice lays a file out, it deals what stands in it to pages by count: some 20 paragraphs
and table rows each (SwLayHelper in its source). A paragraph kept with the next that is the last of
such a share is not moved to it where the real page ends there too, whatever the file says. Low
paragraphs, of no height to speak of, move the shares on until none ends so: at the start of the
section, and where that does not help, before a heading. Other programs are not concerned.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.document import Block, Heading, Table
from briefing.values import record


@record
class Piece:
    """What is dealt: a paragraph, kept with the next or not, or a table of rows and columns.

    Paragraphs that are not kept are one piece, as many ``times`` as follow each other.
    """

    kept: bool = False
    rows: int = 0
    columns: int = 0
    times: int = 1

    @property
    def nodes(self) -> int:
        """How much it counts where LibreOffice guesses how long the document is."""
        return self.rows * self.columns * 3 - 23 if self.rows else self.times


TEXT, KEPT = Piece(), Piece(kept=True)
_ONE_KEPT = (KEPT,)


@record
class Chunk:
    """Some XML of a section, and what it is dealt as; a low paragraph may stand before it."""

    xml: bytes
    pieces: tuple[Piece, ...]


def written(xml: str, piece: Piece) -> Chunk:
    """Return paragraphs, each of them one piece."""
    return Chunk(xml.encode(), (piece,) * xml.count("<w:p>"))


def dealt(blocks: Iterable[tuple[Block, bytes]], *, kept: bool) -> list[Chunk]:
    """Return the blocks of a text; ``kept`` says that the last goes with what follows.

    Low paragraphs stand before what is kept only, so paragraphs of text are chunks together.
    """
    chunks: list[Chunk] = []
    text: list[bytes] = []
    for block, xml in blocks:
        if isinstance(block, Table) or (isinstance(block, Heading) and not block.runs_in):
            chunks += (*_together(text), Chunk(xml, _pieces(block)))
            text = []
        else:
            text.append(xml)
    if text and kept:
        *text, last = text
        return [*chunks, *_together(text), Chunk(last, _ONE_KEPT)]
    return [*chunks, *_together(text)]


def _pieces(block: Table | Heading) -> tuple[Piece, ...]:
    if isinstance(block, Table):
        # A low paragraph keeps it from what stands above.
        return KEPT, Piece(rows=len(block.rows) + 1, columns=len(block.header))
    return _ONE_KEPT


def _together(text: Sequence[bytes]) -> list[Chunk]:
    return [Chunk(b"".join(text), (Piece(times=len(text)),))] if text else []


_USUAL, _SHORT, _MOST = 20, 25, 53
_LONG_TABLE = 10
_AT_START = 9
_AT_MOST = 60
_SECTION = 10
_UNSURE = 30
"""How far the guess of the document's length may be off: headers and frames count in it too."""


def share_sizes(sections: Sequence[Sequence[Chunk]]) -> set[int]:
    """Return how many paragraphs a share may have in a document of these sections."""
    pieces = (piece for section in sections for chunk in section for piece in chunk.pieces)
    nodes = sum(piece.nodes for piece in pieces) - _SECTION * len(sections)
    return {_share(nodes + off) for off in (-_UNSURE, 0, _UNSURE)}


def _share(nodes: int) -> int:
    if nodes <= 0:
        return _MOST
    return _SHORT if nodes <= 100 else min(_USUAL + nodes // 1000 * 3, _MOST)


def low_paragraphs(section: Sequence[Chunk], sizes: set[int], *, first: bool) -> list[int]:
    """Return how many low paragraphs stand before each chunk of a section.

    ``first`` says that it is the first section of the document.
    """
    low = [0] * len(section)
    for low[0] in range(_AT_START):
        if not _stranded(section, low, sizes, first=first):
            return low
    low[0] = 0
    for _ in range(_AT_MOST):
        found = _stranded(section, low, sizes, first=first)
        if not found:
            break
        low[_chain(section, found)] += 1
    return low


def _chain(section: Sequence[Chunk], at: int) -> int:
    """Return where the kept chunks begin that end with this one."""
    while at > 1 and all(piece.kept for piece in section[at - 1].pieces):
        at -= 1
    return at


def _stranded(section: Sequence[Chunk], low: Sequence[int], sizes: set[int], *, first: bool) -> int:
    """Return the first chunk with a kept paragraph that ends a share, 0 for none.

    The first chunk is the head of the section, which no page ends with.
    """
    pieces = [
        (place, piece)
        for place, chunk in enumerate(section)
        for piece in (*(TEXT,) * low[place], *chunk.pieces)
    ]
    ends = (_kept_end(pieces, size, first=first) for size in sizes)
    return min((end for end in ends if end), default=0)


def _kept_end(pieces: Sequence[tuple[int, Piece]], size: int, *, first: bool) -> int:
    """Return the first chunk whose kept paragraph ends a share, 0 for none.

    A share ends before the piece that exceeds it, which opens the next without being counted, as
    does the first of a later section. A table much longer than a share is dealt row by row.
    """
    count, end = 0, 0
    for number, (place, piece) in enumerate(pieces):
        count += piece.rows or 1
        if piece.rows and count > size + _LONG_TABLE:
            count = 0
        elif number and count > size:
            if end:
                return end
            count = 0
        elif not number and not first:
            count = 0
        end = place if piece.kept else 0
        if piece.times > 1:
            # A share and what opens the next are one more than its size, again and again.
            count = (count + piece.times - 1) % (size + 1)
    return 0

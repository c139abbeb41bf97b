"""A Document and a Standard into a .docx file."""

from __future__ import annotations

from briefing.document import (
    Annex,
    Document,
    DocumentMarks,
    annex_label,
    footnotes_of,
    printed_lines,
)
from briefing.layout.look import PLAIN, Look
from briefing.layout.measures import text_room
from briefing.layout.tabular import laid_tables, lies_sideways
from briefing.standards import Standard
from briefing.values import record
from briefing.word.body import WordBodyWriter
from briefing.word.comments import comments_part
from briefing.word.footnotes import footnotes_part, with_footnote_styles
from briefing.word.frame import WordFrameWriter
from briefing.word.numbering import Numbering
from briefing.word.packing import (
    CIRCULATION_HEADER,
    CONTACT_FOOTER,
    EMPTY_FOOTER,
    EMPTY_HEADER,
    first_header,
    footer,
    package,
)
from briefing.word.sections import LOW, PLAIN_PAGE, FirstPage, section_end
from briefing.word.shares import KEPT, TEXT, Chunk, Piece, low_paragraphs, share_sizes, written
from briefing.word.styles import styles_part
from briefing.word.xml import FOOTNOTE, HEADER, NAMESPACES


def write_docx(document: Document, standard: Standard, look: Look = PLAIN) -> bytes:
    """Return the bytes of the Word file; the same document gives the same bytes.

    ``look`` has the space, the tables and the crest of a locality; sizes are the standard's.
    """
    numbering = Numbering(standard)
    writer = _Writer(document, standard, look, numbering)
    # Put together once: it is by far the longest text of all.
    body = b"".join([_BEGIN, *writer.body(), _END])
    parts = {
        "word/numbering.xml": numbering.part(),
        "word/styles.xml": styles_part(standard, look, writer.indents),
        **writer.margins(),
    }
    if FOOTNOTE.encode() in body and (notes := footnotes_of(printed_lines(document))):
        parts["word/footnotes.xml"] = footnotes_part(notes)
        parts["word/styles.xml"] = with_footnote_styles(parts["word/styles.xml"], standard)
    if document.notes:
        parts["word/comments.xml"] = comments_part(document)
    crest = look.crest if document.framed else None
    return package(body, parts, document.frame.properties, crest)


_LOW = LOW.encode()
_BEGIN = f"{HEADER}<w:document {NAMESPACES}><w:body>".encode()
_END = b"</w:body></w:document>"


@record
class _Section:
    """A text with page numbers of its own."""

    chunks: list[Chunk]
    landscape: bool = False
    first: FirstPage = PLAIN_PAGE


class _Writer:
    def __init__(
        self, document: Document, standard: Standard, look: Look, numbering: Numbering
    ) -> None:
        self._document = document
        self._standard = standard
        self._look = look
        self._numbering = numbering
        self._width = round(text_room(standard) * 20)
        self._wide = round(text_room(standard, landscape=True) * 20)
        self._frame = WordFrameWriter(standard, look, self._width)

    @property
    def indents(self) -> dict[str, int]:
        """The indents of the titles written so far, in twips."""
        return self._frame.indents

    def body(self) -> list[bytes]:
        """Return the main text and the annexes piece by piece, each with its own page numbers."""
        sections = [self._main(), *self._annexes()]
        sizes = share_sizes([section.chunks for section in sections])
        parts: list[bytes] = []
        for section in sections:
            first, last = section is sections[0], section is sections[-1]
            low = low_paragraphs(section.chunks, sizes, first=first)
            for chunk, count in zip(section.chunks, low, strict=True):
                parts += (_LOW * count, chunk.xml)
            page, landscape = self._standard.page, section.landscape
            end = section_end(page, last=last, landscape=landscape, first=section.first)
            parts.append(end.encode())
        return parts

    def margins(self) -> dict[str, str]:
        """Return the parts that stand in the margins of the first page, where there are any."""
        marks, parts = self._marks, {}
        if marks.circulation:
            circulation = self._frame.circulation(self._document.frame)
            parts["word/header3.xml"] = first_header(circulation)
        if marks.contact:
            parts["word/footer1.xml"] = footer(self._frame.contact(self._document.frame))
            parts["word/footer2.xml"] = footer()
        return parts

    @property
    def _marks(self) -> DocumentMarks:
        return self._document.frame.marks if self._document.framed else DocumentMarks()

    def _main(self) -> _Section:
        frame, content = self._document.frame, self._document.content
        body, head = self._body(self._width), self._frame
        if not self._document.framed:
            title = written(head.headline(content, frame), KEPT)
            return _Section([title, *body.blocks(content.blocks)])
        rows = 3 if self._look.crest else 2
        return _Section(
            [
                Chunk(head.letterhead(frame).encode(), (Piece(rows=rows, columns=2),)),
                written(head.title(content), KEPT),
                written(head.addressees(frame.addressees), TEXT),
                # The last lines of text go with the signature, which may not stand alone.
                *body.blocks(content.blocks, keep_last=True),
                head.closing(frame),
            ],
            first=FirstPage(
                CIRCULATION_HEADER if self._marks.circulation else EMPTY_HEADER,
                CONTACT_FOOTER if self._marks.contact else "",
            ),
        )

    def _annexes(self) -> list[_Section]:
        """Return each annex, on its side where it has a table that wants it."""
        annexes = self._document.content.annexes
        word = self._standard.strings["annex"]
        return [
            self._annex(annex, annex_label(word, position, len(annexes)))
            for position, annex in enumerate(annexes, start=1)
        ]

    def _annex(self, annex: Annex, label: str) -> _Section:
        laid = laid_tables(annex.blocks, self._standard, self._look.table)
        landscape = lies_sideways(annex, laid.values(), self._width)
        width = self._wide if landscape else self._width
        citation = self._document.frame.citation
        head = self._frame.annex_head(label, annex, citation, width)
        text = self._body(width).blocks(annex.blocks, laid)
        # Without a footer of its own a section has that of the one before.
        first = FirstPage(footer=EMPTY_FOOTER if self._marks.contact else "")
        return _Section([written(head, KEPT), *text], landscape, first)

    def _body(self, width: int) -> WordBodyWriter:
        return WordBodyWriter(self._standard, self._look.table, self._numbering, width)

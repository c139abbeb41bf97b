"""A Document and a Standard into a .docx file."""

from __future__ import annotations

from briefing.document import Document, Table, annex_label
from briefing.standards import Standard
from briefing.word.body import BodyWriter
from briefing.word.comments import comments_part
from briefing.word.drawing import RuleDrawer
from briefing.word.letterhead import LetterheadWriter
from briefing.word.look.model import PLAIN, Look
from briefing.word.numbering import Numbering
from briefing.word.package import EMPTY_HEADER, NUMBERED_HEADER, package
from briefing.word.paragraphs import RULE
from briefing.word.signature import signature_block
from briefing.word.styles import styles_part
from briefing.word.tables import measure, wants_landscape
from briefing.word.xml import HEADER, NAMESPACES, paragraph, twips

_NO_HEIGHT = '<w:keepNext w:val="0"/><w:spacing w:line="2" w:lineRule="exact"/>'


def write_docx(document: Document, standard: Standard, look: Look = PLAIN) -> bytes:
    """Return the bytes of the Word file; the same document gives the same bytes.

    ``look`` has the space, the tables and the crest of a locality; sizes are the standard's.
    """
    numbering = Numbering(standard)
    writer = _Writer(document, standard, look, numbering)
    body = "".join(writer.parts())
    parts = {
        "word/document.xml": (
            f"{HEADER}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
        ),
        "word/numbering.xml": numbering.part(),
        "word/styles.xml": styles_part(standard, look, writer.indents),
    }
    if document.notes:
        parts["word/comments.xml"] = comments_part(document)
    return package(parts, document.frame.properties, look.crest if document.framed else None)


class _Writer:
    def __init__(
        self, document: Document, standard: Standard, look: Look, numbering: Numbering
    ) -> None:
        page = standard.page
        self._document = document
        self._standard = standard
        self._look = look
        self._numbering = numbering
        self._width = twips(page.width - page.left - page.right)
        self._wide = twips(page.height - page.left - page.right)
        drawer = RuleDrawer(standard.rule_thickness)
        self._letterhead = LetterheadWriter(standard, look.crest, drawer, self._width)

    @property
    def indents(self) -> dict[str, int]:
        """The indents of the titles written so far, in twips."""
        return self._letterhead.indents

    def parts(self) -> list[str]:
        """Return the main text and the annexes, each a section with page numbers of its own."""
        sections = [(self._main(), False), *self._annexes()]
        last = len(sections) - 1
        parts: list[str] = []
        for position, (section, landscape) in enumerate(sections):
            parts += section
            parts.append(self._section(ends_document=position == last, landscape=landscape))
        return parts

    def _main(self) -> list[str]:
        frame, content = self._document.frame, self._document.content
        body, head = self._body(self._width), self._letterhead
        if not self._document.framed:
            return [head.headline(content), *body.blocks(content.blocks)]
        return [
            # LibreOffice forgets to keep headings with their text in a document that begins with
            # a table; a paragraph of no height before it cures that.
            paragraph(RULE, "", _NO_HEIGHT),
            head.letterhead(frame),
            head.title(content),
            head.addressees(frame.addressees),
            # The last lines of text go with the signature, which may not stand alone on a page.
            *body.blocks(content.blocks, keep_last=True),
            signature_block(frame, self._standard, self._look, self._width),
        ]

    def _annexes(self) -> list[tuple[list[str], bool]]:
        """Return each annex, and whether its page lies on its side as wide tables want."""
        annexes, frame = self._document.content.annexes, self._document.frame
        word = self._standard.strings["annex"]
        sections: list[tuple[list[str], bool]] = []
        for position, annex in enumerate(annexes, start=1):
            label = annex_label(word, position, len(annexes))
            landscape = any(
                wants_landscape(measure(block, self._standard, self._look.table), self._width)
                for block in annex.blocks
                if isinstance(block, Table)
            )
            width = self._wide if landscape else self._width
            head = self._letterhead.annex_title(label, annex.title, frame.citation, width / 20)
            sections.append(([head, *self._body(width).blocks(annex.blocks)], landscape))
        return sections

    def _body(self, width: int) -> BodyWriter:
        return BodyWriter(self._standard, self._look.table, self._numbering, width)

    def _section(self, *, ends_document: bool, landscape: bool) -> str:
        """Return the end of a section; a low paragraph carries it, as after every table."""
        page = self._standard.page
        margins = {side: twips(getattr(page, side)) for side in ("top", "right", "bottom", "left")}
        sides = " ".join(f'w:{side}="{length}"' for side, length in margins.items())
        properties = (
            f'<w:sectPr><w:headerReference w:type="default" r:id="{NUMBERED_HEADER}"/>'
            f'<w:headerReference w:type="first" r:id="{EMPTY_HEADER}"/><w:type w:val="nextPage"/>'
            f"{self._paper(landscape)}"
            f'<w:pgMar {sides} w:header="{twips(page.header_distance)}" w:footer="567" '
            'w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
        )
        if ends_document:
            return paragraph(RULE, "", _NO_HEIGHT) + properties
        return paragraph(RULE, "", _NO_HEIGHT + properties)

    def _paper(self, landscape: bool) -> str:
        width, height = twips(self._standard.page.width), twips(self._standard.page.height)
        if landscape:
            return f'<w:pgSz w:w="{height}" w:h="{width}" w:orient="landscape"/>'
        return f'<w:pgSz w:w="{width}" w:h="{height}"/>'

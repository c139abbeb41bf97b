"""A Document and a Standard into a .docx file."""

from __future__ import annotations

from briefing.document import Document, annex_label
from briefing.standards import Standard
from briefing.word.body import BodyWriter
from briefing.word.drawing import RuleDrawer
from briefing.word.letterhead import LetterheadWriter
from briefing.word.numbering import Numbering
from briefing.word.package import EMPTY_HEADER, NUMBERED_HEADER, package
from briefing.word.signature import signature_block
from briefing.word.styles import RULE
from briefing.word.xml import HEADER, NAMESPACES, paragraph, twips


def write_docx(document: Document, standard: Standard) -> bytes:
    """Return the bytes of the Word file; the same document gives the same bytes."""
    numbering = Numbering(standard)
    body = "".join(_Writer(document, standard, numbering).parts())
    xml = f"{HEADER}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    return package(xml, numbering.part(), document.frame.properties, standard)


class _Writer:
    def __init__(self, document: Document, standard: Standard, numbering: Numbering) -> None:
        page = standard.page
        self._document = document
        self._standard = standard
        self._numbering = numbering
        self._width = twips(page.width - page.left - page.right)
        drawer = RuleDrawer(standard.rule_thickness)
        self._letterhead = LetterheadWriter(standard, drawer, self._width)

    def parts(self) -> list[str]:
        """Return the main text and the annexes, each a section with page numbers of its own."""
        sections = [self._main(), *self._annexes()]
        last = len(sections) - 1
        return [
            part
            for position, section in enumerate(sections)
            for part in (*section, self._section(ends_document=position == last))
        ]

    def _main(self) -> list[str]:
        frame, content = self._document.frame, self._document.content
        return [
            self._letterhead.letterhead(frame),
            self._letterhead.title(content),
            self._letterhead.addressees(frame.addressees),
            # The last lines of text go with the signature, which may not stand alone on a page.
            *self._body().blocks(content.blocks, keep_last=True),
            signature_block(frame, self._standard, self._width),
        ]

    def _annexes(self) -> list[list[str]]:
        annexes, frame = self._document.content.annexes, self._document.frame
        word, sections = self._standard.strings["annex"], []
        for position, annex in enumerate(annexes, start=1):
            self._numbering.restart_headings()
            label = annex_label(word, position, len(annexes))
            head = self._letterhead.annex_title(label, annex.title, frame.citation)
            sections.append([head, *self._body().blocks(annex.blocks)])
        return sections

    def _body(self) -> BodyWriter:
        return BodyWriter(self._standard, self._numbering, self._width)

    def _section(self, *, ends_document: bool) -> str:
        """Return the end of a section; a low paragraph carries it, as after every table."""
        page = self._standard.page
        margins = {side: twips(getattr(page, side)) for side in ("top", "right", "bottom", "left")}
        sides = " ".join(f'w:{side}="{length}"' for side, length in margins.items())
        properties = (
            f'<w:sectPr><w:headerReference w:type="default" r:id="{NUMBERED_HEADER}"/>'
            f'<w:headerReference w:type="first" r:id="{EMPTY_HEADER}"/><w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"/>'
            f'<w:pgMar {sides} w:header="{twips(page.header_distance)}" w:footer="567" '
            'w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
        )
        low = '<w:keepNext w:val="0"/><w:spacing w:line="20" w:lineRule="exact"/>'
        if ends_document:
            return paragraph(RULE, "", low) + properties
        return paragraph(RULE, "", low + properties)

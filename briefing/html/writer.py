"""A Document, a Standard and a Look into one HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from briefing.document import Annex, Document, Table, annex_label
from briefing.html.body import HtmlBodyWriter, laid_table
from briefing.html.elements import LineWriter
from briefing.html.frame import HtmlFrameWriter
from briefing.html.page import HtmlPage, PagePart, elements_of
from briefing.html.style import paper, stylesheet
from briefing.layout.look import PLAIN, Look
from briefing.layout.measures import text_room
from briefing.layout.placing import Placer
from briefing.layout.tabular import lies_sideways
from briefing.standards import Standard


def write_html(
    document: Document, standard: Standard, look: Look = PLAIN, *, traced: bool = False
) -> str:
    """Return the whole page as one text; as ``write_page``."""
    return write_page(document, standard, look, traced=traced).html


def write_page(
    document: Document, standard: Standard, look: Look = PLAIN, *, traced: bool = False
) -> HtmlPage:
    """Return the page: one ``section`` for the main text and one for each annex.

    The first ``style`` sets the document by the standard; the second lays it on paper when the
    page is shown or printed by itself. All texts are escaped; the page holds no script. ``traced``
    says of each stretch of text in ``data-path`` which fact of the input it states.
    """
    properties = document.frame.properties
    writer = _Writer(document, standard, look, LineWriter(document.notes, traced=traced))
    return HtmlPage(
        properties.title,
        properties.language,
        stylesheet(standard, look),
        paper(standard, writer.foot),
        tuple(writer.parts()),
    )


class _Writer:
    def __init__(
        self, document: Document, standard: Standard, look: Look, lines: LineWriter
    ) -> None:
        self._document = document
        self._standard = standard
        self._look = look
        self._lines = lines
        width = text_room(standard)
        self._frame = HtmlFrameWriter(Placer(standard, width), width, self._lines)

    @property
    def foot(self) -> float:
        """How high the foot of the first sheet is, in points."""
        return self._frame.contact_height(self._document.frame) if self._document.framed else 0.0

    def parts(self) -> Iterator[PagePart]:
        """Yield the main text and the annexes, each with page numbers of its own."""
        yield PagePart("part", tuple(self._main()))
        annexes = self._document.content.annexes
        for position, annex in enumerate(annexes, start=1):
            label = annex_label(self._standard.strings["annex"], position, len(annexes))
            yield self._annex(label, annex)

    def _main(self) -> Iterator[Markup]:
        frame, content = self._document.frame, self._document.content
        body = self._body(landscape=False)
        if not self._document.framed:
            yield from elements_of(self._frame.headline(content, frame))
            yield from body.blocks(content.blocks)
            return
        before = [
            self._frame.circulation(frame),
            self._frame.letterhead(frame, self._look.crest),
            self._frame.title(content),
            self._frame.addressees(frame.addressees),
            # Before the text, that the first sheet has room for it.
            self._frame.contact(frame),
        ]
        yield from elements_of("".join(before))
        # The last lines of text go with the signature, which may not stand alone on a page.
        yield from body.blocks(content.blocks, keep_last=True)
        yield from elements_of(self._frame.closing(frame))

    def _annex(self, label: str, annex: Annex) -> PagePart:
        """Return an annex; its page lies on its side as wide tables want."""
        tables = [block for block in annex.blocks if isinstance(block, Table)]
        laid = [laid_table(table, self._standard, self._look.table) for table in tables]
        upright = round(text_room(self._standard) * 20)
        landscape = lies_sideways(annex, laid, upright)
        room = text_room(self._standard, landscape=landscape)
        head = self._frame.annex(label, annex, self._document.frame.citation, room)
        text = self._body(landscape=landscape).blocks(annex.blocks)
        return PagePart("part landscape" if landscape else "part", (*elements_of(head), *text))

    def _body(self, *, landscape: bool) -> HtmlBodyWriter:
        width = text_room(self._standard, landscape=landscape)
        return HtmlBodyWriter(self._standard, self._look, self._lines, width)

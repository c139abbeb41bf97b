"""What surrounds the text in Word: the parts that ``layout`` places, as paragraphs and columns."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from briefing.document import Annex, Content, Frame, Line
from briefing.layout.look import Look
from briefing.layout.placing import Columns, Drawn, Emblem, PlacedCell, PlacedLine, Placer
from briefing.layout.settings import RULE, style_of
from briefing.layout.spaces import SIGNATURE_SPACE, settings_of
from briefing.layout.split import GUTTER
from briefing.standards import Standard
from briefing.word.column_table import columns
from briefing.word.crest import crest_xml
from briefing.word.drawing import RuleDrawer
from briefing.word.shares import KEPT, Chunk, Piece
from briefing.word.stamps import GAP, stamp_xml
from briefing.word.styles import twins
from briefing.word.xml import paragraph, runs

_CREST = '<w:keepNext/><w:spacing w:before="0" w:after="60"/>'
"""The crest does not touch the name under it."""

_RULES = {
    "nation": "Đường kẻ dưới tiêu đề",
    "issuer": "Đường kẻ dưới tên cơ quan",
    "subject": "Đường kẻ dưới trích yếu",
    "annex": "Đường kẻ dưới tên phụ lục",
}
"""What is read out of each drawn rule."""


class WordFrameWriter:
    """Writes what surrounds the text; ``width`` is that of the text in twips.

    ``indents`` are those of the titles written so far, in twips.
    """

    def __init__(self, standard: Standard, look: Look, width: int) -> None:
        self._standard = standard
        self._crest = look.crest
        self._room = _signing_room(standard, look)
        self._width = width
        self._drawer = RuleDrawer(standard.rule_thickness)
        self._placer = Placer(standard, width / 20)
        self._shared = twins(standard, look)
        self.indents: dict[str, int] = {}

    def letterhead(self, frame: Frame) -> str:
        """Return the two columns at the top of page one."""
        return self._columns(self._placer.letterhead(frame, self._crest))

    def circulation(self, frame: Frame) -> str:
        """Return to whom the document may go, above the right column (ô 11)."""
        left, free = self._placer.letterhead(frame).widths
        return "".join(
            stamp_xml(part, self._standard, round((left + (free - part.boxed) / 2) * 20))
            for part in self._placer.circulation(frame)
            if isinstance(part, PlacedLine)
        )

    def contact(self, frame: Frame) -> str:
        """Return how the body is reached, under a rule across the page (ô 13, mục III.4)."""
        size = round(self._standard.rule_thickness * 8)
        border = (
            f'<w:pBdr><w:top w:val="single" w:sz="{size}" w:space="2" w:color="auto"/></w:pBdr>'
        )
        lines = [part.line for part in self._placer.contact(frame) if isinstance(part, PlacedLine)]
        style = style_of("contact")
        return "".join(
            paragraph(style, runs(line), border * (at == 0)) for at, line in enumerate(lines)
        )

    def headline(self, content: Content, frame: Frame) -> str:
        """Return the headline of what is no official document, and the line under it."""
        return self._cell(self._placer.headline(content, frame))

    def title(self, content: Content) -> str:
        """Return the kind of document, its subject, and what ends them; a letter has none."""
        return self._cell(self._placer.title(content))

    def addressees(self, addressees: tuple[Line, ...]) -> str:
        """Return ``Kính gửi`` and whom it names."""
        return self._cell(self._placer.addressees(addressees))

    def annex_head(self, label: str, annex: Annex, citation: Line, width: int) -> str:
        """Return the head of an annex as wide as its text, in twips."""
        return self._cell(self._placer.annex_head(label, annex, citation, width / 20))

    def closing(self, frame: Frame) -> Chunk:
        """Return recipients and signatures, never apart."""
        signatures, closing = self._placer.signatures(frame), self._placer.closing(frame)
        if not signatures:
            xml = self._columns(closing, SIGNATURE_SPACE)
            return Chunk(xml.encode(), (_dealt(closing),))
        # Without a paragraph between them the two tables would be one.
        above = self._columns(signatures, SIGNATURE_SPACE) + paragraph(RULE, "")
        pieces = (_dealt(signatures), KEPT, _dealt(closing))
        return Chunk((above + self._columns(closing)).encode(), pieces)

    def _columns(self, placed: Columns, top: int = 0) -> str:
        *others, _ = widths = [round(width * 20) for width in placed.widths]
        widths[-1] = self._width - sum(others)
        together = "<w:keepNext/>" * placed.kept
        # What has nothing beside it stands beside a paragraph as low as can be.
        rows = [
            [self._cell(cell, together) or paragraph(RULE, "") for cell in row]
            for row in placed.rows
        ]
        return columns(rows, widths, round(GUTTER * 20), top=top)

    def _cell(self, placed: PlacedCell, together: str = "") -> str:
        return "".join(self._each(placed, together))

    def _each(self, placed: PlacedCell, together: str) -> Iterator[str]:
        for part in placed:
            match part:
                case PlacedLine() if part.boxed:
                    yield GAP + stamp_xml(part, self._standard)
                case PlacedLine():
                    yield self._line(part, together)
                case Drawn():
                    yield self._drawer.rule(part.length, _RULES[part.name])
                case Emblem():
                    words = f"Biểu trưng {part.words}"
                    picture = crest_xml(part.crest, self._drawer.next_number(), words)
                    yield paragraph(style_of("issuer"), picture, _CREST)
        if placed and isinstance(placed[-1], PlacedLine) and placed[-1].boxed:
            yield GAP

    def _line(self, part: PlacedLine, together: str) -> str:
        """Return a paragraph; the first title of its kind gives its style its indent."""
        component, sides = part.component, ""
        if part.above:
            room = self._room if part.above == "signature" else 0
            sides = f'<w:spacing w:before="{room}"/>'
        if part.indent is not None:
            indent = round(part.indent * 20)
            if self.indents.setdefault(component, indent) != indent:
                sides = f'<w:ind w:left="{indent}" w:right="{indent}"/>'
        style = style_of(self._shared.get(component, component))
        return paragraph(style, runs(part.line), together + sides)


@lru_cache(maxsize=32)
def _signing_room(standard: Standard, look: Look) -> int:
    """Return the room for a signature above who signs, in twips."""
    return settings_of(standard, look)["signer"].before


def _dealt(placed: Columns) -> Piece:
    return Piece(rows=len(placed.rows), columns=len(placed.widths))

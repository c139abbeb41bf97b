"""What surrounds the text on the page: the parts that ``layout`` places, as HTML."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator

from markupsafe import Markup

from briefing.document import Annex, Content, Frame, Line
from briefing.html.elements import NOTHING, LineWriter, columns, element, rule
from briefing.layout.look import Crest
from briefing.layout.placing import Columns, Drawn, Emblem, PlacedCell, PlacedLine, Placer
from briefing.layout.settings import SETTINGS

_MILLIMETRE = 72 / 25.4

_HEADLINES = {"kind", "annex_label"}
"""The components that begin a document or a part of it."""


class HtmlFrameWriter:
    """Writes what surrounds a text of a ``width`` in points."""

    def __init__(self, placer: Placer, width: float, lines: LineWriter) -> None:
        self._placer = placer
        self._width = width
        self._lines = lines

    def letterhead(self, frame: Frame, crest: Crest | None) -> Markup:
        """Return the two columns at the top of page one."""
        return self._columns(self._placer.letterhead(frame, crest), "letterhead")

    def circulation(self, frame: Frame) -> Markup:
        """Return to whom the document may go, above the right column (ô 11)."""
        return self._cell(self._placer.circulation(frame))

    def contact(self, frame: Frame) -> Markup:
        """Return how the body is reached, under a rule across the page (ô 13)."""
        lines = self._cell(self._placer.contact(frame))
        return element("div", lines, class_="contacts") if lines else NOTHING

    def contact_height(self, frame: Frame) -> float:
        """Return how high that is at most, in points."""
        return self._placer.contact_height(frame)

    def headline(self, content: Content, frame: Frame) -> Markup:
        """Return the headline of what is no official document, and the line under it."""
        return self._cell(self._placer.headline(content, frame))

    def title(self, content: Content) -> Markup:
        """Return the kind of document, its subject, and what ends them; a letter has none."""
        return self._cell(self._placer.title(content))

    def addressees(self, addressees: tuple[Line, ...]) -> Markup:
        """Return ``Kính gửi`` and whom it names."""
        return self._cell(self._placer.addressees(addressees))

    def annex(self, label: str, annex: Annex, citation: Line, room: float) -> Markup:
        """Return the head of an annex in a room in points."""
        return self._cell(self._placer.annex_head(label, annex, citation, room))

    def closing(self, frame: Frame) -> Markup:
        """Return recipients and signature side by side, several signatures above them."""
        signatures = self._placer.signatures(frame)
        above = self._columns(signatures, "closing") if signatures else NOTHING
        return above + self._columns(self._placer.closing(frame), "closing")

    def _columns(self, placed: Columns, kind: str) -> Markup:
        rows = [[self._cell(cell) for cell in row] for row in placed.rows]
        shares = [width / self._width for width in placed.widths]
        return columns(rows, shares, f"{kind} keep" if placed.kept else kind)

    def _cell(self, placed: PlacedCell) -> Markup:
        return NOTHING.join(self._each(placed))

    def _each(self, placed: PlacedCell) -> Iterator[Markup]:
        for part in placed:
            match part:
                case PlacedLine():
                    yield self._line(part)
                case Drawn():
                    yield rule(part.length)
                case Emblem():
                    yield _picture(part.crest, part.words)

    def _line(self, part: PlacedLine) -> Markup:
        # What is set as another component is of its class too.
        base = SETTINGS[part.component].of
        more = [part.component] if base else []
        if part.boxed:
            # A strict page allows no styles, so the frame is as long as its class says.
            length = round(part.boxed / _MILLIMETRE)
            more += ["stamp"] if part.component == "circulation" else ["stamp", f"long-{length}"]
        more += ["other-post"] * (part.above == "signature")
        tag = "h1" if part.component in _HEADLINES else "p"
        return self._lines.paragraph(base or part.component, part.line, *more, tag=tag)


def _picture(crest: Crest, words: str) -> Markup:
    """Return the crest, cut as Word cuts it: ``crop`` is in thousandths of a per cent."""
    left, top, right, bottom = (part / 100_000 for part in crest.crop)
    width, height = crest.width / (1 - left - right), crest.height / (1 - top - bottom)
    image = element(
        "image",
        href=f"data:image/{crest.kind};base64,{b64encode(crest.content).decode('ascii')}",
        x=f"{-left * width:.3f}mm",
        y=f"{-top * height:.3f}mm",
        width=f"{width:.3f}mm",
        height=f"{height:.3f}mm",
        preserveAspectRatio="none",
    )
    size = {"width": f"{crest.width:.3f}mm", "height": f"{crest.height:.3f}mm"}
    return element("svg", image, class_="crest", role="img", aria_label=words, **size)

"""The parts around the text, placed: bound, in their case, broken and measured; in points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import ceil

from briefing.document import Annex, Content, Frame, Line, Run, plain
from briefing.layout import frame as parts
from briefing.layout.frame import EndMark, Part
from briefing.layout.glue import bound_line, cased, centred_line, reference_line, title_line
from briefing.layout.look import Crest
from briefing.layout.measures import Measures
from briefing.layout.metrics import SINGLE, face_of, text_width
from briefing.layout.settings import SETTINGS
from briefing.layout.signatures import signature_widths, signer_line
from briefing.layout.split import GUTTER, name_line, split_letterhead
from briefing.layout.stamps import stamp_length
from briefing.standards import Standard
from briefing.values import record


@record
class PlacedLine:
    """A line of a component as it is printed; ``indent`` is what makes its lines alike long.

    ``boxed`` is how long its frame is, 0 without one; ``above`` as in ``Part``.
    """

    component: str
    line: Line
    indent: float | None = None
    boxed: float = 0.0
    above: str = ""


@record
class Drawn:
    """A drawn rule, called by what the standard calls it."""

    name: str
    length: float


@record
class Emblem:
    """The crest of a body and its name in words."""

    crest: Crest
    words: str


PlacedCell = tuple[PlacedLine | Drawn | Emblem, ...]


@record
class Columns:
    """Columns side by side; ``widths`` are those with the gutter that all but the last have.

    What is ``kept`` is on the page of what follows.
    """

    widths: tuple[float, ...]
    rows: tuple[tuple[PlacedCell, ...], ...]
    kept: bool = False


_FILLED = 0.9
"""The share of a line that is filled before it ends."""

_AROUND = 3.0
"""What a rule above lines takes, and what rounding does, in points."""

_BIND = {
    "text": bound_line,
    "title": title_line,
    "centred": centred_line,
    "reference": reference_line,
}


class Placer:
    """Places what surrounds a text of a ``width``."""

    def __init__(self, standard: Standard, width: float) -> None:
        self._standard = standard
        self._width = width
        self._measures = Measures(standard, width)

    def letterhead(self, frame: Frame, crest: Crest | None = None) -> Columns:
        """Return the two columns at the top of page one.

        A crest has a row of its own: issuer and nation stand level (mục IV, II.2).
        """
        split = split_letterhead(frame, self._standard, self._width)
        broken = replace(
            frame,
            parent=split.parent,
            issuer=split.issuer,
            number=split.number,
            place_date=split.place_date,
        )
        lengths = {
            "issuer": self._measures.issuer_rule(split.last),
            "nation": self._measures.nation_rule,
        }
        rows = [
            tuple(self._names(cell, lengths) for cell in row)
            for row in parts.letterhead(broken, self._standard)
        ]
        words = " ".join(plain(line) for line in frame.issuer)
        if crest:
            rows.insert(0, ((Emblem(crest, words),), ()))
        return Columns((split.left, split.right), tuple(rows))

    def circulation(self, frame: Frame) -> PlacedCell:
        """Return to whom the document may go, above the right column."""
        return self._set(parts.circulation(frame), self._width)

    def contact(self, frame: Frame) -> PlacedCell:
        """Return how the body is reached, at the foot of the first page."""
        return self._set(parts.contact(frame), self._width)

    def contact_height(self, frame: Frame) -> float:
        """Return how high that is at most with the rule above it, in points; 0 without any."""
        rules = self._standard.components["contact"]
        widths = [
            text_width(plain(part.line), rules.size, face_of(rules))
            for part in parts.contact(frame)
        ]
        # Lines that are broken end before words, so that each is a little shorter than the room.
        room = self._width
        lines = sum(1 if width <= room else ceil(width / (_FILLED * room)) for width in widths)
        return lines * SINGLE * rules.size + _AROUND if lines else 0.0

    def headline(self, content: Content, frame: Frame) -> PlacedCell:
        """Return the headline of what is no official document, and the line under it."""
        return self._set(parts.headline(content, frame), self._width)

    def title(self, content: Content) -> PlacedCell:
        """Return the kind of document, its subject, and what ends them."""
        return self._set(parts.title(content, self._standard), self._width)

    def addressees(self, lines: tuple[Line, ...]) -> PlacedCell:
        """Return ``Kính gửi`` and whom it names."""
        return self._set(parts.addressees(lines, self._standard), self._width)

    def annex_head(self, label: str, annex: Annex, citation: Line, room: float) -> PlacedCell:
        """Return the head of an annex in a room: label, title, its document."""
        return self._set(parts.annex_head(label, annex, citation), room)

    def signatures(self, frame: Frame) -> Columns | None:
        """Return the signatures of several bodies side by side."""
        rows = parts.signatures(frame)
        if not rows:
            return None
        widths = signature_widths(parts.signings(frame), self._standard, self._width)
        *rooms, last = widths
        placed = self._rows(rows, [*(room - GUTTER for room in rooms), last])
        return Columns(widths, placed, kept=True)

    def closing(self, frame: Frame) -> Columns:
        """Return recipients and signature side by side."""
        left = self._measures.recipients
        widths = left, self._width - left
        return Columns(widths, self._rows([parts.closing(frame, self._standard)], widths))

    def _rows(
        self, rows: Iterable[parts.FrameRow], rooms: Sequence[float]
    ) -> tuple[tuple[PlacedCell, ...], ...]:
        return tuple(
            tuple(self._set(cell, room) for cell, room in zip(row, rooms, strict=True))
            for row in rows
        )

    def _names(self, cell: Iterable[Part | EndMark], lengths: Mapping[str, float]) -> PlacedCell:
        """Return the parts of a cell of the letterhead, which are broken already."""
        return tuple(
            self._mark(part, lengths[part.name]) if isinstance(part, EndMark) else self._line(part)
            for part in cell
        )

    def _set(self, around: Iterable[Part | EndMark], room: float) -> PlacedCell:
        """Return parts one under another in a room; a rule goes by the last line above it."""
        placed: list[PlacedLine | Drawn | Emblem] = []
        last = 0.0
        for part in around:
            if isinstance(part, EndMark):
                length = last * self._standard.rules[part.name] if not part.sign else 0.0
                placed.append(self._mark(part, length))
                continue
            line = self._line(part, room)
            if part.even:
                even, indent, last = self._measures.even(part.component, line.line, room)
                line = PlacedLine(line.component, even, indent, line.boxed, line.above)
            placed.append(line)
        return tuple(placed)

    def _line(self, part: Part, room: float = 0.0) -> PlacedLine:
        rules = self._standard.components[SETTINGS[part.component].of or part.component]
        if part.binding == "name":
            line = name_line(part.line, rules, room)
        elif part.binding == "signer":
            line = signer_line(part.line, rules, room)
        else:
            line = _BIND[part.binding](part.line) if part.binding else part.line
        length = stamp_length(part.component, line, self._standard) if part.boxed else 0.0
        line = cased((*part.lead, *line), rules)
        return PlacedLine(part.component, line, boxed=length, above=part.above)

    def _mark(self, mark: EndMark, length: float) -> PlacedLine | Drawn:
        if not mark.sign:
            return Drawn(mark.name, length)
        return PlacedLine(mark.component, (Run(mark.sign),))

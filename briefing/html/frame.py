"""Letterhead, title, addressees and closing block, as Word has them.

Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II and IV (place of each part).
"""

from __future__ import annotations

from base64 import b64encode

from markupsafe import Markup

from briefing.document import Annex, Content, Frame, Line, Marks, Run, plain
from briefing.html.elements import NOTHING, Lines, columns, element, rule
from briefing.standards import Standard
from briefing.word.glue import bound_line, cased, centred_line, title_line
from briefing.word.look import Crest
from briefing.word.measures import Measures
from briefing.word.split import Letterhead, name_line, split_letterhead
from briefing.word.stamps import stamp_length, stamps_of

_MILLIMETRE = 72 / 25.4


class FrameWriter:
    """Writes what surrounds the text."""

    def __init__(self, standard: Standard, measures: Measures, lines: Lines) -> None:
        self._standard = standard
        self._measures = measures
        self._lines = lines

    def letterhead(self, frame: Frame, crest: Crest | None) -> Markup:
        """Return the two columns at the top of page one; a letter's subject is under its number."""
        number = self._part("number", frame.number)
        if frame.about:
            number += self._part("about", title_line(frame.about))
        number += self._marks(frame.marks)
        split = split_letterhead(frame, self._standard, self._measures.width)
        rows = [
            (self._issuer(split), self._nation()),
            (number, self._part("place_date", split.place_date)),
        ]
        if crest:
            rows.insert(0, (_picture(crest, _words(frame.issuer)), NOTHING))
        return columns(rows, split.left / self._measures.width, "letterhead")

    def _marks(self, marks: Marks) -> Markup:
        """Return what stands under the number: stamps, and that it is a draft."""
        parts = [self._stamp(component, line) for component, line in stamps_of(marks)]
        return NOTHING.join([*parts, self._part("draft", marks.draft) if marks.draft else NOTHING])

    def _stamp(self, component: str, line: Line) -> Markup:
        # A strict page allows no styles, so the frame is as long as its class says.
        length = round(stamp_length(component, line, self._standard) / _MILLIMETRE)
        return self._part(component, line, "stamp", f"long-{length}")

    def circulation(self, marks: Marks) -> Markup:
        """Return to whom the document may go, above the right column (ô 11)."""
        if not marks.circulation:
            return NOTHING
        return self._part("circulation", marks.circulation, "stamp")

    def contact(self, marks: Marks) -> Markup:
        """Return how the body is reached, under a rule across the page (ô 13)."""
        lines = [self._lines.paragraph("contact", bound_line(line)) for line in marks.contact]
        return element("div", lines, class_="contacts") if lines else NOTHING

    def headline(self, content: Content) -> Markup:
        """Return the headline of what is no official document, and the line under it."""
        kind = self._part("kind", title_line(content.kind), tag="h1")
        return kind + self._part("annex_reference", bound_line(content.subject))

    def title(self, content: Content) -> Markup:
        """Return the kind of document, its subject, and the rule under it; a letter has none."""
        if not content.kind:
            return NOTHING
        kind = self._part("kind", content.kind, tag="h1")
        subject = centred_line(content.subject)
        end = self._standard.forms.subject_end
        if end != "rule":
            return kind + self._part("subject", subject) + self._part("subject", _run(end))
        return kind + self._ruled("subject", subject, "subject", self._measures.width)

    def addressees(self, addressees: tuple[Line, ...]) -> Markup:
        """Return ``Kính gửi``: one body on its line, several one a line under the colon."""
        if not addressees:
            return NOTHING
        word = self._standard.strings["addressees"]
        italic = self._standard.forms.italic_addressees_label
        if len(addressees) == 1:
            label = Run(f"{word} ", italic=italic)
            return self._lines.paragraph("addressees", (label, *bound_line(addressees[0])))
        label = Run(word, italic=italic)
        items = [self._lines.paragraph("addressees", _dashed(a), "addressee") for a in addressees]
        return self._lines.paragraph("addressees", (label,)) + NOTHING.join(items)

    def annex(self, label: str, annex: Annex, citation: Line, room: float) -> Markup:
        """Return the head of an annex in a room in points: label, title, its document."""
        reference = title_line((Run("("), *citation, Run(")")))
        return (
            self._part("annex_label", _run(label), tag="h1")
            + self._part("annex_title", centred_line(annex.title))
            + self._ruled("annex_reference", reference, "annex", room)
        )

    def closing(self, frame: Frame) -> Markup:
        """Return recipients and signature; an unknown name leaves its room open."""
        label = _run(self._standard.strings["recipients"])
        left = [self._lines.paragraph("recipients_label", label)]
        left += [self._lines.paragraph("recipients", _dashed(line)) for line in frame.recipients]
        if frame.marks.drafter:
            left.append(self._lines.paragraph("drafter", frame.marks.drafter))
        signs = [("signature", line) for line in frame.authority]
        signs += [("post", frame.post)] if frame.post else []
        right = [self._sign(component, line) for component, line in signs]
        if frame.other_post:
            right.append(self._sign("post", frame.other_post, "other-post"))
        right.append(self._lines.paragraph("signer", frame.signer))
        row = (NOTHING.join(left), NOTHING.join(right))
        return columns([row], self._measures.recipients / self._measures.width, "closing")

    def _ruled(self, component: str, line: Line, name: str, room: float) -> Markup:
        _, last = self._measures.centred(component, line, room)
        return self._part(component, line) + rule(last * self._standard.rules[name])

    def _nation(self) -> Markup:
        names, strings = self._standard.forms.nation, self._standard.strings
        lines = [self._part(name, _run(strings[name])) for name in names]
        return NOTHING.join(lines) + rule(self._measures.nation_rule)

    def _issuer(self, split: Letterhead) -> Markup:
        parent = [self._part("parent", line) for line in split.parent]
        issuer = [self._part("issuer", line) for line in split.issuer]
        separator = self._standard.forms.separator
        if separator != "rule":
            end = self._part("issuer", _run(separator))
        else:
            end = rule(self._measures.issuer_rule(split.last))
        return NOTHING.join([*parent, *issuer, end])

    def _sign(self, component: str, line: Line, *more: str) -> Markup:
        """Return a line of the signature, a long one broken like a name."""
        room = self._measures.width - self._measures.recipients
        named = name_line(line, self._standard.components[component], room)
        return self._part(component, named, *more)

    def _part(self, component: str, line: Line, *more: str, tag: str = "p") -> Markup:
        rules = self._standard.components[component]
        return self._lines.paragraph(component, cased(line, rules), *more, tag=tag)


def _run(text: str) -> Line:
    return (Run(text),)


def _dashed(line: Line) -> Line:
    return (Run("- "), *title_line(line))


def _words(lines: tuple[Line, ...]) -> str:
    return " ".join(plain(line) for line in lines)


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

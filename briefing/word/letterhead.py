"""The letterhead: national name, issuing body, number and date, kind and subject, addressees.

Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.1 to II.5, II.9.d, III.1 (annexes) and IV
(place of each part).
"""

from __future__ import annotations

from briefing.document import Content, Frame, Line, Marks, Run, plain
from briefing.standards import Standard
from briefing.word.columns import columns
from briefing.word.crest import crest_xml
from briefing.word.drawing import RuleDrawer
from briefing.word.glue import bound_line, cased, centred_line, title_line
from briefing.word.look.model import Crest
from briefing.word.measures import Measures
from briefing.word.paragraphs import RULE, style_of
from briefing.word.split import GUTTER, Letterhead, split_letterhead
from briefing.word.stamps import GAP, stamp_length, stamp_xml, stamps_of
from briefing.word.xml import paragraph, run, runs

_CREST = '<w:keepNext/><w:spacing w:before="0" w:after="60"/>'
"""The crest does not touch the name under it."""


class LetterheadWriter:
    """Writes what stands above the text; ``width`` is that of the text in twips.

    ``indents`` are those of the titles written so far, in twips.
    """

    def __init__(
        self, standard: Standard, crest: Crest | None, drawer: RuleDrawer, width: int
    ) -> None:
        self._standard = standard
        self._crest = crest
        self._drawer = drawer
        self._width = width
        self._measures = Measures(standard, width / 20)
        self.indents: dict[str, int] = {}

    def letterhead(self, frame: Frame) -> str:
        """Return the two columns at the top of page one; a letter's subject is under its number."""
        split = split_letterhead(frame, self._standard, self._width / 20)
        left = round(split.left * 20)
        number = self._part("number", frame.number)
        if frame.about:
            number += self._part("about", title_line(frame.about))
        number += self._marks(frame.marks)
        rows = [
            *self._crest_row(frame),
            (self._issuer(split), self._nation()),
            (number, self._part("place_date", split.place_date)),
        ]
        return columns(rows, (left, self._width - left), round(GUTTER * 20))

    def _crest_row(self, frame: Frame) -> list[tuple[str, str]]:
        """Return a row of its own for the crest: issuer and nation stand level (mục IV, II.2)."""
        if self._crest is None:
            return []
        words = "Biểu trưng " + " ".join(plain(line) for line in frame.issuer)
        picture = crest_xml(self._crest, self._drawer.next_number(), words)
        return [(paragraph(style_of("issuer"), picture, _CREST), paragraph(RULE, ""))]

    def _marks(self, marks: Marks) -> str:
        """Return what stands under the number: stamps (ô 10a, ô 10b), and that it is a draft."""
        stamps = "".join(
            GAP + stamp_xml(component, line, self._standard) for component, line in stamps_of(marks)
        )
        draft = self._part("draft", marks.draft) if marks.draft else ""
        return stamps + (draft or GAP * bool(stamps))

    def circulation(self, frame: Frame) -> str:
        """Return to whom the document may go, above the right column (ô 11)."""
        line = frame.marks.circulation
        split = split_letterhead(frame, self._standard, self._width / 20)
        free = (split.right - stamp_length("circulation", line, self._standard)) / 2
        return stamp_xml("circulation", line, self._standard, round((split.left + free) * 20))

    def contact(self, lines: tuple[Line, ...]) -> str:
        """Return how the body is reached, under a rule across the page (ô 13, mục III.4)."""
        size = round(self._standard.rule_thickness * 8)
        border = (
            f'<w:pBdr><w:top w:val="single" w:sz="{size}" w:space="2" w:color="auto"/></w:pBdr>'
        )
        style = style_of("contact")
        first, *others = (runs(bound_line(line)) for line in lines)
        return paragraph(style, first, border) + "".join(paragraph(style, o) for o in others)

    def headline(self, content: Content) -> str:
        """Return the headline of what is no official document, and the line under it."""
        kind = self._part("kind", title_line(content.kind))
        return kind + self._part("annex_reference", bound_line(content.subject))

    def title(self, content: Content) -> str:
        """Return the kind of document, its subject, and the rule under it; a letter has none."""
        if not content.kind:
            return ""
        kind, subject = self._part("kind", content.kind), centred_line(content.subject)
        last, text = self._balanced("subject", subject, self._width / 20)
        end = self._standard.forms.subject_end
        if end != "rule":
            return kind + text + paragraph(style_of("subject"), run(Run(end)))
        length = last * self._standard.rules["subject"]
        return kind + text + self._drawer.rule(length, "Đường kẻ dưới trích yếu")

    def addressees(self, addressees: tuple[Line, ...]) -> str:
        """Return ``Kính gửi``: one body on its line, several one a line, dashes aligned.

        The dashes stand under the colon (mục II.9.d).
        """
        if not addressees:
            return ""
        style, word = style_of("addressees"), self._standard.strings["addressees"]
        italic = self._standard.forms.italic_addressees_label
        if len(addressees) == 1:
            return paragraph(
                style, runs((Run(f"{word} ", italic=italic), *bound_line(addressees[0])))
            )
        item = style_of("addressee")
        lines = [paragraph(item, runs((Run("- "), *bound_line(line)))) for line in addressees]
        return paragraph(style, run(Run(word, italic=italic))) + "".join(lines)

    def annex_title(self, label: str, title: Line, citation: Line, room: float) -> str:
        """Return the head of an annex in a room in points: label, title, its document."""
        reference = title_line((Run("("), *citation, Run(")")))
        last, referred = self._balanced("annex_reference", reference, room)
        length = last * self._standard.rules["annex"]
        return (
            self._part("annex_label", (Run(label),))
            + self._balanced("annex_title", centred_line(title), room)[1]
            + referred
            + self._drawer.rule(length, "Đường kẻ dưới tên phụ lục")
        )

    def _balanced(self, component: str, line: Line, room: float) -> tuple[float, str]:
        """Return a centred text in lines of about one length, and how wide the last is.

        The first of its kind in a document gives its style the indent that this takes.
        """
        rules = self._standard.components[component]
        side, last = self._measures.centred(component, line, room)
        indent = round(side * 20)
        own = self.indents.setdefault(component, indent) != indent
        sides = f'<w:ind w:left="{indent}" w:right="{indent}"/>' if own else ""
        return last, paragraph(style_of(component), runs(cased(line, rules)), sides)

    def _nation(self) -> str:
        names, strings = self._standard.forms.nation, self._standard.strings
        lines = "".join(self._part(name, (Run(strings[name]),)) for name in names)
        return lines + self._drawer.rule(self._measures.nation_rule, "Đường kẻ dưới tiêu đề")

    def _issuer(self, split: Letterhead) -> str:
        parent = "".join(self._part("parent", line) for line in split.parent)
        issuer = "".join(self._part("issuer", line) for line in split.issuer)
        separator = self._standard.forms.separator
        if separator != "rule":
            return parent + issuer + self._part("issuer", (Run(separator),))
        length = self._measures.issuer_rule(split.last)
        return parent + issuer + self._drawer.rule(length, "Đường kẻ dưới tên cơ quan")

    def _part(self, component: str, line: Line) -> str:
        rules = self._standard.components[component]
        return paragraph(style_of(component), runs(cased(line, rules)))

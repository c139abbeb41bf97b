"""Word's own numbering for headings and lists, as far as Word can count.

Điểm go by the Vietnamese alphabet: a, b, c, d, đ, e (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I,
mục II.6.đ). Nothing in Word counts past đ: its letters are right for four items, so up to four are
counted by Word and go on counting when one is added; longer rows bear their letters as text.
"""

from __future__ import annotations

from dataclasses import field
from functools import lru_cache

from briefing.document import mark_label, number_in
from briefing.layout.lists import DASH_SIGNS, DEEPEST, list_indent
from briefing.layout.settings import heading_style, style_of
from briefing.standards import NumberMark, OutlineLevel, Standard, marks
from briefing.values import changing, record
from briefing.vietnamese import GLUE, item_letter
from briefing.word.xml import HEADER, NAMESPACE, twips

HEADINGS, DASHES, LETTERS, MARKED = 1, 2, 3, 10

COUNTED = 4
"""The longest row of letters that Word counts right."""

_FORMATS = {"roman": "upperRoman", "arabic": "decimal", "letter": "lowerLetter", "sign": "bullet"}
_LETTER = "{})"
# Word tells by these whether pasted lists are the same; they are the same in every document.
_MARKS = {HEADINGS: ("3B7D30A1", "6E0C30A1"), DASHES: ("3B7D30B2", "6E0C30B2")}
_MARKS |= {LETTERS: ("3B7D30C3", "6E0C30C3")}


@record
class Label:
    """What numbers a paragraph: properties in the order of the schema, and text before its own."""

    properties: str = ""
    text: str = ""


@changing
class Numbering:
    """Hands out lists while a body is written, then writes ``word/numbering.xml``."""

    standard: Standard
    _instances: list[str] = field(default_factory=list)
    _letter_lists: dict[int, int] = field(default_factory=dict)
    _marked: set[str] = field(default_factory=set)
    _marked_lists: dict[tuple[str, int], int] = field(default_factory=dict)

    def heading(self, level: int, number: int, row: int, *, runs_in: bool = False) -> Label:
        """Return the label of a heading, empty where its style's own serves.

        ``row`` is how many headings stand in its row, where their level bears letters. A title that
        ``runs_in`` stands in the style of the text, and counts with the headings all the same.
        """
        rules = self.standard.outline[level - 1]
        if rules.numbering == "letter" and row > COUNTED:
            return self._typed(rules.label.format(item_letter(number)), 0)
        own = Label(_properties(level, HEADINGS)) if runs_in else Label()
        if rules.native:
            return own
        # Its level counts without a number of Word's, so that the ones below begin anew.
        blank = "" if rules.apart else GLUE
        text = f"{rules.label.format(number_in(rules.numbering, number))}{blank}"
        return Label(own.properties, text)

    def marked_item(self, mark: NumberMark, number: int, depth: int, row: int) -> Label:
        """Return the label of an item of a list with a mark; item 1 starts a new list."""
        depth = min(depth, DEEPEST)
        if mark.numbering == "letter":
            return self.letter_item(number, depth, row)
        if not mark.native:
            return self._typed(mark_label(mark, number), depth)
        counts_anew = number == 1 and mark.numbering != "sign"
        if counts_anew or (mark.name, depth) not in self._marked_lists:
            self._marked.add(mark.name)
            abstract = MARKED + list(marks()).index(mark.name)
            self._marked_lists[mark.name, depth] = self._new(abstract, depth)
        return Label(_properties(depth, self._marked_lists[mark.name, depth]))

    def letter_item(self, number: int, depth: int, row: int) -> Label:
        """Return the label of a lettered item of ``row`` items; item 1 starts a new list."""
        depth = min(depth, DEEPEST)
        if row > COUNTED:
            return self._typed(_LETTER.format(item_letter(number)), depth)
        if number == 1 or depth not in self._letter_lists:
            self._letter_lists[depth] = self._new(LETTERS, depth)
        return Label(_properties(depth, self._letter_lists[depth]))

    def dash_item(self, depth: int) -> Label:
        """Return the label of a dash item, empty at the first depth."""
        return Label(_properties(min(depth, DEEPEST), DASHES) if depth else "")

    def part(self) -> str:
        """Return ``word/numbering.xml``."""
        fixed = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
            for number in (HEADINGS, DASHES, LETTERS)
        )
        lists = _lists_of_all(self.standard) + self._marks()
        return (
            f"{HEADER}<w:numbering {NAMESPACE}>{lists}{fixed}{''.join(self._instances)}"
            "</w:numbering>"
        )

    def lists_of_all(self) -> str:
        """Return the lists that every document of the standard has."""
        return self._headings() + self._dashes() + self._letters()

    def _new(self, abstract: int, level: int) -> int:
        """Return a new list that counts from its first letter."""
        number = LETTERS + 1 + len(self._instances)
        self._instances.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>'
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
        return number

    def _typed(self, label: str, depth: int) -> Label:
        """Return a label of text, standing where those stand that Word counts.

        The no-break space has one width in a justified line, as the blank after a number of Word's.
        """
        return Label(f"{_properties(0, 0)}{self._indent(depth)}", f"{label}{GLUE}")

    def _headings(self) -> str:
        # The label of an annex is the level above its headings, so that each annex counts anew.
        annex = (
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="none"/><w:pStyle '
            f'w:val="{style_of("annex_label")}"/><w:suff w:val="nothing"/><w:lvlText w:val=""/>'
            '<w:lvlJc w:val="left"/></w:lvl>'
        )
        levels = [
            self._level(
                position,
                _FORMATS.get(level.numbering, "none") if level.native else "none",
                _counted(level, position),
                style=heading_style(position),
                bold=level.bold,
                apart=level.apart or not level.native,
            )
            for position, level in enumerate(self.standard.outline, start=1)
        ]
        return _abstract(HEADINGS, "multilevel", annex + "".join(levels))

    def _dashes(self) -> str:
        levels = [
            self._level(depth, "bullet", sign, depth) for depth, sign in enumerate(DASH_SIGNS)
        ]
        return _abstract(DASHES, "hybridMultilevel", "".join(levels))

    def _letters(self) -> str:
        levels = [
            self._level(depth, "lowerLetter", _LETTER.format(f"%{depth + 1}"), depth)
            for depth in range(DEEPEST + 1)
        ]
        return _abstract(LETTERS, "hybridMultilevel", "".join(levels))

    def _marks(self) -> str:
        """Return the lists with marks that the document has, in the order of the marks."""
        used = [(MARKED + at, mark) for at, mark in enumerate(marks().values())]
        return "".join(
            _abstract(number, "hybridMultilevel", self._levels_of(mark))
            for number, mark in used
            if mark.name in self._marked
        )

    def _levels_of(self, mark: NumberMark) -> str:
        counted = mark.numbering != "sign"
        return "".join(
            self._level(
                depth,
                _FORMATS[mark.numbering],
                mark.label.format(f"%{depth + 1}") if counted else mark.label,
                depth,
            )
            for depth in range(DEEPEST + 1)
        )

    def _level(
        self,
        level: int,
        numeral: str,
        text: str,
        depth: int = 0,
        *,
        style: str = "",
        bold: bool = False,
        apart: bool = False,
    ) -> str:
        linked = f'<w:pStyle w:val="{style}"/>' if style else ""
        weight = "<w:b/>" if bold else '<w:b w:val="0"/>'
        after, indent = ("nothing", "") if apart else ("space", self._indent(depth))
        return (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{numeral}"/>{linked}'
            f'<w:suff w:val="{after}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f"<w:pPr>{indent}</w:pPr>"
            f'<w:rPr>{weight}<w:i w:val="0"/></w:rPr></w:lvl>'
        )

    def _indent(self, depth: int) -> str:
        first = twips(self.standard.body.first_line_indent)
        return f'<w:ind w:left="{twips(list_indent(depth))}" w:firstLine="{first}"/>'


@lru_cache(maxsize=32)
def _lists_of_all(standard: Standard) -> str:
    return Numbering(standard).lists_of_all()


def _counted(level: OutlineLevel, position: int) -> str:
    """Return the text of a level of headings, whose first level in Word is that of annexes."""
    if not level.native:
        return ""
    places = range(position - level.above, position + 1)
    return level.label.format(".".join(f"%{place + 1}" for place in places))


def _abstract(number: int, kind: str, levels: str) -> str:
    identity, template = _MARKS.get(number) or (f"3B7D31{number:02X}", f"6E0C31{number:02X}")
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{identity}"/>'
        f'<w:multiLevelType w:val="{kind}"/><w:tmpl w:val="{template}"/>{levels}</w:abstractNum>'
    )


def _properties(level: int, number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'

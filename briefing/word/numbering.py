"""Word's own numbering for headings and lists.

Word counts letters by the English alphabet and knows no đ. Điểm go by the Vietnamese one
(Nghị định 30/2020/NĐ-CP, Phụ lục I, II.5), so a list is cut into runs that both alphabets count
alike (a-d, e, g-i, k-v, x-y), each a list of its own that starts where it must, with đ as a list
whose label is that letter.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.standards import Standard
from briefing.vietnamese import item_letter
from briefing.word.paragraphs import heading_style
from briefing.word.xml import HEADER, twips

HEADINGS, DASHES, LETTERS = 1, 2, 3

_FORMATS = {"roman": "upperRoman", "arabic": "decimal", "letter": "lowerLetter"}
_ENGLISH = tuple("abcdefghijklmnopqrstuvwxyz")
DASH_SIGNS = "-+-"
"""The sign of a dash item by its depth; deeper ones bear the last."""


@dataclass(slots=True)
class Numbering:
    """Hands out list instances while a body is written, then writes ``word/numbering.xml``."""

    standard: Standard
    _instances: list[str] = field(default_factory=list)
    _letter_lists: dict[int, tuple[int, int]] = field(default_factory=dict)
    _last_letters: int = 0
    _heading_list: int = HEADINGS
    _point_list: int = 0

    def restart_headings(self) -> None:
        """Start the headings of an annex at I again."""
        levels = "".join(_start(level, 1) for level in range(len(self.standard.outline)))
        self._heading_list = self._new(HEADINGS, levels)

    def heading(self, level: int, number: int) -> str:
        """Return the numbering properties of a heading, empty where its style's own serve."""
        if self.standard.outline[level - 1].numbering == "letter":
            self._point_list = self._segment(HEADINGS, level - 1, number, self._point_list)
            if self._point_list:
                return _properties(level - 1, self._point_list)
        if self._heading_list == HEADINGS:
            return ""
        return _properties(level - 1, self._heading_list)

    def letter_item(self, number: int, depth: int) -> str:
        """Return the numbering properties of a lettered item; item 1 starts a new list.

        Lists of one definition share Word's counter, so that a list inside an item would move the
        outer letters on; after it the outer list is taken up anew at its own letter, as is a list
        that begins further on.
        """
        current, before = self._letter_lists.get(depth, (0, 0))
        if number == 1:
            current = self._new(LETTERS, _start(0, 1))
        elif current == self._last_letters and number == before + 1:
            current = self._segment(LETTERS, 0, number, current)
        else:
            current = self._begin(LETTERS, 0, item_letter(number))
        self._letter_lists[depth], self._last_letters = (current, number), current
        return _properties(0, current)

    def dash_item(self, depth: int) -> str:
        """Return the numbering properties of a dash item, empty at the first depth."""
        return _properties(min(depth, len(DASH_SIGNS) - 1), DASHES) if depth else ""

    def part(self) -> str:
        """Return ``word/numbering.xml``."""
        namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        fixed = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
            for number in (HEADINGS, DASHES, LETTERS)
        )
        return (
            f'{HEADER}<w:numbering xmlns:w="{namespace}">{self._headings()}{self._dashes()}'
            f"{self._letters()}{fixed}{''.join(self._instances)}</w:numbering>"
        )

    def _new(self, abstract: int, overrides: str) -> int:
        number = LETTERS + 1 + len(self._instances)
        self._instances.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
        )
        return number

    def _segment(self, abstract: int, level: int, number: int, current: int) -> int:
        """Return the list of the ``number``-th letter: the current one unless a run begins."""
        letter, previous = item_letter(number), item_letter(number - 1) if number > 1 else ""
        if number == 1:
            return 0
        follows = letter in _ENGLISH and previous in _ENGLISH
        if follows and _ENGLISH.index(letter) == _ENGLISH.index(previous) + 1:
            return current
        return self._begin(abstract, level, letter)

    def _begin(self, abstract: int, level: int, letter: str) -> int:
        """Return a new list that begins with a letter.

        Word has no đ, and no letters after the last one: such labels are written out.
        """
        if letter in _ENGLISH:
            return self._new(abstract, _start(level, _ENGLISH.index(letter) + 1))
        return self._new(abstract, self._level(level, "none", f"{letter})", override=True))

    def _headings(self) -> str:
        levels = "".join(
            self._level(
                position,
                _FORMATS[level.numbering],
                level.label.format(f"%{position + 1}"),
                style=heading_style(position + 1),
                bold=level.bold,
            )
            for position, level in enumerate(self.standard.outline)
        )
        return _abstract(HEADINGS, "multilevel", levels)

    def _dashes(self) -> str:
        levels = "".join(
            self._level(depth, "bullet", sign) for depth, sign in enumerate(DASH_SIGNS)
        )
        return _abstract(DASHES, "hybridMultilevel", levels)

    def _letters(self) -> str:
        return _abstract(LETTERS, "hybridMultilevel", self._level(0, "lowerLetter", "%1)"))

    def _level(
        self,
        level: int,
        numeral: str,
        text: str,
        *,
        style: str = "",
        bold: bool = False,
        override: bool = False,
    ) -> str:
        indent = twips(self.standard.body.first_line_indent)
        linked = f'<w:pStyle w:val="{style}"/>' if style else ""
        weight = "<w:b/>" if bold else '<w:b w:val="0"/>'
        xml = (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{numeral}"/>{linked}'
            f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="0" w:firstLine="{indent}"/></w:pPr>'
            f'<w:rPr>{weight}<w:i w:val="0"/></w:rPr></w:lvl>'
        )
        return f'<w:lvlOverride w:ilvl="{level}">{xml}</w:lvlOverride>' if override else xml


def _abstract(number: int, kind: str, levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>'
        f"{levels}</w:abstractNum>"
    )


def _start(level: int, number: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{number}"/></w:lvlOverride>'


def _properties(level: int, number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'

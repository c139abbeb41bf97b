"""The letters of one paragraph as they are shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from briefing.ooxml.names import AnyElement, attribute, child, children
from briefing.ooxml.styles import Styles

_GONE = frozenset({"w:del", "w:moveFrom", "w:rPr", "w:pPr", "w:sdtPr", "w:sdtEndPr", "w:rt"})
"""What is not on the page: deleted and moved text, properties, readings above letters."""

_MARKS = {
    **{"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"},
    **{"w:softHyphen": "", "w:sym": "•"},
}
"""What stands for a letter without being one; a symbol of a font says nothing about numbers."""

_NOTES = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_METRE = re.compile(r"(?<!\w)[kcdm]?m$")
_TEN = re.compile(r"(?<![\d.,])10$")


@dataclass(slots=True)
class Found:
    """What lies inside a paragraph without belonging to its line."""

    boxes: list[AnyElement] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    unread: dict[str, None] = field(default_factory=dict)


def chosen(alternatives: AnyElement) -> AnyElement | None:
    """Return the one of several contents that Word shows: the first that it understands."""
    for name, one in children(alternatives):
        if name == "mc:Fallback":
            return one
        spaces = [one.nsmap.get(prefix, "") for prefix in one.get("Requires", "").split()]
        if name == "mc:Choice" and all(map(_is_known, spaces)):
            return one
    return None


def _is_known(space: str) -> bool:
    return "microsoft.com/office/" in space or "openxmlformats.org/" in space


class InlineText:
    """The text of a paragraph, gathered run by run."""

    def __init__(self, styles: Styles, paragraph: AnyElement, found: Found) -> None:
        self.text = ""
        self.fonts: dict[str, None] = {}
        self._styles, self._found = styles, found
        self._properties = child(paragraph, "w:pPr")
        self._instructions: list[bool] = []
        self._take(paragraph)

    def _take(self, element: AnyElement) -> None:
        for name, one in children(element):
            if name == "w:r":
                self._run(one)
            elif name == "mc:AlternateContent":
                if (shown := chosen(one)) is not None:
                    self._take(shown)
            elif name == "m:oMath":
                self._opaque("formula")
            elif name not in _GONE:
                self._take(one)

    def _run(self, run: AnyElement) -> None:
        own = child(run, "w:rPr")
        if self._styles.hides(own, self._properties):
            return
        raised, before = self._styles.raises(own, self._properties), len(self.text)
        self._inside(run, raised=raised)
        if not self.text[before:].isascii():
            self.fonts[self._styles.font(own, self._properties)] = None

    def _inside(self, element: AnyElement, *, raised: bool) -> None:
        for name, one in children(element):
            if name == "w:t":
                self._letters(one.text or "", raised=raised)
            elif name in _MARKS:
                self._letters(_MARKS[name], raised=False)
            elif name in _NOTES:
                self._found.notes.append((_NOTES[name], attribute(one, "w:id")))
            elif name == "w:fldChar":
                self._field(attribute(one, "w:fldCharType"))
            elif name == "mc:AlternateContent":
                if (shown := chosen(one)) is not None:
                    self._inside(shown, raised=raised)
            elif name in _OTHERS:
                _OTHERS[name](self, one)

    def _letters(self, text: str, *, raised: bool) -> None:
        if any(self._instructions):
            return
        if raised and text.strip(" ,*()[]").isdigit():
            # A small number above the line is a note mark, but for powers.
            text = text.translate(_POWERS) if self._is_power(text) else ""
        self.text += text

    def _is_power(self, text: str) -> bool:
        metres = text in ("2", "3") and _METRE.search(self.text[-4:])
        return bool(metres or _TEN.search(self.text[-4:]))

    def _field(self, mark: str) -> None:
        """Pass over the instruction of a field; its result is shown."""
        if mark == "begin":
            self._instructions.append(True)
        elif mark == "separate" and self._instructions:
            self._instructions[-1] = False
        elif mark == "end" and self._instructions:
            self._instructions.pop()

    def _opaque(self, kind: str) -> None:
        self.text += "•"
        self._found.unread[kind] = None

    def _drawing(self, element: AnyElement) -> None:
        """Put aside the text boxes of a drawing, and name what is drawn from other parts."""
        for name, one in children(element):
            if name == "w:txbxContent":
                self._found.boxes.append(one)
            elif name == "mc:AlternateContent":
                if (shown := chosen(one)) is not None:
                    self._drawing(shown)
            elif name in _DRAWN:
                self._found.unread[_DRAWN[name]] = None
            else:
                self._drawing(one)

    def _ruby(self, element: AnyElement) -> None:
        self._take(element)


_DRAWN = {"c:chart": "chart", "dgm:relIds": "diagram", "o:OLEObject": "embedded"}
_OTHERS: dict[str, Callable[[InlineText, AnyElement], None]] = {
    **dict.fromkeys(("w:drawing", "w:pict", "w:object"), InlineText._drawing),
    "w:ruby": InlineText._ruby,
}

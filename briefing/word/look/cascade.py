"""What Word shows of a style: its own properties, then those of the styles it is based on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from briefing.layout.look import Align, StyleLook
from briefing.layout.metrics import SINGLE

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNITS = {"pt": 1.0, "pc": 12.0, "pi": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
_MEASURE = re.compile(r"(-?\d{1,7}(?:\.\d{1,6})?)(pt|pc|pi|in|cm|mm)?")

# Where no style and no default says anything, Word sets ten points (ISO/IEC 29500-1, 17.3.2.38)
# and fourteen points of "automatic" space.
_SIZE_UNSAID = 10.0
_AUTOMATIC = 14.0
_DEEPEST = 20
"""How many styles one may be based on, one upon the other."""

_ALIGNED: dict[str, Align] = {
    **{"left": "left", "start": "left", "center": "center", "right": "right", "end": "right"},
    **{"both": "both", "distribute": "both"},
}


def attribute(element: BaseOxmlElement | None, name: str = "val") -> str | None:
    """Return an attribute in Word's namespace."""
    return None if element is None else element.get(f"{_W}{name}")


def child(element: BaseOxmlElement | None, *names: str) -> BaseOxmlElement | None:
    """Return the element that a path of names leads to."""
    for name in names:
        if element is None:
            return None
        element = element.find(f"{_W}{name}")
    return element


def within(element: BaseOxmlElement, name: str) -> Iterator[BaseOxmlElement]:
    """Yield the elements of a name at any depth, in the order of the document."""
    yield from element.iter(f"{_W}{name}")


def points(text: str | None, unit: float) -> float | None:
    """Return a measure in points; a bare number counts in ``unit`` points. Nonsense is unsaid."""
    match = _MEASURE.fullmatch(text.strip()) if text else None
    return float(match[1]) * (_UNITS[match[2]] if match[2] else unit) if match else None


def colour_of(text: str | None) -> str:
    """Return a colour as six hexadecimal digits, ``auto`` for anything else."""
    return text.upper() if text and re.fullmatch("[0-9A-Fa-f]{6}", text) else "auto"


class Cascade:
    """The styles of one file, found by id or by name."""

    def __init__(self, styles: BaseOxmlElement, fonts: Mapping[str, str]) -> None:
        written: list[BaseOxmlElement] = list(styles.iterchildren(f"{_W}style"))
        # Of several that are called the same, the first counts.
        backward = [(attribute(style, "type"), style) for style in reversed(written)]
        self._by_id = {attribute(style, "styleId"): style for _, style in backward}
        self._ids = {(kind, attribute(style, "styleId")): style for kind, style in backward}
        self._names = {(kind, _name(style).casefold()): style for kind, style in backward}
        self._defaults = child(styles, "docDefaults")
        self._fonts = fonts

    def find(self, kind: str, style_id: str, name: str) -> BaseOxmlElement | None:
        """Return a style of a kind: that of an id, else that of a name in any case."""
        found = self._ids.get((kind, style_id))
        return found if found is not None else self._names.get((kind, name.casefold()))

    def chain(self, style: BaseOxmlElement) -> list[BaseOxmlElement]:
        """Return a style and those it is based on, nearest first; a circle ends where it closes."""
        chain: list[BaseOxmlElement] = []
        following: BaseOxmlElement | None = style
        while following is not None and len(chain) < _DEEPEST and following not in chain:
            chain.append(following)
            following = self._by_id.get(attribute(child(following, "basedOn")))
        return chain

    def shown(self, style: BaseOxmlElement) -> StyleLook:
        """Return what Word shows of a paragraph style."""
        properties = _Properties([*self.chain(style)], self._defaults, self._fonts)
        return properties.look(_name(style))


def _name(style: BaseOxmlElement) -> str:
    return attribute(child(style, "name")) or ""


class _Properties:
    def __init__(
        self,
        chain: list[BaseOxmlElement],
        defaults: BaseOxmlElement | None,
        fonts: Mapping[str, str],
    ) -> None:
        run, paragraph = child(defaults, "rPrDefault", "rPr"), child(defaults, "pPrDefault", "pPr")
        self._levels = {
            "rPr": [*(child(style, "rPr") for style in chain), run],
            "pPr": [*(child(style, "pPr") for style in chain), paragraph],
        }
        self._fonts = fonts

    def look(self, name: str) -> StyleLook:
        size = points(self._value("rPr", "sz"), 0.5) or _SIZE_UNSAID
        together = self._on("pPr", "contextualSpacing")
        return StyleLook(
            name=name[:1].upper() + name[1:],
            font=self._font(),
            size=size,
            bold=self._on("rPr", "b"),
            italic=self._on("rPr", "i"),
            underline=(self._value("rPr", "u") or "none") != "none",
            capitals=self._on("rPr", "caps") or self._on("rPr", "smallCaps"),
            colour=colour_of(self._value("rPr", "color")),
            align=_ALIGNED.get(self._value("pPr", "jc") or "", "left"),
            before=0.0 if together else self._space("before"),
            after=0.0 if together else self._space("after"),
            lines=self._lines(size),
            indent=self._indent(),
            height=self._height(),
        )

    def _said(self, group: str, name: str, at: str = "val") -> Iterator[tuple[str, int]]:
        for level, properties in enumerate(self._levels[group]):
            value = attribute(child(properties, name), at)
            if value is not None:
                yield value, level

    def _value(self, group: str, name: str, at: str = "val") -> str | None:
        return next((value for value, _ in self._said(group, name, at)), None)

    def _on(self, group: str, name: str) -> bool:
        """Say whether a mark is set: written without a value it is."""
        for properties in self._levels[group]:
            element = child(properties, name)
            if element is not None:
                return (attribute(element) or "1").lower() not in ("0", "false", "off")
        return False

    def _space(self, side: str) -> float:
        if (self._value("pPr", "spacing", f"{side}Autospacing") or "0") in ("1", "true", "on"):
            return _AUTOMATIC
        return points(self._value("pPr", "spacing", side), 0.05) or 0.0

    def _lines(self, size: float) -> float:
        """Return the line spacing in lines; an exact or least height is counted in single lines."""
        rule = self._value("pPr", "spacing", "lineRule") or "auto"
        line = points(self._value("pPr", "spacing", "line"), 0.05)
        if line is None or line <= 0:
            return 1.0
        lines = line / 12 if rule == "auto" else line / (SINGLE * size)
        return max(lines, 1.0) if rule == "atLeast" else lines

    def _height(self) -> float:
        if self._value("pPr", "spacing", "lineRule") != "exact":
            return 0.0
        return points(self._value("pPr", "spacing", "line"), 0.05) or 0.0

    def _indent(self) -> float:
        """Return the indent of the first line in millimetres; a hanging one is below nothing."""
        first = next(self._said("pPr", "ind", "firstLine"), ("0", len(self._levels["pPr"])))
        hanging = next(self._said("pPr", "ind", "hanging"), ("0", len(self._levels["pPr"])))
        out = points(hanging[0], 0.05) or 0.0
        if out and hanging[1] <= first[1]:
            return -out * 25.4 / 72
        return (points(first[0], 0.05) or 0.0) * 25.4 / 72

    def _font(self) -> str:
        """Return the font of Vietnamese text; Word takes plain letters and others separately."""
        fonts = {self._font_of(letters) for letters in ("ascii", "hAnsi")} - {""}
        return " / ".join(sorted(fonts))

    def _font_of(self, letters: str) -> str:
        theme = next(self._said("rPr", "rFonts", f"{letters}Theme"), None)
        plain = next(self._said("rPr", "rFonts", letters), None)
        if theme and (not plain or theme[1] <= plain[1]):
            return self._fonts.get(theme[0][:5], "")
        return plain[0] if plain else ""

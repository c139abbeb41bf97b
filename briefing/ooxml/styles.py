"""Whether letters are hidden or raised, by their own properties and those of their styles."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from briefing.ooxml.names import AnyElement, attribute, child, children, is_on

_FONTS = "w:rFonts"
_DEEPEST = 32
"""Styles are based on each other; Word follows no longer chain."""


class Styles:
    """The styles of a document."""

    def __init__(self, tree: AnyElement | None) -> None:
        found = [] if tree is None else [one for name, one in children(tree) if name == "w:style"]
        self._styles = {attribute(style, "w:styleId"): style for style in found}
        self._default = {
            attribute(style, "w:type"): attribute(style, "w:styleId")
            for style in found
            if attribute(style, "w:default").lower() in ("1", "true", "on")
        }
        self._base = child(child(child(tree, "w:docDefaults"), "w:rPrDefault"), "w:rPr")
        self._of_style = cache(self._looked_up)

    def hides(self, own: AnyElement | None, paragraph: AnyElement | None) -> bool:
        """Say whether a run is hidden; a switch in styles of both kinds undoes itself."""
        direct = is_on(child(own, "w:vanish"))
        if direct is not None:
            return direct
        hidden = [
            self._of_style(style, "w:vanish") == "on" for style in self._named(own, paragraph)
        ]
        return hidden.count(True) % 2 == 1 or is_on(child(self._base, "w:vanish")) is True

    def raises(self, own: AnyElement | None, paragraph: AnyElement | None) -> bool:
        """Say whether a run stands above the line."""
        direct = child(own, "w:vertAlign")
        if direct is not None:
            return attribute(direct, "w:val") == "superscript"
        for style in self._named(own, paragraph):
            if value := self._of_style(style, "w:vertAlign"):
                return value == "superscript"
        return False

    def font(self, own: AnyElement | None, paragraph: AnyElement | None) -> str:
        """Return the font of a run's letters beyond ASCII, empty where a theme chooses it."""
        direct = child(own, _FONTS)
        if direct is not None and (named := _font(direct)):
            return named
        for style in self._named(own, paragraph):
            if value := self._of_style(style, _FONTS):
                return value
        return _font(child(self._base, _FONTS))

    def _named(self, own: AnyElement | None, paragraph: AnyElement | None) -> tuple[str, str]:
        of_run = attribute(child(own, "w:rStyle"), "w:val")
        of_paragraph = attribute(child(paragraph, "w:pStyle"), "w:val")
        return of_run, of_paragraph or self._default.get("paragraph", "")

    def _looked_up(self, style: str, name: str) -> str:
        """Return what the nearest style of a chain says: for a switch ``on`` or ``off``."""
        for _ in range(_DEEPEST):
            element = self._styles.get(style)
            if element is None:
                return ""
            property_ = child(child(element, "w:rPr"), name)
            if property_ is not None:
                return _SAID.get(name, _switch)(property_)
            style = attribute(child(element, "w:basedOn"), "w:val")
        return ""


def _switch(property_: AnyElement) -> str:
    return "on" if is_on(property_) else "off"


def _font(property_: AnyElement | None) -> str:
    return attribute(property_, "w:hAnsi") or attribute(property_, "w:ascii")


def _value(property_: AnyElement) -> str:
    return attribute(property_, "w:val")


_SAID: dict[str, Callable[[AnyElement], str]] = {"w:vertAlign": _value, _FONTS: _font}
"""How a property that is no switch says what it is."""

"""The register of blocks of their own: what a usual block becomes that says how it is set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from briefing.document.model import Paragraph, Table
from briefing.registers import load_modules

Usual = Paragraph | Table
Make = Callable[[Usual], Usual]

_makers: dict[str, Make] = {}


def set_as(word: str) -> Callable[[Make], Make]:
    """Register what a paragraph or a table becomes that begins with ``[word](set:)``."""

    def registered(make: Make) -> Make:
        _makers[word] = make
        return make

    return registered


@cache
def makers() -> Mapping[str, Make]:
    """Return what blocks become, by the word that they begin with."""
    load_modules("briefing.document.blocks")
    return _makers

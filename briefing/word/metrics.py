"""How wide a text is in Times New Roman, so that drawn rules and columns fit it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

Face = Literal["regular", "bold", "italic"]

_UNITS = 2048
_USUAL = 1024


@cache
def _widths(face: Face) -> dict[str, int]:
    source = files("briefing.word").joinpath("times.toml")
    table = tomllib.loads(source.read_text(encoding="utf-8"))[face]
    return {char: int(width) for width, chars in table.items() for char in chars}


def text_width(text: str, size: float, face: Face = "regular") -> float:
    """Return the width of a text on one line, in points; unknown characters count as a digit."""
    widths = _widths(face)
    return sum(widths.get(char, _USUAL) for char in text) * size / _UNITS

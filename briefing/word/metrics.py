"""How wide a text is in Times New Roman, so that drawn rules and columns fit it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

Face = Literal["regular", "bold", "italic"]

_UNITS = 2048
_USUAL = 1024


class _Widths(dict[str, int]):
    """Widths by character; what the table does not know is as wide as a digit."""

    def __missing__(self, char: str) -> int:
        return _USUAL


@cache
def _widths(face: Face) -> _Widths:
    source = files("briefing.word").joinpath("times.toml")
    table = tomllib.loads(source.read_text(encoding="utf-8"))[face]
    return _Widths({char: int(width) for width, chars in table.items() for char in chars})


def text_width(text: str, size: float, face: Face = "regular") -> float:
    """Return the width of a text on one line, in points; unknown characters count as a digit."""
    return sum(map(_widths(face).__getitem__, text)) * size / _UNITS

"""How wide a text is in Times New Roman, so that drawn rules and columns fit it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal

from briefing.program_data import table_beside
from briefing.standards import Component
from briefing.vietnamese import GLUE, STIFF_HYPHEN

Face = Literal["regular", "bold", "italic"]

SINGLE = 1.149
"""A line of Times New Roman as a share of its size: ascent, descent and the gap between lines."""

_UNITS = 2048
_USUAL = 1024
_SLANT = 205


class _Widths(dict[str, int]):
    """Widths by character; what the table does not know is as wide as a digit."""

    def __missing__(self, char: str) -> int:
        return _USUAL


@cache
def _table() -> dict[str, dict[str, str]]:
    return table_beside(__file__, "times.toml")


@cache
def _widths(face: Face) -> _Widths:
    table = _table()[face]
    widths = _Widths({char: int(width) for width, chars in table.items() for char in chars})
    widths[STIFF_HYPHEN] = widths["-"]
    if face == "italic":
        # LibreOffice gives slanted signs of this kind some room more; there must be enough for all.
        widths[GLUE] += _SLANT
        widths[STIFF_HYPHEN] += _SLANT
    return widths


def face_of(component: Component) -> Face:
    """Return the face whose widths a component's text has."""
    return "italic" if component.italic else "bold" if component.bold else "regular"


def text_width(text: str, size: float, face: Face = "regular") -> float:
    """Return the width of a text on one line, in points; unknown characters count as a digit."""
    return _units(text, face) * size / _UNITS


def text_widths(texts: Iterable[str], size: float, face: Face = "regular") -> list[float]:
    """Return the widths of texts, each on one line, in points."""
    return [_units(text, face) * size / _UNITS for text in texts]


# Words come again: in a title tried in many widths, and from cell to cell of a table.
@lru_cache(maxsize=4096)
def _units(text: str, face: Face) -> int:
    return sum(map(_widths(face).__getitem__, text))

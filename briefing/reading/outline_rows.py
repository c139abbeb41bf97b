"""The rows of an outline, each with its level, as sections in one another."""

from __future__ import annotations

from typing import Any

from briefing.findings import FieldPath, Finding, Origin
from briefing.forms.sheet import BELOW, LEVEL
from briefing.standards import DEEPEST

Places = dict[FieldPath, Origin]
_KEY = "sections"


def nest_sections(data: dict[str, Any], places: Places) -> list[Finding]:
    """Put the sections of a form into one another by their levels; return what is unclear.

    A row without a level has that of the row above. Points that begin with a plus sign stand below
    the point before them.
    """
    if _KEY not in data:
        return []
    rows, found, last = data.pop(_KEY), [], 0
    own = {path: places.pop(path) for path in list(places) if path[:1] == (_KEY,) and path[1:]}
    at: FieldPath = ()
    data[_KEY] = []
    open_lists: list[tuple[FieldPath, list[Any]]] = [((_KEY,), data[_KEY])]
    for number, row in enumerate(rows):
        said = str(row.pop(LEVEL, last or 1))
        level = int(said) if said.isascii() and said.isdigit() else 0
        if not 1 <= level <= min(last + 1, DEEPEST):
            origin = own.get((_KEY, number, LEVEL)) or own[_KEY, number]
            values = {"written": said, "most": min(last + 1, DEEPEST)}
            found.append(Finding("workbook/level", origin=origin, values=values))
            level = min(max(level, 1), last + 1)
        del open_lists[level:]
        above, listed = open_lists[-1]
        at, last = (*above, len(listed)), level
        listed.append(row)
        moved = _points_below(row, {p[2:]: o for p, o in own.items() if p[1] == number})
        places.update({(*at, *rest): origin for rest, origin in moved.items()})
        open_lists.append(((*at, _KEY), _Later(row)))
    return found


class _Later(list[Any]):
    """The sections below a row, put into it with the first of them."""

    def __init__(self, row: dict[str, Any]) -> None:
        super().__init__()
        self._row = row

    def append(self, section: Any, /) -> None:
        """Add a section, and the list itself to its row."""
        self._row[_KEY] = self
        super().append(section)


def _points_below(row: dict[str, Any], places: Places) -> Places:
    """Put points with a plus sign below the one before; return the places of the row's values."""
    points = row.get("points", [])
    moved = {path: origin for path, origin in places.items() if path[:1] != ("points",)}
    if ("points",) in places:
        moved["points",] = places["points",]
    kept: list[Any] = []
    for number, point in enumerate(points):
        text, origin = point["text"], places["points", number]
        if text.startswith(BELOW) and kept:
            below = kept[-1].setdefault("points", [])
            below.append(text.removeprefix(BELOW).strip())
            moved["points", len(kept) - 1, "points", len(below) - 1] = origin
        else:
            own = text.startswith("\\") and text.lstrip("\\").startswith(BELOW)
            kept.append({"text": text[1:] if own else text})
            moved["points", len(kept) - 1] = moved["points", len(kept) - 1, "text"] = origin
    if kept:
        row["points"] = kept
    return moved

"""The subject areas of a report: their headings, and the order in which they are treated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from briefing.values import record


@record
class Area:
    """A subject area: the name that inputs call it by, its usual heading, its place in the order.

    ``after`` is the area that it follows where an order does not name it; without one it comes
    last.
    """

    name: str
    heading: str
    after: str | None = None


def area_of(name: str, said: str | Mapping[str, Any]) -> Area:
    """Return the area that a line of data describes: its heading, or a table with ``after``."""
    if isinstance(said, str):
        return Area(name, said)
    return Area(name, said["heading"], said.get("after"))


def ordered(areas: Iterable[Area], first: Iterable[str]) -> list[str]:
    """Return the names of all areas: those of an order, then the others as they are declared.

    An area that says what it comes after stands there, unless the order names it itself.
    """
    return list(_ordered(tuple(areas), tuple(first)))


# A report asks for it again and again, and the reports of a batch for the same.
@lru_cache(maxsize=64)
def _ordered(areas: tuple[Area, ...], first: tuple[str, ...]) -> tuple[str, ...]:
    known = {area.name: area for area in areas}
    order = [name for name in dict.fromkeys(first) if name in known]
    waiting = {name: area for name, area in known.items() if name not in order}
    while waiting:
        # One that follows another waits for it, unless they wait for each other.
        ready = (area for area in waiting.values() if area.after not in waiting)
        area = waiting.pop(next(ready, next(iter(waiting.values()))).name)
        at = order.index(area.after) + 1 if area.after in order else len(order)
        order.insert(at, area.name)
    return tuple(order)

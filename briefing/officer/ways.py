"""Ways that entries go: where a path leads after an entry was moved, renamed, taken away or put in.

The page does the same with what it shows and what was typed into it (``static/places.js``).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from briefing.findings import FieldPath
from briefing.forms import Edit
from briefing.values import record


@record
class Way:
    """One entry that goes from a path to what its last step is then, or away, without one.

    One that comes ``back``, or is new, comes at its path; those behind make room.
    """

    path: FieldPath
    to: str | int | None = None
    back: bool = False

    @classmethod
    def of(cls, edit: Edit) -> Way:
        """Return the way of an entry that a change moved, renamed or took away."""
        return cls(edit.path, edit.to)

    @classmethod
    def back_from(cls, edit: Edit) -> Way:
        """Return how a move, a new name or a loss is taken back."""
        if edit.to is None:
            return cls(edit.path, back=True)
        return cls((*edit.path[:-1], edit.to), edit.path[-1])

    def as_data(self) -> dict[str, Any]:
        """Return it as the page is told."""
        return {"path": list(self.path), "to": self.to, "back": self.back}


def placed(path: FieldPath, ways: Iterable[Way]) -> FieldPath | None:
    """Return where a path leads behind ways, one after the other; ``None`` for nowhere."""
    for way in ways:
        at = len(way.path) - 1
        if len(path) <= at or path[:at] != way.path[:at]:
            continue
        step = _step(path[at], way)
        if step is None:
            return None
        path = (*path[:at], step, *path[at + 1 :])
    return path


def _step(step: str | int, way: Way) -> str | int | None:
    gone, to = way.path[-1], way.to
    if step == gone and not way.back:
        return to
    if not isinstance(step, int) or not isinstance(gone, int):
        return step
    if way.back:
        return step + 1 if step >= gone else step
    without = step - 1 if step > gone else step
    return without + 1 if isinstance(to, int) and without >= to else without

"""Entries that a page still shows and the file has no longer."""

from __future__ import annotations

from typing import Any

from briefing.findings import FieldPath
from briefing.forms import general
from briefing.officer.naming import FieldChange


def is_gone(change: FieldChange, data: Any) -> bool:
    """Say whether a change is for an entry that somebody took away or renamed since."""
    path = change.edit.path
    return change.is_old and any(
        _is_entry(path[:end]) and not _holds(data, path[:end]) for end in range(1, len(path))
    )


def _is_entry(path: FieldPath) -> bool:
    return isinstance(path[-1], int) or general(path).endswith("[]")


def _holds(data: Any, path: FieldPath) -> bool:
    held = data
    for step in path:
        if isinstance(held, list):
            if not isinstance(step, int) or step >= len(held):
                return False
            held = held[step]
        elif isinstance(held, dict):
            # One entry may stand there without its list.
            if step != 0 and step not in held:
                return False
            held = held if step == 0 else held[step]
        else:
            return False
    return True

"""What a browser asks for: as a script says it, or by a form that was sent whole."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from briefing.findings import FieldPath
from briefing.forms import Edit
from briefing.officer.filled import NEW
from briefing.officer.naming import FieldChange

_DEEPEST = 32
"""Steps of the longest path: groups and lists inside each other, as many as are read."""


def asked_changes(data: Any) -> list[FieldChange]:
    """Return the changes that a script asks for; raises ValueError, TypeError or KeyError."""
    if not isinstance(data, list):
        raise TypeError(data)
    return [
        FieldChange(
            Edit(_path(one["path"]), _text(one.get("text")), _goal(one.get("to"))),
            _text(one.get("was")),
            _text(one.get("name")) or "",
            one.get("old") is True,
        )
        for one in data
    ]


def _text(said: Any) -> str | None:
    """Return a text that a file can hold; raises TypeError, or ValueError for half a character."""
    if said is None:
        return None
    if not isinstance(said, str):
        raise TypeError(said)
    said.encode("utf-8")
    return said


def _goal(said: Any) -> str | int | None:
    return said if isinstance(said, int) and not isinstance(said, bool) else _text(said)


def sent_changes(form: Mapping[str, str]) -> list[FieldChange]:
    """Return the changes of a form that was sent whole: what differs from what it showed.

    A button that takes an entry away or moves it says so in its value; what was typed is saved too.
    """
    order = asked_changes([json.loads(form["do"])]) if form.get("do") else []
    return [*_differing(form), *order]


def _differing(form: Mapping[str, str]) -> Iterator[FieldChange]:
    for key, text in form.items():
        was = form.get(f"was:{key}")
        if was is not None and text.replace("\r\n", "\n") != was.replace("\r\n", "\n"):
            path = _path(json.loads(key))
            name = form.get(f"name:{_entry(path)}", "")
            # Of a list the first field behind the last entry is that of a new one.
            is_old = NEW not in path and not any(isinstance(step, int) for step in path)
            yield FieldChange(Edit(path, text), was, name, is_old)
    # Names last: the paths of what was typed are those that were shown.
    for key, name in form.items():
        if key.startswith("name:"):
            path = _path(json.loads(key.removeprefix("name:")))
            if path[-1] and name.strip() and name != path[-1]:
                yield FieldChange(Edit(path, to=name.strip()))


def _entry(path: FieldPath) -> str:
    """Return the key of the new entry of a table that a path leads through."""
    return json.dumps(path[: path.index(NEW) + 1], ensure_ascii=False) if NEW in path else ""


def _path(said: Any) -> FieldPath:
    if not isinstance(said, list) or not 0 < len(said) <= _DEEPEST:
        raise ValueError(said)
    if any(_goal(step) is None for step in said):
        raise ValueError(said)
    return tuple(said)

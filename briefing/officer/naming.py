"""The changes that a browser asks for, and the names that new entries of tables are given."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from briefing.findings import FieldPath
from briefing.forms import Edit
from briefing.officer.filled import NEW
from briefing.values import record
from briefing.vietnamese import without_marks

_LONGEST = 60
_WORD = re.compile(r"[a-z0-9]+")
_INITIALS = "abbreviations"
"""The table whose entries are called by the first letters of what they stand for."""


@record
class FieldChange:
    """What a browser asks for: an edit, and what its field showed before.

    ``name`` is what a new entry of a table is to be called; one without is given a name. ``is_old``
    says that the entries a path leads through stood in the file when the field was shown.
    """

    edit: Edit
    was: str | None = None
    name: str = ""
    is_old: bool = False


def is_new(step: str | int) -> bool:
    """Say whether a step leads into a new entry of a table; of several each has a number."""
    return step == NEW or (isinstance(step, str) and step.startswith("+"))


def named(
    changes: Iterable[FieldChange], data: Mapping[str, Any]
) -> tuple[list[FieldChange], dict[FieldPath, str]]:
    """Return changes with a name for each new entry of a table, and these names by the new paths.

    A name is the one that was asked for, else made of the first text that is typed.
    """
    made: dict[FieldPath, str] = {}
    return [_named(change, data, made) for change in changes], made


def _named(change: FieldChange, data: Mapping[str, Any], made: dict[FieldPath, str]) -> FieldChange:
    path = change.edit.path
    if isinstance(change.edit.to, str):
        # A name that no sentence could call is brought into a form that one can.
        to = change.edit.to if path[:-1] == (_INITIALS,) else _made(path[:-1], change.edit.to)
        return replace(change, edit=replace(change.edit, to=to))
    at = next((at for at, step in enumerate(path) if is_new(step)), None)
    if at is None:
        return change
    above, new = path[:at], path[: at + 1]
    if new not in made:
        name = _made(above, change.name.strip() or change.edit.text or "")
        made[new] = _free(name, above, data, made)
    path = (*above, made[new], *path[at + 1 :])
    return replace(change, edit=replace(change.edit, path=path), was=None)


def _made(above: FieldPath, text: str) -> str:
    words = _WORD.findall(without_marks(text).lower())
    if above[-1:] == (_INITIALS,):
        short = text.strip() if text.isupper() else ""
        return short or "".join(word[0] for word in words).upper() or "TT"
    name = "_".join(words)[:_LONGEST].strip("_")
    return name if name[:1].isalpha() else f"muc_{name}".rstrip("_")


def made_name(text: str, taken: Container[object]) -> str:
    """Return a name for a new entry of a table, made of its text, that is not taken."""
    name = _made((), text)
    numbered = (name if number == 1 else f"{name}_{number}" for number in count(1))
    return next(free for free in numbered if free not in taken)


def _free(
    name: str, above: FieldPath, data: Mapping[str, Any], made: Mapping[FieldPath, str]
) -> str:
    held: Any = data
    for step in above:
        held = held.get(step) if isinstance(held, Mapping) else None
    names = held if isinstance(held, Mapping) else ()
    taken = {*names, *(one for new, one in made.items() if new[:-1] == above)}
    numbered = (name if number == 1 else f"{name}_{number}" for number in count(1))
    return next(free for free in numbered if free not in taken)

"""What changes that a browser asks for make of an input, each for the entry it was meant for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from briefing.findings import FieldPath, say
from briefing.forms import Edit, edited, general, rearranged, shown, typed
from briefing.officer.calling import by_names
from briefing.officer.gone import is_gone
from briefing.officer.naming import FieldChange, is_new, named
from briefing.officer.steps import Clash, Plan
from briefing.officer.ways import Way, placed
from briefing.values import record


@record
class InputState:
    """An input as a file holds it: its text, what that says, and what tells it from others."""

    text: str
    data: dict[str, Any]
    digest: str


def planned(
    state: InputState, changes: Sequence[FieldChange], came: tuple[Way, ...] | None, language: str
) -> Plan:
    """Return what changes make of an input.

    ``came`` are the ways that entries went since the page was shown that asks, ``None`` where
    nobody knows: then what is meant for an entry is a clash. So is what leads nowhere, and what is
    meant for a field that somebody else has changed; all others are made.
    """
    clashes, asked = list[Clash](), list[tuple[int, FieldChange]]()
    for at, change in enumerate(changes):
        path = _followed(change, came)
        if path is None:
            clashes.append(Clash(at, change.edit.path, gone=True))
        else:
            asked.append((at, _on(change, path, state.data)))
    called, made = named(by_names([one for _, one in asked], state.data), state.data)
    edits: list[tuple[int, Edit]] = []
    for (at, _), change in zip(asked, called, strict=True):
        if found := _clash(at, change, state.data, language):
            clashes.append(found)
        else:
            edits.append((at, change.edit))
    yes = say("sheet.yes", language)
    try:
        after = edited(state.text, [edit for _, edit in edits], yes=yes)
    except LookupError:
        lost = list(_leading_nowhere(state.text, edits, yes))
        clashes += [Clash(at, edit.path, gone=True) for at, edit in edits if at in lost]
        edits = [(at, edit) for at, edit in edits if at not in lost]
        after = edited(state.text, [edit for _, edit in edits], yes=yes)
    done = [edit for _, edit in edits]
    places = tuple(rearranged(state.text, done, yes=yes))
    return Plan(
        state.text, state.data, state.digest, made, clashes, done, after, came or (), places
    )


def shown_at(path: FieldPath, data: Any, language: str) -> str:
    """Return what the field at a path shows for the data of an input."""
    value = data
    for step in path:
        value = _below(value, step)
    field = general(path)
    yes, no = say("sheet.yes", language), say("sheet.no", language)
    return "" if isinstance(value, (dict, list)) else shown(value, field, yes=yes, no=no)


def structure(data: Any) -> Any:
    """Return which groups, entries and names there are, without what they say."""
    if isinstance(data, dict):
        groups = {key: structure(value) for key, value in data.items()}
        return {key: below for key, below in groups.items() if below is not None}
    if isinstance(data, list):
        return [structure(value) for value in data]
    return None


def _followed(change: FieldChange, came: tuple[Way, ...] | None) -> FieldPath | None:
    path = change.edit.path
    if came is not None:
        return placed(path, came)
    known = not any(isinstance(step, int) for step in path) or any(map(is_new, path))
    return path if known else None


def _on(change: FieldChange, path: FieldPath, data: Mapping[str, Any]) -> FieldChange:
    """Return a change for a path; an entry moves as far as it was to move, and not past the end."""
    edit = replace(change.edit, path=path)
    if isinstance(edit.to, int) and isinstance(path[-1], int):
        moved = edit.to + path[-1] - int(change.edit.path[-1])
        held: Any = data
        for step in path[:-1]:
            held = _below(held, step)
        last = len(held) - 1 if isinstance(held, list) else moved
        edit = replace(edit, to=max(0, moved if path[-1] > last else min(moved, last)))
    return replace(change, edit=edit)


def _clash(at: int, change: FieldChange, data: Any, language: str) -> Clash | None:
    """Return how somebody else has changed a field to something else since it was shown."""
    if change.was is None:
        return None
    path, text = change.edit.path, change.edit.text or ""
    if is_gone(change, data):
        return Clash(at, path, gone=True) if text.strip() else None
    now = shown_at(path, data, language)
    if now == change.was.replace("\r\n", "\n"):
        return None
    yes, no = say("sheet.yes", language), say("sheet.no", language)
    field = general(path)
    asked = shown(typed(text, field, yes=yes), field, yes=yes, no=no)
    return Clash(at, path, now) if asked != now else None


def _leading_nowhere(text: str, edits: Iterable[tuple[int, Edit]], yes: str) -> Iterator[int]:
    kept: list[Edit] = []
    for at, edit in edits:
        try:
            edited(text, [*kept, edit], yes=yes)
        except LookupError:
            yield at
        else:
            kept.append(edit)


def _below(value: Any, step: str | int) -> Any:
    if isinstance(value, list):
        return value[step] if isinstance(step, int) and step < len(value) else None
    if isinstance(value, dict):
        # One entry may stand there without its list.
        return value if step == 0 else value.get(step)
    # An entry may be its text alone.
    return value if step == "text" else None

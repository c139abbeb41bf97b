"""Which entries of one state of an input are those of another, when somebody else put some in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from briefing.findings import Path
from briefing.forms import general
from briefing.lines import changes, common
from briefing.officer.ways import Way

_WORD = re.compile(r"\w+")

_ALIKE = 0.5
"""Share of words, of both entries, from which one is the other with some words changed."""


def ways_between(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Way]:
    """Return the ways that entries of an input went from one state to another, one after the other.

    An entry that says something else altogether is another one.
    """
    return list(_between(before, after, ()))


def _between(before: Any, after: Any, path: Path) -> Iterator[Way]:
    if isinstance(before, list) or isinstance(after, list):
        yield from _of_lists(_entries(before), _entries(after), path)
    elif isinstance(before, Mapping):
        yield from _of_groups(before, after if isinstance(after, Mapping) else {}, path)


def _entries(value: Any) -> list[Any]:
    """Return the entries of a list; one may stand there without it."""
    return value if isinstance(value, list) else [value] if isinstance(value, Mapping) else []


def _of_groups(before: Mapping[str, Any], after: Mapping[str, Any], path: Path) -> Iterator[Way]:
    new = [name for name in after if name not in before]
    for name, value in before.items():
        now = name
        if name not in after and general((*path, name)).endswith("[]"):
            found = next((one for one in new if after[one] == value), None)
            yield Way((*path, name), found)
            if found is None:
                continue
            new.remove(found)
            now = found
        yield from _between(value, after.get(now), (*path, now))


def _of_lists(before: list[Any], after: list[Any], path: Path) -> Iterator[Way]:
    goals = _matched(before, after)
    for at in reversed(range(len(before))):
        if at not in goals:
            yield Way((*path, at))
    left = [goals[at] for at in sorted(goals)]
    for goal in range(len(after)):
        if goal not in left:
            yield Way((*path, goal), back=True)
            left.insert(goal, goal)
        elif (at := left.index(goal)) != goal:
            yield Way((*path, at), goal)
            left.insert(goal, left.pop(at))
    for at, goal in goals.items():
        yield from _between(before[at], after[goal], (*path, goal))


def _matched(before: list[Any], after: list[Any]) -> dict[int, int]:
    """Return the positions of entries by those they had.

    What is the same comes first, wherever it went; then, between neighbours that stayed, the like.
    """
    said, now = ([repr(one) for one in entries] for entries in (before, after))
    goals = dict(common(said, now))
    gaps = [(range(*ends[:2]), range(*ends[2:])) for ends in changes(said, now)]
    left = [to for _, new in gaps for to in new]
    for at in (at for old, _ in gaps for at in old):
        if (to := next((to for to in left if now[to] == said[at]), None)) is not None:
            goals[at] = to
            left.remove(to)
    for old, new in gaps:
        goals |= _like(
            {at: before[at] for at in old if at not in goals},
            {to: after[to] for to in new if to in left},
        )
    return goals


def _like(old: Mapping[int, Any], new: Mapping[int, Any]) -> dict[int, int]:
    if len(old) == len(new) and not any(isinstance(one, dict | list) for one in old.values()):
        # Each has one field, which tells by itself when it was changed.
        return dict(zip(old, new, strict=True))
    likeness = {(at, to): _likeness(old[at], new[to]) for at in old for to in new}
    found: dict[int, int] = {}
    for (at, to), share in sorted(likeness.items(), key=lambda one: -one[1]):
        if share >= _ALIKE and at not in found and to not in found.values():
            found[at] = to
    return found


def _likeness(one: Any, other: Any) -> float:
    """Return the share of words that two entries have in common; 1 for one that goes on."""
    said, now = list(_words(one)), list(_words(other))
    text, later = (" ".join(word for _, word in words) for words in (said, now))
    if text and later.startswith(text):
        return 1.0
    both = Counter(said) & Counter(now)
    return 2 * both.total() / max(1, len(said) + len(now))


def _words(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if isinstance(value, Mapping):
        for key, below in value.items():
            yield from _words(below, (*path, key))
    elif isinstance(value, list):
        for below in value:
            yield from _words(below, path)
    else:
        yield from ((path, word) for word in _WORD.findall(str(value)))

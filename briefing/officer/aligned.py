"""Which entries of one state of an input are those of another, when somebody else put some in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from briefing.findings import FieldPath
from briefing.forms import control_at, general
from briefing.lines import changes, common
from briefing.officer.ways import Way

T = TypeVar("T", int, str)

_WORD = re.compile(r"\w+")

_ALIKE = 2 / 3
"""Share of words, of both entries, from which one is the other with some words changed.

Only words that no other entry says tell one from another; many reports say the rest everywhere.
"""

WordCounts = Counter[tuple[FieldPath, str]]
EntryPair = tuple[int, int]


def ways_between(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Way]:
    """Return the ways that entries of an input went from one state to another, one after the other.

    An entry that says something else altogether is another one, and so is one that may have become
    any of several: what was typed for it must not go into the wrong one.
    """
    return list(_between(before, after, ()))


def _between(before: Any, after: Any, path: FieldPath) -> Iterator[Way]:
    if isinstance(before, list) or isinstance(after, list):
        yield from _of_lists(_entries(before), _entries(after), path)
    elif isinstance(before, Mapping):
        yield from _of_groups(before, after if isinstance(after, Mapping) else {}, path)


def _entries(value: Any) -> list[Any]:
    """Return the entries of a list; one may stand there without it."""
    return value if isinstance(value, list) else [value] if isinstance(value, Mapping) else []


def _of_groups(
    before: Mapping[str, Any], after: Mapping[str, Any], path: FieldPath
) -> Iterator[Way]:
    renamed = _renamed(before, after)
    for name, value in before.items():
        now = name
        if name not in after and general((*path, name)).endswith("[]"):
            found = renamed.get(name)
            yield Way((*path, name), found)
            if found is None:
                continue
            now = found
        yield from _between(value, after.get(now), (*path, now))


def _renamed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, str]:
    """Return the names that entries got which say what they said, and nobody else says it."""
    old = {name: repr(value) for name, value in before.items() if name not in after}
    new = {name: repr(value) for name, value in after.items() if name not in before}
    return _only([(name, now) for name in old for now in new if old[name] == new[now]])


def _of_lists(before: list[Any], after: list[Any], path: FieldPath) -> Iterator[Way]:
    goals = _matched(before, after, path)
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


def _matched(before: list[Any], after: list[Any], path: FieldPath) -> dict[int, int]:
    """Return the positions of entries by those they had.

    What is the same comes first, then the like, wherever they went.
    """
    said, now = ([repr(_whole(one)) for one in entries] for entries in (before, after))
    goals = dict(common(said, now))
    gaps = [(range(*ends[:2]), range(*ends[2:])) for ends in changes(said, now)]
    left = [to for _, new in gaps for to in new]
    for at in (at for old, _ in gaps for at in old):
        if (to := next((to for to in left if now[to] == said[at]), None)) is not None:
            goals[at] = to
            left.remove(to)
    if _is_one_field(path) and not any(map(_is_group, (*before, *after))):
        for gap, gap_now in gaps:
            old, new = ([at for at in gap if at not in goals], [to for to in gap_now if to in left])
            if len(old) == len(new):
                # It tells by itself when it was changed.
                goals |= dict(zip(old, new, strict=True))
    old, new = (
        [at for at in range(len(before)) if at not in goals],
        sorted({*left} - {*goals.values()}),
    )
    return goals | _only(_like(_Entries(before), old, _Entries(after), new))


def _only(pairs: Iterable[tuple[T, T]]) -> dict[T, T]:
    """Return the pairs of which neither is in another pair."""
    found = list(pairs)
    froms, goals = Counter(one for one, _ in found), Counter(to for _, to in found)
    return {one: to for one, to in found if froms[one] == goals[to] == 1}


def _whole(entry: Any) -> Any:
    """Return an entry with its key; one may be its text alone."""
    return {"text": entry} if isinstance(entry, str) else entry


def _is_group(entry: Any) -> bool:
    return isinstance(entry, (dict, list))


def _is_one_field(path: FieldPath) -> bool:
    control = control_at(general(path), "vi")
    return control is not None and not control.below


class _Entries:
    """What the entries of a list say, and which words more than one of them says."""

    def __init__(self, entries: Iterable[Any]) -> None:
        rows = [list(_words(_whole(one))) for one in entries]
        self.texts = [" ".join(word for _, word in row) for row in rows]
        self.words = [Counter(row) for row in rows]
        counts = Counter(word for row in self.words for word in row)
        self.everywhere = {word for word, count in counts.items() if count > 1}

    def telling(self, at: int, other: _Entries) -> WordCounts:
        """Return the words that tell an entry from all others of its list, then and now."""
        both = (self.everywhere, other.everywhere)
        words = self.words[at].items()
        return Counter({word: n for word, n in words if not any(word in one for one in both)})


def _like(
    before: _Entries, old: Sequence[int], now: _Entries, new: Sequence[int]
) -> set[EntryPair]:
    """Return which entries may be which: that go on, or that have most of their words in common.

    A word that tells an entry from others leads to one at most, so all pairs are never compared.
    """
    texts = sorted((now.texts[to], to) for to in new)
    found = set[EntryPair]()
    for at in old:
        said = before.texts[at]
        first = bisect_left(texts, (said, -1))
        # A second one is enough to know that nobody knows.
        longer = [to for text, to in texts[first : first + 2] if said and text.startswith(said)]
        found |= {(at, to) for to in longer}
    later = {to: now.telling(to, before) for to in new}
    tells = {word: to for to in new for word in later[to]}
    for at in old:
        words = before.telling(at, now)
        for to in {tells[word] for word in words if word in tells}:
            share = 2 * (words & later[to]).total() / (words.total() + later[to].total())
            if share >= _ALIKE:
                found.add((at, to))
    return found


def _words(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, Mapping):
        for key, below in value.items():
            yield from _words(below, (*path, key))
    elif isinstance(value, list):
        for below in value:
            yield from _words(below, path)
    elif value is not None:
        yield from ((path, word) for word in _WORD.findall(str(value)))

"""Texts compared line by line: which lines two have in common, and where three of them differ.

Lines are paired as patience diff pairs them: first those that stand in both texts most seldom, in
the longest row that keeps their order, then what lies between. A heading or a tag holds its place,
and an empty line or a closing bracket goes with what stands around it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import pairwise

Lines = Sequence[str]
LinePair = tuple[int, int]


def stretches(old: Lines, mine: Lines, other: Lines) -> Iterator[tuple[Lines, Lines, Lines]]:
    """Yield the stretches of a text and two that came of it, cut where all three agree (diff3).

    The lines on which all agree come one by one, between those that differ.
    """
    at = (0, 0, 0)
    in_other = dict(common(old, other))
    for line, its in common(old, mine):
        if (third := in_other.get(line)) is None:
            continue
        if (line, its, third) != at:
            yield old[at[0] : line], mine[at[1] : its], other[at[2] : third]
        at = (line + 1, its + 1, third + 1)
        yield old[line : at[0]], mine[its : at[1]], other[third : at[2]]
    yield old[at[0] :], mine[at[1] :], other[at[2] :]


def common(old: Lines, new: Lines) -> list[LinePair]:
    """Return where lines of one text stand in another, both places growing."""
    found: list[LinePair] = []
    left = [(0, len(old), 0, len(new))]
    while left:
        start, end, its_start, its_end = left.pop()
        while start < end and its_start < its_end and old[start] == new[its_start]:
            found.append((start, its_start))
            start, its_start = start + 1, its_start + 1
        while start < end and its_start < its_end and old[end - 1] == new[its_end - 1]:
            end, its_end = end - 1, its_end - 1
            found.append((end, its_end))
        if start == end or its_start == its_end:
            continue
        rows = _seldom(old[start:end], new[its_start:its_end])
        anchors = [(start + place, its_start + its) for place, its in rows]
        found += anchors
        edges = [(start - 1, its_start - 1), *anchors, (end, its_end)]
        for (place, its), (after, its_after) in pairwise(edges) if anchors else ():
            left.append((place + 1, after, its + 1, its_after))
    return sorted(found)


def changes(old: Lines, new: Lines) -> Iterator[tuple[int, int, int, int]]:
    """Yield what of one text became what of another: from where to where in each."""
    edges = [(-1, -1), *common(old, new), (len(old), len(new))]
    for (place, its), (after, its_after) in pairwise(edges):
        if after - place > 1 or its_after - its > 1:
            yield place + 1, after, its + 1, its_after


def _seldom(old: Lines, new: Lines) -> list[LinePair]:
    """Return where the most seldom lines of two texts stand, as many as keep their order."""
    counts, its_counts = Counter(old), Counter(new)
    times = {
        line: max(counts[line], its_counts[line]) for line in counts.keys() & its_counts.keys()
    }
    if not times:
        return []
    fewest = min(times.values())
    places: defaultdict[str, deque[int]] = defaultdict(deque)
    for its, line in enumerate(new):
        if times.get(line) == fewest:
            places[line].append(its)
    pairs = list[LinePair]()
    for place, line in enumerate(old):
        if places.get(line):
            pairs.append((place, places[line].popleft()))
    return _longest_growing(pairs)


def _longest_growing(pairs: Sequence[LinePair]) -> list[LinePair]:
    """Return the most pairs whose second places grow as their first do."""
    ends: list[int] = []  # the least second place in which a row of each length can end
    heads: list[int] = []  # its pair
    before: list[int] = []
    for at, (_, its) in enumerate(pairs):
        length = bisect_left(ends, its)
        before.append(heads[length - 1] if length else -1)
        ends[length : length + 1] = [its]
        heads[length : length + 1] = [at]
    row: list[LinePair] = []
    at = heads[-1] if heads else -1
    while at >= 0:
        row.append(pairs[at])
        at = before[at]
    return row[::-1]

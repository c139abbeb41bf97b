"""Three texts into one, as git merges them: what only one side changed is taken from it.

The common ancestor is cut where both sides still agree with it (diff3); in between, a stretch that
one side left alone is the other's, one that both changed alike is taken once, and any other is a
conflict, marked as git marks it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from briefing.values import record

MAX_LINES = 5_000
"""Lines of the longest text that is compared line by line; longer ones are one stretch."""

Lines = Sequence[str]


@record
class Names:
    """How the sides of a conflict are called: the own text, the one before, the new one."""

    own: str
    before: str
    new: str


@record
class Merged:
    """A merged text, and how many conflicts are marked in it."""

    text: str
    conflicts: int


def merged(before: str, own: str, new: str, names: Names) -> Merged:
    """Return an own text with what became of its ancestor since."""
    found: list[str] = []
    conflicts = 0
    for old, mine, other in _stretches(*map(_lines, (before, own, new))):
        if mine in (old, other):
            found += other
        elif other == old:
            found += mine
        else:
            conflicts += 1
            found += [f"<<<<<<< {names.own}\n", *mine, f"||||||| {names.before}\n", *old]
            found += ["=======\n", *other, f">>>>>>> {names.new}\n"]
    return Merged("".join(found), conflicts)


def _lines(text: str) -> list[str]:
    """Return the lines of a text, the last one ended as well, so that marks stand on their own."""
    return (text if text.endswith("\n") or not text else f"{text}\n").splitlines(keepends=True)


def _stretches(old: Lines, mine: Lines, other: Lines) -> Iterator[tuple[Lines, Lines, Lines]]:
    """Yield the stretches of three texts, those on which all agree between those that differ."""
    at = (0, 0, 0)
    for (a, b, c), size in _agreed(old, mine, other):
        yield old[at[0] : a], mine[at[1] : b], other[at[2] : c]
        yield old[a : a + size], mine[b : b + size], other[c : c + size]
        at = (a + size, b + size, c + size)


def _agreed(old: Lines, mine: Lines, other: Lines) -> Iterator[tuple[tuple[int, int, int], int]]:
    """Yield where all three have the same lines, with how many; at last their ends, with none."""
    in_mine, in_other = _matches(old, mine), _matches(old, other)
    first = second = 0
    while first < len(in_mine) and second < len(in_other):
        (a, b, size), (c, d, length) = in_mine[first], in_other[second]
        start, end = max(a, c), min(a + size, c + length)
        if start < end:
            yield (start, b + start - a, d + start - c), end - start
        if a + size < c + length:
            first += 1
        else:
            second += 1
    yield (len(old), len(mine), len(other)), 0


def _matches(old: Lines, new: Lines) -> list[tuple[int, int, int]]:
    if max(len(old), len(new)) > MAX_LINES:
        return []
    # In long texts, lines that stand there again and again are not looked for everywhere: that
    # takes time by the square of their number. They still go with the lines beside them.
    matcher = SequenceMatcher(None, old, new, autojunk=True)
    return [(match.a, match.b, match.size) for match in matcher.get_matching_blocks() if match.size]

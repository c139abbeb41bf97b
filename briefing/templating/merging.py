"""Three texts into one, as git merges them: what only one side changed is taken from it.

The common ancestor is cut where both sides still agree with it (diff3); in between, a stretch that
one side left alone is the other's, one that both changed alike is taken once, and any other is a
conflict, marked as git marks it.
"""

from __future__ import annotations

from briefing.lines import stretches
from briefing.values import record


@record
class SideNames:
    """How the sides of a conflict are called: the own text, the one before, the new one."""

    own: str
    before: str
    new: str


@record
class Merged:
    """A merged text, and how many conflicts are marked in it."""

    text: str
    conflicts: int


def merged(before: str, own: str, new: str, names: SideNames) -> Merged:
    """Return an own text with what became of its ancestor since."""
    found: list[str] = []
    conflicts = 0
    for old, mine, other in stretches(*map(_lines, (before, own, new))):
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

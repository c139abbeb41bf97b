"""The nearest known name, for a question such as "did you mean …?"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice, pairwise

_TRIES = 50
_KNOWN = 1000
_LONGEST = 100
_ALIKE = 0.7
"""How much of two names is the same where one is offered for the other."""

_LETTERS_A_SLIP = 5
_SLIPS = 2
_SHORTEST = 3
_WORD = 4


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like ``name``, or ``None`` when none is near.

    Nothing is near a name of more than a hundred letters, nor looked for among more than a
    thousand.
    """
    from difflib import get_close_matches  # only a mistake needs it

    if len(name) > _LONGEST:
        return None
    folded, among = name.casefold(), list(islice(known, _KNOWN))
    matches = get_close_matches(folded, among, n=1, cutoff=_ALIKE)
    if not matches and len(name) >= _SHORTEST:
        # Two letters that changed places weigh more in a short name.
        matches = [other for other in among if _slips(folded, other) == 1 or _longer(folded, other)]
    return matches[0] if matches else None


def _longer(name: str, other: str) -> bool:
    """Say whether one name is the other with a word more: ``plan_now``, ``fullname``."""
    short, long = sorted((name, other), key=len)
    whole = len(short) >= _WORD and len(long) <= 2 * len(short) and "-" not in long
    return whole and (long.startswith(short) or long.endswith(short))


def misspelled(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that somebody meant who wrote ``name`` with a slip or two, if any.

    A slip is a letter too many, too few, wrong, or before its neighbour; there may be one in five
    letters. So names that are alike but each right, as those of villages, are not taken for each
    other.
    """
    allowed = min(len(name) // _LETTERS_A_SLIP, _SLIPS)
    if not allowed or len(name) > _LONGEST:
        return None
    pieces = _pieces(name, 2 * allowed + 1)
    like = (
        other
        for other in islice(known, _KNOWN)
        if abs(len(other) - len(name)) <= allowed and any(piece in other for piece in pieces)
    )
    slips, nearest_one = min(
        ((_slips(name, other, allowed), other) for other in like), default=(_KNOWN, "")
    )
    return nearest_one if slips <= allowed else None


def _pieces(name: str, number: int) -> list[str]:
    """Return a name in pieces; a slip touches two at most, so of enough pieces one stays whole."""
    ends = [len(name) * at // number for at in range(number + 1)]
    return [name[first:last] for first, last in pairwise(ends)]


def _slips(left: str, right: str, most: int = _LONGEST) -> int:
    """Return how many slips lie between two names (Damerau and Levenshtein).

    Where there are surely more than ``most``, any greater number.
    """
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, letter in enumerate(left, start=1):
        if min(row) > most and min(before) > most:
            return most + 1
        earlier, before, row = before, row, [i]
        for j, other in enumerate(right, start=1):
            least = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == right[j - 2] and left[i - 2] == other:
                least = min(least, earlier[j - 2] + 1)
            row.append(least)
    return row[-1]


class Guesses:
    """Near names for the first faults of a kind; where there are hundreds, no guess is read.

    ``look`` is what finds a near name.
    """

    def __init__(self, look: Callable[[str, Iterable[str]], str | None] = nearest) -> None:
        self._left = _TRIES
        self._look = look

    def near(self, name: str, known: Iterable[str]) -> str | None:
        """Return the nearest known name, or ``None`` when none is near or enough were looked up."""
        self._left -= 1
        return self._look(name, known) if self._left >= 0 else None

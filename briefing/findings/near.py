"""The nearest known name, for a question such as "did you mean …?"."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

_TRIES = 50
_KNOWN = 1000
_LONGEST = 100


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like ``name``, or ``None`` when none is near.

    Nothing is near a name of more than a hundred letters, nor looked for among more than a
    thousand.
    """
    if len(name) > _LONGEST:
        return None
    from difflib import get_close_matches  # only a mistake needs it

    matches = get_close_matches(name.casefold(), list(islice(known, _KNOWN)), n=1, cutoff=0.6)
    return matches[0] if matches else None


class Guesses:
    """Near names for the first faults of a kind; where there are hundreds, no guess is read."""

    def __init__(self) -> None:
        self._left = _TRIES

    def near(self, name: str, known: Iterable[str]) -> str | None:
        """Return the nearest known name, or ``None`` when none is near or enough were looked up."""
        self._left -= 1
        return nearest(name, known) if self._left >= 0 else None

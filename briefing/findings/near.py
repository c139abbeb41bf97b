"""The nearest known name, for a question such as "did you mean …?"."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like ``name``, or ``None`` when none is near."""
    from difflib import get_close_matches  # only a mistake needs it

    matches = get_close_matches(name.casefold(), list(known), n=1, cutoff=0.6)
    return matches[0] if matches else None

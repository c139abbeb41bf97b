"""How much of what is drawn at random, or falls anywhere, is tried.

``make test`` tries a quarter of the examples, moments and places; ``make explore`` tries all of
them in the same tests, and is part of what must pass on a clean checkout.
"""

from __future__ import annotations

import os
from types import ModuleType

ALL = bool(os.environ.get("EXPLORE"))
_PART = 4


def drawn(whole: int) -> int:
    """Return how many of a number of random tries are made: at least one."""
    return whole if ALL else -(-whole // _PART)


def places(whole: range) -> range:
    """Return which of a row of places are tried: all, or each fourth."""
    return whole if ALL else whole[::_PART]


def explores(module: ModuleType) -> bool:
    """Say whether tests of a module try more when all is tried."""
    return any(one in (drawn, places) for one in vars(module).values() if callable(one))

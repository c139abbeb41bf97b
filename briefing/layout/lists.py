"""How lists stand: the sign of an item and how far in it is, by its depth."""

from __future__ import annotations

DASH_SIGNS = "-+-+"
"""The sign of a dash item by its depth."""

DEEPEST = 3
"""The deepest list that has an indent of its own, counted from 0."""

STEP = 8.0
"""How much further in a list stands than the one around it, in millimetres."""


def list_indent(depth: int) -> float:
    """Return how far in the lines of an item stand, in millimetres."""
    return STEP * min(depth, DEEPEST)

"""Marks that git leaves in a text where somebody has to choose between two."""

from __future__ import annotations

import re

_MARK = re.compile(r"^(?:<{7}(?!<)|>{7}(?!>)|={7}(?=\r?$))", re.MULTILINE)


def conflict_line(text: str) -> int | None:
    """Return the line of the first mark of a conflict that somebody left in a text."""
    found = _MARK.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else None

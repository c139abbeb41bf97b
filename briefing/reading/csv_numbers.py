"""The numbers of one table, written as one country writes them; what could be either is refused.

A Vietnamese Excel writes 1234,5 and 1.234, an English one 1234.5 and 1,234. One number alone may
be read both ways, a thousand times apart; the others of its table tell which way it is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

_GROUPED = {",": r"[1-9]\d{0,2}(?:\.\d{3})+", ".": r"[1-9]\d{0,2}(?:,\d{3})+"}
_STYLES = {
    point: re.compile(rf"(?:{grouped}|\d+)(?:{re.escape(point)}\d+)?", re.ASCII)
    for point, grouped in _GROUPED.items()
}
"""How numbers are written with a comma, or a point, before their decimals."""


class UnclearNumberError(ValueError):
    """A number that could be one of two."""


class Numbers:
    """Reads the numbers of a table; ``point`` is its sign before decimals where that is known."""

    def __init__(self, written: Iterable[str], point: str | None = None) -> None:
        styles = {point} if point else set()
        for text in written:
            if _is_plain(text):
                continue  # it is written so everywhere
            fitting = _fitting(text)
            if len(fitting) == 1:
                styles.add(fitting[0])
        self._point = styles.pop() if len(styles) == 1 else None

    def read(self, text: str) -> Decimal | int:
        """Return a number with the places that were written.

        Raises UnclearNumberError for one that may be another, ValueError for what is none.
        """
        if _is_plain(text):
            return int(text)
        fitting = _fitting(text)
        if not fitting:
            raise ValueError(text)
        if len(fitting) > 1 and self._point is None:
            raise UnclearNumberError(text)
        point = self._point if self._point in fitting else fitting[0]
        whole, _, decimals = text.partition(point)
        digits = whole.replace(",", "").replace(".", "")
        return Decimal(f"{digits}.{decimals}") if decimals else int(digits)


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _fitting(text: str) -> list[str]:
    """Return the signs before decimals with which a text is a number."""
    return [point for point, style in _STYLES.items() if style.fullmatch(text)]

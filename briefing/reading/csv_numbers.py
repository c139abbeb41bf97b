"""The numbers of one table, written as one country writes them; what could be either is refused.

A Vietnamese Excel writes 1234,5 and 1.234, an English one 1234.5 and 1,234. One number alone may
be read both ways, a thousand times apart; the others of its table tell which way it is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

_GROUPED = {",": r"[1-9]\d{0,2}(?:\.\d{3})+", ".": r"[1-9]\d{0,2}(?:,\d{3})+"}
_STYLES = {
    point: re.compile(rf"(?:{grouped}|\d+)(?:{re.escape(point)}\d+)?", re.ASCII)
    for point, grouped in _GROUPED.items()
}
"""How numbers are written with a comma, or a point, before their decimals."""


class AmbiguousNumberError(ValueError):
    """A number that could be one of two."""


class OtherCountryError(ValueError):
    """A number written as another country writes it, so that others could be one of two."""


class Numbers:
    """Reads the numbers of a table; ``point`` is its sign before decimals where that is known.

    Where a table is written in two ways and some numbers could be either, it is read as most of it
    is written; what is written otherwise is refused, not all that becomes unclear by it.
    """

    def __init__(self, written: Iterable[str], point: str | None = None) -> None:
        votes = dict.fromkeys(_STYLES, 0)
        unclear = dict.fromkeys(_STYLES, 0)
        for text in written:
            if _is_plain(text):
                continue  # it is written so everywhere
            fitting = _fitting(text)
            if len(fitting) == 1:
                votes[fitting[0]] += 1
            elif fitting:
                # Three digits behind a sign are rather thousands than decimals.
                unclear["," if "." in text else "."] += 1
        styles = {each for each, count in votes.items() if count or each == point}
        self._mixed = len(styles) > 1 and any(unclear.values())
        self._point = styles.pop() if len(styles) == 1 else None
        if self._mixed:
            first = point or ","
            weights = {each: 2 * votes[each] + unclear[each] + (each == first) for each in _STYLES}
            self._point = max(weights, key=lambda each: (weights[each], each == first))

    def read(self, text: str) -> Decimal | int:
        """Return a number with the places that were written.

        Raises AmbiguousNumberError for one that may be another, OtherCountryError for one written
        otherwise than the others, ValueError for what is none.
        """
        if _is_plain(text):
            return int(text)
        fitting = _fitting(text)
        if not fitting:
            raise ValueError(text)
        if len(fitting) > 1 and self._point is None:
            raise AmbiguousNumberError(text)
        if self._mixed and self._point not in fitting:
            raise OtherCountryError(text)
        point = self._point if self._point in fitting else fitting[0]
        whole, _, decimals = text.partition(point)
        digits = whole.replace(",", "").replace(".", "")
        return Decimal(f"{digits}.{decimals}") if decimals else int(digits)


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isdigit()


# Each number is looked at before any is read, to tell how its table is written.
@lru_cache(maxsize=10_000)
def _fitting(text: str) -> tuple[str, ...]:
    """Return the signs before decimals with which a text is a number."""
    return tuple([point for point, style in _STYLES.items() if style.fullmatch(text)])


def other_way(text: str) -> str:
    """Return a number as the other country writes it: ``1.315,5`` for ``1,315.5``."""
    return text.translate(str.maketrans(",.", ".,"))

"""What parts of a year are called: a quarter, six months, nine months."""

from __future__ import annotations

QUARTER = r"quý (?:I{1,3}|IV|[1-4])"
"""The name of a quarter, as a pattern to be read in letters of either size."""

PART_OF_YEAR = rf"(?:6|9|sáu|chín) tháng(?: đầu năm| cuối năm)?|{QUARTER}"
"""The name of what half-yearly, nine-monthly and quarterly reports are of, as such a pattern."""

_ROMAN = ("i", "ii", "iii", "iv")


def quarter_number(written: str) -> int:
    """Return the number of a quarter, written ``III``, ``iii`` or ``3``."""
    return int(written) if written.isdigit() else _ROMAN.index(written.lower()) + 1

"""Dates as the decree wants them.

Day 1 to 9 and months 1 and 2 take a leading zero, months 3 to 9 do not
(Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4).
"""

from __future__ import annotations

BLANK = "\u00a0" * 7
"""The room that a clerk fills in by hand: no-break spaces, so that it keeps its width and holds
the words on either side together."""


def _month(month: int) -> str:
    return f"{month:02d}" if month <= 2 else str(month)


def long_date(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """Return ``ngày 05 tháng 3 năm 2023``; what is open is a blank to fill in."""
    first = BLANK if day is None else f" {day:02d} "
    second = BLANK if month is None else f" {_month(month)} "
    last = BLANK if year is None else f" {year}"
    return f"ngày{first}tháng{second}năm{last}"


def slash_date(year: int, month: int | None = None, day: int | None = None) -> str:
    """Return ``05/3/2023``, padded by the same rule as the long form; what is open is left out."""
    known = (day and month and f"{day:02d}", month and _month(month), str(year))
    return "/".join(part for part in known if part)

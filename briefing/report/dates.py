"""Dates of which the day, or the month too, may still be open."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from briefing.values import record

_WRITTEN = (
    re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?", re.ASCII),
    re.compile(r"(?:(?:(?P<day>\d{1,2})/)?(?P<month>\d{1,2})/)?(?P<year>\d{4})", re.ASCII),
)


@record
class PartialDate:
    """A calendar date whose day and month may be left for the clerk to fill in."""

    year: int
    month: int | None = None
    day: int | None = None

    def parts(self) -> tuple[int, int | None, int | None]:
        """Return year, month and day, as far as they are known."""
        return self.year, self.month, self.day

    def is_before(self, other: PartialDate) -> bool:
        """Say whether it is known to come before another, by the parts that both have."""
        both = zip(self.parts(), other.parts(), strict=True)
        known = [pair for pair in both if None not in pair]
        return [part for part, _ in known] < [part for _, part in known]

    def earliest(self) -> date:
        """Return the first day that the date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> date:
        """Return the last day that the date can mean (the 28th where the day is open)."""
        return date(self.year, self.month or 12, self.day or 28)


def _parse(value: Any) -> tuple[int, int | None, int | None]:
    written = str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    for pattern in _WRITTEN:
        match = pattern.fullmatch(written.strip())
        if match:
            parts = match.groupdict()
            return (
                int(parts["year"]),
                int(parts["month"]) if parts["month"] else None,
                int(parts["day"]) if parts["day"] else None,
            )
    raise PydanticCustomError("date_form", "not a date", {"written": str(value)})


FIRST_YEAR, LAST_YEAR = 1900, 2300


def _real(year: int, month: int | None, day: int | None, written: Any) -> None:
    try:
        if not FIRST_YEAR <= date(year, month or 1, day or 1).year <= LAST_YEAR:
            raise ValueError
    except ValueError:
        raise PydanticCustomError(
            "impossible_date", "no such day", {"written": str(written)}
        ) from None


def _partial_date(value: Any) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    year, month, day = _parse(value)
    _real(year, month, day, value)
    return PartialDate(year, month, day)


def _full_date(value: Any) -> date:
    if isinstance(value, date):
        return value
    year, month, day = _parse(value)
    if month is None or day is None:
        raise PydanticCustomError("date_form", "not a full date", {"written": str(value)})
    _real(year, month, day, value)
    return date(year, month, day)


_ISO = r"^(\d{4}(-\d{1,2}(-\d{1,2})?)?|((\d{1,2}/)?\d{1,2}/)?\d{4})$"

OpenDate = Annotated[
    PartialDate, BeforeValidator(_partial_date), WithJsonSchema({"type": "string", "pattern": _ISO})
]
"""``2023-12-29``, ``29/12/2023``, ``2023-12``, ``12/2023`` or ``2023``."""

FullDate = Annotated[
    date, BeforeValidator(_full_date), WithJsonSchema({"type": "string", "format": "date"})
]
"""``2023-12-29`` or ``29/12/2023``."""

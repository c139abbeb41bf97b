"""What part of a year the head of a column names: "6 tháng đầu năm 2026", "TH 2025", "quý II"."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from briefing.patterns import Pattern
from briefing.report import Period
from briefing.values import record
from briefing.vietnamese import clean, quarter_number

_PART = Pattern(
    r"\b(?:(?P<length>\d{1,2}) tháng(?: (?P<end>đầu|cuối)(?: năm\b(?! ?\d{4}))?)?"
    r"|quý (?P<quarter>iv|i{1,3}|[1-4])\b) ?/? ?"
)
_WHOLE = Pattern(r"(?<!\d)\d{4}(?!\d)|\b(?:cả năm|năm (?:trước|sau))\b")
_SAME = "cùng kỳ"
_YEAR = Pattern(r"(?<!\d)\d{4}(?!\d)")
_MONTHS = 12


@record
class MonthSpan:
    """Months of a year, from the ``first`` on; where only their number is named, ``None``."""

    first: int | None
    length: int

    def fits(self, other: MonthSpan) -> bool:
        """Say whether both may be the same months."""
        return self.length == other.length and (
            None in (self.first, other.first) or self.first == other.first
        )


@record
class Spans:
    """The period of a report and the one that it looks ahead to."""

    own: Period
    coming: Period

    def wrong(self, key: str, head: str, *, beside_estimate: bool) -> str | None:
        """Return the period that a column must be of, if its head names another."""
        said = span_of(head)
        due = span_of_period(self.coming if key == "next_plan" else self.own)
        if said is None or due is None or said.fits(due):
            return None
        if key == "actual" and beside_estimate and said.length < due.length:
            return None
        if key == "next_plan":
            return self.coming.name
        return self.own.last_name if key == "previous" else self.own.name

    def is_coming(self, head: str) -> bool:
        """Say whether the head of a plan names the coming period and not the report's own."""
        said, own, coming = span_of(head), span_of_period(self.own), span_of_period(self.coming)
        if said is None or own is None or coming is None or said.fits(own):
            return False
        year = _YEAR.search(head)
        return said.fits(coming) and (year is None or int(year[0]) == self.coming.year)

    def is_whole_year(self, head: str) -> bool:
        """Say whether a head names the whole year of which the report's period is a part."""
        said, own = span_of(head), span_of_period(self.own)
        if said is None or own is None or own.length == _MONTHS or said.length != _MONTHS:
            return False
        year = _YEAR.search(head)
        return year is None or int(year[0]) == self.own.year

    def is_part(self, head: str) -> bool:
        """Say whether a head names less than the period of the report."""
        said, own = span_of(head), span_of_period(self.own)
        return said is not None and own is not None and said.length < own.length


def spans_of(data: dict[str, Any]) -> Spans | None:
    """Return the periods that an input names, ``None`` where they are not well said."""
    try:
        own = Period.model_validate(data.get("period"))
        following = data.get("next_period")
        return Spans(own, Period.model_validate(following) if following else own.following())
    except ValidationError:
        return None


def without_part(head: str) -> str:
    """Return a head in small letters without the part of a year that it names."""
    return _PART.sub("", clean(head).casefold())


def span_of(head: str) -> MonthSpan | None:
    """Return the months that a head names; a year alone is the whole of it."""
    said = clean(head).casefold()
    part = _PART.search(said)
    if part is None:
        return MonthSpan(1, _MONTHS) if _WHOLE.search(said) and _SAME not in said else None
    if part["quarter"]:
        return MonthSpan(3 * quarter_number(part["quarter"]) - 2, 3)
    length = int(part["length"])
    first = {"đầu": 1, "cuối": _MONTHS + 1 - length}.get(part["end"] or "")
    return MonthSpan(1 if length == _MONTHS else first, length)


def span_of_period(period: Period) -> MonthSpan | None:
    """Return the months of a period, ``None`` where it is none of whole months of one year."""
    if period.type == "quarter":
        return MonthSpan(3 * (period.quarter or 1) - 2, 3)
    if period.month:
        return MonthSpan(period.month, 1)
    return _OF_TYPES.get(period.type)


_OF_TYPES = {
    "year": MonthSpan(1, _MONTHS),
    "first_half": MonthSpan(1, 6),
    "second_half": MonthSpan(7, 6),
    "nine_months": MonthSpan(1, 9),
    "last_quarter": MonthSpan(10, 3),
}

"""The period that an input asks a table for, and the one before it that it is compared with."""

from __future__ import annotations

from typing import Any

from briefing.reading.head_spans import MonthSpan, span_of_period, spans_of
from briefing.values import record

_MONTHS = 12
_PLAIN = ("kỳ này", "kỳ trước")
WHOLE = MonthSpan(1, _MONTHS)
"""The months of a whole year."""


@record
class Asked:
    """Year and months of the report's period and of the one before it.

    Months that no head names are ``None``; ``same_is_before`` says whether "cùng kỳ" is the latter.
    """

    year: int
    before: int
    span: MonthSpan | None = WHOLE
    span_before: MonthSpan | None = WHOLE
    same_is_before: bool = True
    own_name: str = ""
    last_name: str = ""

    @property
    def own(self) -> str:
        """What the head of a column calls the report's period, so that it is understood."""
        return self.own_name or f"năm {self.year}"

    @property
    def last(self) -> str:
        """What the head of a column calls the period before."""
        return self.last_name or f"năm {self.before}"

    def when(self, year: int) -> str:
        """Return what a year is here: own, before, other."""
        own = "own" if year == self.year else "other"
        # Of two months of one year the year alone says nothing.
        return "before" if year == self.before != self.year else own


def asked_of(year: int, data: dict[str, Any] | None = None) -> Asked:
    """Return what an input with this data asks for; without a well said period its whole year."""
    spans = spans_of(data or {})
    if spans is None:
        return Asked(year, year - 1)
    own, span = spans.own, span_of_period(spans.own)
    if own.month:
        earlier = own.year * _MONTHS + own.month - 2
        before, month = divmod(earlier, _MONTHS)
        names = (f"tháng {own.month}/{year}", f"tháng {month + 1}/{before}")
        return Asked(year, before, span, MonthSpan(month + 1, 1), False, *names)
    if own.type == "week":
        return Asked(year, year, None, None, False, *_PLAIN)
    if own.type in ("years", "campaign"):
        return Asked(year, year - own.length, None, None, True, *_PLAIN)
    return Asked(year, year - 1, span, span, True, own.of_year(year), own.of_year(year - 1))

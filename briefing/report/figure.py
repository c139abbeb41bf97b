"""A figure: declared once, named in every sentence that states it."""

from __future__ import annotations

from typing import Literal

from briefing.report.areas import Area
from briefing.report.base import Facts, Number, Quantity, Text

Qualifier = Literal["gần", "hơn", "trên", "dưới", "khoảng"]
Direction = Literal["tăng", "giảm"]


class StatedChange(Facts):
    """A change against an earlier period that is known only as stated."""

    direction: Direction
    percent: Quantity | None = None
    amount: Quantity | None = None
    base: Text | None = None


class Accepted(Facts):
    """A contradiction that the officer has looked at: both rates in percent, and the reason.

    It holds for exactly these two rates, so it lapses as soon as a number changes.
    """

    stated: Number
    computed: Number
    reason: Text


class Figure(Facts):
    """One number of the year with everything that is known about it.

    ``rate`` is the percentage that the source states, ``out_of`` the whole that ``value`` is a
    part of, ``previous`` the value of the period before. Nothing here is computed.
    """

    label: Text
    unit: Text
    value: Quantity | None = None
    out_of: Quantity | None = None
    out_of_label: Text | None = None
    rate: Quantity | None = None
    qualifier: Qualifier | None = None
    previous: Quantity | None = None
    change: StatedChange | None = None
    area: Area | None = None
    accepted: Accepted | None = None
    source: Text | None = None

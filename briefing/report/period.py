"""The period that a report sums up, and the ones before and after it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from briefing.report.base import Facts, Text
from briefing.report.dates import FullDate
from briefing.report.roles import Printed, Steering, Trait
from briefing.vietnamese import roman

Year = Annotated[int, Field(ge=1945, le=2200)]


PeriodType = Literal[
    "year",
    "first_half",
    "second_half",
    "nine_months",
    "last_quarter",
    "quarter",
    "years",
]


_YEARS = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


class Period(Facts):
    """A reporting period, with its cut-off days where they are not the calendar's.

    State agencies count a year from 15 December to 14 December (Nghị định 09/2019/NĐ-CP, Điều
    12). ``first_year`` begins a period of several years that ends with ``year``; ``stated_length``
    keeps how the source calls its length (2015 to 2020 is called five years).
    """

    year: Annotated[Printed[Year], Trait.ASIDE]
    type: Steering[PeriodType] = "year"
    quarter: Annotated[Printed[Annotated[int, Field(ge=1, le=4)] | None], Trait.ASIDE] = None
    first_year: Annotated[Printed[Year | None], Trait.ASIDE] = None
    stated_length: Printed[Text | None] = None
    starts: Printed[FullDate | None] = None
    ends: Printed[FullDate | None] = None

    @model_validator(mode="after")
    def _runs_forward(self) -> Period:
        if self.starts and self.ends and self.ends <= self.starts:
            raise PydanticCustomError("period_reversed", "ends before it starts")
        if self.first_year and self.first_year > self.year:
            raise PydanticCustomError("period_reversed", "ends before it starts")
        if (self.type == "quarter") != (self.quarter is not None):
            raise PydanticCustomError("period_parts", "quarter goes with the type quarter")
        if (self.type == "years") != (self.first_year is not None):
            raise PydanticCustomError("period_parts", "first year goes with the type years")
        return self

    @property
    def name(self) -> str:
        """The period as sentences name it: ``năm 2023``, ``6 tháng đầu năm 2023``."""
        return self.of_year(self.year)

    @property
    def last_day(self) -> date:
        """The last day: its own cut-off, else the calendar's."""
        if self.ends:
            return self.ends
        month = {"first_half": 6, "nine_months": 9}.get(self.type, 12)
        if self.quarter:
            month = self.quarter * 3
        following = date(self.year + month // 12, month % 12 + 1, 1)
        return following - timedelta(days=1)

    @property
    def sums_up(self) -> str:
        """Its word for summing up: ``tổng kết`` for whole years, ``sơ kết`` for a part of one."""
        return "tổng kết" if self.type in ("year", "years") else "sơ kết"

    @property
    def last_name(self) -> str:
        """The same period a year before (of several years: as many before), by name."""
        return self.of_year(self.year - self.length)

    @property
    def length(self) -> int:
        """How many years the period has: 2016 to 2020 are five, everything else is one."""
        return self.year - self.first_year + 1 if self.first_year else 1

    def following(self) -> Period:
        """Return the period that a report on this one looks ahead to."""
        match self.type:
            case "first_half":
                return _coming(year=self.year, type="second_half")
            case "nine_months":
                return _coming(year=self.year, type="last_quarter")
            case "quarter" if self.quarter and self.quarter < 4:
                return _coming(year=self.year, type="quarter", quarter=self.quarter + 1)
            case "quarter":
                return _coming(year=self.year + 1, type="quarter", quarter=1)
            case "years":
                # A source that calls 2015 to 2020 five years goes on with five years.
                said = _YEARS.search(self.stated_length or "")
                length = int(said[0]) if said else self.length
                return _coming(year=self.year + length, type="years", first_year=self.year + 1)
        return _coming(year=self.year + 1)

    def of_year(self, year: int) -> str:
        """Return the name of the same period in another year."""
        match self.type:
            case "first_half":
                return f"6 tháng đầu năm {year}"
            case "second_half":
                return f"6 tháng cuối năm {year}"
            case "nine_months":
                return f"9 tháng đầu năm {year}"
            case "last_quarter":
                return f"3 tháng cuối năm {year}"
            case "quarter":
                return f"quý {roman(self.quarter or 1)}/{year}"
            case "years":
                return f"giai đoạn {year - self.length + 1} - {year}"
        return f"năm {year}"


def _coming(**facts: Any) -> Period:
    """Return a period that follows from another; it may end after the last year of an input."""
    return Period.model_construct(**facts)

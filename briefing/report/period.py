"""The period that a report sums up, and the ones before and after it."""

from contextlib import suppress
from datetime import date, timedelta
from functools import lru_cache
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from briefing.patterns import Pattern
from briefing.report.base import Facts, ShortText, Text
from briefing.report.dates import FullDate
from briefing.report.roles import InPrint, Steering, Trait
from briefing.vietnamese import roman, slash_date

Year = Annotated[int, Field(ge=1945, le=2200)]


PeriodType = Literal[
    "year",
    "first_half",
    "second_half",
    "nine_months",
    "last_quarter",
    "quarter",
    "month",
    "week",
    "campaign",
    "years",
]
_PARTS = {"quarter": "quarter", "month": "month", "week": "week", "years": "first_year"}
"""The key that says which one a period of a type is."""

AHEAD = "thời gian tới"
"""What a report looks ahead to where nothing says which period follows."""


_YEARS = Pattern(r"(?<!\d)\d{1,2}(?!\d)")


class Period(Facts):
    """A reporting period, with its cut-off days where they are not the calendar's.

    State agencies count a year from 15 December to 14 December (Nghị định 09/2019/NĐ-CP, Điều
    12). ``first_year`` begins a period of several years that ends with ``year``; ``stated_length``
    keeps how the source calls its length (2015 to 2020 is called five years). Weeks are those of
    ISO 8601. A campaign (đợt) runs from ``starts`` to ``ends``. ``called`` is a name of its own,
    ``last_called`` that of the period it is compared with.
    """

    year: Annotated[InPrint[Year], Trait.ASIDE]
    type: Steering[PeriodType] = "year"
    quarter: Annotated[InPrint[Annotated[int, Field(ge=1, le=4)] | None], Trait.ASIDE] = None
    month: Annotated[InPrint[Annotated[int, Field(ge=1, le=12)] | None], Trait.ASIDE] = None
    week: Annotated[InPrint[Annotated[int, Field(ge=1, le=53)] | None], Trait.ASIDE] = None
    first_year: Annotated[InPrint[Year | None], Trait.ASIDE] = None
    called: Annotated[InPrint[ShortText | None], Trait.ASIDE] = None
    last_called: Annotated[InPrint[ShortText | None], Trait.ASIDE] = None
    stated_length: InPrint[Text | None] = None
    starts: InPrint[FullDate | None] = None
    ends: InPrint[FullDate | None] = None

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.starts and self.ends and self.ends <= self.starts:
            raise PydanticCustomError("period_reversed", "ends before it starts")
        if self.first_year and self.first_year > self.year:
            raise PydanticCustomError("period_reversed", "ends before it starts")
        for period_type, key in _PARTS.items():
            if (self.type == period_type) != (getattr(self, key) is not None):
                raise PydanticCustomError("period_parts", "each type has a key of its own")
        if self.type == "campaign" and not (self.starts and self.ends):
            raise PydanticCustomError("campaign_days", "a campaign has a first and a last day")
        return self

    @property
    def name(self) -> str:
        """The period as sentences name it: ``năm 2023``, ``6 tháng đầu năm 2023``."""
        return self.called or self.of_year(self.year)

    @property
    def last_day(self) -> date:
        """The last day: its own cut-off, else the calendar's."""
        if self.ends:
            return self.ends
        if self.week:
            with suppress(ValueError):  # not every year has a week 53
                return date.fromisocalendar(self.year, self.week, 7)
        month = self.month or {"first_half": 6, "nine_months": 9}.get(self.type, 12)
        if self.quarter:
            month = self.quarter * 3
        following = date(self.year + month // 12, month % 12 + 1, 1)
        return following - timedelta(days=1)

    @property
    def goes_with_its_days(self) -> bool:
        """Whether its own cut-off days, where it has them, share a day with what it is called.

        A campaign belongs to the years in which it lies.
        """
        starts, ends = self.starts, self.ends
        if self.type == "campaign":
            return not (starts and ends) or starts.year <= self.year <= ends.year
        last = self.model_copy(update={"starts": None, "ends": None}).last_day
        first = self._first_day
        return (starts is None or starts <= last) and (ends is None or ends >= first)

    @property
    def _first_day(self) -> date:
        """The first day by the calendar."""
        if self.week:
            with suppress(ValueError):
                return date.fromisocalendar(self.year, self.week, 1)
        month = {"second_half": 7, "last_quarter": 10}.get(self.type, self.month or 1)
        if self.quarter:
            month = self.quarter * 3 - 2
        return date(self.first_year or self.year, month, 1)

    @property
    def is_there(self) -> bool:
        """Whether its year has it: many have no week 53."""
        if self.week is None:
            return True
        with suppress(ValueError):
            return bool(date.fromisocalendar(self.year, self.week, 1))
        return False

    @property
    def sums_up(self) -> str:
        """Its word for summing up: ``sơ kết`` for a part of a year, ``tổng kết`` for all else."""
        return "tổng kết" if self.type in ("year", "years", "campaign") else "sơ kết"

    @property
    def last_name(self) -> str:
        """What it is compared with, by name: the same period a year before.

        Of weeks and months it is the one just before, of several years as many before.
        """
        if self.last_called:
            return self.last_called
        if self.type == "campaign" or self.called:
            return f"cùng kỳ năm {self.year - 1}"
        if self.type == "week":
            return "tuần trước"
        if self.month:
            return _month(self.year, self.month - 1)
        return self.of_year(self.year - self.length)

    @property
    def before(self) -> str | None:
        """The name of the period whose report is the last one; ``None`` where nothing says it."""
        if self.type == "week" and self.week and not self.called:
            return _week(self.year, self.week - 1)
        return None if self.called or self.type == "campaign" else self.last_name

    @property
    def length(self) -> int:
        """How many years the period has: 2016 to 2020 are five, everything else is one."""
        return self.year - self.first_year + 1 if self.first_year else 1

    def following(self) -> "Period":
        """Return the period that a report on this one looks ahead to."""
        if self.called or self.type == "campaign":
            return _coming(year=self.year, called=AHEAD)
        match self.type:
            case "month" if self.month:
                year, month = divmod(self.year * 12 + self.month, 12)
                return _coming(year=year, type="month", month=month + 1)
            case "week" if self.week:
                year, week = _iso_week(self.year, self.week + 1)
                return _coming(year=year, type="week", week=week)
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

    def compared_with_this(self) -> "Period":
        """Return the period whose report is compared with this one: the same a year on.

        Of weeks and months it is the next one, of several years as many after. Cut-off days move
        along, a name of its own does not.
        """
        facts: dict[str, Any] = {"type": self.type, "year": self.year + self.length}
        if self.type == "month" and self.month:
            year, month = divmod(self.year * 12 + self.month, 12)
            return _coming(year=year, type="month", month=month + 1)
        if self.type == "week" and self.week:
            year, week = _iso_week(self.year, self.week + 1)
            return _coming(year=year, type="week", week=week)
        if self.type == "years":
            facts |= {"year": self.following().year, "first_year": self.year + 1}
            facts |= {"stated_length": self.stated_length} if self.stated_length else {}
        if self.quarter:
            facts["quarter"] = self.quarter
        days = {"starts": self.starts, "ends": self.ends}
        years = facts["year"] - self.year
        facts |= {key: _years_on(day, years) for key, day in days.items() if day}
        if self.called:
            facts["last_called"] = self.called
        return _coming(**facts)

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
            case "month":
                return _month(year, self.month or 1)
            case "week":
                return _week(year, self.week or 1)
            case "campaign" if self.starts and self.ends:
                return f"đợt từ ngày {_day(self.starts)} đến ngày {_day(self.ends)}"
            case "years":
                return f"giai đoạn {year - self.length + 1} - {year}"
        return f"năm {year}"


def _day(day: date) -> str:
    return slash_date(day.year, day.month, day.day)


def _years_on(day: date, years: int) -> date:
    """Return the same day some years on; of 29 February the 28th."""
    with suppress(ValueError):
        return day.replace(year=day.year + years)
    return day.replace(year=day.year + years, day=28)


def _month(year: int, month: int) -> str:
    """Return the name of a month; one before January is December of the year before."""
    years, month = divmod(year * 12 + month - 1, 12)
    # The first two months have two digits (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4).
    return f"tháng {slash_date(years, month + 1, None)}"


def _week(year: int, week: int) -> str:
    return "tuần {1}/{0}".format(*_iso_week(year, week))


def _iso_week(year: int, week: int) -> tuple[int, int]:
    """Return year and number of a week; 0 is the last one of the year before."""
    first = date.fromisocalendar(year, 1, 1)
    return (first + timedelta(weeks=week - 1)).isocalendar()[:2]


@lru_cache(maxsize=64)
def _coming(**facts: Any) -> Period:
    """Return a period that follows from another; it may end after the last year of an input."""
    return Period.model_construct(**facts)

"""The year that a report sums up, and the one after it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from briefing.report.base import Facts
from briefing.report.dates import FullDate

Year = Annotated[int, Field(ge=1945, le=2100)]


class Period(Facts):
    """A reporting year, with its cut-off days where they are not the calendar year's.

    State agencies count from 15 December to 14 December (Nghị định 09/2019/NĐ-CP, Điều 12).
    """

    year: Year
    starts: FullDate | None = None
    ends: FullDate | None = None

    @model_validator(mode="after")
    def _runs_forward(self) -> Period:
        if self.starts and self.ends and self.ends <= self.starts:
            raise PydanticCustomError("period_reversed", "ends before it starts")
        return self

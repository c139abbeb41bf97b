"""The period that somebody chooses for a new report, and how its input begins from another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError

from briefing.findings import say
from briefing.findings.catalogues import catalogue
from briefing.forms import Edit, carried_over, data_text, input_text
from briefing.report import Period, Report

_CAMPAIGN = "campaign"
PARTS = {"quarter": "quarter", "month": "month", "week": "week", "years": "first_year"}
"""The key that says which one a period of a type is; the form has one box for all of them."""

_DAYS = ("starts", "ends")
"""What says when a campaign is; the form has a box for each."""

_OF_ITS_OWN = ("starts", "ends", "called", "last_called", "stated_length")
"""What is true of one period only."""

_OF_ONE_DOCUMENT = ("number", "date", "title")
"""What is true of one document only."""


class NotChosenError(ValueError):
    """A period that is none, or none that the kind of document is made for; its text says why."""


def chosen_period(asked: Mapping[str, str], taken: Iterable[str], language: str) -> Period:
    """Return the period that the first page's form asks for.

    ``taken`` are the types that the kind is made for, all if it names none. Raises NotChosenError.
    """
    words = catalogue(language)["page"]
    names, taken = words["periods"], tuple(taken)
    kind_of = asked.get("period", "year")
    if kind_of not in names or (taken and kind_of not in taken):
        fit = ", ".join(names[one] for one in taken or names if one in names)
        raise NotChosenError(say("page.other_type", language, types=fit))
    part, key = asked.get("part", "").strip(), PARTS.get(kind_of)
    own = f"page.part_of_{kind_of}" if key or kind_of == _CAMPAIGN else "page.choose"
    if bool(key) != bool(part):
        raise NotChosenError(say(own if key else "page.no_part", language, type=names[kind_of]))
    facts: dict[str, Any] = {"year": asked.get("year", ""), **({key: part} if key else {})}
    days = {day: asked.get(day, "").strip() for day in _DAYS if kind_of == _CAMPAIGN}
    try:
        whole = {name: int(said) for name, said in facts.items()}
        dated = {day: _day(said) for day, said in days.items()}
        period = Period.model_validate({**whole, **dated, "type": kind_of})
    except (ValidationError, ValueError):
        period = None
    if period is None or not period.is_there or not period.goes_with_its_days:
        raise NotChosenError(say(own, language))
    return period


def _day(said: str) -> date:
    """Return a day that is written as the form writes days; raises ValueError."""
    return datetime.strptime(said, "%d/%m/%Y").date()


def period_edits(period: Period, *, alone: bool) -> list[Edit]:
    """Return the changes that write a period into an input.

    ``alone`` drops what the input said of another period: its days, its name. A campaign has days
    of its own.
    """
    said = {key: getattr(period, key) for key in PARTS.values()}
    said |= {"type": None if period.type == "year" else period.type, "year": period.year}
    said |= dict.fromkeys(_OF_ITS_OWN if alone else ())
    said |= {day: f"{on:%d/%m/%Y}" for day in _DAYS if (on := getattr(period, day))}
    return [Edit(("period", key), "" if one is None else str(one)) for key, one in said.items()]


def begun(report: Report, period: Period, language: str) -> tuple[str, bool]:
    """Return the text that a report of a period begins with, made of another of the same body.

    What was carried over stands at its head; the second value says whether it was, or is a copy.
    """
    if _key(report.period.compared_with_this()) != _key(period):
        return input_text(report, language), False
    carried = carried_over(report, language)
    head = "".join(f"# {line}\n" for line in carried.told)
    return head + data_text(carried.data, language), True


def copied_edits(report: Report, kind: str, period: Period) -> list[Edit]:
    """Return the changes that take from a copy what is true only of what it was made of."""
    if (report.kind, report.period) == (kind, period):
        return []
    before = () if report.period == period else ("previous_report",)
    return [Edit((key,), "") for key in (*_OF_ONE_DOCUMENT, *before)]


def carried_lines(text: str) -> list[str]:
    """Return what the head of an input tells of the report that it was carried over from."""
    heads = [catalogue(one)["carried"]["period"].partition("{")[0] for one in ("vi", "en")]
    if not any(text.startswith(f"# {head}") for head in heads):
        return []
    lines: list[str] = []
    for line in text.splitlines():
        if not line.startswith("# "):
            break
        lines.append(line.removeprefix("# "))
    return lines


def _key(period: Period) -> tuple[Any, ...]:
    return (period.type, period.year, *(getattr(period, key) for key in PARTS.values()))

"""A report carried over into the input of the next period: what stays, moves and is left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from briefing.findings import label, say
from briefing.forms.values import own_data
from briefing.patterns import Pattern
from briefing.report import Period, Report

_AS_THEY_ARE = (
    *("schema", "kind", "locality", "issuer", "place", "standard", "size_profile", "forces"),
    *("legal_references", "models", "area_order", "numbering", "figure_style", "figures_annex"),
    *("tasks_as", "recipients", "signer", "signature", "partners", "marks"),
    "abbreviations",
)
"""What a body has in every period."""

_WITHOUT_YEAR = ("subject", "title", "leadership", "opening", "closing")
"""Texts that stay unless they name a year."""

_SILENT = ("number", "date", "period", "indicators", "previous_report")
"""What is told in words of its own."""

_LASTING = (
    *("area", "label", "unit", "out_of_label", "nature", "zero", "share_of", "beside", "parts"),
    *("parts_complete", "criteria", "items", "more_items", "row", "group", "parent", "cumulative"),
    *("equals", "places"),
)
"""The keys of a figure that are true in every period."""

_SHOWN = 10
"""The figures that a line counts up by name."""

_OF_TARGETS = ("word", "at_most", "whole_year")
_VAGUE = ("qualifier", "up_to", "approximate")
_YEAR = Pattern(r"(?<!\d)(\d{4})(?!\d)")
_DAY = Pattern(r"(?<!\d)\d{1,2}/\d{1,2}(?!\d)")
_NAMED = Pattern(r"\{([^{}.]+)[^{}]*\}")


@dataclass(slots=True)
class Carried:
    """The data of the new input, and what became of the old one's, a line each."""

    data: dict[str, Any]
    told: list[str] = field(default_factory=list)


def carried_over(report: Report, language: str, *, previous: str | None = None) -> Carried:
    """Return the input of the period that is compared with a report's.

    Numbers move to the period before, sentences stay that state nothing but figures, tasks stay
    that name no day gone by. ``previous`` is the file of the report, if it lies beside the new one.
    """
    return _Carrier(report, language).all(previous)


class _Carrier:
    def __init__(self, report: Report, language: str) -> None:
        self._old = own_data(report)
        self._period = report.period
        self._next = report.period.compared_with_this()
        self._language = language
        self._figures = self._old.get("figures", {})
        self._gone = {*self._old.get("tables", {}), *self._old.get("annexes", {})}
        self._told: list[str] = []
        self._kept = self._dropped = 0

    def all(self, previous: str | None) -> Carried:
        """Return all of it."""
        new: dict[str, Any] = {}
        for key, value in self._old.items():
            if (said := self._carried(key, value)) not in (None, [], {}):
                new[key] = said
        if previous:
            new["previous_report"] = previous
        self._say("period", old=self._period.name, new=self._next.name)
        self._of_figures(new.get("figures", {}))
        if self._kept or self._dropped:
            self._say("sentences", kept=self._kept, dropped=self._dropped, old=self._period.name)
        self._of_tasks(new.get("tasks", []))
        left = [key for key in self._old if key not in new and key not in _SILENT]
        if left:
            self._say("left_out", names=self._labels(left))
        lasting = {*_AS_THEY_ARE, "people"} - {"schema", "kind"}
        stays = [key for key in new if key in lasting]
        if stays:
            self._say("stays", names=self._labels(stays))
        if previous:
            self._say("previous", file=previous)
        return Carried(new, self._told)

    def _carried(self, key: str, value: Any) -> Any:
        if key in _AS_THEY_ARE:
            return value
        if key in _WITHOUT_YEAR:
            return None if _YEAR.search(value) else value
        how: dict[str, Callable[[Any], Any]] = {
            "period": lambda _: dict(_said(self._next)),
            "date": self._date,
            "figures": lambda old: {name: self._figure(said) for name, said in old.items()},
            "footnotes": self._footnotes,
            "people": lambda old: {name: _person(one) for name, one in old.items()},
            "results": lambda old: [said for each in old if (said := self._area(each))],
            "sections": lambda old: [self._section(each) for each in old],
            "tasks": lambda old: [task for each in old if (task := self._task(each))],
        }
        return how[key](value) if key in how else None

    def _footnotes(self, old: dict[str, str]) -> dict[str, str]:
        stay = {name: said for name, said in old.items() if not re.search(r"\d", said)}
        self._gone |= set(old) - set(stay)
        return stay

    def _date(self, said: str) -> str | None:
        """Return the month in which the next report is issued; the day is not known yet."""
        if self._period.type == "week":
            return None
        year, month = (int(part) for part in said.split("-")[:2])
        months = 1 if self._period.type == "month" else 12 * (self._next.year - self._period.year)
        year, month = divmod(year * 12 + month - 1 + months, 12)
        return f"{year}-{month + 1:02}"

    def _figure(self, old: dict[str, Any]) -> dict[str, Any]:
        new = {key: old[key] for key in _LASTING if key in old}
        before = _number_of(old)
        if before is not None:
            new["previous"] = before
        target = old.get("target", {})
        if "next_plan" in old and target.get("of") != "rate":
            words = {key: target[key] for key in _OF_TARGETS if key in target}
            new["target"] = {"value": old["next_plan"], **words}
        return new

    def _area(self, old: dict[str, Any]) -> dict[str, Any] | None:
        new = self._with_statements(
            {key: old[key] for key in old if key not in ("tables", "parts")}
        )
        parts = [self._with_statements(dict(part)) for part in old.get("parts", [])]
        new["parts"] = [part for part in parts if part.get("statements")]
        new = {key: value for key, value in new.items() if value}
        return new if {"statements", "parts", "indicators"} & set(new) else None

    def _section(self, old: dict[str, Any]) -> dict[str, Any]:
        left = ("tables", "limitations", "points", "sections")
        new = self._with_statements({key: old[key] for key in old if key not in left})
        self._dropped += len(old.get("points", [])) + len(old.get("limitations", []))
        if "sections" in old:
            new["sections"] = [self._section(each) for each in old["sections"]]
        return new

    def _with_statements(self, group: dict[str, Any]) -> dict[str, Any]:
        """Return a group with those of its sentences that state nothing but figures."""
        old = group.get("statements", [])
        stay = [at for at, said in enumerate(old) if self._is_of_figures(said)]
        self._kept, self._dropped = self._kept + len(stay), self._dropped + len(old) - len(stay)
        if old:
            group["statements"] = [old[at] for at in stay]
        if short := group.pop("in_short", None):
            in_short = [place + 1 for place, at in enumerate(stay) if at + 1 in short]
            group |= {"in_short": in_short} if in_short else {}
        return group

    def _is_of_figures(self, text: str) -> bool:
        named = set(_NAMED.findall(text))
        plain = re.sub(r"\{[^{}]*\}", "", text)
        return (
            bool(named & set(self._figures))
            and not named & self._gone
            and not re.search(r"\d", plain)
        )

    def _task(self, old: str | dict[str, Any]) -> str | dict[str, Any] | None:
        if isinstance(old, str):
            return None if self._is_gone_by(old) else old
        if self._is_gone_by(old["text"]):
            return None
        return {
            key: value
            for key, value in old.items()
            if key == "points" or not self._is_gone_by(str(value), days=key == "deadline")
        }

    def _is_gone_by(self, text: str, *, days: bool = False) -> bool:
        """Say whether a text names a year that is over when the next report is issued."""
        years = range(self._period.year, self._next.year + 1)
        by_year = any(int(year) in years for year in _YEAR.findall(text))
        return by_year or (days and bool(_DAY.search(text)))

    def _of_figures(self, new: dict[str, Any]) -> None:
        moved = [name for name, said in new.items() if "previous" in said]
        if moved:
            self._say("moved", count=len(moved), new=self._next.name)
        if planned := sum("target" in said for said in new.values()):
            self._say("planned", count=planned)
        planless = [name for name in new if self._has_plan(name) and "target" not in new[name]]
        if planless:
            self._say("planless", names=self._names(planless))
        guessed = [name for name in moved if self._figures[name].get("estimated")]
        if guessed:
            self._say("estimated", names=self._names(guessed), old=self._period.name)
        if still := [name for name in new if name not in moved]:
            self._say("not_moved", names=self._names(still))

    def _has_plan(self, name: str) -> bool:
        return bool({"target", "next_plan"} & set(self._figures[name]))

    def _of_tasks(self, new: list[Any]) -> None:
        old = self._old.get("tasks", [])
        if old:
            dated = _deadlines(old) - _deadlines(new)
            self._say("tasks", kept=len(new), dropped=len(old) - len(new), dated=dated)

    def _names(self, names: list[str]) -> str:
        shown = ", ".join(f"“{self._figures[name]['label']}”" for name in names[:_SHOWN])
        more = len(names) - _SHOWN
        return f"{shown} {say('carried.more', self._language, count=more)}" if more > 0 else shown

    def _labels(self, keys: list[str]) -> str:
        return "; ".join(label(key, self._language) for key in keys)

    def _say(self, key: str, **values: object) -> None:
        self._told.append(say(f"carried.{key}", self._language, **values))


def _number_of(figure: dict[str, Any]) -> Any:
    """Return the number that is the base of next year's change, ``None`` if it is not exact."""
    vague = any(key in figure for key in _VAGUE)
    return figure.get("exact") if vague else figure.get("value")


def _person(old: dict[str, Any]) -> dict[str, Any]:
    """Return a person without the note on what they did at the last conference."""
    return {key: value for key, value in old.items() if key != "role"}


def _deadlines(tasks: list[Any]) -> int:
    return sum(isinstance(task, dict) and "deadline" in task for task in tasks)


def _said(period: Period) -> Iterator[tuple[str, Any]]:
    for key in type(period).model_fields:
        value = getattr(period, key)
        if value is not None and (key, value) != ("type", "year"):
            yield key, value.isoformat() if key in ("starts", "ends") else value

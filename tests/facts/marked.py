"""An input with a mark of its own under every key of the schema, made from the model itself."""

from __future__ import annotations

import itertools
import re
import types
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from briefing import Report
from briefing.report import Award, PartialDate
from briefing.report.figure import Figure
from briefing.vietnamese import format_number, long_date, slash_date

Data = dict[str, Any]

PERIODS: dict[str, Data] = {
    "bao-cao-so-ket": {"period": {"year": 2026, "type": "quarter", "quarter": 2}},
    "bao-cao-giai-doan": {"period": {"year": 2026, "type": "years", "first_year": 2021}},
}
"""What a kind must have otherwise than a year."""

CHOICES: Data = {
    "conference.part_of_day": "tối",
    "figures[].qualifier": "khoảng",
    "figures[].rate_qualifier": "dưới",
    "figures[].approximate": "hàng trăm",
    "signature.authority": "TUQ",
    "partners[].signature.authority": "TUQ",
}
"""Choices that are printed as they are; each is a word that no template says."""

# Where a mark would mean nothing: choices of the program, names of other facts, and keys that do
# not go together.
GIVEN: Data = {
    "schema": 1,
    "kind": "bao-cao-tong-ket",
    "locality": None,
    "based_on": None,
    "period.type": "year",
    "period.year": 2026,
    "period.quarter": None,
    "period.month": None,
    "period.week": None,
    "period.called": None,
    "period.last_called": None,
    "period.first_year": None,
    "next_period.type": "year",
    "next_period.year": 2027,
    "next_period.quarter": None,
    "next_period.month": None,
    "next_period.week": None,
    "next_period.called": None,
    "next_period.last_called": None,
    "next_period.first_year": None,
    "standard": "nd30-2020",
    "figure_style.places": 2,
    "previous_report": None,
    "signer": None,
    "conference.in_reports": True,
    # After the conference, or the report would leave it to the news.
    "date": "2031-12-30",
    "issuer.force": "police",
    "results[].parts[].force": "luc_luong_a",
    "results[].area": "giao_thong",
    "results[].indicators": "Mk nhóm",
    "results[].in_short[]": 1,
    "results[].tables": ["phu_luc_a"],
    "results[].parts[].in_short[]": 1,
    # An outline of its own takes the place of the usual one: tests/sections has its keys.
    "sections": None,
    "numbering": None,
    # Each table lies in one annex, and has its rows in the input.
    "tables[].file": None,
    "annexes[].tables": [],
    "area_order[]": "giao_thong",
    "figures[].area": "giao_thong",
    "models[].figure": "so_model",
    "conference.chair": "nguoi_a",
    "conference.secretary": "nguoi_b",
    "conference.directives[].by": "nguoi_a",
    "awards[].presented_by": "nguoi_a",
    "people[].accepted": {"names": ["Mk a", "Mk b"], "reason": "Lý do"},
    "figures[].change.direction": "giảm",
    "figures[].accepted": [{"stated": 1, "computed": 2, "reason": "Lý do"}],
    "figures[].share_of": "so_value",
    "figures[].beside": "so_value",
    "figures[].parts": ["so_value"],
    "figures[].criteria": ["so_change"],
    "figures[].items": ["so_value"],
    "figures[].parent": "so_value",
    "figures[].equals": "so_value",
    "figures[].places": 2,
    "indicators": [
        {
            "label": "Mk chỉ tiêu",
            "name": "chi_tieu_dong",
            "unit": "mkđv",
            "group": "Mk nhóm",
            "parent": "so_value",
            "previous": 60_001,
            "plan": 60_002,
            "plan_word": "mk dự toán",
            "goal": "at_least",
            "actual": 60_003,
            "estimate": 60_004,
            "reached": 60_005,
            "next_plan": 60_006,
            "whole_year": True,
            "cumulative": True,
            "as_of": "2031-12-29",
            "equals": "so_value",
            "places": 2,
            "accepted": [{"stated": 1, "computed": 2, "reason": "Lý do"}],
            "source": "Mk nguồn",
        }
    ],
    "inferred[].fact": "place",
}
ALONE = ("value", "approximate", "rate", "change", "items")
"""Keys by which a figure says something without another one."""

NAMES = {
    "people": ("nguoi_a", "nguoi_b"),
    "forces": ("luc_luong_a", "luc_luong_b"),
    "tables": ("bang_a", "bang_b"),
    "annexes": ("phu_luc_a", "phu_luc_b"),
}


NAMED = (
    *("figures", "people", "forces", "legal_references", "footnotes", "abbreviations"),
    *("tables", "annexes"),
)


class Marks:
    """Makes a value with a mark for every key of a model, and remembers what is printed of it."""

    def __init__(self) -> None:
        self._count = itertools.count(1)

    def group(self, model: type[BaseModel], path: str) -> Data:
        """Return a group with every key filled in."""
        found = {}
        for name, field in model.model_fields.items():
            key = field.alias or name
            at = f"{path}.{key}".lstrip(".")
            value = self.value(field.annotation, at)
            if value is not None:
                found[key] = value
        return found

    def value(self, annotation: Any, path: str) -> Any:
        """Return a value of a type; lists and tables have two items each."""
        if path in GIVEN or path in CHOICES:
            return GIVEN.get(path, CHOICES.get(path))
        if path == "figures":
            return self.figures()
        origin, inside = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self.value(inside[0], path)
        if origin in (Union, types.UnionType):
            return self.value(next(t for t in inside if t is not type(None)), path)
        if origin is list:
            return [self.value(inside[0], f"{path}[]") for _ in range(2)]
        if origin is dict:
            names = NAMES.get(path) or (f"ten_{next(self._count)}", f"ten_{next(self._count)}")
            return {name: self.value(inside[1], f"{path}[]") for name in names}
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.group(annotation, path)
        return self.plain(annotation, path)

    def plain(self, annotation: Any, path: str) -> Any:
        """Return a text, a number, a date or a choice."""
        number = next(self._count)
        if get_origin(annotation) is Literal:
            return get_args(annotation)[0]
        if annotation is bool:
            return path in ("figures_annex", "abbreviations[].introduce")
        if annotation is str:
            return f"Mk{number:03}q"
        if annotation in (date, PartialDate):
            # Every day once, all of one year, which nothing else names.
            return date.fromordinal(date(2031, 1, 1).toordinal() + number % 365).isoformat()
        if annotation in (int, Decimal):
            return 70_000 + number
        raise TypeError(f"{path}: {annotation}")

    def figures(self) -> Data:
        """Return a figure for every key beside its label, and one that nobody names."""
        keys = [name for name in Figure.model_fields if name != "label"]
        made: Data = {"so_model": self.figure("value", "unit"), "so_quen": self.figure("value")}
        made |= {f"so_{name}": self.figure(name) for name in ALONE}
        made |= {f"so_co_{name}": self.figure("value", "unit", name) for name in keys}
        return made

    def figure(self, *keys: str) -> Data:
        """Return a figure with some keys."""
        fields = Figure.model_fields
        made = {k: self.value(fields[k].annotation, f"figures[].{k}") for k in ("label", *keys)}
        return {key: value for key, value in made.items() if value is not None}


def whole_input(kind: str) -> Data:
    """Return an input of a kind with every key of the schema; figures are named in sentences."""
    marks = Marks()
    data = marks.group(Report, "") | {"kind": kind}
    data["period"] |= PERIODS.get(kind, {}).get("period", {})
    data["results"][0].pop("parts")
    figures = [name for name in data["figures"] if name != "so_quen"]
    named = ", ".join(f"{{{name}}}" for name in figures if name != "so_model")
    cited, in_full = list(data["legal_references"])
    noted = "".join(f" {{{name}}}" for name in data["footnotes"])
    data["results"][0]["statements"][0] += f" {named}, {{{cited}}}, {{{in_full}.full}}{noted}"
    for table, annex in zip(data["tables"], data["annexes"].values(), strict=True):
        annex["tables"] = [table]
    # One award is counted in one way, the other in the other, and a third goes to somebody.
    first, second = data["awards"]
    third = marks.group(Award, "awards[]")
    for award, without in (
        (first, ("combined", "to")),
        (second, ("collectives", "individuals", "to")),
        (third, ("collectives", "individuals", "combined")),
    ):
        for key in without:
            award.pop(key)
    data["awards"].append(third)
    for name, person in data["people"].items():
        person["variants"] = person.get("variants", [])[: name == "nguoi_a"]
    return data


def printed_forms(value: Any) -> tuple[str, ...]:
    """Return how documents print a value, in small letters."""
    match value:
        case PartialDate() | date():
            day = (value.year, value.month, value.day)
            return long_date(*day), slash_date(*day), "{:04}-{:02}-{:02}t".format(*day)
        case Decimal() | int():
            return format_number(value), str(value)
    # What stands in braces is printed as something else.
    return (str(value).partition(" {")[0].casefold(),)


def says(text: str, value: Any) -> bool:
    """Say whether a text prints a value; a number must stand alone in it."""
    return any(
        re.search(rf"(?<![\w.,]){re.escape(form)}(?!\w|[.,]\d)", text)
        if form.isascii() and form[-1:].isdigit()
        else form in text
        for form in printed_forms(value)
    )


def shapes(data: Any, path: str = "") -> Iterator[str]:
    """Yield the paths without positions and names of everything that an input fills in."""
    named = path in NAMED
    if isinstance(data, dict):
        for key, item in data.items():
            yield from shapes(item, f"{path}[]" if named else f"{path}.{key}".lstrip("."))
    elif isinstance(data, list):
        for item in data:
            yield from shapes(item, f"{path}[]")
    else:
        yield path

"""The rows of a filled form as entries: what they are called, which go on with the last one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from briefing.forms.sheet import NAME, SPLIT, Column, Sheet
from briefing.reading.cells import Cell, names_of_choices, words

_WORDS = re.compile("[a-z0-9]+")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
"""What is a name as it is written: short forms are large."""


def same_area(values: dict[str, Cell], items: list[Any]) -> int | None:
    """Return the position of the area that a row with a force goes on with, if it is the last."""
    if SPLIT not in values or not items:
        return None
    own = {key: str(values[key]).strip() for key in ("area", "heading") if key in values}
    if "area" in own:
        own["area"] = names_of_choices("results[].area").get(words(own["area"]), own["area"])
    last = {key: items[-1][key] for key in ("area", "heading") if key in items[-1]}
    return len(items) - 1 if own == last else None


_CALLED = {"forces[]": "value", "legal_references[]": "text"}
"""What a row is called, by the sheet, where no column is its label or its name."""


def name_of_entry(values: dict[str, Cell], group: str) -> str:
    """Return the name of an entry: as written, else made from its words or what it is called."""
    written = str(values.get(NAME, "")).strip()
    if _NAME.fullmatch(written):
        return written
    called = values.get("label", values.get("name", values.get(_CALLED.get(group, ""), "")))
    return (written and name_of_words(written)) or name_of_words(str(called))


def naming_columns(group: str) -> tuple[str, ...]:
    """Return the columns from which a row of a sheet has its name, its own words first."""
    return ("label", "name", *([_CALLED[group]] if group in _CALLED else []), NAME)


def name_of_words(text: str) -> str:
    """Return the name that is made of words: ``Số vụ`` is ``so_vu``."""
    from briefing.vietnamese import without_marks

    return "_".join(_WORDS.findall(without_marks(text).lower()))


def naming_cell(sheet: Sheet, heads: dict[int, Column], filled: Iterable[int]) -> int:
    """Return the cell of a row that says what the row is called, else the first that is filled."""
    at = {heads[position].path: position for position in reversed(list(filled))}
    naming = (NAME, *naming_columns(sheet.group)) if sheet.named else ()
    return next((at[path] for path in naming if path in at), min(at.values()))


def first_two(cells: list[Cell]) -> tuple[Cell, Cell]:
    """Return the item of a row and its value."""
    return cells[0], cells[1] if len(cells) > 1 else None


def base_of(sheet: Sheet) -> tuple[str, ...]:
    """Return the path of what a sheet fills."""
    return tuple(sheet.group.removesuffix("[]").split(".")) if sheet.layout == "rows" else ()

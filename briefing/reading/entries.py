"""The rows of a filled form as entries: what they are called, which go on with the last one."""

from __future__ import annotations

import re
from typing import Any

from briefing.forms.sheet import NAME, SPLIT
from briefing.reading.cells import Cell

_WORDS = re.compile("[a-z0-9]+")


def same_area(values: dict[str, Cell], items: list[Any]) -> int | None:
    """Return the position of the area that a row with a force goes on with, if it is the last."""
    if SPLIT not in values or not items:
        return None
    own = {key: str(values[key]).strip() for key in ("area", "heading") if key in values}
    last = {key: items[-1][key] for key in ("area", "heading") if key in items[-1]}
    return len(items) - 1 if own == last else None


def name_of_entry(values: dict[str, Cell]) -> str:
    """Return the name of an entry: as written, else made from what it is called."""
    from briefing.vietnamese import without_marks

    if NAME in values:
        return str(values[NAME]).strip()
    called = without_marks(str(values.get("label", values.get("name", "")))).lower()
    return "_".join(_WORDS.findall(called))

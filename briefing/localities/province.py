"""The provinces of the country as packs that need no folder, each as it stands on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from briefing.program_data import table_beside

_FILE = "provinces.toml"


@cache
def provinces() -> dict[str, dict[str, Any]]:
    """Return what is known of every province by its slug, the ended ones included.

    The data has the keys of a pack, and ``absorbed``: the slugs of those that joined it.
    """
    return table_beside(__file__, _FILE)


def province_facts(name: str) -> dict[str, Any] | None:
    """Return what a province says as a pack, or ``None`` when there is no such province."""
    entry = provinces().get(name)
    if entry is None:
        return None
    facts = {key: value for key, value in entry.items() if key != "absorbed"}
    return {"level": "province", **facts}


@cache
def former_names(day: date) -> Mapping[str, tuple[str, date]]:
    """Return the names that provinces no longer bear on a day: what they are now, since when."""
    former: dict[str, tuple[str, date]] = {}
    for entry in provinces().values():
        until = entry.get("until")
        if until and until <= day:
            former[entry["name"]] = (_name_on(day, provinces()[entry["into"]]), until)
        for before in entry.get("before", ()):
            if before["date"] <= day:
                former[before["name"]] = (_name_on(day, entry), before["date"])
    known = {_name_on(day, e) for e in provinces().values() if not _ended(e, day)}
    return {name: now for name, now in former.items() if name not in known}


def _ended(entry: Mapping[str, Any], day: date) -> bool:
    return "until" in entry and bool(entry["until"] <= day)


def _name_on(day: date, entry: Mapping[str, Any]) -> str:
    """Return the name of a province on a day: that before the first change to come."""
    coming = [before for before in entry.get("before", ()) if day < before["date"]]
    return str(min(coming, key=lambda before: before["date"])["name"] if coming else entry["name"])

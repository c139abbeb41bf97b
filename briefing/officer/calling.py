"""Names for what they stand for: whoever types somebody's full name means that person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from briefing.forms import general
from briefing.officer.naming import FieldChange
from briefing.report import Names, Report, roles_of

_CALLED = {Names.FIGURE: ("figures", "label"), Names.PERSON: ("people", "name")}
"""The tables whose entries fields call by name, and what people call those entries."""


def by_names(changes: Iterable[FieldChange], data: Mapping[str, Any]) -> Iterator[FieldChange]:
    """Yield changes with the name of an entry where what was typed is what it is called.

    A field that takes words as well keeps them, and so does what several entries are called.
    """
    roles = roles_of(Report)
    for change in changes:
        field = general(change.edit.path)
        role = roles.get(field.removesuffix("[]")) or roles.get(field)
        table = _CALLED.get(role.names) if role and role.names else None
        text = (change.edit.text or "").strip()
        names = _named_so(data, *table, text) if table and text else []
        if len(names) == 1:
            change = replace(change, edit=replace(change.edit, text=names[0]))
        yield change


def _named_so(data: Mapping[str, Any], table: str, called: str, text: str) -> list[str]:
    held = data.get(table)
    entries = held.items() if isinstance(held, Mapping) else ()
    return [
        str(name)
        for name, entry in entries
        if isinstance(entry, Mapping) and str(entry.get(called, "")).strip() == text
    ]

"""The fields that packs and kinds add to an input, as fields of the form."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from briefing.kinds import EXTRA, OwnColumn, OwnField
from briefing.patterns import Pattern
from briefing.report import FieldTable, own_field

_EXAMPLES = {"text": "…", "texts": "…", "figures": "ten_so_lieu", "number": 0}
_NOT_IN_TITLES = Pattern(r"[\[\]:*?/\\]+")
_LONGEST_TITLE = 31
"""The characters that Excel takes in the title of a sheet."""


def described(field: OwnField) -> Iterator[tuple[str, str, str, Any, str]]:
    """Yield path, label, hint, example and what it takes of each value that a field holds."""
    path = f"{EXTRA}.{field.name}"
    if field.type == "table":
        for column in field.columns:
            at, hint = f"{path}[].{column.name}", field.hint or field.label
            yield at, column.head, hint, _EXAMPLES[column.type], column.type
        return
    many = "" if field.type == "text" else "[]"
    yield f"{path}{many}", field.label, field.hint or field.label, _EXAMPLES[field.type], "text"


def title_of(field: OwnField) -> str:
    """Return the title of the sheet of a table."""
    title = _NOT_IN_TITLES.sub(" ", field.label).strip(" '")[:_LONGEST_TITLE].strip()
    return title[:1].upper() + title[1:]


def as_line(field: OwnField) -> str:
    """Return a field as one line of text, which a form keeps."""
    said = asdict(field) | {"columns": {c.name: _column(c) for c in field.columns}}
    name = said.pop("name")
    kept = {key: value for key, value in said.items() if value or key in ("type", "label")}
    return json.dumps({name: kept}, ensure_ascii=False)


def _column(column: OwnColumn) -> dict[str, str]:
    return {"head": column.head, "type": column.type}


def from_lines(lines: Iterable[str]) -> tuple[OwnField, ...]:
    """Return the fields that a form keeps; what is none of them is left out."""
    return tuple(field for line in lines for field in _from_line(line))


def _from_line(line: str) -> Iterator[OwnField]:
    try:
        told = json.loads(line)
        FieldTable.model_validate(told)
    except (ValueError, RecursionError):
        return
    said: Mapping[str, Any] = told
    yield from (own_field(name, entry) for name, entry in said.items())

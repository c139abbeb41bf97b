"""The JSON Schema of an input, so that editors complete and check keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from briefing.findings import label
from briefing.kinds import EXTRA, OwnField
from briefing.report.own_fields import report_with


def json_schema(language: str, own: Iterable[OwnField] = ()) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12), with what each key means in a language.

    ``own`` are the fields that packs and kinds add.
    """
    fields = tuple(own)
    called = _called(fields)
    schema = report_with(fields).model_json_schema(by_alias=True)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    groups = schema.get("$defs", {})
    parts = [("", schema), *((path, groups[name]) for name, path in _paths(schema, groups).items())]
    for path, part in parts:
        # The docstrings are for developers; officers read the labels.
        part.pop("description", None)
        for key, said in part.get("properties", {}).items():
            at = f"{path}.{key}" if path else key
            said["description"] = called.get(at) or label(at, language)
    return schema


def _called(fields: Iterable[OwnField]) -> dict[str, str]:
    """Return what fields of packs and kinds are called, by path."""
    found: dict[str, str] = {}
    for field in fields:
        path = f"{EXTRA}.{field.name}"
        found[path] = f"{field.label}: {field.hint}" if field.hint else field.label
        found |= {f"{path}.{column.name}": column.head for column in field.columns}
    return found


def _paths(schema: dict[str, Any], groups: dict[str, Any]) -> dict[str, str]:
    """Return where each group of facts stands in an input, the first place of those it has."""
    found: dict[str, str] = {}
    todo = [("", schema)]
    while todo:
        path, part = todo.pop(0)
        for key, said in part.get("properties", {}).items():
            here = f"{path}.{key}" if path else key
            for name in _named(said):
                if name not in found:
                    found[name] = here
                    todo.append((here, groups[name]))
    return found


def _named(part: Any) -> list[str]:
    """Return the groups that a part of the schema refers to."""
    if isinstance(part, list):
        return [name for item in part for name in _named(item)]
    if not isinstance(part, dict):
        return []
    own = [part["$ref"].rpartition("/")[2]] if "$ref" in part else []
    return own + [name for key, item in part.items() if key != "$ref" for name in _named(item)]

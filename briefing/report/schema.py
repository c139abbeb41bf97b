"""The JSON Schema of an input, so that editors complete and check keys."""

from __future__ import annotations

from typing import Any

from briefing.findings import label
from briefing.report.report import Report


def json_schema(language: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12), with what each key means in a language."""
    schema = Report.model_json_schema(by_alias=True)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    groups = schema.get("$defs", {})
    parts = [("", schema), *((path, groups[name]) for name, path in _paths(schema, groups).items())]
    for path, part in parts:
        # The docstrings are for developers; officers read the labels.
        part.pop("description", None)
        for key, said in part.get("properties", {}).items():
            said["description"] = label(f"{path}.{key}" if path else key, language)
    return schema


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

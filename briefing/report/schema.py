"""The JSON Schema of an input, so that editors complete and check keys."""

from __future__ import annotations

from typing import Any

from briefing.findings import label
from briefing.report.report import Report


def json_schema(language: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12), with what each key means in a language."""
    schema = Report.model_json_schema(by_alias=True)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    _describe(schema, "", language)
    for name, part in schema.get("$defs", {}).items():
        _describe(part, name.strip("_").lower(), language)
    return schema


def _describe(part: dict[str, Any], group: str, language: str) -> None:
    # The docstrings are for developers; officers read the labels.
    part.pop("description", None)
    for name, field in part.get("properties", {}).items():
        field["description"] = label(f"{group}.{name}" if group else name, language)

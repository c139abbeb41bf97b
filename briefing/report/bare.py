"""Entries of lists that may be their text alone."""

from __future__ import annotations

from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


class OrText:
    """Lets a list entry be written as a bare text instead of a group with a ``text`` key."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string"}, handler(schema)]}


def from_text(value: Any) -> Any:
    """Return a bare text as the group that it stands for."""
    return {"text": value} if isinstance(value, str) else value

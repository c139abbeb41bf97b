"""Types of fields that pydantic works out once, however many fields have them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema


class Once:
    """How a type is validated, worked out for the first of its fields and copied for the others.

    A report has a hundred and fifty texts; to work each out is a fiftieth of a short run.
    """

    def __init__(self, *ways: Any) -> None:
        self._ways = ways
        self._known: CoreSchema | None = None

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        if self._known is None:
            kind: Any = Annotated[(source, *self._ways)]
            self._known = handler.generate_schema(kind)
        known: CoreSchema = _copied(self._known)
        return known


def _copied(schema: Any) -> Any:
    """Return a schema whose groups are its own: pydantic adds to them for some fields."""
    if isinstance(schema, dict):
        return {key: _copied(value) for key, value in schema.items()}
    return schema.copy() if isinstance(schema, list) else schema

"""Fields that packs and kinds add to an input, under its key ``extra``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from briefing.values import record

FieldType = Literal["text", "texts", "table", "figures"]
ColumnType = Literal["text", "number"]

EXTRA = "extra"
"""The key of an input under which such fields stand."""


@record
class OwnColumn:
    """A column of a table: the key of its cells, its head, and what they hold."""

    name: str
    head: str
    type: ColumnType = "text"


@record
class OwnField:
    """A field by its name: what it holds, what people call it, what it is for.

    A ``table`` has columns, and with ``numbered`` one more before them that counts its rows;
    ``figures`` is a list of names of figures.
    """

    name: str
    type: FieldType
    label: str
    hint: str = ""
    columns: tuple[OwnColumn, ...] = ()
    numbered: bool = False


def field_of(name: str, said: Mapping[str, Any]) -> OwnField:
    """Return the field that a table of data describes."""
    columns = (_column(key, entry) for key, entry in (said.get("columns") or {}).items() if entry)
    return OwnField(
        name,
        said["type"],
        said["label"],
        said.get("hint") or "",
        tuple(columns),
        said.get("numbered") is True,
    )


def _column(name: str, said: str | Mapping[str, Any]) -> OwnColumn:
    if isinstance(said, str):
        return OwnColumn(name, said)
    return OwnColumn(name, said["head"], said.get("type", "text"))

"""What stands under ``extra`` as templates see it: tables with their heads, figures themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from briefing.report import OwnField

NUMBER_HEAD = "STT"
"""The head of the column that counts the rows of a table."""

FigureLookup = Callable[[str, str], Mapping[str, Any] | None]
"""Gives the figure of a name, found through the fact at a path."""


def own_data(
    told: Mapping[str, Any], fields: Mapping[str, OwnField], figure: FigureLookup
) -> dict[str, Any]:
    """Return the fields of an input's own data; those that it leaves out are there, and empty.

    ``told`` are their values by name, ready to be printed.
    """
    return {name: _value(told.get(name), field, figure) for name, field in fields.items()}


def _value(said: Any, field: OwnField, figure: FigureLookup) -> Any:
    match field.type:
        case "table":
            return _table(said or [], field)
        case "figures":
            named = (
                figure(name, f"extra.{field.name}[{at}]") for at, name in enumerate(said or [])
            )
            return [found for found in named if found is not None]
        case "texts":
            return said or []
    return said


class _Table(dict[str, Any]):
    """A table as templates see it; one without rows is nothing, so that an ``if`` finds it out."""

    def __bool__(self) -> bool:
        return bool(self["rows"])


def _table(lines: Sequence[Mapping[str, Any]], field: OwnField) -> _Table:
    """Return a table as ``m.table`` prints it, and its lines as groups by column."""
    number = [NUMBER_HEAD] if field.numbered else []
    rows = [
        [*([at] if field.numbered else []), *(line[column.name] for column in field.columns)]
        for at, line in enumerate(lines, start=1)
    ]
    return _Table(
        heads=[*number, *(column.head for column in field.columns)],
        align=[
            *("center" for _ in number),
            *("right" if column.type == "number" else "left" for column in field.columns),
        ],
        rows=rows,
        lines=list(lines),
    )

"""The columns of a sheet whose cells are one key of their row's entry each: most are so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from briefing.forms.sheet import NAME, SPLIT, Column, Sheet
from briefing.reading.cells import Cell, reader_of
from briefing.reading.grids import letters
from briefing.values import record

TEXT_ALONE = ("forces[]", "footnotes[]")
"""Sheets whose entries are a text without keys."""


@record
class KeyColumn:
    """A column whose cells are one key of an entry each; ``place`` is the cell without its row."""

    name: str
    column: Column
    read: Callable[[Cell], Any]
    place: str


def keys_of(sheet: Sheet, title: str, heads: dict[int, Column]) -> dict[int, KeyColumn]:
    """Return those columns of a sheet by their position."""
    return {
        at: KeyColumn(column.path, column, reader_of(column), f"{title}!{letters(at)}")
        for at, column in heads.items()
        if not column.many
        and "." not in column.path
        and column.path not in (NAME, SPLIT)
        and not (column.path == "value" and sheet.group in TEXT_ALONE)
    }

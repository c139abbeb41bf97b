"""The data of one workbook while it is read: values at their paths, each with its cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from briefing.findings import Finding, Origin
from briefing.forms.leaves import leaf
from briefing.forms.sheet import Column
from briefing.reading.cells import Cell, CellError, Unclear, as_told, chosen, said_by, text_of
from briefing.vietnamese import OldFont


@dataclass(slots=True)
class Gathered:
    """Gathers the data of one workbook, the places of its values, and its faults."""

    file: str
    data: dict[str, Any] = field(default_factory=dict)
    places: dict[tuple[str | int, ...], Origin] = field(default_factory=dict)
    faults: list[Finding] = field(default_factory=list)
    refused: set[tuple[str | int, ...]] = field(default_factory=set)
    fonts: dict[str, OldFont] = field(default_factory=dict)

    def codes(self) -> dict[tuple[str | int, ...], OldFont]:
        """Return the font of before Unicode of each value whose cell has one."""
        if not self.fonts:
            return {}
        places = self.places.items()
        return {path: self.fonts[at.cell] for path, at in places if at.cell in self.fonts}

    def put(self, path: tuple[str | int, ...], column: Column, value: Cell, origin: Origin) -> None:
        """Put what a cell says at a path, or refuse it there."""
        try:
            said = said_by(value, column)
        except CellError as error:
            self.refuse(error, path, column, value, origin)
        else:
            self.said(path, said, origin)

    def refuse(
        self,
        error: CellError,
        path: tuple[str | int, ...],
        column: Column,
        value: Cell,
        origin: Origin,
    ) -> None:
        """Turn what a cell does not say clearly into a finding at it."""
        values = {"written": as_told(value), "heading": column.heading}
        if isinstance(value, Unclear):
            values["unit"] = value.unit
        self.refused.add(path)
        self.faults.append(Finding(error.rule, origin=origin, values=values))

    def said(self, path: tuple[str | int, ...], said: Any, origin: Origin) -> None:
        """Put a value at a path, with its cell."""
        self.at(path[:-1], dict)[path[-1]] = said
        for end in range(1, len(path)):
            self.places.setdefault(path[:end], origin)
        self.places[path] = origin

    def add(self, path: tuple[str | int, ...], column: Column, value: Cell, origin: Origin) -> None:
        """Add the texts of a cell to a list, one a line."""
        lines: list[str] = []
        try:
            lines = [line.strip() for line in text_of(value).split("\n")]
        except CellError as error:
            self.refuse(error, path, column, value, origin)
        if "[]." in column.path:
            self.add_groups(path, column, lines, origin)
            return
        lines = [chosen(column, line) for line in lines]
        items = self.at(path, list)
        for end in range(1, len(path) + 1):
            self.places.setdefault(path[:end], origin)
        if column.field is not None and leaf(column.field.path).taken == "integer":
            lines = [part.strip() for line in lines for part in re.split("[,;]", line)]
            items += [_whole(line) for line in filter(None, lines)]
            self.places |= {(*path, at): origin for at in range(len(items))}
            return
        for line in filter(None, lines):
            items.append(line)
            self.places[*path, len(items) - 1] = origin

    def add_groups(
        self, path: tuple[str | int, ...], column: Column, lines: list[str], origin: Origin
    ) -> None:
        """Put the lines of a cell into groups of a list, the first line into the first group."""
        *above, last = path
        groups = self.at(tuple(above), list)
        self.places.setdefault(tuple(above), origin)
        for number, line in enumerate(lines):
            if number == len(groups):
                groups.append({})
                self.places[*above, number] = origin
            self.put((*above, number, last), column, line, origin)

    def at(self, path: tuple[str | int, ...], kind: type[Any]) -> Any:
        """Return the group or list at a path, made if it is not there."""
        found: Any = self.data
        last = len(path) - 1
        for position, step in enumerate(path):
            if isinstance(found, list):
                found = found[int(step)]
                continue
            below = found.get(step)
            if below is None:
                below = found[step] = kind() if position == last else {}
            found = below
        return found


def _whole(text: str) -> str | int:
    return int(text) if text.isascii() and text.isdecimal() else text

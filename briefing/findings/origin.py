"""Where a value was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from briefing.characters import in_line
from briefing.values import record

FieldPath = tuple[str | int, ...]
"""The way to a value inside an input: keys and list positions (0-based)."""


@record
class Origin:
    """A place in a file that a person can go to.

    Lines and columns count from 1; ``None`` means that only the file is known. In a Word file the
    paragraphs are counted; ``part`` names where else something stands, ``footnote``, ``endnote``
    (``line`` is then the number of the note), ``header`` or ``footer``. Of a workbook ``cell``
    names sheet and cell: ``Số liệu!B7``.
    """

    file: str
    line: int | None = None
    column: int | None = None
    cell: str | None = None
    part: str = ""

    def worded(
        self,
        text: str,
        values: Mapping[str, Any],
        path: str,  # noqa: ARG002
        language: str,  # noqa: ARG002
        twin: str = "",  # noqa: ARG002
    ) -> tuple[str, dict[str, Any]]:
        """Return a sentence, not yet filled, and its values as one speaks of this file.

        ``path`` is the value that it is about, ``twin`` the same sentence in the usual language; a
        file that has keys calls them by their names.
        """
        return text, dict(values)

    def kept(self) -> dict[str, Any]:
        """Return all but the file as plain data."""
        said = {"line": self.line, "column": self.column, "cell": self.cell, "part": self.part}
        return {name: value for name, value in said.items() if value}

    @property
    def form(self) -> str:
        """How the file is written that this is a place of, where sentences differ by it."""
        return "toml" if self.file.endswith(".toml") else ""

    def of_absent(self, path: FieldPath, found: FieldPath, nearest: Origin) -> Origin:  # noqa: ARG002
        """Return where the value at a path, which was never written, would stand in this input.

        ``found`` is the nearest path above it that was, ``nearest`` its place.
        """
        return nearest

    def __str__(self) -> str:
        if self.cell is not None:
            return f"{self.file}!{self.cell}"
        parts = [in_line(self.file), self.line, self.column]
        return ":".join(str(part) for part in parts if part is not None)


PlacedText = tuple[str, Origin]
"""A text and where it stands."""

PlacedRow = tuple[Origin, tuple[str, ...]]
"""A row of a table: its place, and one text for each column; a merged cell fills its first."""


@record
class Origins:
    """The origins of all values of one input, looked up by path.

    A value that was never written (a missing key, a default) answers with the place where a person
    would add it: its nearest written parent, in a form its cell.
    """

    places: Mapping[FieldPath, Origin] = field(default_factory=dict)

    def at(self, path: FieldPath) -> Origin | None:
        """Return the origin of ``path``, or the place where it would be added."""
        for end in range(len(path), -1, -1):
            origin = self.places.get(path[:end])
            if origin is not None:
                if end == len(path):
                    return origin
                return self.places.get((), origin).of_absent(path, path[:end], origin)
        return None

    def without(self, *names: str) -> Origins:
        """Return the origins of an input in which some outermost keys were never written."""
        left = set(names)
        return Origins({path: at for path, at in self.places.items() if not left & {*path[:1]}})


def dotted(path: FieldPath) -> str:
    """Return a path as people write it: ``results[0].statements[2]``."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text

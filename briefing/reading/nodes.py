"""What a YAML text is made of, whichever parser has read it."""

from __future__ import annotations

from typing import Any, Protocol

MAX_DEPTH = 32
"""How deep groups and lists may lie inside each other; a report needs six."""


class Mark(Protocol):
    """A place in a text; both count from 0."""

    line: int
    column: int


class Node(Protocol):
    """A scalar, a sequence or a mapping.

    ``value`` is a text, a list of nodes, or a list of pairs of nodes; ``style`` of a scalar without
    quotes is empty.
    """

    id: str
    tag: Any
    value: Any
    style: str | None
    start_mark: Mark

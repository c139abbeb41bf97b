"""The register of what writes blocks of their own into Word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from briefing.document import Block
from briefing.layout.look import TableLook
from briefing.registers import load_modules
from briefing.standards import Standard


class Around(NamedTuple):
    """What a block stands in: a standard, a look, a width in twips.

    ``together`` are the properties of a paragraph that ties it to what follows.
    """

    standard: Standard
    look: TableLook
    width: int
    together: str


Write = Callable[[Any, Around], str]

_writers: dict[type[Block], Write] = {}


def writes(sort: type[Block]) -> Callable[[Write], Write]:
    """Register what writes one sort of blocks, as paragraphs."""

    def registered(write: Write) -> Write:
        _writers[sort] = write
        return write

    return registered


@cache
def writers() -> Mapping[type[Block], Write]:
    """Return what writes blocks of their own, by their class."""
    load_modules("briefing.word.blocks")
    return _writers

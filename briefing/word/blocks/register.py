"""The register of what writes blocks of their own into Word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from briefing.document import Block
from briefing.layout.look import TableLook
from briefing.registers import Register
from briefing.standards import Standard


class Around(NamedTuple):
    """What a block stands in: a standard, a look, a width in twips.

    ``together`` are the properties of a paragraph that ties it to what follows.
    """

    standard: Standard
    look: TableLook
    width: int
    together: str


WriteXml = Callable[[Any, Around], str]

_writers = Register[type[Block], WriteXml]("briefing.word.blocks")

writes = _writers.add
"""Registers what writes one sort of blocks, as paragraphs."""

writers = _writers.all
"""Returns what writes blocks of their own, by their class."""

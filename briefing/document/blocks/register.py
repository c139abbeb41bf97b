"""The register of blocks of their own: what a usual block becomes that says how it is set."""

from __future__ import annotations

from collections.abc import Callable

from briefing.document.model import Paragraph, Table
from briefing.registers import Register

Usual = Paragraph | Table
Make = Callable[[Usual], Usual]

_makers = Register[str, Make]("briefing.document.blocks")

set_as = _makers.add
"""Registers what a paragraph or a table becomes that begins with ``[word](set:)``."""

makers = _makers.all
"""Returns what blocks become, by the word that they begin with."""

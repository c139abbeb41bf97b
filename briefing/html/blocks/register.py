"""The register of what shows blocks of their own on the page, and how they look there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from briefing.document import Block
from briefing.html.elements import LineWriter
from briefing.registers import Register

KEEP = "keep"
"""The class of a block that stays whole, on the page of the next one."""

WriteMarkup = Callable[[Any, LineWriter, Sequence[str]], Markup]
"""Makes one element of a block, with further classes."""

_writers = Register[type[Block], WriteMarkup]("briefing.html.blocks")
_styles: list[tuple[str, str]] = []

writers = _writers.all
"""Returns what writes blocks of their own, by their class."""


def writes(sort: type[Block], style: Mapping[str, str]) -> Callable[[WriteMarkup], WriteMarkup]:
    """Register what writes one sort of blocks, with its declarations by selector."""
    _styles.extend(style.items())
    return _writers.add(sort)


def styles() -> Iterator[tuple[str, str]]:
    """Yield the declarations that blocks of their own have, each with its selector."""
    writers()
    yield from _styles

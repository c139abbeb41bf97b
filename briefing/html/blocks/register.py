"""The register of what shows blocks of their own on the page, and how they look there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from markupsafe import Markup

from briefing.document import Block
from briefing.html.elements import Lines
from briefing.registers import load_modules

KEEP = "keep"
"""The class of a block that stays whole, on the page of the next one."""

Write = Callable[[Any, Lines, Sequence[str]], Markup]
"""Makes one element of a block, with further classes."""

_writers: dict[type[Block], Write] = {}
_styles: list[tuple[str, str]] = []


def writes(sort: type[Block], style: Mapping[str, str]) -> Callable[[Write], Write]:
    """Register what writes one sort of blocks, with its declarations by selector."""

    def registered(write: Write) -> Write:
        _writers[sort] = write
        _styles.extend(style.items())
        return write

    return registered


@cache
def writers() -> Mapping[type[Block], Write]:
    """Return what writes blocks of their own, by their class."""
    load_modules("briefing.html.blocks")
    return _writers


def styles() -> Iterator[tuple[str, str]]:
    """Yield the declarations that blocks of their own have, each with its selector."""
    writers()
    yield from _styles

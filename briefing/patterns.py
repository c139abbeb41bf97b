"""Regular expressions that few documents need, compiled when one does.

Compiling takes a tenth of a millisecond, and one document needs a third of those that the program
knows. What every document needs is compiled at once, by ``re.compile``, and is a bit quicker then.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any


class Pattern:
    """A regular expression by its text, used as Python's own."""

    def __init__(self, pattern: str, flags: re.RegexFlag | int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first place in the text that fits."""
        return self._compiled.search(text, pos, endpos)

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """Return what fits at the beginning."""
        return self._compiled.match(text, pos, endpos)

    def fullmatch(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match of the whole text."""
        return self._compiled.fullmatch(text, pos, endpos)

    def finditer(
        self, text: str, pos: int = 0, endpos: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Return every place that fits, in order."""
        return self._compiled.finditer(text, pos, endpos)

    def findall(self, text: str) -> list[Any]:
        """Return the texts of all places that fit, or of their groups."""
        return self._compiled.findall(text)

    def sub(self, put: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """Return the text with something else put in each place that fits."""
        return self._compiled.sub(put, text, count)

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        """Return the text parted at each place that fits."""
        return self._compiled.split(text, maxsplit)

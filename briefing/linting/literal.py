"""The text that templates write themselves, line by line: what Markdown would make of it.

Values are not known here and stand for a word; a line with a tag in it may say different things,
so of such lines only what holds for every way is judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from briefing.templating.sources import TemplateSource, parser

VALUE = "\ufffc"
"""Stands for a value that is printed."""


@dataclass(slots=True)
class LiteralText:
    """A line of a template: its text, its number from 1, whether a tag stands in it, and where.

    ``within`` are the blocks and macros around it, outermost first; ``values`` are the names that
    its printed values begin with.
    """

    text: str = ""
    line: int = 0
    tagged: bool = False
    within: tuple[str, ...] = ()
    values: list[str] = field(default_factory=list)


def literals(source: TemplateSource) -> tuple[LiteralText, ...]:
    """Return the lines that a template writes, without its comments and lines of tags alone."""
    return literals_of(source.text)


@lru_cache(maxsize=128)
def literals_of(text: str) -> tuple[LiteralText, ...]:
    """Return the lines of a text; the built-in templates are asked for with every pack."""
    reader = _Reader()
    found = [line for token in parser().lex(text) for line in reader.take(*token)]
    return (*found, *reader.end())


class _Reader:
    """Puts lines together from the tokens of Jinja's lexer."""

    def __init__(self) -> None:
        self._now = LiteralText()
        self._within: list[str] = []
        self._words: list[str] = []
        self._in = ""

    def take(self, number: int, sort: str, value: str) -> Iterator[LiteralText]:
        """Take one token; yield the lines that it ends."""
        if sort == "data":
            yield from self._data(number, value)
        elif sort in ("variable_begin", "block_begin"):
            self._in, self._words = sort, []
            self._started(number)
        elif sort == "variable_end":
            self._now.text += VALUE
            self._now.values += self._words[:1]
        elif sort == "block_end":
            self._tag()
        elif sort in ("name", "string"):
            self._words.append(value)

    def end(self) -> Iterator[LiteralText]:
        """Yield what stands after the last line end."""
        if self._now.text.strip():
            yield self._now

    def _data(self, number: int, value: str) -> Iterator[LiteralText]:
        first, *others = value.split("\n")
        self._started(number)
        self._now.text += first
        for count, text in enumerate(others, start=1):
            yield self._now
            self._now = LiteralText(text, number + count, within=tuple(self._within))

    def _started(self, number: int) -> None:
        if not self._now.text.strip():
            self._now.line, self._now.within = number, tuple(self._within)

    def _tag(self) -> None:
        match self._words:
            case [("block" | "macro"), name, *_]:
                self._within.append(name)
                self._now = LiteralText("", self._now.line, within=tuple(self._within))
            case [("endblock" | "endmacro"), *_] if self._within:
                self._within.pop()
                self._now = LiteralText("", self._now.line, within=tuple(self._within))
            case _:
                # A tag that the text comes after leaves it or takes it as a whole.
                self._now.tagged |= bool(self._now.text.strip())

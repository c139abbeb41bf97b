"""The lines of a finished document, and which of their words state facts of the input."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cached_property

from briefing.figures.filling import Filled, NameSpan
from briefing.figures.naming import Reference
from briefing.values import record

_DIGIT = re.compile(r"[0-9]")
_ANY_DIGIT = re.compile(r"\d")
_NO_WORD = re.compile(r"\W*")
_FIGURES = "figures"
_COUNTED = frozenset({"value", "unit", "qualifier"})
_MOVED = frozenset({"previous", "change"})

Fact = tuple[int, int, str]
"""A stretch of a line, from an offset up to another, and the path of the fact that it states."""


class Standing(Enum):
    """Where a line stands."""

    __hash__ = object.__hash__  # each exists once, and is a key with every line

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"


@record(slots=False)
class PrintedLine:
    """A line with its facts, a larger one before those within it.

    ``of_frame`` is what the program sets around the text: letterhead, signature, recipients.
    Items and recipients are ``marked``: the program writes a dash, a number or a letter before.
    """

    text: str
    facts: tuple[Fact, ...] = ()
    standing: Standing = Standing.TEXT
    of_frame: bool = False
    marked: bool = False

    def __hash__(self) -> int:
        return self._key

    @cached_property
    def _key(self) -> int:
        """Its place among the keys of what is kept by lines; many rules ask for each line."""
        return hash((self.text, self.facts, self.standing, self.of_frame, self.marked))

    @cached_property
    def said(self) -> Filled:
        """The line as a text that names figures: each fact is a name, other words are typed.

        What is no single figure has an empty name.
        """
        return Filled(self.text, tuple(_joined(self.text, _outer(self.facts))))

    @cached_property
    def numbered(self) -> bool:
        """Whether a digit of any script stands in it."""
        return _ANY_DIGIT.search(self.text) is not None

    @cached_property
    def types(self) -> bool:
        """Whether anything was typed here: most lines state one fact and nothing else."""
        return not self.said_by and bool(self.typed.strip())

    @cached_property
    def said_by(self) -> tuple[str, ...]:
        """The facts that the line states from its beginning to its end."""
        size = len(self.text)
        return tuple(path for start, end, path in self.facts if start == 0 and end == size)

    @cached_property
    def own(self) -> bool:
        """Whether the template says something of numbers here: types one, or joins two figures."""
        if self.said_by:
            return False
        names = {span.reference.name for span in self.said.spans} - {""}
        return len(names) > 1 or _DIGIT.search(self.typed) is not None

    @cached_property
    def typed(self) -> str:
        """The words that no fact stands for, each fact as one blank."""
        return self.said.typed(0, len(self.text))


def _outer(facts: tuple[Fact, ...]) -> Iterator[tuple[int, int, list[str]]]:
    """Yield the stretches that lie in no other, each with its facts."""
    found: list[tuple[int, int, list[str]]] = []
    for start, end, path in sorted(facts, key=lambda fact: (fact[0], -fact[1])):
        if found and (start, end) == found[-1][:2]:
            found[-1][2].append(path)
        elif not found or start >= found[-1][1]:
            found.append((start, end, [path]))
    yield from found


def _joined(text: str, stretches: Iterator[tuple[int, int, list[str]]]) -> Iterator[NameSpan]:
    """Yield the names of a line; parts of one figure with no words between them are one."""
    last: tuple[int, int, str, frozenset[str]] | None = None
    for start, end, paths in stretches:
        name, keys = _named(paths)
        if last and name and name == last[2] and _NO_WORD.fullmatch(text, last[1], start):
            start, keys = last[0], keys | last[3]
        elif last:
            yield _span(*last)
        last = (start, end, name, keys)
    if last:
        yield _span(*last)


def _named(paths: list[str]) -> tuple[str, frozenset[str]]:
    steps = [path.split(".") for path in paths]
    names = {".".join(step[:2]) if step[0] == _FIGURES else "" for step in steps}
    if len(names) != 1 or names == {""}:
        return "", frozenset()
    return steps[0][1], frozenset(step[2] for step in steps if len(step) > 2)


def _span(start: int, end: int, name: str, keys: frozenset[str]) -> NameSpan:
    part = "quantity" if keys <= _COUNTED else "change" if keys & _MOVED else "phrase"
    return NameSpan(start, end, Reference(name, part, start))

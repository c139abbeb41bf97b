"""The words, marks and runs of digits of a text, and where they stand."""

from __future__ import annotations

import re

from briefing.patterns import Pattern

_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|v\.v\.{0,3}|[^\W\d_][^\W_]*|\n|\S")

_NOTE_MARKS = Pattern(r"(?<=\S)(?:\[\d{1,4}\])+")
"""Marks of notes behind a word, a number or a stop: ``chiếm 80,5%.[27]``; they state nothing."""


class Tokens:
    """The tokens of a text in small letters; looks beyond either end find nothing."""

    def __init__(self, text: str) -> None:
        self.text = text
        if "[" in text:
            text = _NOTE_MARKS.sub(lambda mark: " " * len(mark[0]), text)
        found = [*_TOKEN.finditer(text)]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.words = [match[0].lower() for match in found]

    def __len__(self) -> int:
        return len(self.words)

    def at(self, i: int) -> str:
        """Return a token, or ``""`` beyond the ends."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def adjacent(self, i: int) -> bool:
        """Say whether a token stands right behind the one before."""
        return 0 < i < len(self.words) and self.ends[i - 1] == self.starts[i]

    def digit(self, i: int) -> bool:
        """Say whether a token is a run of digits."""
        return "0" <= self.at(i)[:1] <= "9"

    def as_written(self, i: int) -> str:
        """Return a token with its capitals."""
        return self.text[self.starts[i] : self.ends[i]]

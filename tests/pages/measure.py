"""Measures a printed page: lines of text, drawn rules, where they stand and how they are set.

Lengths are points; ``mm`` turns millimetres into points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber

COLUMN_GAP = 15
"""Two pieces of one line further apart than this stand in different columns."""

TOLERANCE = 72 / 25.4
"""One millimetre: the tolerance of every place on the page."""


def mm(length: float) -> float:
    return length * 72 / 25.4


@dataclass(frozen=True)
class Line:
    """A line of text within one column."""

    chars: tuple[dict[str, Any], ...]
    baseline: float

    @cached_property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(char["text"] for char in self.chars)).strip()

    @property
    def x0(self) -> float:
        return self.chars[0]["x0"]

    @property
    def x1(self) -> float:
        return self.chars[-1]["x1"]

    @cached_property
    def top(self) -> float:
        return min(char["top"] for char in self.chars)

    @cached_property
    def bottom(self) -> float:
        return max(char["bottom"] for char in self.chars)

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def sizes(self) -> set[float]:
        return {round(char["size"], 1) for char in self.chars}

    @property
    def faces(self) -> set[str]:
        """The faces of the letters: ``regular``, ``bold``, ``italic``, ``bolditalic``."""
        names = {char["fontname"].partition("-")[2] or "regular" for char in self.chars}
        return {name.lower() for name in names}


@dataclass(frozen=True)
class Rule:
    """A straight horizontal line that is drawn, not typed."""

    x0: float
    x1: float
    y: float
    colour: tuple[float, ...]

    @property
    def length(self) -> float:
        return self.x1 - self.x0

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2


class Page:
    """A printed page; what stands on it is measured when it is first asked for."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self.width: float = page.width
        self.height: float = page.height

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return tuple(_lines(self._page.chars, self.height))

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        page = self._page
        rules = [
            Rule(item["x0"], item["x1"], item["top"], tuple(item["stroking_color"]))
            for item in (*page.lines, *page.rects, *page.curves)
            if abs(item["bottom"] - item["top"]) < 2 and item["x1"] - item["x0"] > 5
        ]
        return tuple(sorted(rules, key=lambda rule: rule.y))

    @cached_property
    def fonts(self) -> frozenset[str]:
        return frozenset(char["fontname"].partition("+")[2] for char in self._page.chars)

    @cached_property
    def tables(self) -> tuple[list[list[str]], ...]:
        return tuple(self._page.extract_tables())

    def __repr__(self) -> str:
        return f"<page of {len(self.lines)} lines, from {self.lines[0].text!r}>"

    def find(self, start: str) -> Line:
        """Return the one line that starts so."""
        found = [line for line in self.lines if line.text.startswith(start)]
        assert len(found) == 1, f"{start!r} stands on {len(found)} lines"
        return found[0]

    def has(self, start: str) -> bool:
        return any(line.text.startswith(start) for line in self.lines)

    def rule_under(self, line: Line) -> Rule:
        """Return the one rule that is drawn close under a line of text."""
        found = [
            rule
            for rule in self.rules
            if 0 < rule.y - line.baseline < 10 and line.x0 < rule.centre < line.x1
        ]
        assert len(found) == 1, f"{len(found)} rules under {line.text!r}"
        return found[0]

    @property
    def number(self) -> Line | None:
        """The page number: digits alone above the text."""
        first = self.lines[0]
        return first if first.text.isdigit() and first.bottom < mm(20) else None

    @property
    def text_lines(self) -> tuple[Line, ...]:
        """The lines without the page number."""
        return self.lines[1:] if self.number else self.lines


@lru_cache(maxsize=16)
def read_pages(pdf: Path, *, skip: int = 0) -> tuple[Page, ...]:
    """Return the pages of a PDF, without the first few if so wished; a file keeps its content."""
    # From memory: a file would have to stay open until the last page is measured.
    document = pdfplumber.open(BytesIO(pdf.read_bytes()))
    return tuple(map(Page, document.pages[skip:]))


def _lines(chars: Iterable[dict[str, Any]], height: float) -> list[Line]:
    rows: dict[float, list[dict[str, Any]]] = {}
    for char in chars:
        text = char["text"] if char["text"].strip() else " "
        rows.setdefault(round(height - char["matrix"][5], 1), []).append(char | {"text": text})
    lines = []
    for baseline, row in rows.items():
        for column in _columns(sorted(row, key=lambda char: char["x0"])):
            while column and column[-1]["text"] == " ":
                column.pop()
            if column:
                lines.append(Line(tuple(column), baseline))
    return sorted(lines, key=lambda line: (line.baseline, line.x0))


def _columns(row: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    columns = [[row[0]]]
    for before, char in pairwise(row):
        if char["x0"] - before["x1"] > COLUMN_GAP:
            columns.append([])
        columns[-1].append(char)
    return columns

"""Lines of text into paragraphs and tables."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.findings import PlacedRow, PlacedText
from briefing.patterns import Pattern
from briefing.vietnamese import clean

_SEPARATOR = Pattern(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_BETWEEN = Pattern(r"(?<!\\)\|")
_ESCAPED = Pattern(r"\\([!-/:-@\[-`{-~])")
_STRONG = Pattern(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ITEM = Pattern(r"[^\W\d_]{1,4}[.)]")
_WRAPPED = 50
"""From this length on, in letters, a line may go on in the next."""


def plain(text: str) -> str:
    """Return a line as it is read: precomposed letters, nothing invisible, one kind of hyphen."""
    return clean(text).replace("\u2010", "-").replace("\u2011", "-")


def paragraphs(lines: Sequence[PlacedText]) -> list[PlacedText]:
    """Join lines that only their width has broken; each paragraph has the place of its first."""
    found: list[PlacedText] = []
    for text, origin in lines:
        if found and _goes_on(found[-1][0], text):
            found[-1] = f"{found[-1][0]} {text}", found[-1][1]
        else:
            found.append((text, origin))
    return found


def _goes_on(before: str, after: str) -> bool:
    """Say whether a sentence goes on in the next line: that line begins small."""
    last_line_long = len(before) >= _WRAPPED
    starts_small = after[:1].islower() and not _ITEM.match(after)
    return last_line_long and starts_small and before[-1] not in ".;:!?"


def markdown(lines: Sequence[PlacedText]) -> tuple[list[PlacedText], list[list[PlacedRow]]]:
    """Return the paragraphs of Markdown, cells of tables among them, and the tables."""
    texts: list[PlacedText] = []
    tables: list[list[PlacedRow]] = []
    in_table = False
    for text, origin in lines:
        if not text.startswith("|"):
            texts.append((_unmarked(text), origin))
            in_table = False
            continue
        if not in_table:
            tables.append([])
        in_table = True
        if not _SEPARATOR.fullmatch(text):
            cells = tuple(_unmarked(cell.strip()) for cell in _cells(text))
            tables[-1].append((origin, cells))
            texts += [(cell, origin) for cell in cells if cell]
    return paragraphs(texts), tables


def _cells(text: str) -> list[str]:
    cells = _BETWEEN.split(text)[1:]
    return cells[:-1] if cells and not cells[-1].strip() else cells


def _unmarked(text: str) -> str:
    return _ESCAPED.sub(r"\1", _STRONG.sub(r"\2", text))

"""Markdown of a shape so plain that it needs no parser: one line, one block.

Most of what templates print is one-line paragraphs, headings, dash items and tables between blank
lines. CommonMark leaves no doubt about these, so they are taken as they stand; everything else goes
to the parser. A test holds both roads together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.patterns import Pattern

COLUMNS = 63
"""The most columns that Word gives a table."""

BLANK = re.compile(r"\n(?:[ \t]*\n)+")
_HEADING = re.compile(r"(#{1,6}) +([^\s#](?:[^\n#]*[^\s#])?)")
# What begins so begins nothing but text; a digit with a stop after it would begin a list.
_WORD = r"(?!\d+[.)])(?:[^\W_]|[(“\"…])"
# A star right before text opens emphasis, and no list.
_BEGINS = re.compile(rf"{_WORD}|\*{{1,2}}[^\s*]")
_ITEMS = re.compile(rf"(?:- {_WORD}[^\n]*(?:\n|$))+")
_RULE = re.compile(r"\|(?: :?-{3,}:? \|)+")
_BETWEEN = "|\n|"
"""What stands between two rows."""
_SHORTEST = len("|  |")
_BAR = Pattern(r"(?<!\\)\|")


def chunks(markdown: str) -> list[list[str]]:
    """Return the stretches between blank lines; an indented one comes with the one before."""
    markdown = markdown.strip("\n")
    found: list[list[str]] = []
    for piece in markdown.split("\n\n"):
        chunk = piece.strip("\n")
        if not chunk:
            continue
        if chunk[0] in " \t" or ("\n" in chunk and ("\n " in chunk or "\n\t" in chunk)):
            # A line that begins with a blank may be a blank one.
            return list(cut(markdown))
        found.append([chunk])
    return found


def cut(markdown: str) -> Iterator[list[str]]:
    """Yield the stretches of a text between lines of blanks, however it is indented."""
    waiting: list[str] = []
    for chunk in BLANK.split(markdown):
        if waiting and chunk[:1] not in (" ", "\t"):
            yield waiting
            waiting = []
        if chunk:
            waiting.append(chunk)
    if waiting:
        yield waiting


def heading(chunk: str) -> tuple[int, str] | None:
    """Return the number of ``#`` and the text of a heading, or ``None``."""
    match = _HEADING.fullmatch(chunk)
    return (len(match[1]), match[2]) if match else None


def paragraph(chunk: str) -> str | None:
    """Return the text of a paragraph of one line, or ``None``."""
    if "\n" in chunk:
        return None
    # A letter begins nothing but text.
    return chunk.rstrip() if chunk[:1].isalpha() or _BEGINS.match(chunk) else None


def items(chunk: str) -> list[str] | None:
    """Return the texts of dash items of one line each, or ``None``."""
    if not chunk.startswith("- ") or not _ITEMS.fullmatch(chunk):
        return None
    return [line[2:].strip() for line in chunk.split("\n") if line]


def table(chunk: str) -> tuple[list[str], list[list[str]]] | None:
    """Return the cells of the alignment row and of all other rows, the head first, or ``None``.

    Cells are as they are written, every bar in them behind a backslash.
    """
    if not chunk.startswith("| ") or not chunk.endswith("|"):
        return None
    head, *others = chunk.split("\n")
    # A line of one bar would be the end of one row and the beginning of the next.
    if not others or chunk.count(_BETWEEN) < len(others) or chunk.endswith("\n|"):
        return None
    rule, *body = others
    if len(head) < _SHORTEST or not head.endswith(" |") or not _RULE.fullmatch(rule):
        return None
    sides, titles = cells(rule), cells(head)
    wide = len(sides)
    if wide != len(titles) or wide > COLUMNS:
        return None
    rows = [(cells(row) + [""] * wide)[:wide] for row in body]
    return sides, [titles, *rows]


def cells(row: str) -> list[str]:
    """Return the cells of a table row that begins and ends with a bar."""
    inner = row[1:-1]
    if "\\" not in inner:
        return [cell.strip() for cell in inner.split("|")]
    return [cell.strip() for cell in _BAR.split(inner)]

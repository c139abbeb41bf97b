"""Gaps inside text: a missing fact, marked so that every later stage can see it.

The marks are Unicode noncharacters, which no input can hold: they are removed from text that is
read. A marked gap goes through Markdown as a link with the scheme ``gap:``.
"""

from __future__ import annotations

import re

_OPEN, _MIDDLE, _CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
_MARK = re.compile(f"{_OPEN}([^{_MIDDLE}]*){_MIDDLE}([^{_CLOSE}]*){_CLOSE}")

SCHEME = "gap:"


def mark_gap(path: str, words: str) -> str:
    """Return text that stands for a missing fact: its path, and the words that ask for it."""
    return f"{_OPEN}{path}{_MIDDLE}[{words}]{_CLOSE}"


def split_gaps(text: str) -> list[tuple[str, str]]:
    """Return a text as pieces of (text, path of the gap it marks or ``""``)."""
    pieces: list[tuple[str, str]] = []
    end = 0
    for match in _MARK.finditer(text):
        words = text[match.start(2) : match.end(2)]
        pieces += [(text[end : match.start()], ""), (words, match[1])]
        end = match.end()
    pieces.append((text[end:], ""))
    return [piece for piece in pieces if piece[0]]

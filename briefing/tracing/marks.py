"""Facts as marks inside a text, for the way through f-strings.

The marks are Unicode noncharacters, which no input and no template can hold: one opens a stretch,
the path of its fact follows in sixteen others, one ends the path, and one closes the stretch.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

OPEN, _WITHIN, _CLOSE = "\ufdd3", "\ufdd4", "\ufdd5"
_DIGITS = "".join(map(chr, range(0xFDE0, 0xFDF0)))
_MARK = re.compile(f"{OPEN}([{_DIGITS}]*){_WITHIN}|{_CLOSE}")
_TO_MARK = str.maketrans("0123456789abcdef", _DIGITS)
_FROM_MARK = str.maketrans(_DIGITS, "0123456789abcdef")


@lru_cache(maxsize=8192)
def _opening(path: str) -> str:
    return f"{OPEN}{path.encode().hex().translate(_TO_MARK)}{_WITHIN}"


@lru_cache(maxsize=8192)
def _path(digits: str) -> str:
    return bytes.fromhex(digits.translate(_FROM_MARK)).decode()


def marked_whole(text: str, paths: tuple[str, ...]) -> str:
    """Return a text with the marks of facts that it states as a whole."""
    if len(paths) == 1:
        return f"{_opening(paths[0])}{text}{_CLOSE}"
    return f"{''.join(map(_opening, paths))}{text}{_CLOSE * len(paths)}"


def marked(text: str, spans: Sequence[tuple[int, int, str]]) -> str:
    """Return a text with the marks of its stretches, a larger one before those within it."""
    closing: dict[int, int] = {}
    opening: dict[int, str] = {}
    for start, end, path in spans:
        opening[start] = opening.get(start, "") + _opening(path)
        closing[end] = closing.get(end, 0) + 1
    pieces: list[str] = []
    last = 0
    for at in sorted({*opening, *closing}):
        pieces += (text[last:at], _CLOSE * closing.get(at, 0), opening.get(at, ""))
        last = at
    return "".join([*pieces, text[last:]])


def unmarked_whole(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Return a text without its marks and its facts, when all of them are about the whole of it."""
    start = text.rfind(_WITHIN) + 1
    end = text.find(_CLOSE)
    heads = text[:start].split(_WITHIN)[:-1]
    if len(text) - end != len(heads) or any(head[0] != OPEN for head in heads):
        return None
    return text[start:end], tuple([_path(head[1:]) for head in heads])


def unmarked(texts: Sequence[str]) -> list[tuple[str, list[tuple[int, int, str]]]]:
    """Return texts without their marks, each with its stretches in order.

    What one text opens may be closed in a later one; it is a stretch of each of them.
    """
    told = []
    open_: list[str] = []
    for text in texts:
        plain, spans, open_ = _unmarked(text, open_)
        told.append((plain, spans))
    return told


def _unmarked(text: str, open_: list[str]) -> tuple[str, list[tuple[int, int, str]], list[str]]:
    pieces: list[str] = []
    found: list[tuple[int, int, int, str]] = []
    begun = [(0, number, path) for number, path in enumerate(open_)]
    last = size = 0
    count = len(begun)
    for match in _MARK.finditer(text):
        piece = text[last : match.start()]
        pieces.append(piece)
        size += len(piece)
        last = match.end()
        if match[1] is not None:
            begun.append((size, count, _path(match[1])))
            count += 1
        elif begun:
            start, number, path = begun.pop()
            found.append((start, number, size, path))
    pieces.append(text[last:])
    size += len(pieces[-1])
    found += [(start, number, size, path) for start, number, path in begun]
    spans = [(start, end, path) for start, _, end, path in sorted(found) if end > start]
    return "".join(pieces), spans, [path for _, _, path in begun]

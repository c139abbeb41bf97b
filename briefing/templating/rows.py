"""Rows of indicators in their order: under their bands, parts below their whole, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.figures import PARTS, FigureBook
from briefing.figures.fulfilment import heading_words
from briefing.report import Figure
from briefing.tracing import joined, settled

RowParts = Mapping[str, list[str]]
Rows = Mapping[tuple[str, ...], list[str]]

_DEEPEST = 3
"""How deep parts of parts are told in a sentence."""


def bands(figures: Mapping[str, Figure]) -> list[list[str]]:
    """Return the names of the rows under each heading, parts below their whole."""
    rows = [name for name, figure in figures.items() if figure.row]
    parts = _parts(figures, rows)
    known = set(rows)
    groups: dict[str, list[str]] = {}
    for name in rows:
        if figures[name].parent not in known:
            groups.setdefault(figures[name].group or "", []).extend(_with_parts(name, parts))
    return list(groups.values())


def _parts(figures: Mapping[str, Figure], names: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    known = set(names)
    for name in names:
        parent = figures[name].parent
        if parent in known:
            found.setdefault(parent or "", []).append(name)
    return found


def _with_parts(name: str, parts: RowParts) -> Iterator[str]:
    """Yield a row and below it its parts, each once, those of a ring too."""
    todo, seen = [name], {name}
    while todo:
        here = todo.pop(0)
        yield here
        below = [each for each in parts.get(here, ()) if each not in seen]
        seen.update(below)
        todo[:0] = below


def sentences_of_rows(book: FigureBook, rows: Rows, group: str | None) -> list[str]:
    """Return the sentences of the rows of a group in order, each with those of its parts.

    ``rows`` are those that say something, by the words of their headings. Parts of a part stand in
    brackets, or they would read as more parts of the whole.
    """
    if not group:
        return []
    names = rows.get(heading_words(group), [])
    parts, known = _parts(book.figures, names), set(names)
    whole = [name for name in names if book.figures[name].parent not in known]
    return [_sentence(book, name, parts) for name in whole]


def _sentence(book: FigureBook, name: str, parts: RowParts, depth: int = 0) -> str:
    said = PARTS["sentence"](book, name)
    own = settled(said) if said else ""
    below = parts.get(name, ()) if depth < _DEEPEST else ()
    told = [_sentence(book, each, parts, depth + 1) for each in below]
    others = [one for one in told if one]
    if not own or not others:
        return own or joined(others, "; ")
    if depth:
        return joined([own, " (trong đó: ", joined(others, ", "), ")"])
    return joined([own, joined(others, "; ")], "; trong đó: ")

"""Cells and braces that call a person, a force or a figure by its words, not by its short name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from briefing.findings import FieldPath
from briefing.reading.cells import words
from briefing.reading.entries import name_of_words
from briefing.report import TARGETS_TABLE, Names, Report, roles_of

WORDS = {"figures": "label", "people": "name", "forces": None}
"""Tables whose entries are called by name, with the key of their words; a force is its words."""

_BRACES = re.compile(r"(?<!\{)\{([^{}]+)\}(?!\})")
_PART = re.compile(r"(.+)(\.[a-z_]+)")


class CalledInWords:
    """Knows the names of the entries of an input by their words, where only one is called so."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._entries = {table: data[table] for table in WORDS if isinstance(data.get(table), dict)}
        self._names: dict[str, dict[str, str]] = {}

    def _of(self, table: str) -> dict[str, str]:
        """Return the names of a table by words, gathered when they are first asked for."""
        if table not in self._names:
            entries, key = self._entries.get(table, {}), WORDS[table]
            said = {name: words(_words_of(entry, key)) for name, entry in entries.items()}
            often = Counter(said.values())
            self._names[table] = {
                called: name for name, called in said.items() if called and often[called] == 1
            }
        return self._names[table]

    def _is_name(self, written: str) -> bool:
        return any(written in entries for entries in self._entries.values())

    def words_in(self, table: str) -> list[str]:
        """Return what the entries of a table are called in words, and their names."""
        return list(self._of(table))

    def name(self, table: str, written: str) -> str | None:
        """Return the name of the one entry of a table that is called so."""
        return self._of(table).get(words(written))

    def named(self, text: str) -> str:
        """Return a sentence whose braces hold names where they held words."""
        return _BRACES.sub(lambda found: self._in_braces(found[1]) or found[0], text)

    def _in_braces(self, written: str) -> str | None:
        if self._is_name(written.partition(".")[0]):
            return None
        for table in ("figures", "people"):
            name = self.name(table, written)
            if name:
                return f"{{{name}}}"
            parted = _PART.fullmatch(written)
            name = self.name(table, parted[1]) if parted else None
            if name and parted:
                return f"{{{name}{parted[2]}}}"
        # As the name of a row is made of the words in its cell.
        called, _, part = written.partition(".")
        made = name_of_words(called)
        known = made == TARGETS_TABLE or self._is_name(made)
        return f"{{{made}{'.' if part else ''}{part}}}" if known else None


def named_in_words(data: dict[str, Any]) -> Iterator[tuple[FieldPath, str, str]]:
    """Put names in place of words, and yield what names nothing: path, table and what is written.

    Only people and forces are told: a figure that there is not is told where it is missed.
    """
    called = CalledInWords(data)
    for key, value in data.items():
        if key not in WORDS:
            data[key] = _in_sentences(value, called)
    used = _keys_of(data.get("figures"))
    for shape, role in roles_of(Report).items():
        table = role.names.value.partition(",")[0] if role.names else ""
        if table not in WORDS:
            continue
        if shape.startswith("figures[].") and shape.split(".")[1].rstrip("[]") not in used:
            continue
        in_words = role.names is Names.PERSON_OR_WORDS
        for group, step, path in list(_holders(data, shape.replace("[]", ".[]").split("."), ())):
            written = group[step]
            if not isinstance(written, str) or written in data.get(table, {}):
                continue
            name = called.name(table, written)
            if name is not None:
                group[step] = name
            elif table != "figures" and not in_words and not _IS_NAME.fullmatch(written):
                yield path, table, written


_IS_NAME = re.compile(r"[a-z][a-z0-9_]*")


def _keys_of(entries: Any) -> set[str]:
    """Return the keys that the entries of a table have."""
    groups = entries.values() if isinstance(entries, dict) else ()
    return set(chain.from_iterable(group for group in groups if isinstance(group, dict)))


def _words_of(entry: Any, key: str | None) -> str:
    said = entry.get(key) if key is not None and isinstance(entry, dict) else entry
    return said if isinstance(said, str) else ""


def _in_sentences(value: Any, called: CalledInWords) -> Any:
    match value:
        case str() if "{" in value:
            return called.named(value)
        case list():
            return [_in_sentences(item, called) for item in value]
        case dict():
            return {key: _in_sentences(item, called) for key, item in value.items()}
    return value


def _holders(
    data: Any, steps: list[str], path: FieldPath
) -> Iterator[tuple[Any, str | int, FieldPath]]:
    """Yield group, step and path of every value of a shape that is there."""
    first, *rest = steps
    items: list[tuple[Any, Any]] = []
    if first == "[]":
        if isinstance(data, list):
            items = list(enumerate(data))
        elif isinstance(data, dict):
            items = list(data.items())
    elif isinstance(data, dict) and first in data:
        items = [(first, data[first])]
    for step, value in items:
        if rest:
            yield from _holders(value, rest, (*path, step))
        else:
            yield data, step, (*path, step)

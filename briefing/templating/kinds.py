"""The kinds of document that templates can make."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from briefing.findings import Finding, InputError, Origin, nearest
from briefing.reading import read_toml, validate_as
from briefing.shipped import data_folder

FILE = "kinds.toml"
SUFFIX = ".md.j2"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its name, the word for it, its symbol, what it needs of an input.

    ``requires`` are facts without which no final document is built; ``expects`` are those whose
    absence is said aloud. A ``letter`` bears no kind and has its subject under the number; what is
    not ``framed`` is no official document. ``periods`` are the types of period that it goes with,
    all when empty.
    """

    name: str
    kind: str
    symbol: str
    requires: tuple[str, ...]
    expects: tuple[str, ...]
    descriptions: Mapping[str, str]
    letter: bool = False
    framed: bool = True
    periods: tuple[str, ...] = ()

    def description(self, language: str) -> str:
        """Return what the kind is for, in a language; a pack may say it in one only."""
        return self.descriptions.get(language) or next(iter(self.descriptions.values()), "")

    @property
    def template(self) -> str:
        """The name of the kind's template file."""
        return self.name + SUFFIX


def template_folder() -> Path:
    """Return the folder of the built-in templates."""
    return data_folder("templates")


def kinds(folders: tuple[Path, ...] = ()) -> dict[str, Kind]:
    """Return every kind by name; ``folders`` are packs, nearest first, that may add their own."""
    found: dict[str, Kind] = {}
    for folder in (template_folder(), *reversed(folders)):
        file = folder / FILE
        found |= _kinds(file, file.stat().st_mtime_ns) if file.is_file() else {}
    return found


@lru_cache(maxsize=64)
def _kinds(file: Path, _stamp: int) -> dict[str, Kind]:
    """Return the kinds of a file; raises InputError with every fault at its place."""
    return {name: _kind(name, entry) for name, entry in _entries(file).items()}


def _kind(name: str, entry: Mapping[str, Any]) -> Kind:
    return Kind(
        name,
        entry["kind"],
        entry.get("symbol", ""),
        tuple(entry.get("requires", ())),
        tuple(entry.get("expects", ())),
        entry["description"],
        entry.get("letter", False),
        entry.get("framed", True),
        tuple(entry.get("periods", ())),
    )


def _entries(file: Path) -> dict[str, dict[str, Any]]:
    if file.parent == template_folder():
        # What came with the program was checked before it came; a test holds it to the schema.
        return tomllib.loads(file.read_text(encoding="utf-8"))
    from briefing.templating.kind_file import KindFile

    entries = validate_as(KindFile, read_toml(file)).root
    return {name: entry.model_dump() for name, entry in entries.items()}


def find_kind(name: str, origin: Origin | None = None, folders: tuple[Path, ...] = ()) -> Kind:
    """Return a kind; raises InputError with the nearest name when there is none."""
    known = kinds(folders)
    kind = known.get(name)
    if kind is None:
        values = {"name": name, "near": nearest(name, known), "known": ", ".join(known)}
        raise InputError([Finding("kind/unknown", origin=origin, values=values)])
    return kind

"""The kinds of document that templates can make."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
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
    all when empty. ``numbering`` are the marks of its headings where an input says none,
    ``outline`` the sections that a new input begins with, as an input writes them.
    """

    name: str
    kind: str
    symbol: str
    requires: tuple[str, ...]
    expects: tuple[str, ...]
    descriptions: Mapping[str, str] = field(hash=False)
    letter: bool = False
    framed: bool = True
    periods: tuple[str, ...] = ()
    numbering: tuple[str, ...] = ()
    outline: tuple[Mapping[str, Any], ...] = field(default=(), hash=False)

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
        if file.is_file():
            entries = _entries(file, file.stat().st_mtime_ns)
            found |= {name: _kind(name, entry, found.get(name)) for name, entry in entries.items()}
    return found


def _kind(name: str, entry: Mapping[str, Any], below: Kind | None) -> Kind:
    """Return a kind; ``below`` is the one of the same name that it stands before."""
    letter, framed = entry.get("letter", False), entry.get("framed", True)
    return Kind(
        name,
        entry["kind"],
        entry.get("symbol", ""),
        required(entry.get("requires"), below, letter=letter, framed=framed),
        tuple(entry.get("expects", ())),
        entry["description"],
        letter,
        framed,
        tuple(entry.get("periods", ())),
        tuple(entry.get("numbering", ())),
        tuple(entry.get("outline", ())),
    )


def required(
    told: Iterable[str] | None, below: Kind | None, *, letter: bool, framed: bool
) -> tuple[str, ...]:
    """Return what a kind requires: its frame, and what it says or its nature says for it.

    Whatever ``kinds.toml`` leaves out, no document is built with a hole in its frame.
    """
    nature = nature_of(letter=letter, framed=framed)
    if told is None:
        told = below.requires if below else nature["says"]
    return tuple(dict.fromkeys((*nature["frame"], *told)))


def nature_of(*, letter: bool, framed: bool) -> dict[str, list[str]]:
    """Return what a document of a nature needs: its ``frame``, and what it ``says``."""
    return _natures()["letter" if letter and framed else "report" if framed else "unframed"]


@cache
def _natures() -> dict[str, dict[str, list[str]]]:
    text = (template_folder() / "natures.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@lru_cache(maxsize=64)
def _entries(file: Path, _stamp: int) -> dict[str, dict[str, Any]]:
    """Return what a file says of its kinds; raises InputError with every fault at its place."""
    if file.parent == template_folder():
        # What came with the program was checked before it came; a test holds it to the schema.
        return tomllib.loads(file.read_text(encoding="utf-8"))
    from briefing.templating.kind_file import KindFile

    entries = validate_as(KindFile, read_toml(file)).root
    return {name: entry.model_dump(exclude_unset=True) for name, entry in entries.items()}


def find_kind(name: str, origin: Origin | None = None, folders: tuple[Path, ...] = ()) -> Kind:
    """Return a kind; raises InputError with the nearest name when there is none."""
    known = kinds(folders)
    kind = known.get(name)
    if kind is None:
        values = {"name": name, "near": nearest(name, known), "known": ", ".join(known)}
        raise InputError([Finding("kind/unknown", origin=origin, values=values)])
    return kind

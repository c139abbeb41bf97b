"""The kinds that packs declare, as far as their files can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from briefing.findings import Finding, InputError, Origin
from briefing.linting.schema import lost_on_the_way
from briefing.reading import read_toml, validate_as
from briefing.templating.kind import FILE, Kind, required, template_folder
from briefing.templating.kind_file import KindFile
from briefing.values import record


@record
class Declared:
    """The kinds at hand by name, where each is declared, and the faults of the files.

    ``faulty`` are the kinds that have some: of these it is not known what their inputs must have.
    ``unread`` are the folders whose file cannot be read at all, so that their kinds are not known.
    """

    kinds: dict[str, Kind]
    origins: dict[str, Origin]
    faults: tuple[Finding, ...]
    faulty: frozenset[str] = frozenset()
    unread: frozenset[Path] = frozenset()


def declared(folders: tuple[Path, ...]) -> Declared:
    """Return the kinds of packs, nearest first, and of the program.

    A kind with faults is there all the same, so that its template is read.
    """
    every = Declared({}, {}, ())
    for folder in (template_folder(), *reversed(folders)):
        file = folder / FILE
        if file.is_file():
            told, origins, faults = _declared(file, file.stat().st_mtime_ns)
            kinds = every.kinds | dict(_kinds(told, every.kinds))
            faulty = (every.faulty - told.keys()) | _named_by(faults, origins)
            unread = every.unread | ({folder} if faults and not told else set())
            both = every.origins | origins
            every = Declared(kinds, both, (*every.faults, *faults), faulty, unread)
    return every


def _named_by(faults: Iterable[Finding], origins: Mapping[str, Origin]) -> frozenset[str]:
    """Return the kinds that faults of a file speak of."""
    return frozenset(name for fault in faults for name in origins if _is_of(fault.path, name))


def _is_of(path: str, name: str) -> bool:
    return path == name or path.startswith((f"{name}.", f"{name}["))


_Told = tuple[Mapping[str, Any], dict[str, Origin], tuple[Finding, ...]]


@lru_cache(maxsize=64)
def _declared(file: Path, _stamp: int) -> _Told:
    try:
        source = read_toml(file)
    except InputError as error:
        return {}, {}, tuple(error.findings)
    faults: tuple[Finding, ...] = ()
    try:
        validate_as(KindFile, source)
    except InputError as error:
        faults = tuple(error.findings)
    told = {name: said for name, said in source.data.items() if isinstance(said, dict)}
    origins = {name: source.origins.at((name,)) or Origin(str(file)) for name in told}
    return told, origins, faults


def _kinds(told: Mapping[str, Any], below: Mapping[str, Kind]) -> Iterator[tuple[str, Kind]]:
    for name, said in told.items():
        word, symbol = str(said.get("kind", "")), str(said.get("symbol", ""))
        letter, framed = said.get("letter") is True, said.get("framed") is not False
        minutes = said.get("minutes") is True
        asked = said.get("requires")
        paths = [path for path in asked if _is_fact(path)] if isinstance(asked, list) else None
        requires = required(paths, below.get(name), letter=letter, framed=framed, minutes=minutes)
        yield name, Kind(name, word, symbol, requires, (), {}, letter=letter, framed=framed)


def _is_fact(path: object) -> bool:
    """Say whether an input can hold what a path names; where it cannot has a finding."""
    options = path.split("|") if isinstance(path, str) else [""]
    return all(option and not lost_on_the_way(option) for option in options)

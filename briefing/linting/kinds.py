"""The kinds that packs declare, as far as their files can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from briefing.findings import Finding, InputError, Origin
from briefing.reading import read_toml, validate_as
from briefing.templating.kind_file import KindFile
from briefing.templating.kinds import FILE, Kind, template_folder


@dataclass(frozen=True, slots=True)
class Declared:
    """The kinds at hand by name, where each is declared, and the faults of the files."""

    kinds: dict[str, Kind]
    origins: dict[str, Origin]
    faults: tuple[Finding, ...]


def declared(folders: tuple[Path, ...]) -> Declared:
    """Return the kinds of packs, nearest first, and of the program.

    A kind with faults is there all the same, so that its template is read.
    """
    every = Declared({}, {}, ())
    for folder in (template_folder(), *reversed(folders)):
        file = folder / FILE
        if file.is_file():
            own = _declared(file, file.stat().st_mtime_ns)
            kinds, origins = every.kinds | own.kinds, every.origins | own.origins
            every = Declared(kinds, origins, (*every.faults, *own.faults))
    return every


@lru_cache(maxsize=64)
def _declared(file: Path, _stamp: int) -> Declared:
    try:
        source = read_toml(file)
    except InputError as error:
        return Declared({}, {}, tuple(error.findings))
    faults: tuple[Finding, ...] = ()
    try:
        validate_as(KindFile, source)
    except InputError as error:
        faults = tuple(error.findings)
    kinds = dict(_kinds(source.data))
    origins = {name: source.origins.at((name,)) or Origin(str(file)) for name in kinds}
    return Declared(kinds, origins, faults)


def _kinds(data: Mapping[str, Any]) -> Iterator[tuple[str, Kind]]:
    for name, said in data.items():
        if isinstance(said, dict):
            word, symbol = str(said.get("kind", "")), str(said.get("symbol", ""))
            framed = said.get("framed") is not False
            yield name, Kind(name, word, symbol, (), (), {}, framed=framed)

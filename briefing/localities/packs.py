"""Locality packs: folders with a ``locality.toml``, and perhaps templates and a ``style.docx``."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from briefing.findings import Finding, InputError, Origin
from briefing.localities.province import province_facts
from briefing.localities.schema import PackFile
from briefing.localities.shelves import FILE, Shelves, own_folders
from briefing.localities.slugs import above, is_pack_name
from briefing.reading import FileData, paths, read_toml, validate_as
from briefing.values import record
from briefing.vietnamese import clean

BUILT_IN = Origin("briefing")
"""Where the facts of a province without a folder come from."""


@record
class Pack:
    """One pack: its slug, its folder, what it says, typed and as data with places.

    A province that only the program knows has no folder.
    """

    name: str
    folder: Path | None
    said: PackFile
    source: FileData

    def parent(self, shelves: Shelves) -> str | None:
        """Return the pack that it names above it, else the nearest one in whose folder it lies."""
        if self.said.parent:
            return self.said.parent
        outer = above(self.name)
        while outer and not (shelves.find(outer) or _province(outer)):
            outer = above(outer)
        return outer


def new_pack_file(name: str, *, user: bool = False) -> Path:
    """Return where a new pack of a name is written: here, or in the user's own folder.

    Raises InputError for what is no name of a folder.
    """
    if not is_pack_name(name):
        raise InputError([Finding("locality/not-a-name", values={"name": name})])
    return own_folders()[1 if user else 0] / name / FILE


def find_packs(name: str, shelves: Shelves, origin: Origin | None = None) -> list[Pack]:
    """Return the pack of a slug, the program's of that slug beneath it, and the province of it.

    Raises InputError when there is neither, for a file with faults, and for a pack with links that
    lead out of its folder; ``origin`` is who asked.
    """
    packs = []
    if found := shelves.find(name, origin):
        shelf, name = found
        # What came with the program may lie in the store of whoever installed it.
        if shelf != shelves.shipped and (faults := shelves.faults(shelf, name)):
            raise InputError(faults)
        packs.append(_read(shelf / name / FILE, name))
        came = shelves.shipped / name
        if shelf != shelves.shipped and (came / FILE).is_file():
            packs.append(_read(came / FILE, name))
    if province := _province(name):
        packs.append(province)
    if packs:
        return packs
    raise shelves.unknown(name, origin)


@lru_cache(maxsize=64)
def _province(name: str) -> Pack | None:
    facts = province_facts(name)
    if facts is None:
        return None
    source = FileData(facts, dict.fromkeys(paths(facts), BUILT_IN))
    return Pack(name, None, PackFile.model_validate(facts), source)


def _read(file: Path, name: str) -> Pack:
    try:
        stamp = file.stat().st_mtime_ns
    except OSError:
        # The reader tells what is in the way.
        stamp = 0
    return _read_once(file, name, stamp)


@lru_cache(maxsize=256)
def _read_once(file: Path, name: str, _stamp: int) -> Pack:
    """Return the pack of a file; a batch of documents reads each of its packs once."""
    source = read_toml(file)
    said = validate_as(PackFile, source)
    if said.requires and _parts(said.requires) > _parts(version("briefing")):
        values = {"wanted": said.requires, "have": version("briefing")}
        origin = source.origins.at(("requires",))
        raise InputError([Finding("locality/newer-program", origin=origin, values=values)])
    # Not all that a pack says goes through a report, which would clean it: the headings of areas.
    return Pack(name, file.parent, said, FileData(_clean(source.data), source.places))


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])


def _clean(value: Any) -> Any:
    """Return data with its texts as they are printed: one line each, composed letters."""
    match value:
        case str():
            return clean(value)
        case dict():
            return {key: _clean(item) for key, item in value.items()}
        case list():
            return [_clean(item) for item in value]
    return value

"""Locality packs: folders with a ``locality.toml``, and perhaps templates and a ``style.docx``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import platformdirs

from briefing.findings import Finding, InputError, Origin, nearest
from briefing.localities.provinces import province_facts, provinces
from briefing.localities.schema import PackFile
from briefing.reading import Source, paths, read_toml, validate_as
from briefing.report import MAX_NAME
from briefing.shipped import data_folder

FILE = "locality.toml"
BUILT_IN = Origin("briefing")
"""Where the facts of a province without a folder come from."""


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack: its slug, its folder, what it says, typed and as data with places.

    A province that only the program knows has no folder.
    """

    name: str
    folder: Path | None
    said: PackFile
    source: Source


_OWN: ContextVar[tuple[Path, ...] | None] = ContextVar("own_folders", default=None)


def own_folders() -> tuple[Path, ...]:
    """Return the folders that may hold packs of the user's own, nearest first."""
    chosen = _OWN.get()
    if chosen is not None:
        return chosen
    settings = Path(platformdirs.user_config_dir("briefing", appauthor=False))
    return Path("localities"), settings / "localities"


@contextmanager
def looking_in(folders: tuple[Path, ...]) -> Iterator[None]:
    """Take these for the user's own folders; work done elsewhere finds the packs of its caller."""
    token = _OWN.set(folders)
    try:
        yield
    finally:
        _OWN.reset(token)


def locality_folders() -> list[Path]:
    """Return the folders that hold packs, nearest first: here, the user's, the program's."""
    return [*own_folders(), data_folder("templates") / "localities"]


def new_pack_file(name: str, *, user: bool = False) -> Path:
    """Return where a new pack of a name is written: here, or in the user's own folder.

    Raises InputError for what is no name of a folder.
    """
    if not is_slug(name):
        raise InputError([Finding("locality/not-a-name", values={"name": name})])
    return locality_folders()[1 if user else 0] / name / FILE


def is_slug(name: str) -> bool:
    """Say whether a text can name a pack or a kind: one folder name, never a way elsewhere."""
    return len(name) <= MAX_NAME and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) is not None


def pack_folders() -> dict[str, Path]:
    """Return the folder of every pack at hand by its slug, the nearest of each."""
    found: dict[str, Path] = {}
    for folder in reversed(locality_folders()):
        found |= {path.parent.name: path.parent for path in folder.glob(f"*/{FILE}")}
    return {name: found[name] for name in sorted(found) if is_slug(name)}


def find_packs(name: str, origin: Origin | None = None) -> list[Pack]:
    """Return the pack of a slug, and the province of that slug beneath it.

    Raises InputError when there is neither, or the file has faults; ``origin`` is who asked.
    """
    packs = []
    for folder in locality_folders() if is_slug(name) else ():
        if (folder / name / FILE).is_file():
            packs.append(_read(folder / name / FILE))
            break
    facts = province_facts(name)
    if facts:
        source = Source(facts, dict.fromkeys(paths(facts), BUILT_IN))
        packs.append(Pack(name, None, PackFile.model_validate(facts), source))
    if packs:
        return packs
    known = sorted({*pack_folders(), *provinces()})
    values = {"name": name, "near": nearest(name, known), "known": ", ".join(pack_folders())}
    raise InputError([Finding("locality/unknown", origin=origin, values=values)])


def _read(file: Path) -> Pack:
    try:
        return _read_once(file, file.stat().st_mtime_ns)
    except OSError as error:
        values = {"errno": error.errno, "reason": error.strerror or str(error)}
        finding = Finding("file/unreadable", origin=Origin(str(file)), values=values)
        raise InputError([finding]) from None


@lru_cache(maxsize=256)
def _read_once(file: Path, _stamp: int) -> Pack:
    """Return the pack of a file; a batch of documents reads each of its packs once."""
    source = read_toml(file)
    return Pack(file.parent.name, file.parent, validate_as(PackFile, source), source)

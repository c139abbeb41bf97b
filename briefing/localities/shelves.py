"""The folders that packs are looked for in: beside the input, here, the user's, the program's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property
from pathlib import Path

import platformdirs

from briefing.boundaries import strays
from briefing.findings import Finding, Guesses, InputError, Origin, misspelled
from briefing.localities.province import provinces
from briefing.localities.slugs import is_pack_name, is_slug
from briefing.report import MAX_STEPS_OF_PACK
from briefing.shipped import data_folder

FILE = "locality.toml"
FOLDER = "localities"

_SHOWN = 20
"""How many packs a message names."""

_OWN: ContextVar[tuple[Path, ...] | None] = ContextVar("own_folders", default=None)


def own_folders() -> tuple[Path, ...]:
    """Return the folders that may hold packs of the user's own, wherever the input lies."""
    chosen = _OWN.get()
    if chosen is not None:
        return chosen
    settings = Path(platformdirs.user_config_dir("briefing", appauthor=False))
    return Path(FOLDER), settings / FOLDER


@contextmanager
def looking_in(folders: tuple[Path, ...]) -> Iterator[None]:
    """Take these for the user's own folders; work done elsewhere finds the packs of its caller."""
    token = _OWN.set(folders)
    try:
        yield
    finally:
        _OWN.reset(token)


_TRIED: ContextVar[Path | None] = ContextVar("tried_packs", default=None)


@contextmanager
def trying(shelf: Path) -> Iterator[None]:
    """Take the packs of a folder before all others: a pack is tried before it is kept."""
    token = _TRIED.set(shelf)
    try:
        yield
    finally:
        _TRIED.reset(token)


def _is_of_a_pack(file: Path) -> bool:
    return file.suffix == ".j2" or file.name in ("style.docx", "kinds.toml")


class Shelves:
    """Where packs are looked for, nearest first; what is there is looked up once.

    ``beside`` is the folder of an input: its packs come first, then those of the folders above it,
    up to the one that the program runs in.
    """

    def __init__(self, beside: Path | None = None) -> None:
        own = own_folders()
        near = _upward(beside, own[0].parent if own else Path()) if beside else ()
        here = (folder / FOLDER for folder in near)
        self.shipped = data_folder("templates") / FOLDER
        tried = _TRIED.get()
        first = (tried,) if tried else ()
        self._unsaid = {*first, self.shipped}
        self.folders = tuple(dict.fromkeys((*first, *here, *own, self.shipped)))
        self._guesses = Guesses(misspelled)
        self._strays: dict[str, list[Finding]] = {}

    def find(self, name: str, origin: Origin | None = None) -> tuple[Path, str] | None:
        """Return the shelf and the whole name of the nearest pack of a name, if there is one.

        ``cao-son`` is also the pack of that name in the folder of another one. Raises InputError
        where several are; ``origin`` is who asked.
        """
        if not is_pack_name(name):
            return None
        for shelf in self.folders:
            # What stands there in place of a file is told when it is read.
            if os.path.lexists(shelf / name / FILE):
                return shelf, name
        inner = self._inner.get(name, []) if name not in provinces() else []
        if len(inner) > 1:
            values = {"name": name, "first": inner[0], "choices": ", ".join(inner)}
            raise InputError([Finding("locality/ambiguous", origin=origin, values=values)])
        return self.find(inner[0]) if inner else None

    def without_file(self, name: str) -> list[tuple[Path, list[str]]]:
        """Return the folders of a name that are no packs, with the files of packs in them."""
        folders = (shelf / name for shelf in self.folders)
        found = [
            (folder, sorted(file.name for file in folder.iterdir() if _is_of_a_pack(file)))
            for folder in folders
            if folder.is_dir() and not os.path.lexists(folder / FILE)
        ]
        return [(folder, files) for folder, files in found if files]

    @cached_property
    def _inner(self) -> dict[str, list[str]]:
        """The packs in folders of others, by every shorter name that means them."""
        found: dict[str, list[str]] = {}
        for name in self.packs:
            steps = name.split("/")
            for at in range(1, len(steps)):
                found.setdefault("/".join(steps[at:]), []).append(name)
        return found

    def faults(self, shelf: Path, name: str) -> list[Finding]:
        """Return what in a pack leads out of its folder, its way there included; looked up once."""
        if name not in self._strays:
            steps = name.split("/")
            ways = [shelf.joinpath(*steps[:count]) for count in range(1, len(steps))]
            # A pack in another one has its own look.
            links = (each for way in ways if way.is_symlink() for each in strays(way, shelf))
            inside = strays(shelf / name, (shelf / name).parent, within=self._is_apart)
            self._strays[name] = [*links, *inside]
        return self._strays[name]

    @staticmethod
    def _is_apart(folder: Path) -> bool:
        return os.path.lexists(folder / FILE)

    @cached_property
    def packs(self) -> dict[str, Path]:
        """The folder of every pack at hand by its slug, the nearest of each."""
        found: dict[str, Path] = {}
        for shelf in reversed(self.folders):
            found |= {name: shelf / name for name in _names(shelf)}
        return {name: found[name] for name in sorted(found)}

    def unknown(self, name: str, origin: Origin | None) -> InputError:
        """Return the error of a name that no pack has: where it was looked for, what there is."""
        more = ["…"] if len(self.packs) > _SHOWN else []
        values = {
            "name": name,
            "near": self._guesses.near(name, self._known),
            "known": ", ".join([*list(self.packs)[:_SHOWN], *more]),
            "places": ", ".join(str(each) for each in self.folders if each not in self._unsaid),
        }
        return InputError([Finding("locality/unknown", origin=origin, values=values)])

    @cached_property
    def _known(self) -> list[str]:
        return sorted({*self.packs, *provinces()})


def locality_folders(beside: Path | None = None) -> list[Path]:
    """Return the folders that hold packs, nearest first; ``beside`` is the folder of an input."""
    return list(Shelves(beside).folders)


def pack_folders() -> dict[str, Path]:
    """Return the folder of every pack at hand by its slug, the nearest of each."""
    return Shelves().packs


def _upward(beside: Path, here: Path) -> Iterator[Path]:
    """Yield a folder and those above it that lie below where the program runs.

    Of a folder elsewhere only the folder itself: what lies above it is not the input's.
    """
    start, end = (Path(os.path.normpath(each.absolute())) for each in (beside, here))
    if not start.is_relative_to(end):
        yield beside
        return
    steps = start.relative_to(end).parts
    for count in range(len(steps), 0, -1):
        yield here.joinpath(*steps[:count])


def _names(shelf: Path, within: str = "", steps: int = MAX_STEPS_OF_PACK) -> list[str]:
    """Return the names of the packs below a folder, those in the folders of others included."""
    try:
        with os.scandir(shelf / within) as found:
            folders = [entry.name for entry in found if is_slug(entry.name) and entry.is_dir()]
    except OSError:
        return []
    names = []
    for folder in folders:
        name = f"{within}/{folder}" if within else folder
        if os.path.lexists(shelf / name / FILE):
            names.append(name)
        if steps > 1:
            names += _names(shelf, name, steps - 1)
    return names

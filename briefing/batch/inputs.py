"""The inputs of a batch: a folder with all below it, a pattern, or a list in a text file."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.findings import Finding, InputError, Origin
from briefing.reading import READ_SUFFIXES, is_folder, read_text

LIST_SUFFIX = ".txt"


@dataclass(frozen=True, slots=True)
class Input:
    """One input file, where it lies below the root of the batch, and why it cannot even be read."""

    source: Path
    place: Path
    fault: Finding | None = None


def gather(source: Path, without: tuple[Path, ...] = ()) -> list[Input]:
    """Return the inputs that a source names, each once, in the order of their places.

    A folder gives every .yaml, .yml and .json in it and below, but nothing in or below a path of
    ``without`` nor what begins with a dot. A pattern gives what it matches, placed below its fixed
    part. A list holds one path a line, relative to itself; ``#`` begins a remark. A folder that
    cannot be looked into counts as an input with a fault. Raises InputError when the list cannot be
    read or there is no input at all.
    """
    left_out = {path.resolve() for path in without}
    if is_folder(source):
        found = _below(source, left_out - {source.resolve()})
    elif source.suffix.lower() == LIST_SUFFIX:
        found = _listed(source)
    else:
        found = (each for each in _matching(source) if each.source.resolve() not in left_out)
    once = {each.source: each for each in found}
    inputs = sorted(once.values(), key=lambda each: each.place.as_posix())
    if not inputs:
        values = {"known": ", ".join(READ_SUFFIXES)}
        raise InputError([Finding("batch/no-inputs", origin=Origin(str(source)), values=values)])
    return inputs


def _below(root: Path, left_out: set[Path]) -> Iterator[Input]:
    """Yield the input files in a folder and below; links to folders are not followed."""
    closed: list[Input] = []

    def note(error: OSError) -> None:
        folder = Path(str(error.filename))
        closed.append(Input(folder, folder.relative_to(root), _unreadable(folder, error)))

    for parent, folders, files in os.walk(root, onerror=note):
        here, truly = Path(parent), Path(parent).resolve()
        folders[:] = [
            name for name in folders if not name.startswith(".") and truly / name not in left_out
        ]
        for name in files:
            if _is_input(here / name) and truly / name not in left_out:
                yield Input(here / name, (here / name).relative_to(root))
    yield from closed


def _is_input(path: Path) -> bool:
    return path.suffix.lower() in READ_SUFFIXES and not path.name.startswith(".")


def _matching(pattern: Path) -> Iterator[Input]:
    fixed = 0
    for part in pattern.parts[:-1]:
        if glob.has_magic(part):
            break
        fixed += 1
    root = Path(*pattern.parts[:fixed])
    for path in root.glob(str(Path(*pattern.parts[fixed:]))):
        place = path.relative_to(root)
        hidden = any(part.startswith(".") for part in place.parts)
        if _is_input(path) and path.is_file() and not hidden:
            yield Input(path, place)


def _listed(file: Path) -> Iterator[Input]:
    """Yield what a list names; what lies outside its folder is placed by its name alone."""
    for line in read_text(file, may_be_empty=True).splitlines():
        words = line.strip()
        if words and not words.startswith("#"):
            path = Path(os.path.normpath(file.parent / words))
            inside = path.is_relative_to(os.path.normpath(file.parent))
            place = path.relative_to(os.path.normpath(file.parent)) if inside else path.name
            yield Input(path, Path(place))


def _unreadable(folder: Path, error: OSError) -> Finding:
    values = {"errno": error.errno, "reason": error.strerror or str(error)}
    return Finding("file/unreadable", origin=Origin(str(folder)), values=values)

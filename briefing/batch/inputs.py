"""The inputs of a batch: a folder with all below it, a pattern, or a list in a text file."""

from __future__ import annotations

import glob
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePath

from briefing.boundaries import file_listed
from briefing.findings import Finding, InputError, Origin
from briefing.reading import READ_SUFFIXES, is_folder, read_text
from briefing.values import record

LIST_SUFFIX = ".txt"


@record
class Input:
    """One input file, where it lies below the root of the batch, and why it cannot even be read."""

    source: Path
    place: Path
    fault: Finding | None = None


def gather(source: Path, without: tuple[Path, ...] = ()) -> list[Input]:
    """Return the inputs that a source names, each once, in the order of their places.

    A folder gives every file that can be read in it and below, but nothing in or below a path of
    ``without`` nor what begins with a dot. A pattern gives what it matches, placed below its fixed
    part. A list holds one path a line, relative to itself; ``#`` begins a remark. A folder that
    cannot be looked into counts as an input with a fault. Raises InputError when the list cannot be
    read or there is no input at all.
    """
    left_out = {_led_to(path) for path in without}
    if is_folder(source):
        found = _below(source, left_out - {_led_to(source)})
    elif source.suffix.lower() == LIST_SUFFIX:
        found = _listed(source)
    else:
        found = (each for each in _matching(source) if _led_to(each.source) not in left_out)
    inputs = sorted(_once(found), key=lambda each: each.place.as_posix())
    if not inputs:
        values = {"known": ", ".join(READ_SUFFIXES)}
        raise InputError([Finding("batch/no-inputs", origin=Origin(str(source)), values=values)])
    return inputs


def _led_to(path: Path) -> Path:
    # A path that the system takes for none is still told from others.
    return Path(os.path.realpath(path))


def _once(inputs: Iterable[Input]) -> Iterator[Input]:
    """Yield each input once, by whatever ways it was named."""
    known: dict[Path, list[Path]] = defaultdict(list)
    for each in inputs:
        if not any(_same(each.source, other) for other in known[each.place]):
            known[each.place].append(each.source)
            yield each


def _same(one: Path, other: Path) -> bool:
    with suppress(OSError, ValueError):
        return one == other or one.samefile(other)
    return False


def placed(path: PurePath, root: PurePath) -> PurePath:
    """Return where a file lies below a folder, or its name alone when it lies elsewhere.

    Both are whole paths without ``..``; whatever they are, the answer leads nowhere but down.
    """
    place = path.relative_to(root) if path.is_relative_to(root) else type(path)(path.name)
    return place if place.name else type(path)(path.name or "-")


def _placed(path: Path, root: Path) -> Path:
    # Not resolved: a link is placed where it lies, not where it leads.
    return Path(placed(PurePath(os.path.abspath(path)), PurePath(os.path.abspath(root))))  # noqa: PTH100


def _below(root: Path, left_out: set[Path]) -> Iterator[Input]:
    """Yield the input files in a folder and below; links to folders are not followed."""
    closed: list[Input] = []

    def note(error: OSError) -> None:
        folder = Path(str(error.filename))
        closed.append(Input(folder, _placed(folder, root), _unreadable(folder, error)))

    for parent, folders, files in os.walk(root, onerror=note):
        here, truly = Path(parent), _led_to(Path(parent))
        folders[:] = [
            name for name in folders if not name.startswith(".") and truly / name not in left_out
        ]
        for name in files:
            if _is_input(here / name) and truly / name not in left_out:
                yield Input(here / name, (here / name).relative_to(root))
    yield from closed


def _is_input(path: Path) -> bool:
    # Excel keeps a file of this name beside a workbook that is open.
    return path.suffix.lower() in READ_SUFFIXES and not path.name.startswith((".", "~$"))


def _matching(pattern: Path) -> Iterator[Input]:
    fixed = 1 if pattern.anchor else 0
    for part in pattern.parts[fixed:-1]:
        if glob.has_magic(part):
            break
        fixed += 1
    root = Path(*pattern.parts[:fixed])
    try:
        for path in _globbed(root, str(Path(*pattern.parts[fixed:]))):
            steps = path.relative_to(root).parts
            hidden = any(part.startswith(".") for part in steps if part != "..")
            if _is_input(path) and path.is_file() and not hidden:
                yield Input(path, _placed(path, root))
    except OSError as error:
        yield Input(pattern, _placed(pattern, root), _unreadable(pattern, error))


def _globbed(root: Path, pattern: str) -> Iterator[Path]:
    # Some patterns, such as a**, mean nothing: they match nothing.
    with suppress(ValueError):
        yield from root.glob(pattern)


def _listed(file: Path) -> Iterator[Input]:
    """Yield what a list names; what lies outside its folder is placed by its name alone."""
    for line in read_text(file, may_be_empty=True).split("\n"):
        words = line.strip(" \t\r")
        if words and not words.startswith("#"):
            path = file_listed(words, file.parent)
            yield Input(path, _placed(path, file.parent), _no_file(path))


def _no_file(path: Path) -> Finding | None:
    """Return why a name in a list can be no input, if so."""
    if "\0" in str(path):
        return Finding("file/missing", origin=Origin(str(path)), values={"near": None})
    return Finding("file/is-folder", origin=Origin(str(path))) if is_folder(path) else None


def _unreadable(folder: Path, error: OSError) -> Finding:
    values = {"errno": error.errno, "reason": error.strerror or str(error)}
    return Finding("file/unreadable", origin=Origin(str(folder)), values=values)

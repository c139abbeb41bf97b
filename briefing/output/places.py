"""Whether a file may be written at a place: what lies there, and whose it is."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePath

from briefing.findings import Finding, Origin, OutputError
from briefing.output.names import check_ending, folded, nameless_part


class FilesRead:
    """The files that a run reads, known by what they are on disk and by their names.

    A name counts however it is written: through links, in other letters, in another Unicode form.
    The files need not be there.
    """

    def __init__(self, files: Iterable[Path] = ()) -> None:
        self._folders: dict[Path, Path] = {}
        self._names: set[str] = set()
        self._ids: set[tuple[int, int]] = set()
        for file in files:
            self._names.add(self._name(file))
            self._ids |= _id(file)
            if _is_link(file):
                self._names.add(self._name(_led_to(file)))

    def __contains__(self, file: Path) -> bool:
        return self._name(file) in self._names or not self._ids.isdisjoint(_id(file))

    def _name(self, file: Path) -> str:
        """Return the folded name of a file in its true folder; the file itself may be a link."""
        folder = file.parent
        if folder not in self._folders:
            self._folders[folder] = _led_to(folder)
        return folded(self._folders[folder] / file.name)


NOTHING_READ = FilesRead()


def _led_to(path: Path) -> Path:
    """Return what a path leads to through links, whether it is there or not."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return path


def _id(file: Path) -> set[tuple[int, int]]:
    """Return what a file is on disk; nothing for one that is not there, or on drives without."""
    with suppress(OSError, ValueError):
        found = file.stat()
        return {(found.st_dev, found.st_ino)} if found.st_ino else set()
    return set()


def check_place(
    path: Path, *, force: bool, with_folder: bool = False, read: FilesRead = NOTHING_READ
) -> None:
    """Raise OutputError when a file may not be written at a place, before any work is done.

    Whatever ``force`` says, only a plain file is ever replaced, and none that the run has ``read``.
    A folder that is not there is no fault when it will be made, ``with_folder``.
    """
    check_name(path)
    if not path.parent.is_dir():
        if with_folder:
            return  # what stands in the way of making it is told then
        raise refused("output/no-folder", path, folder=str(path.parent))
    if path in read:
        raise refused("output/is-input", path)
    kind = kind_at(path)
    if stat.S_ISDIR(kind):
        raise refused("output/is-folder", path)
    if kind and not stat.S_ISREG(kind):
        raise refused("output/not-plain", path)
    if kind and not force:
        raise refused("output/exists", path)


def faults_of(check: Callable[[], None]) -> list[Finding]:
    """Return what a look at a place, before anything is written there, finds against it."""
    try:
        check()
    except OutputError as error:
        return error.findings
    except OSError:
        # A place that cannot even be looked at is told when it is written to.
        return []
    return []


def check_name(path: Path) -> None:
    """Raise OutputError for a path that is none on this system."""
    part = nameless_part(path)
    if part is not None:
        raise refused("output/not-a-name", path, name=part)


def check_below(folder: Path, name: PurePath) -> None:
    """Raise OutputError when a name below a folder leads elsewhere: up, or through a link."""
    if name.is_absolute() or name.drive or ".." in name.parts or not name.name:
        raise refused("output/outside", folder / name, folder=str(folder))
    for part in list(name.parents)[:-1]:
        if _is_link(folder / part):
            raise refused("output/outside", folder / name, folder=str(folder))


def check_new(path: Path, endings: Collection[str], read: FilesRead) -> None:
    """Raise OutputError for a file that somebody named and that can never be written there.

    All that is wrong is told at once: its ending, what lies there, that the run reads it.
    """
    found = faults_of(partial(check_ending, path, endings))
    found += faults_of(partial(check_place, path, force=True, with_folder=True, read=read))
    if found:
        raise OutputError(found)


def kind_at(path: Path) -> int:
    """Return the mode of what lies at a path, itself and not what it leads to; 0 for nothing."""
    # No file can have a zero byte in its name.
    with suppress(FileNotFoundError, NotADirectoryError, ValueError):
        found = path.lstat()
        return stat.S_IFLNK if _is_junction(found) else found.st_mode
    return 0


def is_there(path: Path) -> bool:
    """Say whether anything lies at a path; a place that cannot be looked at counts as empty."""
    with suppress(OSError):
        return kind_at(path) != 0
    return False


def _is_link(path: Path) -> bool:
    with suppress(OSError):
        return stat.S_ISLNK(kind_at(path))
    return False


def _is_junction(found: os.stat_result) -> bool:
    """Say whether an entry is a junction, the link between folders that Windows has."""
    return getattr(found, "st_reparse_tag", 0) == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1)


def refused(rule: str, path: Path, **values: object) -> OutputError:
    """Return the error of a file that cannot be written."""
    return OutputError([Finding(rule, origin=Origin(str(path)), values=values)])

"""Temporary folders that go with the process that made them, however it ends.

Each holds a file that its process has locked. What a killed process left is found by the next one,
which can take the lock, and is removed; a folder whose lock is held belongs to a living run.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Self

from briefing.output.locks import claim, left_over

PREFIX = "briefing-run-"
_OWNER = ".owner"


class Scratch:
    """A new empty folder for temporary files, removed when it is closed."""

    def __init__(self) -> None:
        self.folder, self._owner = _made()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Remove the folder with all that is in it."""
        _empty(self.folder)
        os.close(self._owner)  # Windows removes no file that is open
        _remove(self.folder)


def sweep(end: Callable[[Path], None]) -> None:
    """Remove the folders of processes that are gone, after ``end`` ended what still works there."""
    with suppress(OSError):
        for folder in list(Path(tempfile.gettempdir()).glob(f"{PREFIX}*")):
            with suppress(OSError):
                _remove_if_left(folder, end)


def _made(tries: int = 3) -> tuple[Path, int]:
    """Return a new folder and the descriptor of the locked file in it.

    Where nothing can be locked, the folder is not taken for a leftover either.
    """
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    try:
        owner = os.open(folder / _OWNER, os.O_RDWR | os.O_CREAT, 0o600)
    except FileNotFoundError:
        if tries == 1:
            raise
        return _made(tries - 1)
    if claim(owner, folder / _OWNER) or tries == 1:
        return folder, owner
    os.close(owner)
    _remove(folder)
    return _made(tries - 1)


def _remove_if_left(folder: Path, end: Callable[[Path], None]) -> None:
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != _user():
        return
    try:
        owner = left_over(folder / _OWNER)
    except FileNotFoundError:
        folder.rmdir()  # killed before it was locked; what is not empty stays
        return
    if owner is None:
        return
    try:
        end(folder)
        _empty(folder)
    finally:
        os.close(owner)
    _remove(folder)


def _user() -> int:
    return os.geteuid() if hasattr(os, "geteuid") else 0


def _empty(folder: Path) -> None:
    """Remove all but the locked file, which tells until the end whose the folder is."""
    with suppress(OSError):
        for entry in folder.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                # On Windows a process that outlives its time limit may still hold files.
                shutil.rmtree(entry, ignore_errors=True)
            elif entry.name != _OWNER:
                with suppress(OSError):
                    entry.unlink()


def _remove(folder: Path) -> None:
    with suppress(OSError):
        (folder / _OWNER).unlink(missing_ok=True)
        folder.rmdir()

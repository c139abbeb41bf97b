"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Self

from briefing.output.locks import hold, left_over
from briefing.output.names import WINDOWS, why
from briefing.output.places import (
    NOTHING_READ,
    FilesRead,
    check_name,
    check_place,
    kind_at,
    refused,
)

TEMPORARY = ".briefing-"
"""How the names of temporary files begin, and ``.tmp`` how they end."""


class Overtaken(Exception):  # noqa: N818 - nothing went wrong; two were at work
    """Somebody else wrote a file while its new content was made ready; nothing was written."""


def write_whole(
    path: Path,
    content: bytes,
    *,
    force: bool = False,
    with_folder: bool = False,
    temporary_name: str = TEMPORARY,
    read: FilesRead = NOTHING_READ,
    still: Callable[[], bool] | None = None,
) -> None:
    """Write a file so that at any moment it is the old one or the new one, whole.

    The content goes to a temporary file in the same folder, is flushed to disk and takes the
    name in one step. An existing file is kept unless ``force``, and always when it is no plain file
    or one of those ``read``; a missing folder is made only ``with_folder``. ``temporary_name`` is
    how the temporary file's name begins. ``still`` is asked at the last moment whether the file is
    what it was when its new content was thought of. Raises OutputError, and Overtaken where not.
    """
    try:
        if with_folder:
            check_name(path)
            _make_folder(path.parent)
        check_place(path, force=force, read=read)
        if temporary_name == TEMPORARY:
            _sweep(path.parent)
        with _Temporary(path.parent, temporary_name) as temporary:
            temporary.fill(content)
            if still is not None and not still():
                raise Overtaken(path)
            if force:
                temporary.path.replace(path)
            else:
                _take_free_name(temporary.path, path)
    except FileExistsError:
        raise refused("output/exists", path) from None
    except OSError as error:
        raise refused("output/failed", path, **why(error, path)) from None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from None


class _Temporary:
    """A new file beside another, gone at the end unless it took a name; locked while it is here."""

    def __init__(self, folder: Path, prefix: str) -> None:
        self._file, name = tempfile.mkstemp(prefix=prefix, suffix=".tmp", dir=folder)
        self.path = Path(name)
        # The copy keeps the lock when the file itself is closed; Windows renames no open file.
        self._lock = -1 if WINDOWS else os.dup(self._file)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
        if self._lock >= 0:
            os.close(self._lock)

    def fill(self, content: bytes) -> None:
        """Write the content and flush it to disk."""
        with os.fdopen(self._file, "wb") as file:
            if self._lock >= 0:
                hold(self._lock)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        self.path.chmod(0o666 & ~_umask())


def _sweep(folder: Path) -> None:
    """Remove what processes that are gone left half written here; what is locked is at work."""
    for file in folder.glob(f"{TEMPORARY}????????.tmp") if not WINDOWS else ():
        with suppress(OSError):
            left = left_over(file) if file.stat().st_uid == os.geteuid() else None
            if left is not None:
                file.unlink()
                os.close(left)


def _take_free_name(temporary: Path, path: Path) -> None:
    """Give the file its name unless somebody took it meanwhile."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems know no hard links; renaming there is the best that can be had.
        if kind_at(path):
            raise FileExistsError from None
        temporary.replace(path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

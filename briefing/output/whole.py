"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

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


def write_whole(
    path: Path,
    content: bytes,
    *,
    force: bool = False,
    with_folder: bool = False,
    temporary_name: str = TEMPORARY,
    read: FilesRead = NOTHING_READ,
) -> None:
    """Write a file so that at any moment it is the old one or the new one, whole.

    The content goes to a temporary file in the same folder, is flushed to disk and takes the
    name in one step. An existing file is kept unless ``force``, and always when it is no plain file
    or one of those ``read``; a missing folder is made only ``with_folder``. ``temporary_name`` is
    how the temporary file's name begins. Raises OutputError.
    """
    temporary: Path | None = None
    try:
        if with_folder:
            check_name(path)
            _make_folder(path.parent)
        check_place(path, force=force, read=read)
        temporary = _write_beside(path, content, temporary_name)
        if force:
            temporary.replace(path)
        else:
            _take_free_name(temporary, path)
    except FileExistsError:
        raise refused("output/exists", path) from None
    except OSError as error:
        values = {"errno": error.errno, "reason": error.strerror or str(error)}
        raise refused("output/failed", path, **values) from None
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from None


def _write_beside(path: Path, content: bytes, prefix: str) -> Path:
    handle, name = tempfile.mkstemp(prefix=prefix, suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o666 & ~_umask())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


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

"""The bytes of an input file as text, or a finding that says why not."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.findings import Finding, InputError, Origin, nearest

MAX_BYTES = 1024 * 1024
"""The largest input read: a year of one body is a few tens of kilobytes."""


def read_text(path: Path, *, may_be_empty: bool = False) -> str:
    """Return the text of a UTF-8 file, with or without a byte order mark.

    Raises InputError when the file is missing, no file, unreadable, too large, not UTF-8, empty.
    """
    content = read_content(path, MAX_BYTES)
    text = _decode(content, path)
    if not text.strip() and not may_be_empty:
        raise _refused("file/empty", path)
    return text


def read_content(path: Path, limit: int) -> bytes:
    """Return the bytes of a file; raises InputError, also when there are more than ``limit``."""
    check_there(path)
    with _told(path), path.open("rb") as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise _refused("file/too-large", path, limit=limit // 1024 // 1024)
    return content


def check_there(path: Path) -> None:
    """Raise InputError for what is missing, a folder, or no plain file."""
    with _told(path):
        kind = path.stat().st_mode
    if stat.S_ISDIR(kind):
        raise _refused("file/is-folder", path)
    # A pipe may wait for ever, and a device may never end.
    if not stat.S_ISREG(kind):
        raise _refused("file/not-a-file", path)


def is_folder(path: Path) -> bool:
    """Say whether a path is a folder; a name that the system cannot look up is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell what the operating system says of a file."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError):
        raise _refused("file/missing", path, near=_near(path)) from None
    except OSError as error:
        values = {"errno": error.errno, "reason": error.strerror or str(error)}
        raise _refused("file/unreadable", path, **values) from None
    except ValueError:
        # No file can have such a name, with a zero byte in it.
        raise _refused("file/missing", path, near=None) from None


def _decode(content: bytes, path: Path) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", "replace")
        column = len(before) - (before.rfind("\n") + 1) + 1
        origin = Origin(str(path), before.count("\n") + 1, column)
        byte = f"0x{content[error.start]:02X}"
        raise InputError([Finding("file/not-utf8", origin=origin, values={"byte": byte})]) from None


def _near(path: Path) -> str | None:
    """Return the file that somebody may have meant: its ending forgotten, or its name mistyped."""
    folder = path.parent
    try:
        names = [entry.name for entry in folder.iterdir()]
    except OSError:
        return None
    by_stem = {Path(name).stem: name for name in names if name.endswith((".yaml", ".yml", ".json"))}
    # The ending that both have makes no names alike.
    alike = nearest(path.stem, by_stem)
    near = by_stem.get(path.name) or (by_stem[alike] if alike else None)
    return str(folder / near) if near else None


def _refused(rule: str, path: Path, **values: object) -> InputError:
    return InputError([Finding(rule, origin=Origin(str(path)), values=values)])

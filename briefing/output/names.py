"""What the name of a file to be written says: which kind of file, and whether it is a name."""

from __future__ import annotations

import errno
import ntpath
import re
import sys
import unicodedata
from collections.abc import Collection
from pathlib import Path, PurePath

from briefing.boundaries import is_windows_device
from briefing.findings import Finding, Origin, OutputError
from briefing.patterns import Pattern

WINDOWS = sys.platform == "win32"
"""Whether names must also be names on Windows."""

# Naming Files, Paths, and Namespaces (Microsoft, Win32); a colon begins a stream inside a file.
_NO_NAME = Pattern(r"[<>:\"|?*\x00-\x1f]")

_OF_DOCUMENTS = {*(".doc", ".odt", ".rtf", ".txt", ".md", ".htm", ".html", ".docm", ".dotx")} | {
    *(".pdf", ".docx", ".xls", ".xlsx", ".json", ".csv", ".yaml", ".yml", ".xml")
}


def file_named(text: str) -> Path:
    """Return the path of a file that somebody named.

    Raises OutputError for what names a folder, there or not: a slash at the end, ``.``, ``..``.
    """
    path, last = Path(text), re.split(r"[/\\]" if WINDOWS else "/", text)[-1]
    if last in ("", ".", "..") or _is_folder(path):
        raise OutputError([Finding("output/is-folder", origin=Origin(text))])
    return path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        # A place that cannot even be looked at is told when it is written to.
        return False


def check_ending(path: Path, known: Collection[str]) -> None:
    """Raise OutputError for an ending that is none of the known ones: a file is what it says."""
    suffix = path.suffix.lower()
    if suffix in known:
        return
    stem = path.stem if suffix in _OF_DOCUMENTS else path.name
    values = {"known": ", ".join(known), "example": f"{stem.rstrip('.')}{next(iter(known))}"}
    raise OutputError([Finding("output/unknown-ending", origin=Origin(str(path)), values=values)])


def nameless_part(path: PurePath) -> str | None:
    """Return the part of a path that Windows takes for a device, cuts or splits, if there is one.

    Elsewhere every part is a name.
    """
    if not WINDOWS:
        return None
    _, rest = ntpath.splitdrive(str(path))
    parts = [part for part in re.split(r"[/\\]", rest) if part not in ("", ".", "..")]
    return next((part for part in parts if _is_nameless(part)), None)


def _is_nameless(part: str) -> bool:
    return bool(_NO_NAME.search(part)) or is_windows_device(part)


def named_everywhere(name: str) -> str:
    """Return a name of a file that is one on Windows too, wherever it is carried afterwards."""
    return f"tep-{name}" if is_windows_device(name) else name


def why(error: OSError, path: Path) -> dict[str, object]:
    """Return why the system did not write a file, as the values of a finding."""
    number, reason = error.errno, error.strerror or str(error)
    # Of a path longer than it takes Windows says that there is no such file.
    if WINDOWS and number in _NONE_THERE and len(str(path.absolute())) >= _LONGEST:
        number = errno.ENAMETOOLONG
    return {"errno": number, "reason": reason}


_NONE_THERE = (errno.ENOENT, errno.EINVAL)
_LONGEST = 260
"""Characters of a path with its end (MAX_PATH), unless long paths are switched on."""


def folded(path: PurePath) -> str:
    """Return a path as file systems compare it that know neither case nor Unicode forms."""
    text = unicodedata.normalize("NFC", path.as_posix()).casefold()
    # Folding can undo the composition, as of U+0345.
    return unicodedata.normalize("NFC", text)

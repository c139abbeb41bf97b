"""The look of the nearest pack that has one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from briefing.findings import InputError
from briefing.layout.look import PLAIN, Look

FILE = "style.docx"


def look_of(folders: Iterable[Path]) -> Look:
    """Return the look of the nearest folder that has a ``style.docx``; plain if none has.

    A file that cannot be used gives a look that says nothing but its fault.
    """
    path = next((folder / FILE for folder in folders if (folder / FILE).exists()), None)
    if path is None:
        return PLAIN
    known = path.stat()
    return _read_once(path, known.st_mtime_ns, known.st_size)


# A batch of hundreds of reports asks for the same file; a changed one has another stamp.
@lru_cache(maxsize=8)
def _read_once(path: Path, _stamp: int, _size: int) -> Look:
    from briefing.word.look.reader import read_look  # few packs have such a file

    try:
        return read_look(path)
    except InputError as error:
        return Look(str(path), faults=tuple(error.findings))

"""What reads an input, by the ending of its name: a register; a new reader is a line in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from briefing.findings import Finding, InputError, Origin
from briefing.reading.files import check_there, read_text
from briefing.reading.source import WORKBOOKS, FileData
from briefing.reading.tree import read_json, read_yaml

Read = Callable[[Path], FileData]


def _of_text(reader: Callable[[str, str], FileData]) -> Read:
    """Return a reader of a file from one of its text and its name."""
    return lambda path: reader(read_text(path), str(path))


def _workbook(path: Path) -> FileData:
    from briefing.reading.workbook import read_workbook  # most inputs are no workbooks

    return read_workbook(path)


READERS: dict[str, Read] = {
    ".yaml": _of_text(read_yaml),
    ".yml": _of_text(read_yaml),
    ".json": _of_text(read_json),
    **dict.fromkeys(WORKBOOKS, _workbook),
}

READ_SUFFIXES = tuple(READERS)
"""How the names of inputs end, in small letters."""


def read(path: Path) -> FileData:
    """Return the data of an input file, by the ending of its name; raises InputError."""
    return read_as_far(path).sound()


def read_as_far(path: Path) -> FileData:
    """Return what can be read of an input file, with findings on what cannot.

    Raises InputError where nothing can.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        check_there(path)
        values = {"suffix": path.suffix or "–", "known": ", ".join(READ_SUFFIXES)}
        raise InputError([Finding("file/unknown-format", origin=Origin(str(path)), values=values)])
    return reader(path)


def read_workbook_bytes(path: Path) -> bytes:
    """Return the bytes of a workbook; raises InputError, also when there are too many."""
    from briefing.reading.grids import workbook_content

    return workbook_content(path)

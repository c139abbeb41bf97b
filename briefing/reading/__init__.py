"""Files into Reports: one module a format, every value with its origin."""

from __future__ import annotations

from pathlib import Path

from briefing.findings import Finding, InputError, Origin
from briefing.reading.files import MAX_BYTES, check_there, is_folder, read_content, read_text
from briefing.reading.indicators import named_table, with_table
from briefing.reading.source import WORKBOOKS, Source, paths
from briefing.reading.texts import TEXT_SUFFIXES, FinishedText, is_text, read_finished
from briefing.reading.toml import read_toml
from briefing.reading.tree import read_json, read_yaml
from briefing.reading.validation import validate, validate_as

_READERS = {".yaml": read_yaml, ".yml": read_yaml, ".json": read_json}
READ_SUFFIXES = (*_READERS, *WORKBOOKS)
"""How the names of inputs end, in small letters."""


def read(path: Path) -> Source:
    """Return the data of an input file, YAML or JSON by its ending; raises InputError."""
    if path.suffix.lower() in WORKBOOKS:
        from briefing.reading.workbook import read_workbook  # most inputs are no workbooks

        return read_workbook(path)
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        check_there(path)
        values = {"suffix": path.suffix or "–", "known": ", ".join(READ_SUFFIXES)}
        raise InputError([Finding("file/unknown-format", origin=Origin(str(path)), values=values)])
    return reader(read_text(path), str(path))


__all__ = [
    "MAX_BYTES",
    "READ_SUFFIXES",
    "TEXT_SUFFIXES",
    "FinishedText",
    "Source",
    "check_there",
    "is_folder",
    "is_text",
    "named_table",
    "paths",
    "read",
    "read_content",
    "read_finished",
    "read_text",
    "read_toml",
    "validate",
    "validate_as",
    "with_table",
]

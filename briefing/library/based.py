"""What an input takes over from another one: a plan from the report of the same year."""

from __future__ import annotations

from pathlib import Path

from briefing.boundaries import file_named
from briefing.findings import Finding, InputError
from briefing.patterns import Pattern
from briefing.reading import FileData, files_of_tables, named_table
from briefing.report import OWN_WORDS
from briefing.templating import kinds

KEY = "based_on"
_NOT_TAKEN = ("schema", "kind", KEY, "previous_report", *OWN_WORDS)
"""What is one input's own: what it is, and the words of its document alone."""

_LAST_STEP = Pattern(r"[^\\/]*$")


def base_named(source: FileData) -> str | None:
    """Return the input that an input takes facts over from, as it names it."""
    named = source.data.get(KEY)
    return named if isinstance(named, str) else None


def base_file(source: FileData, folder: Path) -> Path | None:
    """Return the file of that input; raises InputError when it is none of the folder's."""
    named = base_named(source)
    return file_named(named, folder, source.origins.at((KEY,)), KEY) if named else None


def facts_of_base(base: FileData, kind: object) -> FileData:
    """Return what an input of a kind takes over of another one: its facts, not its own words."""
    asked = kinds().get(kind) if isinstance(kind, str) else None
    return base.without(*_NOT_TAKEN, *(asked.not_shared if asked else ()))


def unreadable_base(source: FileData, error: InputError) -> Finding:
    """Return what is told of an input that cannot be read by the one that names it."""
    values = {"file": base_named(source), "reason": error.findings[0]}
    return Finding("base/unreadable", origin=source.origins.at((KEY,)), path=KEY, values=values)


def files_of_base(named: str, base: FileData) -> list[str]:
    """Return the files that a base is made of, as seen from the folder of who names it."""
    folder = _LAST_STEP.sub("", named)
    told = [named_table(base), *(file for _, file in files_of_tables(base.data))]
    return [named, *(folder + name for name in told if name is not None)]

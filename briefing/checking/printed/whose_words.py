"""Whose words stand in a report and its document: the input's own, or those of its packs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.printed.lines import PrintedLine
from briefing.checking.printed.whole import PrintedPart
from briefing.findings import FieldPath, Origin
from briefing.report import Report

_OWN_FILE = "schema"
"""The key that only an input has, so its place tells the file of the input."""

FIRST_AND_LAST = ("opening", "closing")
"""The sentences that an input or a pack may word."""

_NEVER_OF_PACKS = ("figures", "tables")
"""What may stand in a file beside the input, and is still the officer's."""

_NAMED_BY_INPUT = ("results", "sections")
"""The keys of an input that have titles of their own."""


def is_of_a_pack(report: Report, path: FieldPath) -> bool:
    """Say whether a value was written in another file than the input: in one of a pack."""
    own, origin = report.origin(_OWN_FILE), report.origin(*path)
    return own is not None and origin is not None and origin.file != own.file


def packs_word_a_year(report: Report) -> bool:
    """Say whether packs may word a report on a whole year that has no name of its own."""
    period = report.period
    return bool(report.pack_folders) and period.type == "year" and not period.called


def is_officers(report: Report, path: FieldPath) -> bool:
    """Say whether a value was written in the input, not in a pack, nor filled in by a profile."""
    places = report.origins.places
    whole, own = places.get(()), report.origin(*path)
    if whole is None or own is None or path[0] in _NEVER_OF_PACKS:
        return True
    # A profile fills in what an input leaves out and has no place of its own.
    filled_in = path in places and places[path] == places.get(path[:1]) and len(path) > 1
    return own.file == whole.file and not filled_in


def place_of_wording(report: Report, path: FieldPath, least: int | None = None) -> Origin | None:
    """Return where the file of a pack words something, ``None`` where the program does.

    What stands in one line with others has the place of what is around it, which is looked for as
    far as ``least`` steps of the path remain; without it the place must be its own.
    """
    places = report.origins.places
    ends = range(len(path), (len(path) if least is None else least) - 1, -1)
    found = (places.get(("locality", *path[:end])) for end in ends)
    return next((place for place in found if place), None)


def place_of_sentence(report: Report, line: PrintedLine) -> Origin | None:
    """Return where the first or last sentence that a line states was worded, if it is one."""
    said = (path for _, _, path in line.facts if path in FIRST_AND_LAST)
    return next((report.origin(path) for path in said), None)


def facts_around(line: PrintedLine, words: re.Match[str]) -> Iterator[str]:
    """Yield the facts of a line that some of its words lie within."""
    for start, end, path in line.facts:
        if start <= words.start() and words.end() <= end:
            yield path


def is_said(
    report: Report, line: PrintedLine, words: re.Match[str], *, but: tuple[str, ...] = ()
) -> bool:
    """Say whether an input says some words itself; those of packs and templates are theirs.

    ``but`` begins the paths of facts, such as the period, that packs put in words.
    """
    paths = (path for path in facts_around(line, words) if not path.startswith(but))
    return any(path not in FIRST_AND_LAST or not is_of_a_pack(report, (path,)) for path in paths)


def is_headed_by_input(part: PrintedPart) -> bool:
    """Say whether an input words the heading of a part itself."""
    facts = part.heading.facts if part.heading else ()
    return any(path.startswith(_NAMED_BY_INPUT) for _, _, path in facts)

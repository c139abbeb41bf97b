"""The copy of a workbook that shows findings, each at its cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing.annotating.cells import Colours, colour
from briefing.annotating.comments import comment
from briefing.annotating.parts import PackageParts
from briefing.findings import Finding, InputError, Origin, Severity, say


@dataclass(slots=True)
class CellNote:
    """What is said at a cell, and the gravest severity of it."""

    text: str
    severity: Severity


Notes = Mapping[str, Mapping[str, CellNote]]
"""Notes by the title of their sheet and the place of their cell."""


def notes_of(findings: Iterable[Finding], file: str, language: str) -> Notes:
    """Return what findings say at cells of a file; those on a whole sheet stand at its A1.

    What is told of many places at once is said at each.
    """
    notes: dict[str, dict[str, CellNote]] = {}
    for finding in findings:
        severity = say(f"severity.{finding.severity.name.lower()}", language)
        text = f"{severity}: {finding.message(language)} → {finding.remedy(language)}"
        for sheet, at in _cells(finding, file):
            cells = notes.setdefault(sheet, {})
            if at in cells:
                said = f"{cells[at].text}\n{text}"
                cells[at] = CellNote(said, min(cells[at].severity, finding.severity))
            else:
                cells[at] = CellNote(text, finding.severity)
    return notes


def _cells(finding: Finding, file: str) -> Iterator[tuple[str, str]]:
    """Yield sheet and cell of the places that a finding speaks of, each once."""
    told = [finding.origin, *finding.values.get("places", ())]
    cells = (at.cell for at in told if at is not None and at.file == file and at.cell)
    for cell in dict.fromkeys(cells):
        title, _, place = cell.rpartition("!")
        yield (title, place) if title else (place, "A1")


def annotated(content: bytes, notes: Notes, file: str) -> bytes:
    """Return a workbook (.xlsx) with notes as comments, and their cells coloured.

    Raises InputError for what is no such workbook.
    """
    try:
        parts = PackageParts(content)
        colours = Colours(parts)
        for title, part in list(parts.sheets()):
            cells = notes.get(title, {})
            for place, note in cells.items():
                colour(parts.tree(part), place, note.severity.name.lower(), colours)
            if cells:
                comment(parts, part, {place: note.text for place, note in cells.items()})
        return parts.packed()
    except Exception:
        # A package can be broken in more ways than its readers have errors for.
        origin = Origin(file)
        raise InputError([Finding("workbook/not-annotated", origin=origin)]) from None

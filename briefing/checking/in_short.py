"""What the input marks for the short version: statements that are there."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.findings import FieldPath, Finding, dotted, rule
from briefing.report import AreaResults, ForcePart, Report, Section, placed_sections

NO_SUCH = rule("short/no-such-statement")


@over_reports
def marked_statements(report: Report) -> Iterator[Finding]:
    """Yield the places of statements, counted from 1, at which none stands."""
    for said, path in _groups(report):
        for at, number in enumerate(said.in_short):
            if number > len(said.statements):
                here = (*path, "in_short", at)
                values = {"number": number, "count": len(said.statements)}
                yield NO_SUCH.found(report.origin(*here), dotted(here), values)


def _groups(report: Report) -> Iterator[tuple[AreaResults | ForcePart | Section, FieldPath]]:
    for at, area in enumerate(report.results):
        yield area, ("results", at)
        for place, part in enumerate(area.parts):
            yield part, ("results", at, "parts", place)
    for section, path, _ in placed_sections(report):
        yield section, path

"""What an input says in two places of its document: an area, a section."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefing.checking.register import over_reports
from briefing.findings import FieldPath, Finding, Severity, dotted, rule
from briefing.report import Report, placed_sections

SAME_AREA = rule("results/same-area", Severity.WARNING)
SAME_TITLE = rule("sections/same-title", Severity.WARNING)


@over_reports
def areas_twice(report: Report) -> Iterator[Finding]:
    """Yield the second of two results with one area, whose heading is printed twice."""
    seen: dict[str, int] = {}
    for at, results in enumerate(report.results):
        # A heading of its own tells two parts of an area from each other.
        heading = results.heading or (results.area and report.choices.heading(results.area)) or ""
        first = seen.setdefault(_plain(heading), at)
        if heading and first != at:
            values = _values(report, heading, ("results", first))
            path: FieldPath = ("results", at)
            yield SAME_AREA.found(report.origin(*path), dotted(path), values)


@over_reports
def sections_twice(report: Report) -> Iterator[Finding]:
    """Yield the second of two sections of one title that stand side by side."""
    seen: dict[tuple[FieldPath, str], FieldPath] = {}
    for section, path, _ in placed_sections(report):
        if section.title:
            first = seen.setdefault((path[:-1], _plain(section.title)), path)
            if first != path:
                values = _values(report, section.title, first)
                yield SAME_TITLE.found(report.origin(*path), dotted(path), values)


def _values(report: Report, heading: str, first: FieldPath) -> dict[str, Any]:
    return {"heading": heading, "first": dotted(first), "first_at": report.origin(*first)}


def _plain(heading: str) -> str:
    return " ".join(heading.casefold().split()).strip(" .:;")

"""What a report says of its areas, sections and tables, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.findings import FieldPath
from briefing.report.base import Name
from briefing.report.content import AreaResults
from briefing.report.report import Report
from briefing.report.sections import Section


class PlacedSection(NamedTuple):
    """A section with its path and its level; text between headings has that of what is around."""

    section: Section
    path: FieldPath
    level: int


def ordered_results(report: Report) -> list[tuple[AreaResults, FieldPath]]:
    """Return the results in the order of the issuer's force with their paths; own headings last."""
    order = report.choices.order(report.issuer.force, report.area_order)

    def rank(placed: tuple[AreaResults, FieldPath]) -> int:
        area = placed[0].area
        return len(order) if area is None else order.index(area)

    return sorted(((area, ("results", at)) for at, area in enumerate(report.results)), key=rank)


def placed_tables(report: Report) -> Iterator[tuple[FieldPath, str]]:
    """Yield the tables that sections and areas name, in the order of the document."""
    areas = [] if report.sections else ordered_results(report)
    for area, path in areas:
        yield from _named(path, area.tables)
    for section, path, _ in placed_sections(report):
        yield from _named(path, section.tables)
        if section.part == "results":
            for area, at in ordered_results(report):
                yield from _named(at, area.tables)


def _named(path: FieldPath, tables: list[Name]) -> Iterator[tuple[FieldPath, str]]:
    yield from (((*path, "tables", at), name) for at, name in enumerate(tables))


def placed_sections(report: Report) -> Iterator[PlacedSection]:
    """Yield every section of a report in the order of the document."""
    yield from _placed(report.sections, ("sections",), 1)


def _placed(sections: list[Section], path: FieldPath, level: int) -> Iterator[PlacedSection]:
    for at, section in enumerate(sections):
        here = (*path, at)
        own = level if section.headed else level - 1
        yield PlacedSection(section, here, own)
        yield from _placed(section.sections, (*here, "sections"), own + 1)

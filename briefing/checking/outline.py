"""An outline of the input's own: its levels have marks, its sections something to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from briefing.checking.register import over_reports
from briefing.figures.periods import period_words
from briefing.figures.tally import TALLIES
from briefing.findings import FieldPath, Finding, Origin, Rule, dotted, rule
from briefing.report import PlacedSection, Report, placed_sections
from briefing.standards import DEEPEST, misplaced_mark

TOO_DEEP = rule("sections/too-deep")
EMPTY = rule("sections/empty")
PART_EMPTY = rule("sections/part-empty")
SAME_NAME = rule("sections/same-name")
TABLE_NAME = rule("tables/same-name")
UNHEADED_NAME = rule("sections/unheaded-name")
MARK_ALONE = rule("numbering/mark-alone")
SAME_MARK = rule("numbering/same-mark")


def too_deep(report: Report, levels: int) -> Iterator[Finding]:
    """Yield the sections that stand deeper than the numbering of the document has marks.

    Of sections in one another only the first such is told.
    """
    told: list[tuple[str | int, ...]] = []
    for placed in placed_sections(report):
        inside = any(placed.path[: len(path)] == path for path in told)
        if placed.section.headed and placed.level > levels and not inside:
            told.append(placed.path)
            values = {"level": placed.level, "levels": levels, "most": DEEPEST}
            yield TOO_DEEP.found(report.origin(*placed.path), dotted(placed.path), values)


@over_reports
def empty_sections(report: Report) -> Iterator[Finding]:
    """Yield headings with nothing below, and parts placed of which the input says nothing."""
    placed = list(placed_sections(report))
    empty = [one for one in placed if not one.section.says_something]
    if empty:
        titles = [f"“{one.section.title or '…'}”" for one in empty]
        at = [report.origin(*one.path, "statements") for one in empty]
        yield _together(EMPTY, [one.path for one in empty], titles, at)
    parts = {one.path: part for one in placed if (part := one.section.part)}
    unsaid = {path: part for path, part in parts.items() if _is_unsaid(report, part)}
    if unsaid:
        at = [_to_be_said(report, *one) for one in unsaid.items()]
        yield _together(PART_EMPTY, list(unsaid), list(unsaid.values()), at)


_SHOWN = 3
"""How many sections are named of those of which one thing is told: a new outline has many."""


def _together(
    broken: Rule, paths: Sequence[FieldPath], names: Sequence[str], places: Sequence[Origin | None]
) -> Finding:
    more = f", … (+{len(names) - _SHOWN})" if len(names) > _SHOWN else ""
    values = {
        "names": ", ".join(names[:_SHOWN]) + more,
        "paths": [dotted(path) for path in paths],
        "places": places,
    }
    return broken.found(places[0], dotted(paths[0]), values)


def _to_be_said(report: Report, path: FieldPath, part: str) -> Origin | None:
    """Return where a part is to be filled in; in a file without cells, where it is placed."""
    place = report.origin(next(iter(report.choices.wording.keys_of(part))))
    return place if place is not None and place.cell else report.origin(*path)


def _is_unsaid(report: Report, part: str) -> bool:
    """Say whether a part prints keys of an input that has none of them; a pack's own may not."""
    wording = report.choices.wording
    known = part in wording.parts or part in wording.sections
    return known and not any(_said(report, key) for key in wording.keys_of(part))


def _said(report: Report, key: str) -> bool:
    value = getattr(report, key)
    return bool(value.model_fields_set if isinstance(value, BaseModel) else value)


@over_reports
def names_of_sections(report: Report) -> Iterator[Finding]:
    """Yield names of sections that mean something else already, and those without a heading."""
    taken = {*report.figures, *report.legal_references, *period_words(report), *TALLIES}
    yield from _names_of_tables(report, taken)
    for placed in placed_sections(report):
        name = placed.section.name
        if name is None:
            continue
        if not placed.section.headed:
            yield _named(UNHEADED_NAME, report, placed)
        elif name in taken:
            yield _named(SAME_NAME, report, placed)
        taken.add(name)


def _names_of_tables(report: Report, taken: set[str]) -> Iterator[Finding]:
    """Yield names of tables and annexes that are taken, and take those that are not."""
    for group in ("tables", "annexes"):
        for name in getattr(report, group):
            if name in taken:
                path = (group, name)
                yield TABLE_NAME.found(report.origin(*path), dotted(path), {"name": name})
            taken.add(name)


def _named(broken: Rule, report: Report, placed: PlacedSection) -> Finding:
    path = (*placed.path, "name")
    return broken.found(report.origin(*path), dotted(path), {"name": placed.section.name})


@over_reports
def marks_of_levels(report: Report) -> Iterator[Finding]:
    """Yield the marks of the numbering that do not tell their level from the others."""
    scheme = report.numbering
    for at, mark in enumerate(scheme):
        path = ("numbering", at)
        if mark in scheme[:at]:
            yield SAME_MARK.found(report.origin(*path), dotted(path), {"mark": mark})
    lone = misplaced_mark(scheme)
    if lone is not None:
        path = ("numbering", scheme.index(lone))
        # "1.1." joins "1." in, "1.1.1." joins "1.1." in.
        values = {"mark": lone, "above": lone.removesuffix("1.")}
        yield MARK_ALONE.found(report.origin(*path), dotted(path), values)

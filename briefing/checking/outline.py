"""An outline of the input's own: its levels have marks, its sections something to say."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from briefing.checking.register import over_reports
from briefing.figures.periods import period_words
from briefing.figures.tally import TALLIES
from briefing.findings import Finding, Rule, dotted, rule
from briefing.report import Placed, Report, placed_sections
from briefing.standards import DEEPEST, misplaced_mark

TOO_DEEP = rule("sections/too-deep")
EMPTY = rule("sections/empty")
PART_EMPTY = rule("sections/part-empty")
SAME_NAME = rule("sections/same-name")
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
    wording = report.choices.wording
    for placed in placed_sections(report):
        section, part = placed.section, placed.section.part
        origin, path = report.origin(*placed.path), dotted(placed.path)
        if not section.says_something:
            yield EMPTY.found(origin, path, {"title": section.title or "–"})
        elif part in wording.parts or part in wording.sections:
            keys = wording.keys_of(str(part))
            if not any(_said(report, key) for key in keys):
                yield PART_EMPTY.found(origin, path, {"part": part, "keys": ", ".join(keys)})


def _said(report: Report, key: str) -> bool:
    value = getattr(report, key)
    return bool(value.model_fields_set if isinstance(value, BaseModel) else value)


@over_reports
def names_of_sections(report: Report) -> Iterator[Finding]:
    """Yield names of sections that mean something else already, and those without a heading."""
    taken = {*report.figures, *report.legal_references, *period_words(report), *TALLIES}
    for placed in placed_sections(report):
        name = placed.section.name
        if name is None:
            continue
        if not placed.section.headed:
            yield _named(UNHEADED_NAME, report, placed)
        elif name in taken:
            yield _named(SAME_NAME, report, placed)
        taken.add(name)


def _named(broken: Rule, report: Report, placed: Placed) -> Finding:
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
    mark = misplaced_mark(scheme)
    if mark is not None:
        path = ("numbering", scheme.index(mark))
        # "1.1." joins "1." in, "1.1.1." joins "1.1." in.
        above = mark.removesuffix("1.")
        values = {"mark": mark, "above": above}
        yield MARK_ALONE.found(report.origin(*path), dotted(path), values)

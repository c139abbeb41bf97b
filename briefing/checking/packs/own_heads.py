"""Heads of the columns of a pack's own tables that are those of another column, or another year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.packs.placed import MEASURE
from briefing.checking.packs.typed_values import measure_in
from briefing.checking.packs.years import OF_ANOTHER_TIME
from briefing.checking.printed.whose_words import place_of_wording
from briefing.checking.register import over_reports
from briefing.findings import Finding, Origin, Severity, rule
from briefing.kinds import OwnColumn, OwnField
from briefing.patterns import Pattern
from briefing.report import Report
from briefing.vietnamese import without_marks

CROSSED = rule("fields/crossed-heads")
NO_NUMBERS = rule("fields/measure-over-words", Severity.WARNING)
OTHER_YEAR = rule("fields/head-of-other-year", Severity.WARNING)

_YEAR = Pattern(r"(?<!\w)năm ((?:19|20)\d\d)(?![\d/–-])(?! [–-])", re.IGNORECASE)


@over_reports
def heads_of_own_tables(report: Report) -> Iterator[Finding]:
    """Yield heads that two columns have of each other, over words a measure, or a typed year."""
    for name, field in report.choices.fields.items():
        if place := place_of_wording(report, ("fields", name)):
            yield from _crossed(report, field, place)
            yield from _measured(report, field, place)
            yield from _of_other_years(report, field, place)


def _at(report: Report, field: OwnField, column: OwnColumn, place: Origin) -> Origin:
    path = ("fields", field.name, "columns", column.name)
    return place_of_wording(report, path, least=2) or place


def _crossed(report: Report, field: OwnField, place: Origin) -> Iterator[Finding]:
    """Yield two columns of which each head begins with the key of the other, and not its own."""
    for at, one in enumerate(field.columns):
        for other in field.columns[at + 1 :]:
            if _is_called(one, other) and _is_called(other, one):
                values = {"head": one.head, "name": one.name}
                values |= {"other": other.name, "head_of_other": other.head}
                yield CROSSED.found(_at(report, field, one, place), values=values)


def _is_called(one: OwnColumn, other: OwnColumn) -> bool:
    """Say whether a column has the head that the key of another one says, and not its own."""
    head = _slug(one.head)
    return _begins(head, other.name) and not _begins(head, one.name)


def _begins(head: str, key: str) -> bool:
    key = key.casefold().replace("-", "_")
    return "_" in key and (head == key or head.startswith(f"{key}_"))


def _slug(text: str) -> str:
    return "_".join(re.findall(r"\w+", without_marks(text.casefold()).replace("đ", "d")))


def _measured(report: Report, field: OwnField, place: Origin) -> Iterator[Finding]:
    """Yield columns headed by a measure below which there are words alone."""
    rows = getattr(report.extra, field.name, None)
    for column in field.columns if field.type == "table" else ():
        match = MEASURE.search(column.head)
        measure = measure_in(match[1].strip()) if match else None
        found = [getattr(row, column.name, None) for row in rows or ()]
        cells = [str(cell) for cell in found if cell is not None]
        if measure and cells and not any(any(map(str.isdigit, cell)) for cell in cells):
            values = {"head": column.head, "cell": cells[0], "measure": measure}
            yield NO_NUMBERS.found(_at(report, field, column, place), values=values)


def _of_other_years(report: Report, field: OwnField, place: Origin) -> Iterator[Finding]:
    """Yield heads that name one past year, though a pack serves every year."""
    right = {report.period.year, report.coming_period.year}
    for column in field.columns:
        match = _YEAR.search(column.head)
        if match and int(match[1]) not in right and not OF_ANOTHER_TIME.search(column.head):
            values = {"head": column.head, "found": match[1], "period": report.period.name}
            yield OTHER_YEAR.found(_at(report, field, column, place), values=values)

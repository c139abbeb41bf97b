"""Cells of a pack's own tables that an input leaves out, so that the table shows a blank."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.findings import FieldPath, Finding, Severity, dotted, rule
from briefing.kinds import EXTRA
from briefing.report import Report

BLANK = rule("extra/blank-cell", Severity.WARNING)


@over_reports
def cells_left_blank(report: Report) -> Iterator[Finding]:
    """Yield the rows that lack a cell of their table."""
    for name, field in report.choices.fields.items():
        rows = getattr(report.extra, name, None) if field.type == "table" else None
        for at, row in enumerate(rows or ()):
            missing = [one for one in field.columns if getattr(row, one.name, None) is None]
            if missing:
                path: FieldPath = (EXTRA, name, at)
                values = {
                    "heads": ", ".join(f"“{column.head}”" for column in missing),
                    "keys": ", ".join(column.name for column in missing),
                    "row": at + 1,
                }
                yield BLANK.found(report.origin(*path), dotted(path), values)

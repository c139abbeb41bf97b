"""Years left over from last year's file, the oldest fault of a copied report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.findings import Finding, Severity, dotted
from briefing.report import Report, Role, Trait, leaves_with

_YEAR = re.compile(r"năm (\d{4})(?!\d)")


def years_gone_by(report: Report) -> Iterator[Finding]:
    """Yield years that the title cannot mean, and past years in what looks ahead.

    A comparison ("so với năm 2022") belongs to results, where every year may stand.
    """
    year, following = report.period.year, report.coming_period.year
    for path, _, text, role, _ in leaves_with(report, _speaks_of_a_time):
        if role.is_a(Trait.OF_PERIOD):
            first = report.period.first_year or year
            wrong = [y for y in _years(text) if y != following and not first <= y <= year]
            severity = Severity.ERROR
        else:
            wrong = [found for found in _years(text) if found < year]
            severity = Severity.WARNING
        for found in wrong:
            values = {"found": found, "year": year, "next_year": following}
            origin = report.origin(*path)
            yield Finding("period/stale-year", severity, origin, dotted(path), values)


def _speaks_of_a_time(role: Role) -> bool:
    return role.sentence and (role.is_a(Trait.OF_PERIOD) or role.is_a(Trait.AHEAD))


def _years(text: str) -> list[int]:
    return [int(match) for match in _YEAR.findall(text)]

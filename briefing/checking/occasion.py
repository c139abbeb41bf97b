"""Whether kind, period, forces and conference go together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from briefing.findings import Finding, Severity
from briefing.report import Report

# Military and communes confer from mid-November of the year; movements up to March of the next.
_EARLIEST = timedelta(days=62)
_LATEST = timedelta(days=365)


def forces(report: Report) -> Iterator[Finding]:
    """Yield a joint report of fewer than two forces, and parts of forces not among them."""
    if report.forces and len(report.forces) < 2:
        origin = report.origin("forces")
        yield Finding("forces/only-one", origin=origin, path="forces")
    for index, results in enumerate(report.results):
        for place, part in enumerate(results.parts):
            if part.force not in report.forces:
                path = f"results[{index}].parts[{place}].force"
                origin = report.origin("results", index, "parts", place, "force")
                values = {"name": part.force, "known": ", ".join(report.forces) or "–"}
                yield Finding("forces/unknown", origin=origin, path=path, values=values)


def conference_dates(report: Report) -> Iterator[Finding]:
    """Yield a conference long before the period ends, or a year and more after it."""
    if report.conference is None or report.conference.date is None:
        return
    held, ends = report.conference.date, report.period.last_day
    rule = None
    if held < ends - _EARLIEST:
        rule = "conference/too-early"
    elif held > ends + _LATEST:
        rule = "conference/too-late"
    if rule:
        origin = report.origin("conference", "date")
        values = {"date": f"{held:%d/%m/%Y}", "period": report.period.name}
        yield Finding(rule, Severity.WARNING, origin, "conference.date", values)


def suitable_period(report: Report, periods: Iterable[str]) -> Iterator[Finding]:
    """Yield a period of a type that the kind of document is not made for."""
    known = tuple(periods)
    if known and report.period.type not in known:
        values = {"kind": report.kind, "type": report.period.type, "known": ", ".join(known)}
        origin = report.origin("period", "type")
        yield Finding("kind/other-period", origin=origin, path="period.type", values=values)

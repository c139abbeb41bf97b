"""Whether kind, period, forces and conference go together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from briefing.checking.register import over_reports
from briefing.findings import Finding, Severity, rule
from briefing.report import Report

ONLY_ONE = rule("forces/only-one")
UNKNOWN = rule("forces/unknown")
TOO_EARLY = rule("conference/too-early", Severity.WARNING)
TOO_LATE = rule("conference/too-late", Severity.WARNING)
OTHER_PERIOD = rule("kind/other-period")

# Military and communes confer from mid-November of the year; movements up to March of the next.
_EARLIEST = timedelta(days=62)
_LATEST = timedelta(days=365)


@over_reports
def forces(report: Report) -> Iterator[Finding]:
    """Yield a joint report of fewer than two forces, and parts of forces not among them."""
    if report.forces and len(report.forces) < 2:
        origin = report.origin("forces")
        yield ONLY_ONE.found(origin, "forces")
    for index, results in enumerate(report.results):
        for place, part in enumerate(results.parts):
            if part.force not in report.forces:
                path = f"results[{index}].parts[{place}].force"
                origin = report.origin("results", index, "parts", place, "force")
                values = {"name": part.force, "known": ", ".join(report.forces) or "–"}
                yield UNKNOWN.found(origin, path, values)


@over_reports
def conference_dates(report: Report) -> Iterator[Finding]:
    """Yield a conference long before the period ends, or a year and more after it."""
    if report.conference is None or report.conference.date is None:
        return
    held, ends = report.conference.date, report.period.last_day
    broken = None
    if held < ends - _EARLIEST:
        broken = TOO_EARLY
    elif held > ends + _LATEST:
        broken = TOO_LATE
    if broken:
        origin = report.origin("conference", "date")
        values = {"date": f"{held:%d/%m/%Y}", "period": report.period.name}
        yield broken.found(origin, "conference.date", values)


def suitable_period(report: Report, periods: Iterable[str]) -> Iterator[Finding]:
    """Yield a period of a type that the kind of document is not made for."""
    known = tuple(periods)
    if known and report.period.type not in known:
        values = {"kind": report.kind, "type": report.period.type, "known": ", ".join(known)}
        origin = report.origin("period", "type")
        yield OTHER_PERIOD.found(origin, "period.type", values)

"""Whether kind, period, forces and conference go together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from briefing.checking.register import over_reports
from briefing.findings import FieldPath, Finding, Severity, dotted, rule
from briefing.report import LegalReference, Report
from briefing.vietnamese import slash_date

ONLY_ONE = rule("forces/only-one")
UNKNOWN = rule("forces/unknown")
TOO_EARLY = rule("conference/too-early", Severity.WARNING)
TOO_LATE = rule("conference/too-late", Severity.WARNING)
OTHER_PERIOD = rule("kind/other-period")
NOT_HELD = rule("conference/not-held", Severity.WARNING)
NOT_OVER = rule("period/not-over")
OTHER_DAYS = rule("period/other-days")
NO_SUCH_WEEK = rule("period/no-such-week")
CITED_LATER = rule("legal/dated-later")

# Military and communes confer from mid-November of the year; movements up to March of the next.
_EARLIEST = timedelta(days=62)
_LATEST = timedelta(days=365)

# Parts of a year are summed up from the statistical cut-off on (Nghị định 09/2019/NĐ-CP, Điều 12),
# years from November, several years from the congress in the middle of the last one.
_AHEAD = {"year": timedelta(days=62), "years": timedelta(days=183)}
_AHEAD_OF_A_PART = timedelta(days=31)


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
def days_of_period(report: Report) -> Iterator[Finding]:
    """Yield a period whose own days lie outside what it is called, and a week that no year has."""
    for key, period in (("period", report.period), ("next_period", report.next_period)):
        if period is None:
            continue
        if not period.is_there:
            missed = {"week": period.week, "year": period.year}
            yield NO_SUCH_WEEK.found(report.origin(key, "week"), f"{key}.week", missed)
        elif not period.goes_with_its_days:
            named = "starts" if period.starts else "ends"
            days = [slash_date(d.year, d.month, d.day) for d in (period.starts, period.ends) if d]
            own = period.type == "campaign"
            name = f"năm {period.year}" if own else period.of_year(period.year)
            values = {"days": " - ".join(days), "year": period.year, "period": name}
            yield OTHER_DAYS.found(report.origin(key, named), f"{key}.{named}", values)


@over_reports
def cited_before(report: Report) -> Iterator[Finding]:
    """Yield documents that the report answers or cites and that are dated after it."""
    if report.date is None:
        return
    cited: list[tuple[FieldPath, LegalReference]] = [
        (("legal_references", name), known) for name, known in report.legal_references.items()
    ]
    cited += [(("request",), report.request)] if report.request else []
    for path, known in cited:
        if known.date and report.date.is_before(known.date):
            values = {
                "text": known.text,
                "cited": slash_date(*known.date.parts()),
                "date": slash_date(*report.date.parts()),
            }
            origin = report.origin(*path, "date")
            yield CITED_LATER.found(origin, dotted((*path, "date")), values)


@over_reports
def conference_dates(report: Report) -> Iterator[Finding]:
    """Yield a conference long before the period ends, or a year and more after it."""
    if report.conference is None or report.conference.date is None:
        return
    held, ends = report.conference.date, report.period.last_day
    broken = None
    if held.latest() < ends - _EARLIEST:
        broken = TOO_EARLY
    elif held.earliest() > ends + _LATEST:
        broken = TOO_LATE
    if broken:
        origin = report.origin("conference", "date")
        values = {"date": slash_date(*held.parts()), "period": report.period.name}
        yield broken.found(origin, "conference.date", values)


def suitable_period(report: Report, periods: Iterable[str]) -> Iterator[Finding]:
    """Yield a period of a type that the kind of document is not made for."""
    known = tuple(periods)
    if known and report.period.type not in known:
        values = {"kind": report.kind, "type": report.period.type, "known": ", ".join(known)}
        origin = report.origin("period", "type")
        yield OTHER_PERIOD.found(origin, "period.type", values)


def told_too_early(report: Report) -> Iterator[Finding]:
    """Yield a report dated before what it sums up is over, or before the conference is held.

    Of a conference still to come nothing is told in the report.
    """
    if report.date is None:
        return
    issued, ends = report.date.latest(), report.period.last_day
    # A day that is left to the clerk is not told as one.
    values = {"date": slash_date(*report.date.parts()), "period": report.period.name}
    origin = report.origin("date")
    if issued < ends - _AHEAD.get(report.period.type, _AHEAD_OF_A_PART):
        yield NOT_OVER.found(origin, "date", {**values, "ends": f"{ends:%d/%m/%Y}"})
    conference = report.conference
    later = conference and conference.in_reports and not report.conference_held
    if later and conference and conference.date:
        held = slash_date(*conference.date.parts())
        origin = report.origin("conference", "date")
        yield NOT_HELD.found(origin, "conference.date", {**values, "held": held})

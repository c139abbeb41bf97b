"""People: every name that is called must be introduced, and no one may have two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.findings import Finding, Path, Severity, dotted, nearest
from briefing.report import Report

_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)+")


def unknown_people(report: Report) -> Iterator[Finding]:
    """Yield the names of people that ``people`` does not know."""
    for path, name in _called(report):
        if name not in report.people:
            values = {"name": name, "near": nearest(name, report.people)}
            origin = report.origin(*path)
            yield Finding("people/unknown", origin=origin, path=dotted(path), values=values)


def _called(report: Report) -> Iterator[tuple[Path, str]]:
    conference = report.conference
    if conference:
        if conference.chair:
            yield ("conference", "chair"), conference.chair
        for index, name in enumerate(conference.attendees):
            # A group is written in words; a name of ours is one word of small Latin letters.
            if _NAME.fullmatch(name):
                yield ("conference", "attendees", index), name
        for index, directive in enumerate(conference.directives):
            yield ("conference", "directives", index, "by"), directive.by
    for index, award in enumerate(report.awards):
        if award.presented_by:
            yield ("awards", index, "presented_by"), award.presented_by


def name_clashes(report: Report) -> Iterator[Finding]:
    """Yield the people to whom the source gives several names; a person has to decide.

    An acceptance names all of them, so it lapses when one changes.
    """
    for key, person in report.people.items():
        names = [person.name, *person.variants]
        if len(names) == 1:
            continue
        accepted = person.accepted
        holds = accepted is not None and sorted(accepted.names) == sorted(names)
        rule = "people/name-clash-accepted" if holds else "people/name-clash"
        severity = Severity.INFO if holds else Severity.ERROR
        values = {"names": " / ".join(names), "reason": accepted.reason if accepted else ""}
        values["listed"] = ", ".join(names)
        origin = report.origin("people", key, "variants")
        yield Finding(rule, severity, origin, f"people.{key}.variants", values)

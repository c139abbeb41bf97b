"""People: every name that is called must be introduced, and no one may have two."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.findings import Finding, Guesses, Severity, dotted
from briefing.report import Report, called_people


def unknown_people(report: Report) -> Iterator[Finding]:
    """Yield the names of people that ``people`` does not know."""
    guesses = Guesses()
    for path, name in called_people(report):
        if name not in report.people:
            values = {"name": name, "near": guesses.near(name, report.people)}
            origin = report.origin(*path)
            yield Finding("people/unknown", origin=origin, path=dotted(path), values=values)


def name_clashes(report: Report) -> Iterator[Finding]:
    """Yield the people to whom the source gives several names; a person has to decide.

    An acceptance names all of them, so it lapses when one changes.
    """
    for key, person in report.people.items():
        names = [person.name, *person.variants]
        if len(names) == 1:
            continue
        accepted = person.accepted
        rule, severity = "people/name-clash", Severity.ERROR
        if accepted and sorted(accepted.names) == sorted(names):
            rule, severity = "people/name-clash-accepted", Severity.INFO
        elif accepted:
            rule = "people/acceptance-lapsed"
        values = {"names": " / ".join(names), "reason": accepted.reason if accepted else ""}
        values["listed"] = ", ".join(names)
        origin = report.origin("people", key, "variants")
        yield Finding(rule, severity, origin, f"people.{key}.variants", values)

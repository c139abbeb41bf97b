"""One year as several kinds of document."""

from __future__ import annotations

from pathlib import Path

from briefing.checking import marks_without_frame, missing_facts, suitable_period
from briefing.findings import Finding, InputError
from briefing.library.own_frame import in_own_frame
from briefing.report import Report
from briefing.templating import faulty_kinds, find_kind, kinds


def suits(report: Report, kind: str) -> bool:
    """Say whether a year has what another kind of document requires, and no mark it cannot bear."""
    return not unsuited(report, kind) and not has_restricting_mark(in_kind(report, kind))


def unsuited(report: Report, kind: str) -> list[Finding]:
    """Return what stands against a year as another kind: a period not its own, facts it lacks."""
    same, asked = in_kind(report, kind), find_kind(kind, folders=report.pack_folders)
    return [*suitable_period(same, asked.periods), *missing_facts(same, asked.requires, ())]


def companions(report: Report) -> list[str]:
    """Return the kinds that are apart and made when asked for by name, all but the input's own."""
    known = kinds(report.pack_folders)
    return [name for name in known if known[name].apart and name != report.kind]


def has_restricting_mark(report: Report) -> bool:
    """Say whether a report bears secrecy or a limit of circulation that its kind cannot show."""
    asked = find_kind(report.kind, folders=report.pack_folders)
    return any(marks_without_frame(report, framed=asked.framed))


def in_kind(report: Report, kind: str) -> Report:
    """Return the same year as the input of another kind of document.

    One that is apart has a number, a date and words of its own, which are left open.
    """
    asked = find_kind(kind, folders=report.pack_folders)
    same = report.as_kind(kind)
    if not asked.apart or kind == report.kind:
        return same
    return in_own_frame(same.without(*asked.not_shared), asked)


def in_kinds(report: Report, asked: str | None) -> tuple[dict[str, Report], list[str]]:
    """Return the year as each kind of document asked for, and the kinds that do not suit it.

    ``asked`` is names with commas between, ``all`` for every kind that suits and is not apart,
    ``None`` for the input's own kind. Raises InputError for a kind that there is not, or that has
    faults.
    """
    if asked is None:
        return {report.kind: report}, []
    if asked != "all":
        return {name: in_kind(report, name) for name in map(str.strip, asked.split(","))}, []
    if faulty := faulty_kinds(report.pack_folders):
        raise InputError([finding for told in faulty.values() for finding in told])
    # What has a number and a date of its own is made when it is asked for by name.
    apart = companions(report)
    names = [name for name in kinds(report.pack_folders) if name not in apart]
    chosen = [name for name in names if suits(report, name)]
    left_out = [name for name in names if name not in chosen]
    return {name: in_kind(report, name) for name in chosen or [report.kind]}, left_out


def named_for_kind(first: Path, kind: str, own: str) -> Path:
    """Return the file name of a kind: the input's own name for its own kind."""
    return first if kind == own else first.with_name(f"{first.stem}-{kind}.docx")

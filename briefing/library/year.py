"""One year as several kinds of document."""

from __future__ import annotations

from pathlib import Path

from briefing.checking import marks_without_frame, missing_facts, suitable_period
from briefing.findings import InputError
from briefing.report import Report
from briefing.templating import faulty_kinds, find_kind, kinds


def suits(report: Report, kind: str) -> bool:
    """Say whether a year has what another kind of document requires, and no mark it cannot bear."""
    same, asked = in_kind(report, kind), find_kind(kind, folders=report.pack_folders)
    lacking = [*missing_facts(same, asked.requires, ()), *suitable_period(same, asked.periods)]
    return not lacking and not has_restricting_mark(same)


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
    return same.without(*asked.not_shared) if asked.apart and kind != report.kind else same


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
    known = kinds(report.pack_folders)
    names = [name for name in known if not known[name].apart or name == report.kind]
    chosen = [name for name in names if suits(report, name)]
    left_out = [name for name in names if name not in chosen]
    return {name: in_kind(report, name) for name in chosen or [report.kind]}, left_out


def named_for_kind(first: Path, kind: str, own: str) -> Path:
    """Return the file name of a kind: the input's own name for its own kind."""
    return first if kind == own else first.with_name(f"{first.stem}-{kind}.docx")

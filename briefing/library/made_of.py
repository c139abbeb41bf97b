"""The files that a document is made of."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from briefing.boundaries import file_named
from briefing.findings import InputError
from briefing.reading import read
from briefing.report import Report
from briefing.templating import template_folder
from briefing.word.look import FILE as LOOK_FILE


def files_of(report: Report, path: Path, templates: Path | None = None) -> list[Path]:
    """Return the files of a report read from a path: inputs, packs, look, templates.

    They need not be there; ``templates`` as in ``render``.
    """
    reports = [each for each in (report, report.last_report) if each]
    folders = {folder for each in reports for folder in each.pack_folders}
    return [*inputs_of(report, path), *files_in(folders | {templates or template_folder()})]


def inputs_of(report: Report, path: Path) -> list[Path]:
    """Return the input file of a report, and that of the report before which it names."""
    before = report.previous_report
    return [path, *([] if before is None else [file_named(before, path.parent)])]


def previous_named(path: Path) -> list[str]:
    """Return the report before as an input names it, even where the input has faults."""
    try:
        named = read(path).data.get("previous_report")
    except InputError:
        return []
    return [named] if isinstance(named, str) else []


def files_in(folders: Iterable[Path]) -> list[Path]:
    """Return the files that packs or templates in some folders are made of."""
    found = []
    for folder in folders:
        found.append(folder / LOOK_FILE)
        # What cannot be listed cannot be read as a pack or a template either.
        found += [file for file in folder.glob("*") if not file.is_dir()]
    return found

"""The files that a document is made of."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from briefing.boundaries import file_named
from briefing.findings import InputError
from briefing.library.based import base_named
from briefing.library.loading import table_files
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
    """Return the input file of a report, that of the report before, and the tables they name."""
    files = [path, *_tables(report, path)]
    before = report.previous_report
    if before is not None:
        last = file_named(before, path.parent)
        files += [last, *(_tables(report.last_report, last) if report.last_report else [])]
    return files


def _tables(report: Report, path: Path) -> list[Path]:
    return [file_named(name, path.parent) for name in report.table_files]


def previous_named(path: Path) -> list[str]:
    """Return the report before and the tables as an input names them, even where it has faults."""
    try:
        source = read(path)
    except InputError:
        return []
    named = [source.data.get("previous_report"), base_named(source), *table_files(source)]
    return [name for name in named if isinstance(name, str)]


def files_in(folders: Iterable[Path]) -> list[Path]:
    """Return the files that packs or templates in some folders are made of."""
    found = []
    for folder in folders:
        found.append(folder / LOOK_FILE)
        # What cannot be listed cannot be read as a pack or a template either.
        found += [file for file in folder.glob("*") if not file.is_dir()]
    return found

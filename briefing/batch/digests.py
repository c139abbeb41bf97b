"""The digest of everything a document is made of; working it out builds nothing.

It covers the bytes of the input and of the report before it that it names, every file of the packs
that each of them uses, the built-in templates and those given instead, the program, the options.
"""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from functools import lru_cache
from pathlib import Path

from briefing.batch.model import BatchTask, Lead
from briefing.boundaries import file_named
from briefing.findings import InputError
from briefing.localities import Shelves, load_locality
from briefing.report import Report
from briefing.templating import template_folder


def leads_of(report: Report) -> tuple[Lead, ...]:
    """Return what must be known of a report to find all that its documents are made of."""
    last = report.last_report
    inputs = [("", report), *([(str(report.previous_report), last)] if last else [])]
    leads = [Lead(file, each.locality, each.issued_on.isoformat()) for file, each in inputs]
    for file, each in inputs:
        # A table lies in the folder of the input that names it, or below.
        folder = file[: len(file) - len(_STEP.split(file)[-1])]
        day = each.issued_on.isoformat()
        leads += [Lead(f"{folder}{name}", None, day) for name in each.table_files]
    return tuple(leads)


_STEP = re.compile(r"[\\/]")


def digest(task: BatchTask, leads: tuple[Lead, ...]) -> str:
    """Return the digest of a document, empty when something it is made of cannot be read."""
    settings = task.settings
    try:
        parts = {
            "program": [settings.version, settings.code],
            "options": [settings.kinds, settings.draft, settings.language, settings.locality],
            "templates": _templates(settings.run, settings.templates),
            "inputs": [_input(task, lead) for lead in leads],
        }
    except (OSError, ValueError, InputError):
        return ""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def digest_of_file(path: Path) -> str | None:
    """Return the SHA-256 of a file, ``None`` when there is none that can be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _input(task: BatchTask, lead: Lead) -> list[object]:
    source = file_named(lead.file, task.source.parent) if lead.file else task.source
    content = digest_of_file(source)
    if content is None:
        raise FileNotFoundError(source)
    if not lead.locality:
        return [content, []]
    return [content, _packs(task.settings.run, lead.locality, lead.day, source.parent)]


# Kept under the name of the run: a folder is read once, and again by the next run.
@lru_cache(maxsize=4096)
def _packs(run: str, locality: str, day: str, beside: Path) -> list[str]:
    shelves = Shelves(beside)
    folders = load_locality(locality, day=date.fromisoformat(day), shelves=shelves).folders
    return [_folder(run, folder) for folder in folders]


@lru_cache(maxsize=64)
def _templates(run: str, own: Path | None) -> list[str]:
    return [_folder(run, folder) for folder in (own, template_folder()) if folder]


@lru_cache(maxsize=4096)
def _folder(run: str, folder: Path) -> str:  # noqa: ARG001 - the run is what the answer is kept under
    """Return the digest of the files in a folder; templates and packs have nothing further down."""
    found = hashlib.sha256()
    for file in sorted(folder.iterdir()):
        if file.is_file() and not file.name.startswith("."):
            found.update(json.dumps([file.name, digest_of_file(file)]).encode())
    return found.hexdigest()

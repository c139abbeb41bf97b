"""What a batch never writes over: the files it reads, and what others put where its outputs go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from briefing import library
from briefing.batch.inputs import Input
from briefing.batch.model import BatchTask, Outcome, Settings, named_beside
from briefing.batch.naming import PossibleOutputs
from briefing.batch.series import seen_from
from briefing.boundaries import file_named
from briefing.findings import Finding, InputError, Origin
from briefing.localities import FILE, locality_folders
from briefing.output import FilesRead, check_below, check_name, check_place, faults_of
from briefing.templating import template_folder


def files_read(inputs: Sequence[Input], settings: Settings) -> FilesRead:
    """Return the files that a batch reads: inputs, their list, templates, all packs at hand.

    The reports before that inputs name are known only when these are read (``files_named``).
    """
    named = [settings.source] if settings.source else []
    folders = {each.source.parent for each in inputs}
    shelves = {shelf for folder in folders for shelf in locality_folders(folder)}
    packs = [pack for shelf in shelves for pack in _packs(shelf)]
    parts = library.files_in([settings.templates or template_folder(), *packs])
    return FilesRead([*(each.source for each in inputs), *named, *parts])


def _packs(shelf: Path) -> list[Path]:
    # What cannot be looked into holds no pack that could be read.
    with suppress(OSError):
        return [file.parent for file in shelf.glob(f"*/{FILE}")]
    return []


def files_named(outcomes: Iterable[Outcome]) -> Iterator[Path]:
    """Yield the reports before that the inputs of a batch name."""
    for outcome in outcomes:
        source = Path(outcome.source)
        names = [lead.file for lead in outcome.leads if lead.file]
        for name in names or library.previous_named(source):
            # A name that leads elsewhere is not read either.
            with suppress(InputError):
                yield file_named(name, source.parent)


def guarded(task: BatchTask, read: FilesRead, possible: PossibleOutputs) -> BatchTask:
    """Return a task that knows which of its outputs are files that the batch reads."""
    folder = task.settings.folder
    if not task.settings.kinds:
        return task  # one output, which was looked at
    words = possible.of(task.source, task.target)
    kept = frozenset(word.as_posix() for word in words if folder / word in read)
    return replace(task, kept=kept) if kept else task


def unwritable(task: BatchTask, read: FilesRead) -> list[Finding]:
    """Return the findings of outputs that cannot be written or are to be kept, before the work.

    Which of several kinds will be made is not known yet; their files are told when it is.
    """
    settings, found = task.settings, _of_another(task)
    pdfs = [named_beside(task.name, ".pdf")] if settings.pdf else []
    for name in [task.name, *pdfs]:
        found += faults_of(partial(check_below, settings.folder, Path(name)))
        found += faults_of(partial(check_name, Path(name)))
        if not settings.kinds:
            force, place = settings.resume or settings.force, settings.folder / name
            look = partial(check_place, place, force=force, with_folder=True, read=read)
            found += faults_of(look)
    return found


def _of_another(task: BatchTask) -> list[Finding]:
    """Return the finding of an output that was built of another input, which is still there."""
    record, settings = task.record, task.settings
    if record is None or settings.force or not (settings.folder / task.name).exists():
        return []
    other = seen_from(settings.folder, record.source)
    try:
        if other.samefile(task.source):
            return []
    except (OSError, ValueError):
        return []  # one of the two is not there
    values = {"output": task.name, "other": str(other)}
    return [Finding("batch/other-input", origin=Origin(str(task.source)), values=values)]

"""A whole batch: plan, build, print, remember; outcomes come as documents are done."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

from briefing.batch.inputs import Input
from briefing.batch.journal import Journal
from briefing.batch.model import Outcome, Settings, Task, named_beside
from briefing.batch.naming import clashes, target_of
from briefing.batch.pools import ClusterPool, LocalPool
from briefing.batch.printing import Printer
from briefing.batch.running import Work, outcomes
from briefing.batch.work import perform, refused
from briefing.findings import Finding, Origin, OutputError


def build_batch(
    inputs: Sequence[Input],
    settings: Settings,
    *,
    jobs: int,
    scheduler: str | None = None,
    work: Work = perform,
) -> Generator[Outcome]:
    """Yield what came of every input, as it is done; ``work`` is what a worker does with one.

    ``jobs`` is how many processes build and how many LibreOffices print; with the address of a
    dask ``scheduler`` its workers build instead. Raises InputError and OutputError for what stands
    against the whole batch.
    """
    if scheduler:
        inputs, settings = _from_anywhere(inputs, settings)
    with ExitStack() as stack:
        journal = stack.enter_context(Journal(settings.folder))
        tasks, stopped = _plan(inputs, settings, journal)
        journal.sweep(tasks)
        # Processes that are ended because another one died may leave something half written.
        stack.callback(journal.sweep, tasks)
        printer = stack.enter_context(Printer(jobs, settings, journal)) if settings.pdf else None
        yield from stopped
        if tasks:
            pool = ClusterPool(scheduler) if scheduler else LocalPool(min(jobs, len(tasks)))
            stack.enter_context(closing(pool))
            for outcome in outcomes(tasks, pool, work):
                journal.add(outcome)
                if printer and outcome.outputs:
                    printer.order(outcome)
                    yield from printer.ready()
                else:
                    yield outcome
        if printer:
            yield from printer.ready(all_of_them=True)
        if journal.fault:
            raise OutputError([journal.fault])


def _from_anywhere(inputs: Sequence[Input], settings: Settings) -> tuple[list[Input], Settings]:
    """Return inputs and settings with paths that mean the same in every folder of every machine."""
    here = Path.cwd()
    return [replace(each, source=here / each.source) for each in inputs], replace(
        settings,
        folder=here / settings.folder,
        packs=tuple(here / folder for folder in settings.packs),
        templates=here / settings.templates if settings.templates else None,
    )


def _plan(
    inputs: Sequence[Input], settings: Settings, journal: Journal
) -> tuple[list[Task], list[Outcome]]:
    """Return the tasks, and the outcomes of inputs that cannot become one."""
    tasks: list[Task] = []
    stopped: list[Outcome] = []
    clashing = clashes(inputs, settings.kinds)
    for each in inputs:
        target = target_of(each)
        task = Task(each.source, target, settings, journal.record(target.as_posix()))
        fault = each.fault or clashing.get(each.source)
        faults = [fault] if fault else _taken(task)
        if faults:
            stopped.append(refused(task, *faults))
        else:
            tasks.append(task)
    return tasks, stopped


def _taken(task: Task) -> list[Finding]:
    """Return the findings of outputs that are there before the work and are to be kept."""
    settings = task.settings
    if settings.resume or settings.force or settings.kinds:
        return []
    names = [task.name, *([named_beside(task.name, ".pdf")] if settings.pdf else [])]
    files = [settings.folder / name for name in names]
    return [Finding("output/exists", origin=Origin(str(file))) for file in files if _there(file)]


def _there(file: Path) -> bool:
    try:
        return file.exists()
    except OSError:
        # A place that cannot even be looked at is told when it is written to.
        return False

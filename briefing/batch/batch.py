"""A whole batch: plan, build, print, remember; outcomes come as documents are done."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

from briefing.batch.inputs import Input
from briefing.batch.journal import Journal
from briefing.batch.kept import files_read, guarded, unwritable
from briefing.batch.leftover import orphans, with_leftovers
from briefing.batch.model import BatchTask, Outcome, Settings
from briefing.batch.naming import PossibleOutputs, clashes, target_of
from briefing.batch.pools import ClusterPool, LocalPool
from briefing.batch.printing import Printer
from briefing.batch.running import Work, outcomes
from briefing.batch.work import perform, refused
from briefing.findings import OutputError
from briefing.output import FilesRead, sweep
from briefing.pdf import end_left


def build_batch(
    inputs: Sequence[Input],
    settings: Settings,
    *,
    jobs: int,
    scheduler: str | None = None,
    work: Work = perform,
) -> Generator[Outcome]:
    """Yield what came of every input, as it is done; ``work`` is what a worker does with one.

    At the end come the documents that the same batch built earlier and now has no input for.

    ``jobs`` is how many processes build and how many LibreOffices print; with the address of a
    dask ``scheduler`` its workers build instead. Raises InputError and OutputError for what stands
    against the whole batch.
    """
    if scheduler:
        inputs, settings = _from_anywhere(inputs, settings)
    with ExitStack() as stack:
        read = files_read(inputs, settings)
        journal = stack.enter_context(Journal(settings, read))
        tasks, stopped = _plan(inputs, settings, journal, read)
        sweep(end_left)
        journal.sweep(tasks)
        # Processes that are ended because another one died may leave something half written.
        stack.callback(journal.sweep, tasks)
        printer = (
            stack.enter_context(Printer(jobs, settings, journal, read)) if settings.pdf else None
        )
        yield from stopped
        if tasks:
            pool = ClusterPool(scheduler) if scheduler else LocalPool(min(jobs, len(tasks)))
            stack.enter_context(closing(pool))
            for done in outcomes(tasks, pool, work):
                journal.add(done)
                outcome = with_leftovers(done, settings, journal)
                if printer and outcome.outputs:
                    printer.order(outcome)
                    yield from printer.ready()
                else:
                    yield outcome
        if printer:
            yield from printer.ready(all_of_them=True)
        yield from orphans([target_of(each).as_posix() for each in inputs], settings, journal)
        if journal.fault:
            raise OutputError([journal.fault])


def _from_anywhere(inputs: Sequence[Input], settings: Settings) -> tuple[list[Input], Settings]:
    """Return inputs and settings with paths that mean the same in every folder of every machine."""
    here = Path.cwd()
    return [replace(each, source=here / each.source) for each in inputs], replace(
        settings,
        source=here / settings.source if settings.source else None,
        folder=here / settings.folder,
        packs=tuple(here / folder for folder in settings.packs),
        templates=here / settings.templates if settings.templates else None,
    )


def _plan(
    inputs: Sequence[Input], settings: Settings, journal: Journal, read: FilesRead
) -> tuple[list[BatchTask], list[Outcome]]:
    """Return the tasks, and the outcomes of inputs that cannot become one."""
    tasks: list[BatchTask] = []
    stopped: list[Outcome] = []
    clashing = clashes(inputs, settings.kinds)
    possible = PossibleOutputs(settings.kinds)
    for each in inputs:
        target = target_of(each)
        task = BatchTask(
            each.source, target, settings, journal.record(target.as_posix(), each.source)
        )
        fault = each.fault or clashing.get(each.source)
        faults = [fault] if fault else unwritable(task, read)
        if faults:
            stopped.append(refused(task, *faults))
        else:
            tasks.append(guarded(task, read, possible))
    return tasks, stopped

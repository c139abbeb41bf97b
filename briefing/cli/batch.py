"""``briefing build`` of a folder, a pattern or a list: progress, summary, exit code."""

from __future__ import annotations

import glob
import os
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from briefing.cli.findings import show
from briefing.cli.paths import PathName
from briefing.cli.words import language, tell

if TYPE_CHECKING:
    from briefing.batch import Summary


def batch_options() -> list[click.Parameter]:
    """Return the options that only a batch has."""
    return [
        click.Option(["--jobs"], type=click.IntRange(min=1), help=tell("jobs")),
        click.Option(["--resume"], is_flag=True, help=tell("resume")),
        click.Option(["--scheduler"], help=tell("scheduler")),
        click.Option(["--summary"], type=PathName(as_typed=True), help=tell("summary")),
    ]


def is_batch(source: Path) -> bool:
    """Say whether a source names several inputs: a folder, a list, or a pattern."""
    from briefing.reading import is_folder

    if source.suffix.lower() == ".txt" or is_folder(source):
        return True
    return glob.has_magic(str(source)) and not os.path.lexists(source)


def run_batch(
    source: Path,
    folder: Path | None,
    form: str,
    chosen: dict[str, Any],
    *,
    jobs: int | None,
    resume: bool,
    scheduler: str | None,
    summary: str | None,
) -> int:
    """Build every input that a source names, tell what came of it, and return the exit code."""
    from briefing import __version__
    from briefing.batch import Settings, Summary, cores, gather
    from briefing.cli.summaries import SummaryFile, show_summary

    if folder is None:
        raise click.UsageError(tell("batch_folder"))
    file = SummaryFile.named(summary, force=chosen["force"]) if summary else None
    inputs = gather(source, (folder, *([file.path] if file and file.ours else [])))
    settings = Settings(folder, source, resume=resume, language=language(), **chosen)
    if file:
        file.check(inputs, settings)
    told = Summary(__version__, folder)
    code = _build(inputs, settings, told, jobs or cores(), scheduler)
    if form == "json":
        click.echo(told.as_json(language()), nl=False)
    if told.total:
        show_summary(told)
    return max(code, file.write(told)) if file else code


def _build(inputs: Any, settings: Any, told: Summary, jobs: int, scheduler: str | None) -> int:
    """Build all inputs and gather what came of them, whatever stops the work before its end."""
    from briefing.batch import State, build_batch
    from briefing.cli.progress_bar import progress
    from briefing.findings import UserError

    begun = perf_counter()
    outcomes = build_batch(inputs, settings, jobs=jobs, scheduler=scheduler)
    try:
        with progress(len(inputs)) as shown:
            for outcome in outcomes:
                told.add(outcome)
                if outcome.state is State.ORPHANED:
                    continue
                stopped = told.counts[State.REFUSED] + told.counts[State.FAILED]
                shown(tell("progress", stopped=stopped))
    except UserError as error:
        show(error.findings, "text")
        return error.exit_code
    except KeyboardInterrupt:
        click.echo(tell("batch_stopped", done=told.total, total=len(inputs)), err=True)
        return 130
    finally:
        outcomes.close()
        told.seconds = perf_counter() - begun
    return told.code

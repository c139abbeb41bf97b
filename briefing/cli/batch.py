"""``briefing build`` of a folder, a pattern or a list: progress, summary, exit code."""

from __future__ import annotations

import glob
import os
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from briefing.cli.findings import show
from briefing.cli.language import language, tell
from briefing.cli.paths import PathName

if TYPE_CHECKING:
    from briefing.batch import Summary

ENDINGS = (".csv", ".json")
"""What a summary is written as."""

SHOWN = 20
"""Documents whose findings are printed; the summary file has them all."""


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
    from briefing.output import check_place, ending_among, file_named

    if folder is None:
        raise click.UsageError(tell("batch_folder"))
    file = None if summary is None else file_named(summary)
    if file:
        ending_among(file, ENDINGS)
        check_place(file, force=True)
    inputs = gather(source, (folder, *([file] if file else [])))
    settings = Settings(folder, resume=resume, language=language(), **chosen)
    told = Summary(__version__, folder)
    code = _build(inputs, settings, told, jobs or cores(), scheduler)
    if form == "json":
        click.echo(told.as_json(language()), nl=False)
    if told.total:
        _show(told)
    if file:
        told.write(file, language())
    return code


def _build(inputs: Any, settings: Any, told: Summary, jobs: int, scheduler: str | None) -> int:
    """Build all inputs and gather what came of them, whatever stops the work before its end."""
    from briefing.batch import State, build_batch
    from briefing.cli.progress import progress
    from briefing.findings import UserError

    begun = perf_counter()
    outcomes = build_batch(inputs, settings, jobs=jobs, scheduler=scheduler)
    try:
        with progress(len(inputs)) as shown:
            for outcome in outcomes:
                told.add(outcome)
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


def _show(told: Summary) -> None:
    """Print what stands against documents, and the table of counts."""
    from briefing.batch import State

    stopped = [outcome for outcome in told.outcomes if outcome.errors and outcome.code]
    for outcome in stopped[:SHOWN]:
        show(outcome.errors, "text")
    if len(stopped) > SHOWN:
        click.echo(tell("more_stopped", count=len(stopped) - SHOWN), err=True)
    words = {
        State.BUILT: tell("state_built"),
        State.UNCHANGED: tell("state_unchanged"),
        State.REFUSED: tell("state_refused"),
        State.FAILED: tell("state_failed"),
    }
    width = max(map(len, words.values()))
    for state, word in words.items():
        click.echo(f"{word:<{width}}  {told.counts[state]:>7}", err=True)
    rate = told.total / told.seconds if told.seconds else 0.0
    values = {"total": told.total, "seconds": f"{told.seconds:.1f}", "rate": f"{rate:.1f}"}
    click.echo(tell("batch_done", **values), err=True)

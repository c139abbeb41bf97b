"""What came of a batch, on the screen and in a file: an older summary, a new name, nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

import click

from briefing.cli.findings import show
from briefing.cli.words import language, tell
from briefing.values import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.batch import Input, Settings, Summary

ENDINGS = (".csv", ".json")
"""What a summary is written as."""

SHOWN = 20
"""Documents whose findings are printed; the summary file has them all."""


def show_summary(told: Summary) -> None:
    """Print what stands against documents, the table of counts, and what a person should know."""
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
    for line in _to_know(told):
        click.echo(line, err=True)


def _to_know(told: Summary) -> Iterator[str]:
    """Yield what is open although all was built; the same on every run."""
    errors, warnings = told.errors, told.warnings
    if errors or warnings:
        counts = {"errors": errors.total(), "count": warnings.total()}
        yield tell("warned", **counts, documents=len(errors | warnings))
    for kind, count in sorted(told.left_out.items()):
        yield tell("left_out_of", kind=kind, count=count)
    for kind, count in sorted(told.restricted.items()):
        yield tell("restricted_of", kind=kind, count=count)
    files = told.no_longer_built
    if files:
        yield tell("orphaned", count=len(files))
        yield from (f"  {file}" for file in files[:SHOWN])
    if len(files) > SHOWN:
        yield tell("more_orphaned", count=len(files) - SHOWN)


@record
class SummaryFile:
    """Where a summary goes; ``ours`` says that nothing else lies there, so it may be replaced."""

    path: Path
    ours: bool
    force: bool

    @classmethod
    def named(cls, text: str, *, force: bool) -> Self:
        """Return the file of a name; raises OutputError for one that no summary can have."""
        from briefing.batch import is_summary
        from briefing.output import file_named, is_there

        path = file_named(text)
        return cls(path, not is_there(path) or is_summary(path), force)

    def check(self, inputs: Sequence[Input], settings: Settings) -> None:
        """Raise OutputError when the summary may not be written, before any work is done."""
        from briefing.batch import files_read
        from briefing.output import check_new, check_place, refused, why

        read = files_read(inputs, settings)
        check_new(self.path, ENDINGS, read)
        try:
            check_place(self.path, force=self.force or self.ours, read=read)
        except OSError as error:
            raise refused("output/failed", self.path, **why(error, self.path)) from None

    def write(self, told: Summary) -> int:
        """Write the summary whole, or tell why it cannot be; return the exit code of that."""
        from briefing.batch import files_named
        from briefing.findings import OutputError
        from briefing.output import FilesRead, write_whole

        content = told.as_file(self.path.suffix.lower(), language())
        try:
            # Reports before are known only now; what lies there and is no summary may be one.
            read = FilesRead([] if self.ours else files_named(told.outcomes))
            write_whole(self.path, content, force=self.force or self.ours, read=read)
        except OutputError as error:
            show(error.findings, "text")
            return error.exit_code
        return 0

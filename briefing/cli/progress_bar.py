"""Progress of a batch on a terminal: how many are done, how fast, how long still; nothing else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from briefing.cli.words import tell


@contextmanager
def progress(total: int) -> Iterator[Callable[[str], None]]:
    """Give the function to call after each document, with a remark to show beside the bar."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as TimeLeft

    rate = TextColumn("{task.fields[rate]}")
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        rate,
        TimeLeft(),
        TextColumn("{task.fields[said]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=total, rate="", said="")

        def advance(said: str) -> None:
            speed = shown.tasks[0].finished_speed or shown.tasks[0].speed
            rated = tell("progress_rate", rate=f"{speed:.1f}") if speed else ""
            shown.update(task, advance=1, said=said, rate=rated)

        yield advance

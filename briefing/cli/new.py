"""``briefing new``: a starter input to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.findings import exits_with_findings
from briefing.cli.language import language, language_option, tell


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "new",
        callback=exits_with_findings(_run),
        help=tell("new"),
        params=[
            click.Argument(["kind"]),
            click.Option(["--locality"], help=tell("locality")),
            click.Option(["-o", "--output"], type=click.Path(path_type=Path), help=tell("output")),
            click.Option(["--force"], is_flag=True, help=tell("force")),
            language_option(),
        ],
    )


def _run(kind: str, locality: str | None, output: Path | None, force: bool) -> int:
    from briefing.forms import starter
    from briefing.localities import load_locality
    from briefing.output import write_whole
    from briefing.templating import find_kind

    folders = load_locality(locality).folders if locality else ()
    asked = find_kind(kind, folders=folders)
    text = starter(
        asked.name,
        language(),
        letter=asked.letter,
        period_type=asked.periods[0] if asked.periods else "year",
        locality=locality,
    )
    if output is None:
        click.echo(text, nl=False)
        return 0
    write_whole(output, text.encode("utf-8"), force=force)
    click.echo(tell("written", path=output), err=True)
    return 0

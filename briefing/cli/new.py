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
            click.Option(["--excel"], is_flag=True, help=tell("excel")),
            click.Option(
                ["--from", "source"], type=click.Path(path_type=Path), help=tell("fill_from")
            ),
            click.Option(["--force"], is_flag=True, help=tell("force")),
            language_option(),
        ],
    )


def _run(
    kind: str,
    locality: str | None,
    output: Path | None,
    excel: bool,
    source: Path | None,
    force: bool,
) -> int:
    from briefing import library
    from briefing.output import write_whole

    if excel and output is None:
        raise click.UsageError(tell("excel_needs_output"))
    made = library.new_input(kind, language(), locality=locality, source=source, excel=excel)
    if output is None:
        click.echo(made.decode("utf-8"), nl=False)
        return 0
    write_whole(output, made, force=force)
    click.echo(tell("written", path=output), err=True)
    return 0

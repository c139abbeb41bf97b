"""``briefing new``: a starter input to fill in."""

from __future__ import annotations

import click

from briefing.cli.findings import exits_with_findings
from briefing.cli.language import language, language_option, tell
from briefing.cli.paths import PathName

ENDINGS = (".yaml", ".yml")
"""What a starter is written as."""


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "new",
        callback=exits_with_findings(_run),
        help=tell("new"),
        params=[
            click.Argument(["kind"]),
            click.Option(["--locality"], help=tell("locality")),
            click.Option(["-o", "--output"], type=PathName(as_typed=True), help=tell("new_output")),
            click.Option(["--force"], is_flag=True, help=tell("force")),
            language_option(),
        ],
    )


def _run(kind: str, locality: str | None, output: str | None, force: bool) -> int:
    from briefing import library
    from briefing.localities import load_locality
    from briefing.output import FilesRead, check_new, file_named, write_whole
    from briefing.templating import find_kind, starter

    file = None if output is None else file_named(output)
    folders = load_locality(locality).folders if locality else ()
    text = starter(find_kind(kind, folders=folders), locality, language())
    if file is None:
        click.echo(text, nl=False)
        return 0
    read = FilesRead(library.files_in(folders))
    check_new(file, ENDINGS, read)
    write_whole(file, text.encode("utf-8"), force=force, read=read)
    click.echo(tell("written", path=file), err=True)
    return 0

"""``briefing new``: an input to fill in, as YAML or as an Excel form."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.cli.findings import exits_with_findings, show
from briefing.cli.paths import PathName
from briefing.cli.words import language, language_option, tell

if TYPE_CHECKING:
    from briefing.findings import InputError

ENDINGS = (".yaml", ".yml")
FORM_ENDINGS = (".xlsx",)
"""What a starter and a form are written as."""


OLD_TEXTS = ("text/old-encoding", "file/other-code")
"""Findings on texts that can be brought into Unicode."""


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
            click.Option(["--excel"], is_flag=True, help=tell("excel")),
            click.Option(["--from", "source"], type=PathName(), help=tell("fill_from")),
            click.Option(["--next", "following"], is_flag=True, help=tell("new_next")),
            click.Option(["--convert"], is_flag=True, help=tell("convert")),
            click.Option(["--force"], is_flag=True, help=tell("force")),
            language_option(),
        ],
    )


def _run(
    kind: str,
    locality: str | None,
    output: str | None,
    excel: bool,
    source: Path | None,
    following: bool,
    convert: bool,
    force: bool,
) -> int:
    from briefing import library
    from briefing.findings import InputError
    from briefing.localities import load_locality
    from briefing.output import FilesRead, check_new, file_named, write_whole

    file = None if output is None else file_named(output)
    if excel and file is None:
        raise click.UsageError(tell("excel_needs_output"))
    if following and source is None:
        raise click.UsageError(tell("next_needs_from"))
    folders = load_locality(locality).folders if locality else ()
    started = partial(
        _started,
        kind,
        locality=locality,
        source=source,
        excel=excel,
        file=file,
        following=following,
    )
    try:
        made, told = started(convert=convert or None)
    except InputError as error:
        made, told = started(convert=_wanted(error))
    if file is None:
        click.echo(made.decode("utf-8"), nl=False)
        return 0
    read = FilesRead([*library.files_in(folders), *([source] if source else [])])
    check_new(file, FORM_ENDINGS if excel else ENDINGS, read)
    write_whole(file, made, force=force, read=read)
    click.echo("\n".join([*told, tell("written", path=file)]), err=True)
    return 0


def _started(
    kind: str,
    *,
    locality: str | None,
    source: Path | None,
    excel: bool,
    file: Path | None,
    following: bool,
    convert: bool | None,
) -> tuple[bytes, list[str]]:
    """Return a new input and what is told of it: a copy, or one carried over to the next period."""
    from briefing import library

    asked: dict[str, Any] = {"locality": locality, "excel": excel, "convert": convert}
    if source is None or not following:
        made = library.new_input(kind, language(), source=source, **asked)
        return made, [tell("copied")] if source else []
    beside = file is not None and file.resolve().parent == source.resolve().parent
    return library.next_input(kind, language(), source, beside=beside, **asked)


def _wanted(error: InputError) -> bool:
    """Show what texts of old fonts would be, and ask whether to bring them into Unicode."""
    old = [found for found in error.findings if found.rule in OLD_TEXTS]
    if len(old) < len(error.findings):
        raise error
    show(old, "text")
    if not (sys.stdin and sys.stdin.isatty()):
        return False
    return click.confirm(tell("convert_ask"), err=True)

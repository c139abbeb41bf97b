"""``briefing locality pack``: a pack as one file, to be sent."""

from __future__ import annotations

import click

from briefing.cli.findings import exits_with_findings
from briefing.cli.paths import PathName
from briefing.cli.words import language_option, tell

ENDINGS = (".zip",)


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "pack",
        callback=exits_with_findings(_run),
        help=tell("locality_pack"),
        params=[
            click.Argument(["name"]),
            click.Option(
                ["-o", "--output"],
                required=True,
                type=PathName(as_typed=True),
                help=tell("pack_output"),
            ),
            click.Option(["--force"], is_flag=True, help=tell("force")),
            language_option(),
        ],
    )


def _run(name: str, output: str, force: bool) -> int:
    from briefing import library, localities
    from briefing.output import FilesRead, check_new, file_named, write_whole

    folder, _ = library.own_pack_and_below(name)
    file, read = file_named(output), FilesRead(library.files_in((folder,)))
    check_new(file, ENDINGS, read)
    parents = [(pack.name, pack.folder) for pack in localities.load_locality(name).packs[1:]]
    above = localities.above_said(parents)
    write_whole(file, localities.parcel_of(folder, above), force=force, read=read)
    click.echo(tell("written", path=file), err=True)
    if without := ", ".join(parent for parent, at in parents if at is not None):
        click.echo(tell("pack_without", names=without), err=True)
    return 0

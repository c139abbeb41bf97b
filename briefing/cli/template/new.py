"""``briefing template new``: a block of a template, to be changed in a pack."""

from __future__ import annotations

import click

from briefing.cli.findings import exits_with_findings
from briefing.cli.words import language_option, tell


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "new",
        callback=exits_with_findings(_run),
        help=tell("template_new"),
        params=[
            click.Argument(["kind"]),
            click.Option(["--locality"], required=True, help=tell("of_locality")),
            click.Option(["--block"], required=True, help=tell("block")),
            language_option(),
        ],
    )


def _run(kind: str, locality: str, block: str) -> int:
    from briefing import library
    from briefing.output import write_whole
    from briefing.templating import find_kind
    from briefing.templating.override import new_override

    folder, below = library.own_pack_to_change(locality)
    template = find_kind(kind, folders=(folder, *below)).template
    for file, text in new_override(folder, below, template, block).items():
        write_whole(file, text.encode("utf-8"), force=True, with_folder=True)
        click.echo(tell("written", path=file), err=True)
    return 0

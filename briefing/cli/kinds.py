"""``briefing kinds``: the documents it can write."""

from __future__ import annotations

import click

from briefing.cli.findings import exits_with_findings, show_row
from briefing.cli.words import language, language_option, tell


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "kinds",
        callback=exits_with_findings(_run),
        help=tell("kinds"),
        params=[click.Option(["--locality"], help=tell("of_locality")), language_option()],
    )


def _run(locality: str | None) -> int:
    from briefing.localities import load_locality
    from briefing.templating import kinds

    folders = load_locality(locality).folders if locality else ()
    for kind in kinds(folders).values():
        show_row(kind.name, kind.description(language()))
    return 0

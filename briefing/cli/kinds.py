"""``briefing kinds``: the documents it can write."""

from __future__ import annotations

import click

from briefing.cli.language import language, language_option, tell


def command() -> click.Command:
    """Return the command."""
    return click.Command("kinds", callback=_run, help=tell("kinds"), params=[language_option()])


def _run() -> int:
    from briefing.templating import kinds

    for kind in kinds().values():
        click.echo(f"{kind.name}\t{kind.description(language())}")
    return 0

"""``briefing schema``: the JSON Schema of an input, for editors."""

from __future__ import annotations

import json

import click

from briefing.cli.language import language, language_option, tell


def command() -> click.Command:
    """Return the command."""
    return click.Command("schema", callback=_run, help=tell("schema"), params=[language_option()])


def _run() -> int:
    from briefing.report import json_schema

    click.echo(json.dumps(json_schema(language()), ensure_ascii=False, indent=2))
    return 0

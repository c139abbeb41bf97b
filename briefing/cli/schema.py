"""``briefing schema``: the JSON Schema of an input, for editors; or every key as a page."""

from __future__ import annotations

import click

from briefing.cli.findings import show_data
from briefing.cli.words import language, language_option, tell


def command() -> click.Command:
    """Return the command."""
    page = click.Option(["--page"], is_flag=True, help=tell("page"))
    params: list[click.Parameter] = [page, language_option()]
    return click.Command("schema", callback=_run, help=tell("schema"), params=params)


def _run(page: bool) -> int:
    from briefing.forms import reference
    from briefing.report import json_schema

    if page:
        click.echo(reference(language()), nl=False)
        return 0
    show_data(json_schema(language()))
    return 0

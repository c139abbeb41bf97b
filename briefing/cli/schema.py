"""``briefing schema``: the JSON Schema of an input, for editors; or every key as a page."""

from __future__ import annotations

import json

import click

from briefing.cli.language import language, language_option, tell


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
    click.echo(json.dumps(json_schema(language()), ensure_ascii=False, indent=2))
    return 0

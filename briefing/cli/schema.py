"""``briefing schema``: the JSON Schema of an input, for editors; or every key as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefing.cli.findings import exits_with_findings, show_data
from briefing.cli.words import language, language_option, tell

if TYPE_CHECKING:
    from briefing.report import OwnField


def command() -> click.Command:
    """Return the command."""
    page = click.Option(["--page"], is_flag=True, help=tell("page"))
    locality = click.Option(["--locality"], help=tell("schema_locality"))
    params: list[click.Parameter] = [page, locality, language_option()]
    return click.Command(
        "schema", callback=exits_with_findings(_run), help=tell("schema"), params=params
    )


def _run(page: bool, locality: str | None) -> int:
    from briefing.forms import reference
    from briefing.report import json_schema

    own = _own_fields(locality) if locality else ()
    if page:
        click.echo(reference(language(), own), nl=False)
        return 0
    show_data(json_schema(language(), own))
    return 0


def _own_fields(locality: str) -> tuple[OwnField, ...]:
    """Return the fields that a pack and its kinds add to inputs."""
    from briefing.localities import load_locality
    from briefing.templating import fields_of_kinds

    pack = load_locality(locality)
    return tuple(pack.choices.with_fields(fields_of_kinds(pack.folders)).fields.values())

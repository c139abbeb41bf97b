"""``briefing rules``: what is checked, by which law, and how grave it is."""

from __future__ import annotations

import json

import click

from briefing.cli.findings import exits_with_findings, format_option
from briefing.cli.words import language, language_option, tell


def command() -> click.Command:
    """Return the command."""
    page = click.Option(["--page"], is_flag=True, help=tell("rules_page"))
    params: list[click.Parameter] = [format_option(), page, language_option()]
    return click.Command(
        "rules", callback=exits_with_findings(_run), help=tell("rules"), params=params
    )


def _run(form: str, page: bool) -> int:
    from briefing import library
    from briefing.findings import as_page, as_record

    rules = library.all_rules()
    if page:
        click.echo(as_page(rules, language()), nl=False)
    elif form == "json":
        told = [as_record(rule, language()) for rule in rules]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for rule in rules:
            record = as_record(rule, language())
            click.echo(
                f"{record['id']}\t{record['severity']}\t{record['says']}\t{record['source']}"
            )
    return 0

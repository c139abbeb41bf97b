"""``briefing template lint``: what is wrong with the templates, told without running any."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.findings import counts, exits_with_findings, format_option, show
from briefing.cli.template.folders import base_folder, templates_option
from briefing.cli.words import language_option, tell


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "lint",
        callback=exits_with_findings(_run),
        help=tell("template_lint"),
        params=[
            templates_option(),
            click.Option(["--locality"], help=tell("lint_locality")),
            click.Option(["--unused"], is_flag=True, help=tell("lint_unused")),
            format_option(),
            language_option(),
        ],
    )


def _run(templates: Path | None, locality: str | None, unused: bool, form: str) -> int:
    from briefing.findings import has_errors, in_reading_order
    from briefing.library import packs_to_lint
    from briefing.linting import lint

    chosen = [locality] if locality else []
    packs, unreadable, faults = packs_to_lint(base_folder(templates), chosen)
    result = lint(packs, unused=unused)
    findings = in_reading_order([*unreadable, *faults, *result.findings])
    show(findings, form, on_stdout=True)
    read = {"templates": result.templates, "not_followed": result.not_followed}
    click.echo(tell("linted", **read), err=True)
    click.echo(tell("found", **counts(findings)) if findings else tell("none_found"), err=True)
    return 2 if unreadable else int(has_errors(findings))

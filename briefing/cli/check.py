"""``briefing check``: everything a person should look at, before anyone signs."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.findings import counts, exits_with_findings, format_option, show
from briefing.cli.paths import PathName
from briefing.cli.readings import show_readings
from briefing.cli.words import language_option, tell


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "check",
        callback=exits_with_findings(_run),
        help=tell("check"),
        params=[
            click.Argument(["sources"], nargs=-1, required=True, type=PathName()),
            click.Option(["--locality"], help=tell("other_locality")),
            format_option(),
            language_option(),
        ],
    )


def _run(sources: tuple[Path, ...], locality: str | None, form: str) -> int:
    from briefing import library
    from briefing.findings import Finding, InputError, has_errors
    from briefing.reading import is_text

    findings: list[Finding] = []
    unreadable = False
    for source in sources:
        try:
            if is_text(source):
                checked = library.check_text(source)
                show_readings(checked.readings, form)
                findings += checked.findings
            else:
                findings += library.check(library.load_case(source, locality=locality).report)
        except InputError as error:
            findings += error.findings
            unreadable = True
    show(findings, form, on_stdout=True)
    total = counts(findings)
    click.echo(tell("found", **total) if findings else tell("none_found"), err=True)
    return 2 if unreadable else int(has_errors(findings))

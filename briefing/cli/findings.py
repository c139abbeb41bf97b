"""Findings on the screen: as text on stderr, or as JSON on stdout."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

import click

from briefing.characters import escaped_json, in_line
from briefing.cli.words import language, tell
from briefing.findings import Finding, Severity, UserError

FORMATS = click.Choice(["text", "json"])


def format_option() -> click.Option:
    """Return ``--format``, in which form findings are printed."""
    return click.Option(
        ["--format", "form"], type=FORMATS, default="text", help=tell("format"), show_default=True
    )


def show(findings: Sequence[Finding], form: str, *, on_stdout: bool = False) -> None:
    """Print findings: text goes to stderr unless it is the very data asked for."""
    if form == "json":
        show_data([finding.as_data(language()) for finding in findings])
        return
    for finding in findings:
        click.echo(finding.as_text(language()), err=not on_stdout)


def show_data(data: object) -> None:
    """Print data as JSON, in which no character is unseen."""
    click.echo(escaped_json(json.dumps(data, ensure_ascii=False, indent=2)))


def show_row(*cells: object) -> None:
    """Print a line of data with tabs between its cells."""
    click.echo("\t".join(in_line(str(cell)) for cell in cells))


def show_line(text: str) -> None:
    """Print a line of data, in which a name ends nothing and hides nothing."""
    click.echo(in_line(text))


def counts(findings: Sequence[Finding]) -> dict[str, int]:
    """Return how many findings there are of each severity, as the sentences name them."""
    found = Counter(finding.severity for finding in findings)
    return {
        "errors": found[Severity.ERROR],
        "warnings": found[Severity.WARNING],
        "infos": found[Severity.INFO],
    }


def exits_with_findings(run: Callable[..., int]) -> Callable[..., int]:
    """Print the findings of a user's mistake and return its exit code instead of a traceback."""

    @wraps(run)
    def wrapped(**options: Any) -> int:
        try:
            return run(**options)
        except UserError as error:
            show(error.findings, str(options.get("form", "text")))
            if error.exit_code == 1:
                click.echo(tell("refused", **_errors(error.findings)), err=True)
            return error.exit_code

    return wrapped


def _errors(findings: Sequence[Finding]) -> dict[str, int]:
    return {"errors": counts(findings)["errors"]}

"""``briefing trace``: every figure and fact that a document prints, and where it was written."""

from __future__ import annotations

import json
from pathlib import Path

import click

from briefing.cli.findings import exits_with_findings, format_option
from briefing.cli.language import language, language_option, tell

_SHOWN = 80
"""How much of a text is shown, in characters; JSON has all of it."""


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "trace",
        callback=exits_with_findings(_run),
        help=tell("trace"),
        params=[
            click.Argument(["source"], type=click.Path(path_type=Path)),
            click.Option(["--kind"], help=tell("traced_kind")),
            click.Option(["--locality"], help=tell("other_locality")),
            click.Option(["--templates"], type=click.Path(path_type=Path), help=tell("templates")),
            format_option(),
            language_option(),
        ],
    )


def _run(
    source: Path, kind: str | None, locality: str | None, templates: Path | None, form: str
) -> int:
    from briefing import library
    from briefing.findings import has_errors

    report = library.load(source, locality=locality)
    if kind:
        report = library.in_kind(report, kind)
    # What stops a final document does not stop the look at where its facts come from.
    draft = has_errors(library.check_facts(report))
    made = library.make(report, draft=draft, language=language(), templates=templates)
    facts = library.trace(made, language())
    if form == "json":
        data = [fact.as_data() for fact in facts]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return 0
    for fact in facts:
        place = str(fact.origin or "–")
        text = fact.text[:_SHOWN] + ("…" if len(fact.text) > _SHOWN else "")
        click.echo(f"{place}\t{fact.path}\t{fact.section}\t{text}")
    return 0

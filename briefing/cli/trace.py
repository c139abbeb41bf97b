"""``briefing trace``: every figure and fact that a document prints, and where it was written."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.findings import exits_with_findings, format_option, show_data, show_row
from briefing.cli.paths import FolderName, PathName
from briefing.cli.words import language, language_option, tell

_SHOWN = 80
"""How much of a text is shown, in characters; JSON has all of it."""


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "trace",
        callback=exits_with_findings(_run),
        help=tell("trace"),
        params=[
            click.Argument(["source"], type=PathName()),
            click.Option(["--kind"], help=tell("traced_kind")),
            click.Option(["--locality"], help=tell("other_locality")),
            click.Option(["--templates"], type=FolderName(), help=tell("templates")),
            format_option(),
            language_option(),
        ],
    )


def _run(
    source: Path, kind: str | None, locality: str | None, templates: Path | None, form: str
) -> int:
    from briefing import library

    case = library.load_case(source, locality=locality)
    # What stops a final document does not stop the look at where its facts come from.
    draft, kinds = library.Draft.IF_NEEDED, (kind,) if kind else ()
    request = library.Request(kinds, draft, language(), templates)
    [made] = library.make_documents(case, request).values()
    facts = library.trace(made, language())
    if form == "json":
        show_data([fact.as_data() for fact in facts])
        return 0
    for fact in facts:
        text = fact.text[:_SHOWN] + ("…" if len(fact.text) > _SHOWN else "")
        show_row(fact.origin or "–", fact.path, fact.section, text)
    return 0

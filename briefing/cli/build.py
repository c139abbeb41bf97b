"""``briefing build``: an input becomes a Word file."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.findings import counts, exits_with_findings, format_option, show
from briefing.cli.language import language, tell
from briefing.cli.main import language_option


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "build",
        callback=exits_with_findings(_run),
        help=tell("build"),
        params=[
            click.Argument(["source"], type=click.Path(path_type=Path)),
            click.Option(["-o", "--output"], type=click.Path(path_type=Path), help=tell("output")),
            click.Option(["-d", "--folder"], type=click.Path(path_type=Path), help=tell("folder")),
            click.Option(["--force"], is_flag=True, help=tell("force")),
            click.Option(["--draft"], is_flag=True, help=tell("draft")),
            click.Option(["--templates"], type=click.Path(path_type=Path), help=tell("templates")),
            format_option(),
            language_option(),
        ],
    )


def _run(
    source: Path,
    output: Path | None,
    folder: Path | None,
    force: bool,
    draft: bool,
    templates: Path | None,
    form: str,
) -> int:
    from briefing import library
    from briefing.findings import Severity
    from briefing.output import write_whole

    if output and folder:
        raise click.UsageError(tell("both_outputs"))
    target = output or (folder or source.parent) / f"{source.stem}.docx"
    report = library.load(source)
    content = library.build(report, draft=draft, language=language(), templates=templates)
    write_whole(target, content, force=force)
    findings = library.check(report)
    show([finding for finding in findings if finding.severity is not Severity.INFO], form)
    errors = counts(findings)["errors"]
    done = "written_draft" if errors else "written"
    click.echo(tell(done, path=target, errors=errors), err=True)
    return 0

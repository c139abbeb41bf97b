"""``briefing build``: an input becomes a Word file."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.findings import counts, exits_with_findings, format_option, show
from briefing.cli.language import language, tell
from briefing.cli.main import language_option

if TYPE_CHECKING:
    from briefing.findings import Finding


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
            click.Option(["--pdf"], is_flag=True, help=tell("pdf")),
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
    pdf: bool,
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
    printed = _pdf_beside(target) if pdf else None
    if printed:
        _refuse_taken([target, printed], force=force)
    report = library.load(source)
    content = library.build(report, draft=draft, language=language(), templates=templates)
    write_whole(target, content, force=force)
    findings = library.check(report)
    unprinted = _print(content, printed, force=force) if printed else []
    show([f for f in findings if f.severity is not Severity.INFO] + unprinted, form)
    errors = counts(findings)["errors"]
    done = "written_draft" if errors else "written"
    click.echo(tell(done, path=target, errors=errors), err=True)
    if printed and not unprinted:
        click.echo(tell("written", path=printed), err=True)
    return 2 if unprinted else 0


def _pdf_beside(target: Path) -> Path:
    """Return the name of the PDF of a Word file; the Word file must not have it itself."""
    if target.suffix.lower() == ".pdf":
        raise click.UsageError(tell("pdf_output"))
    stem = target.stem if target.suffix.lower() == ".docx" else target.name
    return target.parent / f"{stem}.pdf"


def _refuse_taken(targets: Sequence[Path], *, force: bool) -> None:
    """Tell names that cannot be written before the work is done and one of two files is there."""
    from briefing.findings import Finding, Origin, OutputError

    taken: list[Finding] = []
    for path in targets:
        # A place that cannot even be looked at is told when it is written to.
        with suppress(OSError):
            if path.is_dir() or (path.exists() and not force):
                rule = "output/is-folder" if path.is_dir() else "output/exists"
                taken.append(Finding(rule, origin=Origin(str(path))))
    if taken:
        raise OutputError(taken)


def _print(docx: bytes, target: Path, *, force: bool) -> list[Finding]:
    """Write the PDF of a Word file, or return why there is none."""
    from briefing.findings import OutputError
    from briefing.output import write_whole
    from briefing.pdf import to_pdf

    try:
        write_whole(target, to_pdf(docx), force=force)
    except OutputError as error:
        return error.findings
    return []

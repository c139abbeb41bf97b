"""``briefing build``: an input becomes a Word file; many inputs become a batch."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.cli.batch import batch_options, is_batch, run_batch
from briefing.cli.findings import counts, exits_with_findings, format_option, show
from briefing.cli.language import language, language_option, tell

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
            click.Option(["--kind", "kinds"], help=tell("kind")),
            click.Option(["--pdf"], is_flag=True, help=tell("pdf")),
            click.Option(["--force"], is_flag=True, help=tell("force")),
            click.Option(["--draft"], is_flag=True, help=tell("draft")),
            click.Option(["--templates"], type=click.Path(path_type=Path), help=tell("templates")),
            click.Option(["--locality"], help=tell("other_locality")),
            *batch_options(),
            format_option(),
            language_option(),
        ],
    )


def _run(
    source: Path,
    kinds: str | None,
    output: Path | None,
    folder: Path | None,
    pdf: bool,
    force: bool,
    draft: bool,
    templates: Path | None,
    locality: str | None,
    form: str,
    **of_batch: Any,
) -> int:
    from briefing import library

    if output and (folder or kinds):
        raise click.UsageError(tell("both_outputs"))
    if is_batch(source):
        same = {"kinds": kinds, "pdf": pdf, "force": force, "draft": draft}
        chosen = {**same, "templates": templates, "locality": locality}
        return run_batch(source, folder, form, chosen, **of_batch)
    if any(of_batch.values()):
        raise click.UsageError(tell("batch_only"))
    first = output or (folder or source.parent) / f"{source.stem}.docx"
    if not kinds:
        _refuse_taken(_targets(first, pdf=pdf), force=force)
    report = library.load(source, locality=locality)
    reports, left_out = library.in_kinds(report, kinds)
    for kind in left_out:
        click.echo(tell("left_out", kind=kind), err=True)
    targets = {kind: library.named_for_kind(first, kind, report.kind) for kind in reports}
    _refuse_taken([t for path in targets.values() for t in _targets(path, pdf=pdf)], force=force)
    # Everything is made before anything is written: a refused document leaves no half of a set.
    made = library.make_all(reports, draft=draft, language=language(), templates=templates)
    files = {targets[kind]: (one, one.as_docx()) for kind, one in made.items()}
    codes = [
        _write(path, one.findings, content, pdf=pdf, force=force, form=form)
        for path, (one, content) in files.items()
    ]
    return max(codes)


def _targets(path: Path, *, pdf: bool) -> list[Path]:
    return [path, *([_pdf_beside(path)] if pdf else [])]


def _write(
    path: Path, findings: list[Finding], content: bytes, *, pdf: bool, force: bool, form: str
) -> int:
    """Write one document and its PDF, tell what is open, and return the exit code."""
    from briefing.findings import Severity
    from briefing.output import write_whole

    write_whole(path, content, force=force)
    printed = _pdf_beside(path) if pdf else None
    unprinted = _print(content, printed, force=force) if printed else []
    show([f for f in findings if f.severity is not Severity.INFO] + unprinted, form)
    errors = counts(findings)["errors"]
    click.echo(tell("written_draft" if errors else "written", path=path, errors=errors), err=True)
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
    """Tell all names that cannot be written before the work is done and some files are there."""
    from briefing.findings import OutputError
    from briefing.output import check_place

    taken: list[Finding] = []
    for path in targets:
        # A place that cannot even be looked at is told when it is written to.
        with suppress(OSError):
            try:
                check_place(path, force=force)
            except OutputError as error:
                taken += error.findings
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

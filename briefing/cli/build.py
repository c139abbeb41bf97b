"""``briefing build``: an input becomes a Word file."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.findings import counts, exits_with_findings, format_option, show
from briefing.cli.language import language, language_option, tell

if TYPE_CHECKING:
    from briefing.findings import Finding
    from briefing.report import Report


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
) -> int:
    from briefing import library

    if output and (folder or kinds):
        raise click.UsageError(tell("both_outputs"))
    first = output or (folder or source.parent) / f"{source.stem}.docx"
    if not kinds:
        _refuse_taken(_targets(first, pdf=pdf), force=force)
    report = library.load(source, locality=locality)
    reports = _wanted(report, kinds)
    targets = {kind: _named(first, kind, report.kind) for kind in reports}
    _refuse_taken([t for path in targets.values() for t in _targets(path, pdf=pdf)], force=force)
    make = partial(library.build, draft=draft, language=language(), templates=templates)
    # Everything is made before anything is written: a refused document leaves no half of a set.
    made = {targets[kind]: (same, make(same)) for kind, same in reports.items()}
    codes = [
        _write(path, same, content, pdf=pdf, force=force, form=form)
        for path, (same, content) in made.items()
    ]
    return max(codes)


def _wanted(report: Report, kinds: str | None) -> dict[str, Report]:
    """Return the year as each kind of document that is asked for; ``all`` is all that suit it."""
    from briefing import library
    from briefing.templating import kinds as known

    if kinds is None:
        return {report.kind: report}
    names = (
        list(known(report.pack_folders))
        if kinds == "all"
        else [name.strip() for name in kinds.split(",")]
    )
    chosen = [name for name in names if kinds != "all" or library.suits(report, name)]
    if kinds == "all":
        for name in names:
            if name not in chosen:
                click.echo(tell("left_out", kind=name), err=True)
    return {name: library.in_kind(report, name) for name in chosen or [report.kind]}


def _named(first: Path, kind: str, own: str) -> Path:
    """Return the file name of a kind: the input's own name for its own kind."""
    return first if kind == own else first.with_name(f"{first.stem}-{kind}.docx")


def _targets(path: Path, *, pdf: bool) -> list[Path]:
    return [path, *([_pdf_beside(path)] if pdf else [])]


def _write(path: Path, report: Report, content: bytes, *, pdf: bool, force: bool, form: str) -> int:
    """Write one document and its PDF, tell what is open, and return the exit code."""
    from briefing import library
    from briefing.findings import Severity
    from briefing.output import write_whole

    write_whole(path, content, force=force)
    findings = library.check(report)
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

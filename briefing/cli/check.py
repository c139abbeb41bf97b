"""``briefing check``: everything a person should look at, before anyone signs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.findings import counts, exits_with_findings, format_option, show
from briefing.cli.paths import PathName
from briefing.cli.readings import show_readings
from briefing.cli.words import language, language_option, tell

if TYPE_CHECKING:
    from briefing.findings import Finding

ENDINGS = (".xlsx", ".xlsm")
"""The workbooks that a copy with findings can be made of."""


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "check",
        callback=exits_with_findings(_run),
        help=tell("check"),
        params=[
            click.Argument(["sources"], nargs=-1, required=True, type=PathName()),
            click.Option(["--locality"], help=tell("other_locality")),
            click.Option(
                ["--annotate", "output"], type=PathName(as_typed=True), help=tell("annotate")
            ),
            click.Option(["--force"], is_flag=True, help=tell("force")),
            format_option(),
            language_option(),
        ],
    )


def _run(
    sources: tuple[Path, ...], locality: str | None, output: str | None, force: bool, form: str
) -> int:
    from briefing import library
    from briefing.findings import InputError, has_errors
    from briefing.reading import is_text

    file = _copy_of(sources, output)
    findings: list[Finding] = []
    unreadable = False
    for source in sources:
        try:
            if is_text(source):
                checked = library.check_text(source)
                show_readings(checked.readings, form)
                findings += checked.findings
            else:
                told = library.checked(library.load_case(source, locality=locality).report)
                findings += told.findings
                # What build cannot make either: the code is that of build.
                unreadable |= told.unmade
        except InputError as error:
            findings += library.whole_findings(source, locality, error.findings)
            unreadable = True
    show(findings, form, on_stdout=True)
    total = counts(findings)
    click.echo(tell("found", **total) if findings else tell("none_found"), err=True)
    if file is not None:
        _annotate(sources[0], file, findings, force=force)
    return 2 if unreadable else int(has_errors(findings))


def _copy_of(sources: tuple[Path, ...], output: str | None) -> Path | None:
    """Return the file that is to show the findings of the one workbook, if one is asked for."""
    from briefing.output import FilesRead, check_new, file_named

    if output is None:
        return None
    if len(sources) != 1 or sources[0].suffix.lower() not in ENDINGS:
        raise click.UsageError(tell("annotate_one"))
    file = file_named(output)
    check_new(file, (sources[0].suffix.lower(),), FilesRead(sources))
    return file


def _annotate(source: Path, file: Path, findings: list[Finding], *, force: bool) -> None:
    from briefing.annotating import annotated, notes_of
    from briefing.output import FilesRead, write_whole
    from briefing.reading import read_workbook_bytes

    notes = notes_of(findings, str(source), language())
    made = annotated(read_workbook_bytes(source), notes, str(source))
    write_whole(file, made, force=force, read=FilesRead([source]))
    at_cells = sum(bool(found.origin and found.origin.cell) for found in findings)
    click.echo(tell("written", path=file), err=True)
    if at_cells < len(findings):
        click.echo(tell("not_at_cells", number=len(findings) - at_cells), err=True)

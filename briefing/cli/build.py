"""``briefing build``: an input becomes a Word file; many inputs become a batch."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.cli.batch import batch_options, is_batch, run_batch
from briefing.cli.findings import exits_with_findings, format_option
from briefing.cli.paths import FolderName, PathName
from briefing.cli.words import language, language_option, tell
from briefing.cli.writing import Writing, first_target

if TYPE_CHECKING:
    from briefing.library import Case


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "build",
        callback=exits_with_findings(_run),
        help=tell("build"),
        params=[
            click.Argument(["source"], type=PathName()),
            # As text: a path forgets the slash that makes a folder of a name.
            click.Option(["-o", "--output"], type=PathName(as_typed=True), help=tell("output")),
            click.Option(["-d", "--folder"], type=PathName(), help=tell("folder")),
            click.Option(["--kind", "kinds"], help=tell("kind")),
            click.Option(["--pdf"], is_flag=True, help=tell("pdf")),
            click.Option(["--force"], is_flag=True, help=tell("force")),
            click.Option(["--draft"], is_flag=True, help=tell("draft")),
            click.Option(["--templates"], type=FolderName(), help=tell("templates")),
            click.Option(["--locality"], help=tell("other_locality")),
            *batch_options(),
            format_option(),
            language_option(),
        ],
    )


def _run(
    source: Path,
    kinds: str | None,
    output: str | None,
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

    if output is not None and (folder is not None or kinds):
        raise click.UsageError(tell("both_outputs"))
    if is_batch(source):
        same = {"kinds": kinds, "pdf": pdf, "force": force, "draft": draft}
        chosen = {**same, "templates": templates, "locality": locality}
        return run_batch(source, folder, form, chosen, **of_batch)
    if any(of_batch.values()):
        raise click.UsageError(tell("batch_only"))
    first = first_target(source, output, folder, pdf=pdf)
    writing = Writing(force=force, pdf=pdf, with_folder=folder is not None, form=form)
    case = library.load_case(source, locality=locality)
    asked, left_out = case.kinds(kinds)
    if kinds == "all":
        _say_left_out(case, left_out)
    targets = {kind: library.named_for_kind(first, kind, case.report.kind) for kind in asked}
    writing.check(list(targets.values()), case.files(templates))
    # Everything is made before anything is written: a refused document leaves no half of a set.
    request = library.Request(asked, library.Draft.asked(draft), language(), templates)
    made = library.make_documents(case, request)
    return writing.write_all(
        [
            (target, made[kind].findings, made[kind].ready(target.suffix.lower()))
            for kind, target in targets.items()
        ]
    )


def _say_left_out(case: Case, left_out: list[str]) -> None:
    """Say which kinds ``all`` does not make, each with what stands against it."""
    suited, others = case.companions()
    for kind in (*left_out, *others):
        if case.is_restricted(kind):
            click.echo(tell("left_out_restricted", kind=kind), err=True)
        else:
            told = "; ".join(found.message(language()) for found in case.unsuited(kind))
            click.echo(tell("left_out", kind=kind, reasons=told), err=True)
    if suited:
        named = {"kinds": ", ".join(suited), "asked": ",".join(suited)}
        click.echo(tell("left_apart", **named), err=True)

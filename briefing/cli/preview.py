"""``briefing preview``: the same content as Markdown on a terminal, or as pages in a browser."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from briefing.cli.findings import exits_with_findings, show
from briefing.cli.paths import FolderName, PathName
from briefing.cli.serving import tell_address
from briefing.cli.streams import nobody_listens
from briefing.cli.words import language, language_option, tell


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "preview",
        callback=exits_with_findings(_run),
        help=tell("preview"),
        params=[
            click.Argument(["source"], type=PathName()),
            click.Option(["--draft"], is_flag=True, help=tell("draft")),
            click.Option(["--watch"], is_flag=True, help=tell("watch")),
            click.Option(["--serve"], is_flag=True, help=tell("serve")),
            click.Option(["--port"], type=click.IntRange(0, 65535), default=0, help=tell("port")),
            click.Option(["--open/--no-open", "browse"], default=None, help=tell("open")),
            click.Option(["--locality"], help=tell("other_locality")),
            click.Option(["--templates"], type=FolderName(), help=tell("templates")),
            language_option(),
        ],
    )


def _run(
    source: Path,
    draft: bool,
    watch: bool,
    serve: bool,
    port: int,
    browse: bool | None,
    locality: str | None,
    templates: Path | None,
) -> int:
    if serve:
        from briefing.live import Options, doorway
        from briefing.live import serve as serve_page

        options = Options(source, draft, locality, templates, language())
        with doorway() as lead:
            serve_page(options, port, partial(tell_address, browse=browse, lead=lead))
        return 0
    shown = partial(_show, source, draft, locality, templates)
    if not watch:
        shown()
        return 0
    from briefing.reading import check_there
    from briefing.watching import changes

    check_there(source)
    click.echo(tell("watching"), err=True)
    for _ in changes(source, templates):
        _show_or_tell(shown)
        if nobody_listens():
            break
    return 0


def _show(source: Path, draft: bool, locality: str | None, templates: Path | None) -> None:
    from briefing import library
    from briefing.findings import Severity

    case = library.load_case(source, locality=locality)
    request = library.Request((), library.Draft.asked(draft), language(), templates)
    [made] = library.make_documents(case, request).values()
    text = made.as_markdown()
    if sys.stdout.isatty():
        from rich.console import Console
        from rich.markdown import Markdown

        Console().print(Markdown(text))
    else:
        click.echo(text, nl=False)
    show([one for one in made.findings if one.severity is not Severity.INFO], "text")


def _show_or_tell(shown: Callable[[], None]) -> None:
    """Show the preview, or what stands in its way; a mistake while typing ends nothing."""
    from briefing.findings import UserError

    click.clear()
    try:
        shown()
    except UserError as error:
        show(error.findings, "text")

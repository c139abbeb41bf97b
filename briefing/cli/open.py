"""``briefing open``: the reports of a folder in the browser, without a shell."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from briefing.cli.findings import exits_with_findings
from briefing.cli.paths import PathName
from briefing.cli.serving import tell_address
from briefing.cli.words import language, language_option, tell


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "open",
        callback=exits_with_findings(_run),
        help=tell("open_folder"),
        params=[
            click.Argument(["folder"], type=PathName(), required=False, default=Path()),
            click.Option(["--port"], type=click.IntRange(0, 65535), default=0, help=tell("port")),
            click.Option(["--browser/--no-browser"], default=True, help=tell("browser")),
            language_option(),
        ],
    )


def _run(folder: Path, port: int, browser: bool) -> int:
    from briefing.live import check_installed, doorway
    from briefing.officer import serve_folder

    check_installed()
    with doorway() as lead:
        serve_folder(folder, language(), port, partial(tell_address, browse=browser, lead=lead))
    return 0

"""``briefing shortcut``: a starter on the desktop that opens the reports of a folder."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.findings import exits_with_findings
from briefing.cli.paths import PathName
from briefing.cli.words import language, language_option, tell


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "shortcut",
        callback=exits_with_findings(_run),
        help=tell("shortcut"),
        params=[
            click.Argument(["folder"], type=PathName(), required=False, default=Path()),
            click.Option(["-o", "file"], type=PathName(as_typed=True), help=tell("shortcut_file")),
            click.Option(["--force"], is_flag=True, help=tell("force")),
            language_option(),
        ],
    )


def _run(folder: Path, file: str | None, force: bool) -> int:
    from briefing.live import check_installed
    from briefing.output import file_named
    from briefing.shortcuts import put_shortcut

    check_installed()  # else the starter would open a window that is gone at once
    place = file_named(file) if file is not None else None
    put = put_shortcut(folder, place, language(), force=force)
    click.echo(tell("shortcut_put", path=put))
    return 0

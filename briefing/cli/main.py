"""The program ``briefing``: its commands, loaded when they are called."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from briefing.characters import in_line, visible
from briefing.cli.groups import LazyGroup
from briefing.cli.streams import guard_streams, settled
from briefing.cli.words import choose_language, tell

COMMANDS = {
    "open": "open_folder",
    **{
        name: name
        for name in (
            *("shortcut", "build", "preview", "check", "trace", "kinds", "new", "schema", "rules"),
        )
    },
    "import": "imports",
    "locality": "localities",
    "template": "own_templates",
}
"""Each command with the key of its one line of help in the catalogue."""


def _group() -> click.Group:
    group = LazyGroup("briefing", "briefing.cli", COMMANDS, tell("program"))
    group.params.append(
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            help=tell("version"),
            callback=_print_version,
        )
    )
    return group


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from briefing import __version__

        click.echo(f"briefing {__version__}")
        ctx.exit()


def program() -> int:
    """Run one command as a process of its own."""
    # Pydantic would look through all that is installed for plugins of its own; there are none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    guard_streams()
    code = settled(main())
    # Nor need Python look for cycles among all of it only to end: a sixth of the time of a build.
    gc.freeze()
    return code


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 findings, 2 usage or input."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        # Windows consoles would otherwise refuse Vietnamese letters.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    choose_language(arguments)
    try:
        return _run(arguments)
    except click.ClickException as error:
        # What was typed stands in the message, and may be a name of any bytes.
        said, error.message = io.StringIO(), in_line(error.message)  # type: ignore[misc]
        error.show(said)
        lines = said.getvalue().splitlines()
        click.echo("\n".join(visible(line) for line in lines), err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(tell("stopped"), err=True)
        return 130
    except (Exception, SystemExit) as fault:
        if os.environ.get("BRIEFING_DEBUG"):
            raise
        # Click ends by itself on a broken pipe, which is none of the guarded streams.
        cause = fault.__context__ or fault if isinstance(fault, SystemExit) else fault
        click.echo(tell("unexpected", error=f"{type(cause).__name__}: {cause}"), err=True)
        return 70


def _run(arguments: Sequence[str]) -> int:
    result: Any = _group().main(list(arguments), prog_name="briefing", standalone_mode=False)
    return result if isinstance(result, int) else 0

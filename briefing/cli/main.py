"""The program ``briefing``: its commands, loaded when they are called."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from briefing.cli.groups import LazyGroup
from briefing.cli.language import choose_language, tell

COMMANDS = {
    **{name: name for name in ("build", "preview", "check", "trace", "kinds", "new", "schema")},
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


_OBJECTS = 100_000


def program() -> int:
    """Run one command as a process of its own.

    Most commands end before they leave much behind: looking for cycles among what was just loaded
    would take a sixth of their time, so it is done seldom.
    """
    gc.set_threshold(_OBJECTS)
    return main()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 findings, 2 usage or input."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        # Windows consoles would otherwise refuse Vietnamese letters.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8")
    choose_language(arguments)
    try:
        return _run(arguments)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(tell("stopped"), err=True)
        return 130
    except (BrokenPipeError, SystemExit):
        # The reader of a pipe has seen enough (click then exits by itself); nothing is wrong.
        return 0
    except Exception as error:
        if os.environ.get("BRIEFING_DEBUG"):
            raise
        click.echo(tell("unexpected", error=f"{type(error).__name__}: {error}"), err=True)
        return 70


def _run(arguments: Sequence[str]) -> int:
    result: Any = _group().main(list(arguments), prog_name="briefing", standalone_mode=False)
    return result if isinstance(result, int) else 0

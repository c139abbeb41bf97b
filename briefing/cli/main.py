"""The program ``briefing``: its commands, loaded when they are called."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from briefing.cli.language import choose_language, tell

COMMANDS = ("build", "preview", "check", "kinds", "new", "schema")
_WIDTH = {"max_content_width": 100, "help_option_names": ["-h", "--help"]}


class _LazyGroup(click.Group):
    """A group that imports a command only when it runs: ``--help`` must answer at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"briefing.cli.{cmd_name}")
        command: click.Command = module.command()
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section(tell("commands")):
            formatter.write_dl([(name, tell(name)) for name in COMMANDS])


def _group() -> click.Group:
    group = _LazyGroup("briefing", help=tell("program"), context_settings=_WIDTH)
    group.params.append(language_option())
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


def language_option() -> click.Option:
    """Return ``--lang``, which every command accepts; it took effect before parsing."""
    return click.Option(
        ["--lang"],
        type=click.Choice(["vi", "en"]),
        expose_value=False,
        help=tell("language"),
    )


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

"""Groups of commands that import each command only when it runs: ``--help`` must answer at once."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword

import click

from briefing.cli.words import language_option, tell


class LazyGroup(click.Group):
    """A group of the commands in some modules; ``listed`` gives each command's name and key.

    The key names the command's one line of help in the catalogue, and ``package`` is where its
    module lies.
    """

    def __init__(self, name: str, package: str, listed: dict[str, str], help_text: str) -> None:
        super().__init__(name, help=help_text, context_settings=_SETTINGS)
        self.params.append(language_option())
        _worded(self)
        self._package = package
        self._listed = listed

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands in the order in which people meet them."""
        return list(self._listed)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command, whose module is imported only now."""
        if cmd_name not in self._listed:
            return None
        module = import_module(f"{self._package}.{module_of(cmd_name)}")
        command: click.Command = module.command()
        return _worded(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without importing any."""
        with formatter.section(tell("commands")):
            formatter.write_dl([(name, tell(key)) for name, key in self._listed.items()])


def module_of(command: str) -> str:
    """Return the name of a command's module; a keyword of Python is no name of one."""
    return f"{command}ing" if iskeyword(command) else command


def _worded(command: click.Command) -> click.Command:
    """Return a command whose usage says in the user's language what goes where."""
    command.options_metavar = tell("options_here")
    if isinstance(command, click.Group):
        command.subcommand_metavar = tell("command_here")
    for param in command.params:
        name = (param.name if isinstance(param, click.Argument) else param.type.name) or ""
        key = name.split()[0].rstrip("s") if name else ""
        if param.metavar is None and key in _CALLED and not isinstance(param.type, click.Choice):
            param.metavar = tell(_CALLED[key]) + ("..." if param.nargs == -1 else "")
    return command


_CALLED = {
    "block": "called_block",
    "fact": "called_fact",
    "file": "called_file",
    "integer": "called_integer",
    "kind": "called_kind",
    "name": "called_name",
    "path": "called_path",
    "source": "called_source",
    "text": "called_text",
}
"""What arguments and values of options are called in usage; the catalogue says it."""

_SETTINGS = {"max_content_width": 100, "help_option_names": ["-h", "--help"]}

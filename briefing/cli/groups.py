"""Groups of commands that import each command only when it runs: ``--help`` must answer at once."""

from __future__ import annotations

from importlib import import_module

import click

from briefing.cli.language import language_option, tell


class LazyGroup(click.Group):
    """A group of the commands in some modules; ``listed`` gives each command's name and key.

    The key names the command's one line of help in the catalogue, and ``package`` is where its
    module lies.
    """

    def __init__(self, name: str, package: str, listed: dict[str, str], help_text: str) -> None:
        super().__init__(name, help=help_text, context_settings=_SETTINGS)
        self.params.append(language_option())
        self._package = package
        self._listed = listed

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands in the order in which people meet them."""
        return list(self._listed)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command, whose module is imported only now."""
        if cmd_name not in self._listed:
            return None
        command: click.Command = import_module(f"{self._package}.{cmd_name}").command()
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without importing any."""
        with formatter.section(tell("commands")):
            formatter.write_dl([(name, tell(key)) for name, key in self._listed.items()])


_SETTINGS = {"max_content_width": 100, "help_option_names": ["-h", "--help"]}

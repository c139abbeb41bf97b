"""Paths on the command line: none is empty, which would silently mean the folder one works in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from briefing.cli.words import tell


class PathName(click.Path):
    """A path as it was typed, or as a ``Path`` when no slash at its end can matter."""

    def __init__(self, *, as_typed: bool = False) -> None:
        super().__init__(path_type=str if as_typed else Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path; refuse what is left where a variable was empty."""
        if value == "":
            self.fail(tell("empty_path"), param, ctx)
        return super().convert(value, param, ctx)

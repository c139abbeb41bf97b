"""Paths on the command line: none is empty, which would silently mean the folder one works in."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import click

from briefing.cli.words import language, tell


class PathName(click.Path):
    """A path as it was typed, or as a ``Path`` when no slash at its end can matter."""

    def __init__(self, *, as_typed: bool = False) -> None:
        super().__init__(path_type=str if as_typed else Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path; refuse what is left where a variable was empty."""
        if value == "":
            self.fail(tell("empty_path"), param, ctx)
        return super().convert(value, param, ctx)


class FolderName(PathName):
    """The path of a folder that is read, whose name the system can look up."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path; refuse a name that is longer than any, or goes round in circles."""
        from briefing.findings import Finding

        path = super().convert(value, param, ctx)
        try:
            path.stat()
        except OSError as error:
            # What is not there is told by whoever looks for something in it.
            if error.errno not in (errno.ENOENT, errno.ENOTDIR):
                values = {"errno": error.errno, "reason": error.strerror or str(error)}
                self.fail(Finding("file/unreadable", values=values).message(language()), param, ctx)
        return path

"""The command line: one module a command; parse, call the library, print, exit code."""

from briefing.cli.main import main

__all__ = ["main"]

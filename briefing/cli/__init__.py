"""The command line: one module a command; parse, call the library, print, exit code."""

from briefing.cli.main import main, program

__all__ = ["main", "program"]

"""The command line, as a function."""

from cli.running import briefing, here

__all__ = ["briefing", "here"]

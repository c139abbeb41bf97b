"""The tests of this folder run the command line."""

from cli.running import briefing

__all__ = ["briefing"]

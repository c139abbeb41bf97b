"""The command line as a fixture."""

from cli.running import briefing

__all__ = ["briefing"]

"""Tests of tables run the program as well."""

from cli.running import briefing

__all__ = ["briefing"]

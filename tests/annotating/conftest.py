"""Tests of copies with findings run the program as well."""

from cli.running import briefing

__all__ = ["briefing"]

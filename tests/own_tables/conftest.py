"""Tests of an input's own tables run the program as well."""

from cli.running import briefing, here

__all__ = ["briefing", "here"]

"""The command line, for tests of what it writes."""

from __future__ import annotations

from cli.running import briefing

__all__ = ["briefing"]

"""Every test works in an empty folder of its own, without packs of the user."""

from __future__ import annotations

from cli.running import briefing, here

__all__ = ["briefing", "here"]

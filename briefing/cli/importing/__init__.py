"""``briefing import``: what an office already keeps, into an input."""

from __future__ import annotations

from briefing.cli.groups import LazyGroup
from briefing.cli.words import tell


def command() -> LazyGroup:
    """Return the group."""
    return LazyGroup("import", __name__, {"figures": "import_figures"}, tell("imports"))


__all__ = ["command"]

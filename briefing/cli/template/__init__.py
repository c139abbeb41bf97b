"""``briefing template``: the templates of packs."""

from __future__ import annotations

from briefing.cli.groups import LazyGroup
from briefing.cli.words import tell

_LISTED = {"new": "template_new", "lint": "template_lint", "show": "template_show"}


def command() -> LazyGroup:
    """Return the group."""
    return LazyGroup("template", __name__, _LISTED, tell("own_templates"))


__all__ = ["command"]

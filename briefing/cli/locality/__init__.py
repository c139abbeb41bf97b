"""``briefing locality``: the packs of localities."""

from __future__ import annotations

from briefing.cli.groups import LazyGroup
from briefing.cli.words import tell

_LISTED = {
    "new": "locality_new",
    "list": "locality_list",
    "show": "locality_show",
    "diff": "locality_diff",
    "update": "locality_update",
    "pack": "locality_pack",
    "install": "locality_install",
}


def command() -> LazyGroup:
    """Return the group."""
    return LazyGroup("locality", __name__, _LISTED, tell("localities"))


__all__ = ["command"]

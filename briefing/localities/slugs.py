"""What can name a pack or a kind."""

from __future__ import annotations

import re

from briefing.boundaries import is_windows_device
from briefing.report import MAX_NAME, MAX_STEPS_OF_PACK

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_slug(name: str) -> bool:
    """Say whether a text can name a kind or one folder of packs, never a way elsewhere.

    Packs are sent on, so a name is one on every system: ``con`` and ``aux`` are devices of Windows.
    """
    fits = len(name) <= MAX_NAME and _SLUG.fullmatch(name) is not None
    return fits and not is_windows_device(name)


def is_pack_name(name: str) -> bool:
    """Say whether a text can name a pack: ``cao-son``, or in a folder ``phu-tho/cao-son``."""
    steps = name.split("/")
    return len(name) <= MAX_NAME and len(steps) <= MAX_STEPS_OF_PACK and all(map(is_slug, steps))


def above(name: str) -> str | None:
    """Return the pack in whose folder one lies by its name, if it lies in one."""
    return name.rpartition("/")[0] or None

"""What can name a pack or a kind."""

from __future__ import annotations

import re

from briefing.report import MAX_NAME

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_slug(name: str) -> bool:
    """Say whether a text can name a pack or a kind: one folder name, never a way elsewhere."""
    return len(name) <= MAX_NAME and _SLUG.fullmatch(name) is not None

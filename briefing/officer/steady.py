"""What a file says once it lasts.

An editor that writes in place leaves it empty for a while, then half written.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic

LASTING = 0.5
"""Seconds for which a file that others wrote stays as it is before what it says is believed."""

PATIENCE = 5.0
"""Seconds after which nobody waits any longer for a file that is written again and again."""

_LOOK = 0.05


class Steady:
    """Follows the content of one file, ``None`` while it cannot be read."""

    def __init__(self, read: Callable[[], bytes | None]) -> None:
        self._read = read
        self.known = read() or None

    async def lasts(self) -> bool:
        """Wait until the file says what it has said for a while; ``False`` where it never does."""
        content, begun = self._read(), monotonic()
        since = begun
        while content != self.known:
            await asyncio.sleep(_LOOK)
            if (now := self._read()) != content:
                content, since = now, monotonic()
            elif monotonic() - since >= LASTING:
                self.known = content
            if content != self.known and monotonic() - begun >= PATIENCE:
                return False
        return True

    def wrote(self, content: bytes) -> None:
        """Take what was written whole, in one step, for what the file says."""
        self.known = content

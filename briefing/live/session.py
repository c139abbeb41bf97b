"""The running preview: it makes the page again after each change and tells who listens."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing

from briefing.live.shown import Options, Shown, show
from briefing.watching import Stamp, Watched, changes_until, stamp, watched


class Session:
    """One input that is being written, and the page that it gives."""

    def __init__(self, options: Options) -> None:
        self.shown = Shown()
        self.language = options.language
        self._options = options
        self.version = 0
        self._made_of: Stamp | None = None
        self._changed = asyncio.Event()
        self._closed = asyncio.Event()

    async def refresh(self) -> None:
        """Make the page again; a page like the one before is not told."""
        # Taken first: what is written meanwhile is a change.
        self._made_of = stamp(self._watched())
        shown = await asyncio.to_thread(show, self._options, self.shown)
        new = self.version == 0 or shown != self.shown
        self.shown = shown
        if new:
            self.version += 1
            self._wake()

    async def follow(self) -> None:
        """Make the page again after every change until the session is closed."""
        async with aclosing(changes_until(self._closed, self._watched)) as told:
            async for _ in told:
                # Who writes a file makes its page at once; the watch tells of that file later.
                if stamp(self._watched()) != self._made_of:
                    await self.refresh()

    async def versions(self) -> AsyncIterator[int]:
        """Yield the number of the page as it is now, then of each new one."""
        told = 0
        while not self._closed.is_set():
            if told == self.version:
                await self._changed.wait()
            else:
                told = self.version
                yield told

    def close(self) -> None:
        """End the watch and all who listen."""
        self._closed.set()
        self._wake()

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    def _watched(self) -> Watched:
        others = self.shown.files.values()
        return watched(self._options.source, others, self._options.templates)

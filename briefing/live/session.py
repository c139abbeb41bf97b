"""The running preview: it makes the page again after each change and tells who listens."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing, suppress
from itertools import count
from typing import TYPE_CHECKING

from briefing.live.shown import Options, Shown, stages
from briefing.watching import Stamp, Watched, changes_until, stamp, watched

if TYPE_CHECKING:
    from briefing.library import HtmlPage

_KEPT = 4
"""How many pages are kept, to tell who has shown one of them what became of it."""

_REST = 0.1
"""Seconds that a page is shown before it is checked: what is typed meanwhile comes first."""

_NUMBERS = count(1)
"""No page is called as one of another session, which may have been of the same input."""


class Session:
    """One input that is being written, and the page that it gives.

    What others change is shown once ``settled``, if that is asked for.
    """

    def __init__(
        self, options: Options, settled: Callable[[], Awaitable[object]] | None = None
    ) -> None:
        self.shown = Shown()
        self.language = options.language
        self._options = options
        self._settled = settled
        self.version = 0
        self.pages: dict[int, HtmlPage] = {}
        self.step = asyncio.Lock()
        self._made_of: Stamp | None = None
        self._asked = self._brought = self._checked = self._wanted = 0
        self._work: asyncio.Task[None] | None = None
        self._hurry = asyncio.Event()
        self._went_on = asyncio.Event()
        self._changed = asyncio.Event()
        self._closed = asyncio.Event()

    async def refresh(self) -> None:
        """Make the page again, whole; a page like the one before is not told."""
        self.ask()
        await self.whole()

    def ask(self) -> int:
        """Begin to make the page again; return what ``brought`` waits for.

        Who changes a file holds ``step`` meanwhile: no stage of the work then runs beside.
        """
        self._asked += 1
        self._hurry.set()
        self._begin()
        return self._asked

    def _begin(self) -> None:
        if self._work is None or self._work.done():
            self._work = asyncio.create_task(self._made_again())

    async def brought(self, asked: int) -> None:
        """Wait until a page is shown that was begun when it was asked for, or later."""
        await self._until(lambda: self._brought >= asked)

    async def whole(self) -> None:
        """Wait until the page is the last one asked for, with all that is found."""
        asked = self._asked
        self._wanted = asked
        self._hurry.set()
        await self._until(lambda: self._checked >= asked)

    async def _until(self, done: Callable[[], bool]) -> None:
        while not done():
            ended = self._work
            if ended and ended.done() and not ended.cancelled():
                self._work = None
                ended.result()  # raises what ended it
            self._begin()
            await self._went_on.wait()

    async def _made_again(self) -> None:
        """Make the page until it is the last one that was asked for."""
        try:
            while self._checked < self._asked:
                await self._made(self._asked)
        finally:
            asyncio.get_running_loop().call_soon(self._tell)

    async def _made(self, asked: int) -> None:
        """Make the page stage by stage, as long as nothing newer is asked for."""
        # Taken first: what is written meanwhile is a change.
        self._made_of = stamp(self._watched())
        work = stages(self._options, self.shown)
        self._hurry = asyncio.Event()
        while self._asked == asked and self._checked < asked:
            # Two works at once would only wait for each other.
            async with self.step:
                if self._asked != asked:
                    return
                shown = await asyncio.to_thread(next, work)
            if shown:
                self._take(shown, asked)
                await self._rest()

    async def _rest(self) -> None:
        """Wait a little unless somebody waits for the checks, or for a newer page."""
        if self._wanted < self._brought and not self.shown.checked:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._hurry.wait(), _REST)

    def _take(self, shown: Shown, asked: int) -> None:
        new = self.version == 0 or shown != self.shown
        if shown.sheets and shown.sheets != self.shown.sheets:
            self.pages[next(_NUMBERS)] = shown.sheets
            while len(self.pages) > _KEPT:
                del self.pages[min(self.pages)]
        self.shown, self._brought = shown, asked
        self._checked = asked if shown.checked else self._checked
        self.version += new
        if new and shown.checked:
            self._changed.set()
            self._changed = asyncio.Event()
        self._tell()

    def _tell(self) -> None:
        """Wake those who wait for the work."""
        self._went_on.set()
        self._went_on = asyncio.Event()

    async def follow(self) -> None:
        """Make the page again after every change until the session is closed."""
        async with aclosing(changes_until(self._closed, self._watched)) as told:
            async for _ in told:
                # Who writes a file makes its page at once; the watch tells of that file later.
                if stamp(self._watched()) != self._made_of:
                    if self._settled:
                        await self._settled()
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
        self._changed.set()

    def _watched(self) -> Watched:
        others = self.shown.files.values()
        return watched(self._options.source, others, self._options.templates)

"""Python's search for cycles of objects, put off until nobody waits for an answer.

It looks through all that the program holds, which takes as long as half a document; in the middle
of what is typed, that would be every tenth sheet so much later.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.types import ASGIApp, Receive, Scope, Send

REST = 1.0
"""Seconds without a question after which cycles are looked for."""

MOST = 300
"""Answers after which they are looked for without a rest."""


@contextmanager
def collected_at_rest() -> Iterator[None]:
    """Leave the search for cycles to ``Resting`` until the block ends."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.unfreeze()
        if was_on:
            gc.enable()


class Resting:
    """Answers as an application does, and looks for cycles when it has answered for a while."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._answers = 0
        self._waiting: asyncio.TimerHandle | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer; the rest begins anew."""
        try:
            await self._app(scope, receive, send)
        finally:
            self._answers += 1
            if self._waiting:
                self._waiting.cancel()
            if self._answers < MOST:
                self._waiting = asyncio.get_running_loop().call_later(REST, self._collect)
            else:
                self._collect()

    def _collect(self) -> None:
        self._answers, self._waiting = 0, None
        gc.collect()
        if not gc.get_freeze_count():
            # What is there after the first answers stays: it need not be looked through again.
            gc.freeze()

"""Where the system lends no watch, changes are found by looking at the files again and again."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path
from typing import NoReturn

import pytest

from briefing import watching

PATIENCE = 30
"""Seconds for a change that is told within one."""


@pytest.fixture(autouse=True)
def _no_watch_left(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Path, **__: object) -> NoReturn:
        raise RuntimeError("Too many open files (os error 24)")

    for name in ("watch", "awatch"):
        monkeypatch.setattr(watching, name, refused)


def test_a_page_goes_on_following_its_file(source: Path) -> None:
    async def told() -> None:
        stop = asyncio.Event()
        asked = watching.watched(source, (), None)
        async with aclosing(watching.changes_until(stop, lambda: asked)) as changes:
            await anext(changes)
            source.write_text("schema: 1\n", encoding="utf-8")
            await asyncio.wait_for(anext(changes), PATIENCE)

    asyncio.run(told())


def test_a_preview_goes_on_following_its_file(source: Path) -> None:
    changes = watching.changes(source, None)
    next(changes)

    async def told() -> None:
        waiting = asyncio.create_task(asyncio.to_thread(next, changes))
        await asyncio.sleep(1)  # a look has begun
        source.write_text("schema: 1\n", encoding="utf-8")
        await asyncio.wait_for(waiting, PATIENCE)

    asyncio.run(told())

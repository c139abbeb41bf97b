"""Cycles of objects are looked for when nobody waits for an answer, and not seldom either."""

from __future__ import annotations

import asyncio
import gc
from typing import Any

import pytest

from briefing.officer import resting
from briefing.officer.resting import Resting, collected_at_rest


@pytest.fixture
def collected(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    found: list[int] = []
    monkeypatch.setattr(resting.gc, "collect", lambda: found.append(1))
    monkeypatch.setattr(resting.gc, "freeze", lambda: None)
    return found


async def asked(app: Resting, times: int) -> None:
    for _ in range(times):
        await app({}, None, None)  # type: ignore[arg-type]
        await asyncio.sleep(0)


async def answer(*_: Any) -> None:
    """Answer at once."""


def test_it_waits_for_a_rest(monkeypatch: pytest.MonkeyPatch, collected: list[int]) -> None:
    monkeypatch.setattr(resting, "REST", 0.05)

    async def run() -> tuple[int, int]:
        app = Resting(answer)
        await asked(app, 20)
        during = len(collected)
        await asyncio.sleep(0.3)
        return during, len(collected)

    assert asyncio.run(run()) == (0, 1)


def test_it_does_not_wait_for_ever(monkeypatch: pytest.MonkeyPatch, collected: list[int]) -> None:
    monkeypatch.setattr(resting, "MOST", 5)

    async def run() -> int:
        await asked(Resting(answer), 21)
        return len(collected)

    assert asyncio.run(run()) == 4


def test_python_looks_by_itself_again_afterwards() -> None:
    assert gc.isenabled()
    with collected_at_rest():
        assert not gc.isenabled()
    assert gc.isenabled()

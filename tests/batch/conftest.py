"""The command line, a folder of inputs and a folder to build into; packs only from the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import briefing
from exploring import ALL

from briefing.batch.pools import LocalPool, Pool

from .here import PoolHere
from .made import write_inputs

__all__ = ["briefing", "inputs", "out"]


@pytest.fixture(autouse=True)
def one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Build in this process where one is enough, where not all is tried.

    A process costs more than the five documents of a folder; what two do is tried with ``--jobs``,
    what becomes of one in the tests of workers, and how many there are by themselves with the
    program as users start it.
    """
    if not ALL:
        monkeypatch.setattr("briefing.batch.cores", lambda: 1)
        monkeypatch.setattr("briefing.batch.batch.LocalPool", pool)


def pool(jobs: int) -> Pool:
    """Return the pool of a batch: processes only where there are several."""
    return LocalPool(jobs) if jobs > 1 else PoolHere()


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """Return a folder with five inputs."""
    return write_inputs(tmp_path / "đầu vào", 5)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return the folder to build into, which is not there yet."""
    return tmp_path / "kết quả"

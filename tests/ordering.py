"""Which tests begin: long ones, so that no process is left with one at the end.

pytest-xdist deals the tests out in as many parts as it has processes, each part in the order given
here; who has done its own takes half of what another has yet to do, from the end. Tests in a
browser mostly wait, so they begin in a few of the parts and the others work meanwhile.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import groupby, islice
from pathlib import Path

import pytest

WAITING = 2
"""How many processes there are beyond the cores of the machine: those that wait for a browser."""

Files = list[list[pytest.Item]]


def processes() -> int:
    """Return how many processes the tests are dealt out to where nobody says how many."""
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    return cores + WAITING


def ordered(items: list[pytest.Item], parts: int) -> Iterator[pytest.Item]:
    """Yield all tests, file by file, those first in each of the parts that take long."""
    browsing, slow, others = _sorted(items)
    waiting = min(WAITING, (parts + 1) // 2)
    heads: Files = [[] for _ in range(parts)]
    for number, file in enumerate(browsing):
        heads[number % waiting] += file
    working = heads[waiting:] or heads
    for number, file in enumerate(slow):
        working[number % len(working)] += file
    rest = iter(item for file in others for item in file)
    left = len(items)
    for number, head in enumerate(heads):
        size = left // (parts - number)
        more = list(islice(rest, max(0, size - len(head))))
        left -= len(head) + len(more)
        yield from (*head, *more)
    yield from rest


def _sorted(items: list[pytest.Item]) -> tuple[Files, Files, Files]:
    """Return the files with tests in a browser, those with other slow tests, and all others."""
    files = [list(file) for _, file in groupby(items, key=lambda item: item.path)]
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    browsing = {item.path for item in items if _browses(item)}
    return (
        sorted((file for file in files if _of(file) in browsing), key=lambda f: _of(f) not in slow),
        [file for file in files if _of(file) in slow - browsing],
        [file for file in files if _of(file) not in slow | browsing],
    )


def _browses(item: pytest.Item) -> bool:
    return "chromium" in getattr(item, "fixturenames", ())


def _of(file: list[pytest.Item]) -> Path:
    return file[0].path

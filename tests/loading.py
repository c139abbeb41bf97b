"""In which order processes load the tests: each begins elsewhere, and compiles for the others.

On a fresh checkout compiling the tests, with what their assertions are to tell, takes as long as
all else that each process does before its first test.
"""

from __future__ import annotations

import compileall
import os
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
PROGRAM = TESTS.parent / "briefing"


@cache
def load_in_turn() -> None:
    """Load the tests, where several processes do; what fails at it is told when it is collected."""
    number = os.environ.get("PYTEST_XDIST_WORKER", "").removeprefix("gw")
    if not number.isdecimal():
        return
    parts = int(os.environ["PYTEST_XDIST_WORKER_COUNT"])
    plain = [*_modules(PROGRAM), *(file for file in _modules(TESTS) if not _has_tests(file))]
    for file in plain[int(number) :: parts]:
        compileall.compile_file(file, quiet=2)
    tests = [file for file in _modules(TESTS) if _has_tests(file)]
    for file in begun_at(int(number), parts, tests):
        with suppress(Exception, pytest.skip.Exception, pytest.fail.Exception):
            import_module(name_of(file))


def begun_at(number: int, parts: int, files: list[Path]) -> list[Path]:
    """Return all files, first those of one's own part, then what follows it around."""
    start = len(files) * number // parts
    return files[start:] + files[:start]


def name_of(file: Path) -> str:
    """Return the name by which pytest loads a module."""
    return ".".join(file.relative_to(TESTS).with_suffix("").parts)


def _modules(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def _has_tests(file: Path) -> bool:
    return file.name.startswith("test_")

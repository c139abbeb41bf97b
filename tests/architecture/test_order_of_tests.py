"""The tests are dealt out whole, those first that take long or wait."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import loading
import ordering
from in_rows import in_rows


@dataclass(frozen=True)
class Dealt:
    path: Path
    number: int
    slow: bool
    fixturenames: tuple[str, ...]

    def get_closest_marker(self, name: str) -> bool:
        return self.slow and name == "slow"


def some_tests(files: int, each: int) -> list[Any]:
    """Return tests of some files: every fifth has a browser, every seventh is slow."""
    return [
        Dealt(Path(f"test_{file}.py"), number, file % 7 == 0, ("chromium",) * (file % 5 == 0))
        for file in range(files)
        for number in range(each)
    ]


@in_rows("parts", [1, 2, 3, 4, 18])
@in_rows(("files", "each"), [(0, 1), (1, 1), (3, 2), (50, 3), (7, 100)])
def test_every_test_is_run_once(parts: int, files: int, each: int) -> None:
    every = some_tests(files, each)
    dealt = list(ordering.ordered(every, parts))

    assert len(dealt) == len(every)
    assert set(dealt) == set(every)


def test_each_part_begins_with_what_takes_long() -> None:
    every = some_tests(200, 3)
    dealt = list(ordering.ordered(every, 4))
    size = len(every) // 4
    firsts = [dealt[size * part] for part in range(4)]

    assert [bool(first.fixturenames) for first in firsts] == [True, True, False, False]
    assert [first.slow for first in firsts[2:]] == [True, True]


def test_a_file_stays_together() -> None:
    files = [test.path for test in ordering.ordered(some_tests(50, 3), 4) if test.fixturenames]

    assert files == [path for path in dict.fromkeys(files) for _ in range(3)]


def test_every_process_loads_every_file_and_each_begins_where_no_other_does() -> None:
    files = [Path(f"test_{number}.py") for number in range(10)]
    orders = [loading.begun_at(number, 4, files) for number in range(4)]

    assert [sorted(order) for order in orders] == [files] * 4
    assert len({order[0] for order in orders}) == 4


def test_tests_are_loaded_under_the_names_that_pytest_gives_them() -> None:
    # By another name a module would be loaded a second time.
    assert __name__ == loading.name_of(Path(__file__))

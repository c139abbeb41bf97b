"""A table that is tried in one test tells each of its rows that fails, and none hides another."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from in_rows import in_rows

TESTS = Path(__file__).resolve().parents[1]
TABLE = """
import pytest
from in_rows import in_rows

@in_rows(("one", "other"), [(1, 1), pytest.param(1, 2, id="unlike"), (3, 3), (5, 4)])
def test_alike(one, other):
    assert one == other, f"{one} is not {other}"

@in_rows("word", ["a", "b"])
@in_rows("number", [1, 2], ids=["first", "second"])
def test_both(tmp_path, number, word):
    assert tmp_path.is_dir()
    if (number, word) == (2, "a"):
        pytest.fail("these two")
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("table")
    (folder / "test_table.py").write_text(TABLE, encoding="utf-8")
    words = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q", "--color=no", folder]
    done = subprocess.run(
        words,
        cwd=folder,
        env={"PYTHONPATH": str(TESTS), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    return done.stdout


def test_each_row_that_fails_is_told_by_its_name(told: str) -> None:
    failed = {line.split(" - ")[0] for line in told.splitlines() if line.startswith("SUBFAILED")}

    assert len(failed) == 3
    assert {"[unlike]" in line or "[5-4]" in line or "[second-a]" in line for line in failed} == {
        True
    }


def test_each_is_told_with_what_was_compared(told: str) -> None:
    assert "1 is not 2" in told
    assert "assert 5 == 4" in told
    assert "these two" in told


@in_rows(("names", "case"), [("a", 5), ("a, b", (5, 6))])
def test_rows_have_as_many_values_as_names(names: str, case: object) -> None:
    @in_rows(names, [case])
    def several(**values: object) -> None:
        assert len(values) == len(names.split(","))

    several(None)

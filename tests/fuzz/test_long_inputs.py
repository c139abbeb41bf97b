"""Kilobytes of anything end within seconds, in bounded memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from exploring import drawn

from fuzz.long import TRIED


@pytest.mark.slow(reason="many inputs, each as long as may be, one after another")
def test_no_long_input_takes_long_or_much_memory() -> None:
    # Memory is counted by the process, so the cases have one of their own.
    done = subprocess.run(
        [sys.executable, "-m", "fuzz.long"],
        cwd=Path(__file__).resolve().parents[1],
        capture_output=True,
        encoding="utf-8",
        timeout=200 + drawn(80),
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert len({name.partition("/")[0] for name in TRIED}) == 7

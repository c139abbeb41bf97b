"""Progress: on a terminal how many, how fast, how long still; in a pipe or a file nothing of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from cli.running import Briefing, clean_environment, program

from .made import BAD, write, write_inputs


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_a_terminal_shows_count_rate_time_left_and_what_was_not_made(
    tmp_path: Path, out: Path
) -> None:
    import pty

    inputs = write_inputs(tmp_path / "in", 80)
    write(inputs / "a.yaml", BAD)
    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        program("build", inputs, "-d", out, "--jobs", 2),
        stderr=theirs,
        env=clean_environment({"COLUMNS": "120"}),
    )
    os.close(theirs)
    shown = b""
    while part := _read(ours):
        shown += part
    assert run.wait() == 1
    text = shown.decode()
    assert re.search(r"[1-9]\d*/81", text)
    assert re.search(r"\d+\.\d văn bản/giây", text)
    assert re.search(r"0:00:\d\d", text)
    assert "không lập được: 1" in text


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except OSError:
        return b""  # the other end is closed


def test_a_pipe_shows_only_the_summary(briefing: Briefing, inputs: Path, out: Path) -> None:
    outcome = briefing("build", inputs, "-d", out)
    assert outcome.err.splitlines()[0].split() == ["Đã", "lập", "5"]
    assert "\r" not in outcome.err
    assert "\x1b" not in outcome.err

"""kill -9 at random moments: no half file ever, and a resumed run ends as an undisturbed one.

``BRIEFING_KILLS`` sets how often a run is killed; 200 is what the figures in docs/batch.md rest on.
"""

from __future__ import annotations

import os
import random
import subprocess
import time
from pathlib import Path

import pytest
from cli.running import clean_environment, program
from exploring import drawn

from .made import files, journal, leftovers, single, write_inputs

KILLS = int(os.environ.get("BRIEFING_KILLS", drawn(20)))
DOCUMENTS = 2 * drawn(30)


@pytest.mark.slow(reason="the program is started and killed many times")
def test_random_kills_leave_whole_files_and_a_resumed_run_the_same_bytes(
    tmp_path: Path, out: Path
) -> None:
    inputs = write_inputs(tmp_path / "in", DOCUMENTS)
    expected = {
        path.relative_to(inputs).with_suffix(".docx").as_posix(): single(path)
        for path in inputs.rglob("*.yaml")
    }
    words = program("build", inputs, "-d", out, "--jobs", 2, "--resume")
    draw = random.Random(KILLS)
    started = midway = 0
    for _ in range(KILLS):
        if _count(out) == DOCUMENTS:
            for name in draw.sample(sorted(expected), DOCUMENTS // 2):
                (out / name).unlink()
        before = _count(out)
        run = subprocess.Popen(words, stderr=subprocess.DEVNULL, env=clean_environment())
        _wait_for(out, before + draw.randint(0, 8))
        time.sleep(draw.random() * 0.05)
        midway += run.poll() is None
        run.kill()
        run.wait()
        made = files(out)
        started += len(made) > before
        assert {name for name, content in made.items() if expected[name] != content} == set()
    assert started > KILLS // 2
    assert midway > KILLS // 2
    done = subprocess.run(
        words, capture_output=True, encoding="utf-8", env=clean_environment(), check=True
    )
    assert files(out) == expected
    assert leftovers(out) == []
    assert len({str(record["name"]) for record in journal(out)}) == DOCUMENTS
    assert "Thất bại          0" in done.stderr


def _count(out: Path) -> int:
    return len(list(out.rglob("*.docx")))


def _wait_for(out: Path, count: int) -> None:
    for _ in range(3000):
        if _count(out) >= min(count, DOCUMENTS):
            return
        time.sleep(0.01)

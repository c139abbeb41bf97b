"""Processes that die: what was under way is done by others, and only a killer is given up."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from cli.running import clean_environment, program, until
from exploring import drawn

from briefing.batch import Outcome, Settings, build_batch, gather

from .made import files, leftovers, single, text, write, write_inputs
from .poison import work


@pytest.fixture(autouse=True)
def one_process() -> None:
    """Build in processes, which are what is looked at here, also where one is enough."""


def built(inputs: Path, out: Path, jobs: int = 2) -> dict[str, Outcome]:
    """Build with the work that misbehaves to order; every input must be told exactly once."""
    found = gather(inputs)
    outcomes = list(build_batch(found, Settings(out), jobs=jobs, work=work))
    assert len(outcomes) == len(found)
    return {outcome.name: outcome for outcome in outcomes}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_that_kills_its_worker_is_given_up_and_all_others_are_built(
    inputs: Path, out: Path, jobs: int
) -> None:
    write_inputs(inputs, drawn(40))
    for name in ("a-dies", "m-dies", "z-exits"):
        write(inputs / f"{name}.yaml", text(1))
    outcomes = built(inputs, out, jobs)
    failed = {name: outcome for name, outcome in outcomes.items() if outcome.state == "failed"}
    assert set(failed) == {"a-dies.docx", "m-dies.docx", "z-exits.docx"}
    assert {outcome.findings[0].rule for outcome in failed.values()} == {"batch/worker-died"}
    assert {outcome.code for outcome in failed.values()} == {2}
    assert files(out) == {
        name: single((inputs / name).with_suffix(".yaml")) for name in outcomes.keys() - failed
    }


@pytest.mark.parametrize("name", ["once", "after"])
def test_a_worker_that_dies_once_costs_nothing(inputs: Path, out: Path, name: str) -> None:
    source = write(inputs / f"{name}.yaml", text(1))
    outcomes = built(inputs, out)
    assert {outcome.state for outcome in outcomes.values()} == {"built"}
    assert (out / f"{name}.docx").read_bytes() == single(source)
    assert leftovers(out) == []


def test_a_failure_that_cannot_be_sent_back_is_the_documents_own(inputs: Path, out: Path) -> None:
    write(inputs / "strange.yaml", text(1))
    outcomes = built(inputs, out)
    states = {name: outcome.state for name, outcome in outcomes.items()}
    assert states.pop("strange.docx") == "failed"
    assert set(states.values()) == {"built"}


def _alive(mark: str) -> set[int]:
    """Return the processes that were started with a mark in their environment."""
    found = set()
    for entry in Path("/proc").glob("[0-9]*"):
        # A process that ended meanwhile, or is somebody else's, is none of them.
        with suppress(OSError):
            if mark.encode() in (entry / "environ").read_bytes():
                found.add(int(entry.name))
    return found


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="only Linux has /proc")
def test_no_process_outlives_a_killed_run(tmp_path: Path, out: Path) -> None:
    inputs, mark = write_inputs(tmp_path / "in", 300), f"MARK={tmp_path}"
    run = subprocess.Popen(
        program("build", inputs, "-d", out, "--jobs", 2),
        stderr=subprocess.DEVNULL,
        env=clean_environment({"MARK": str(tmp_path)}),
    )
    until(lambda: any(out.rglob("*.docx")), alive=run)
    assert len(_alive(mark)) >= 4, "the run, the server of its processes, two of them"
    run.kill()
    run.wait()
    for _ in range(100):
        if not _alive(mark):
            return
        time.sleep(0.1)
    pytest.fail(f"still there: {_alive(mark)}")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl+C otherwise")
def test_ctrl_c_stops_cleanly_and_resume_goes_on(tmp_path: Path, out: Path) -> None:
    inputs = write_inputs(tmp_path / "in", 300)
    words = program("build", inputs, "-d", out, "--jobs", 2, "--resume")
    run = subprocess.Popen(
        words,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=clean_environment(),
        start_new_session=True,
    )
    until(lambda: len(list(out.rglob("*.docx"))) >= 5, alive=run)
    os.killpg(run.pid, signal.SIGINT)
    _, said = run.communicate(timeout=30)
    assert run.returncode == 130
    assert "Đã dừng: xong " in said
    assert "/300. Chạy lại với --resume" in said
    assert "Traceback" not in said
    assert leftovers(out) == []
    done = len(files(out))
    assert 5 <= done < 300
    for path in sorted(inputs.rglob("*.yaml"))[done + 10 :]:
        path.unlink()
    left = {
        path.relative_to(inputs).with_suffix(".docx").as_posix() for path in inputs.rglob("*.yaml")
    }
    subprocess.run(words, check=True, stderr=subprocess.DEVNULL, env=clean_environment())
    assert left <= set(files(out))

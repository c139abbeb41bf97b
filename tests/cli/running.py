"""How the tests run the command line: in this process, or as a program of its own."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefing.cli import main

REPOSITORY = Path(__file__).resolve().parents[2]
HOA_BINH = REPOSITORY / "inputs" / "hoa-binh-2023.yaml"
KY_ANH = REPOSITORY / "inputs" / "ky-anh-2023.yaml"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run of the program returned and printed."""

    code: int
    out: str
    err: str


Briefing = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, without packs of the user; a folder of tests takes it as it is."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    return tmp_path


@pytest.fixture
def briefing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Briefing:
    """Return the command line as a function; whatever it is given, it shows no traceback."""
    monkeypatch.delenv("BRIEFING_LANG", raising=False)
    monkeypatch.delenv("BRIEFING_DEBUG", raising=False)
    monkeypatch.setenv("LANGUAGE", "vi")  # the program sets it; this puts it back afterwards

    def run(*arguments: object) -> Outcome:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        assert "Traceback" not in printed.out + printed.err
        return Outcome(code, printed.out, printed.err)

    return run


def run_program(
    *arguments: object, folder: Path, environment: dict[str, str] | None = None
) -> Outcome:
    """Run the program as users do, in a folder, and return what it printed."""
    done = subprocess.run(
        program(*arguments),
        cwd=folder,
        env=clean_environment(environment),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def run_forked(
    *arguments: object, folder: Path, environment: dict[str, str] | None = None
) -> Outcome:
    """Do the same as ``run_program`` in a child of a process that has the program loaded.

    That is ten times as fast; only how a Python of its own starts is not seen.
    """
    with tempfile.TemporaryDirectory() as name:
        said = {stream: Path(name, stream) for stream in ("out", "err")}
        job = {
            "words": [str(word) for word in arguments],
            "folder": str(folder),
            "environment": clean_environment(environment),
            **{stream: str(file) for stream, file in said.items()},
        }
        code = asked(job)
        assert code is not None
        return Outcome(code, *(file.read_text(encoding="utf-8") for file in said.values()))


def asked(job: dict[str, Any]) -> int | None:
    """Return what the process that has the program loaded answers to a job."""
    host = _host()
    assert host.stdin
    assert host.stdout
    print(json.dumps(job), file=host.stdin, flush=True)
    answer: int | None = json.loads(host.stdout.readline())
    return answer


@cache
def _host() -> subprocess.Popen[str]:
    """Return the process that has the program loaded; it ends with this one."""
    words = [sys.executable, str(Path(__file__).with_name("forking.py"))]
    environment = clean_environment({"PYTHONPATH": os.pathsep.join(sys.path)})
    pipe = subprocess.PIPE
    host = subprocess.Popen(words, stdin=pipe, stdout=pipe, env=environment, text=True)

    def end() -> None:
        host.communicate()

    atexit.register(end)
    return host


def until(happened: Callable[[], object], *, alive: subprocess.Popen[Any] | None = None) -> None:
    """Wait for something; fail after a minute, or as soon as the process ends that should do it."""
    end = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < end, "waited for a minute"
        assert alive is None or alive.poll() is None, "the process ended before"
        time.sleep(0.02)


def program(*arguments: object) -> list[str]:
    """Return the words that start the program on this Python."""
    return [sys.executable, "-m", "briefing", *map(str, arguments)]


def clean_environment(extra: dict[str, str] | None = None) -> dict[str, str]:
    """Return this environment without the settings that would change what is printed."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("BRIEFING_")}
    return {**kept, "TERM": "xterm", **(extra or {})}

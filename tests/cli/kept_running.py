"""The program as a process that goes on while a test asks it something.

``started`` starts it as users do. ``forked`` does the same in a child of a process that has the
program loaded, which is ten times as fast; only how a Python of its own starts is not seen.
What a process leaves behind when it is killed goes with a folder of its own for temporary files.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol, TextIO, cast

from cli.running import asked, clean_environment, program

PATIENCE = 60.0


class Process(Protocol):
    """What tests do with a process."""

    pid: int
    stderr: TextIO

    def send_signal(self, number: int) -> None: ...
    def terminate(self) -> None: ...
    def kill(self) -> None: ...
    def wait(self, timeout: float) -> int: ...


class Start(Protocol):
    """Starts the program with some words in a folder, whose settings are the user's."""

    def __call__(self, *words: object, folder: Path) -> AbstractContextManager[Process]: ...


def environment(folder: Path) -> dict[str, str]:
    return clean_environment({"XDG_CONFIG_HOME": str(folder / "settings")})


@contextmanager
def started(*words: object, folder: Path) -> Iterator[Process]:
    with (
        tempfile.TemporaryDirectory() as temporary,
        subprocess.Popen(
            program(*words),
            cwd=folder,
            env={**environment(folder), "TMPDIR": temporary},
            stderr=subprocess.PIPE,
            encoding="utf-8",
        ) as process,
    ):
        yield cast(Process, process)


@contextmanager
def forked(*words: object, folder: Path) -> Iterator[Process]:
    with tempfile.TemporaryDirectory() as name:
        said = Path(name, "err")
        os.mkfifo(said)
        job = {
            "words": [str(word) for word in words],
            "folder": str(folder),
            "environment": {**environment(folder), "TMPDIR": name},
            "out": os.devnull,
            "err": str(said),
            "kept": True,
        }
        pid = asked(job)
        assert pid
        with said.open(encoding="utf-8") as stderr:
            child = _Child(pid, stderr)
            try:
                yield child
            finally:
                child.kill()
                child.wait(PATIENCE)


@contextmanager
def forked_on(terminal: str, *words: object, folder: Path, **extra: str) -> Iterator[Running]:
    """Run the program in a child as ``forked`` does, with a terminal to write to."""
    with tempfile.TemporaryDirectory() as temporary:
        job = {
            "words": [str(word) for word in words],
            "folder": str(folder),
            "environment": {**environment(folder), "TMPDIR": temporary, **extra},
            "out": terminal,
            "err": terminal,
            "kept": True,
        }
        pid = asked(job)
        assert pid
        child = Running(pid)
        try:
            yield child
        finally:
            child.kill()
            child.wait(PATIENCE)


class Running:
    """A process whose end another one sees."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._code: int | None = None

    def send_signal(self, number: int) -> None:
        if self._code is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def wait(self, timeout: float) -> int:
        if self._code is None:
            self._code = asked({"wait": self.pid, "seconds": timeout})
        assert self._code is not None, "the process does not end"
        return self._code

    def poll(self) -> int | None:
        """Return the code with which the process ended, ``None`` while it runs."""
        if self._code is None:
            self._code = asked({"wait": self.pid, "seconds": 0})
        return self._code


class _Child(Running):
    """One whose standard error is read."""

    def __init__(self, pid: int, stderr: TextIO) -> None:
        super().__init__(pid)
        self.stderr = stderr

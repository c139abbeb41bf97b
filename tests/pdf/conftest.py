"""A LibreOffice that misbehaves to order, and the command line with an input to build."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest
from cli.conftest import source
from cli.running import briefing

__all__ = ["briefing", "office", "source"]

FAKE = """\
#!{python}
import os, sys, time, subprocess
from pathlib import Path

calls = Path({calls!r})
with calls.open("a", encoding="utf-8") as file:
    print(*sys.argv[1:], sep="\\t", file=file)
turn = len(calls.read_text(encoding="utf-8").splitlines())
source = Path(sys.argv[-1])
target = Path(sys.argv[sys.argv.index("--outdir") + 1], source.stem + ".pdf")


def works():
    target.write_bytes(b"%PDF-1.7 made from " + source.read_bytes())


def fails():
    sys.exit("javaldx: failed\\nError: source file could not be loaded")


def crashes_after_writing():
    works()
    sys.exit(81)


def writes_nothing():
    pass


def writes_no_pdf():
    target.write_bytes(b"<html>")


def makes_a_pipe():
    os.mkfifo(target)


def makes_a_link_without_end():
    target.symlink_to("/dev/zero")


def makes_a_giant():
    works()
    os.truncate(target, 1 << 40)


def works_and_leaves_a_child():
    works()
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    calls.with_name("child").write_text(str(child.pid))


def hangs():
    child = "import time; time.sleep(600)"
    process = subprocess.Popen([sys.executable, "-c", child])
    calls.with_name("child").write_text(str(process.pid))
    time.sleep(600)


globals()[{turns!r}[turn - 1]]()
"""


class Office:
    """A folder with a program ``soffice`` that does in each turn what it was told to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._calls = folder / "calls"

    def does(self, *turns: str, name: str = "soffice") -> Path:
        """Install the program: ``works``, ``fails``, ``hangs`` …, one word a turn."""
        text = FAKE.format(python=sys.executable, calls=str(self._calls), turns=turns)
        program = self.folder / name
        program.write_text(text, encoding="utf-8")
        program.chmod(0o755)
        return program

    @property
    def calls(self) -> list[list[str]]:
        """The arguments of each start."""
        if not self._calls.exists():
            return []
        return [line.split("\t") for line in self._calls.read_text(encoding="utf-8").splitlines()]

    def child_lives(self) -> bool:
        """Say whether what a hanging program started still runs, a killed one after its moment."""
        pid = int((self.folder / "child").read_text())
        for _ in range(100):
            if not _lives(pid):
                return False
            time.sleep(0.05)
        return True


def runs(word: str) -> bool:
    """Say whether a process runs that was started with a word, a killed one after its moment."""
    for _ in range(100):
        if not any(word in _words(entry) for entry in Path("/proc").glob("[0-9]*")):
            return False
        time.sleep(0.02)
    return True


def _words(process: Path) -> list[str]:
    """Return the words that started a process; one that is dead has none."""
    try:
        return (process / "cmdline").read_bytes().decode(errors="replace").split("\0")
    except OSError:
        return []


def _lives(pid: int) -> bool:
    if not Path("/proc/self").exists():
        return _exists(pid)
    # Dead but not yet collected by its new parent counts as dead.
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def office(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Return the folder that alone is on PATH; it is empty until the program is installed."""
    folder = tmp_path_factory.mktemp("office")
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr("briefing.pdf.USUAL_PLACES", {})
    return Office(folder)

"""The live page as a program of its own, and copies of shipped files to change under it."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cli.running import HOA_BINH, REPOSITORY, clean_environment, program

LETTER = REPOSITORY / "inputs" / "cong-van-792-2022.yaml"
PATIENCE = 20.0


@contextmanager
def served(*arguments: object, folder: Path) -> Iterator[str]:
    """Serve the page of an input in a folder and give its address; it is ended with the block."""
    with subprocess.Popen(
        program("preview", "--serve", *arguments),
        cwd=folder,
        env=clean_environment({"XDG_CONFIG_HOME": str(folder / "settings")}),
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as running:
        assert running.stderr
        said = running.stderr.readline()
        try:
            _, found, rest = said.partition("http://127.0.0.1:")
            assert found, said + running.stderr.read() if running.poll() else said
            yield found + rest.partition(" ")[0].strip()
        finally:
            running.send_signal(signal.SIGINT)
            ended = running.wait(PATIENCE)
            last = running.stderr.read()
    assert ended == 130
    assert last.strip() in ("Đã dừng.", "Stopped.")


def copied(source: Path, folder: Path) -> Path:
    return Path(shutil.copy(source, folder))


def change(file: Path, old: str, new: str) -> float:
    """Write a file with one text replaced as an editor saves it; return when it was there."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
    beside = file.with_name(f".{file.name}.new")
    beside.write_text(text.replace(old, new), encoding="utf-8")
    beside.replace(file)
    return time.monotonic()


__all__ = ["HOA_BINH", "LETTER", "PATIENCE", "change", "copied", "served"]

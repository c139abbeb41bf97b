"""The live page as a program of its own, and copies of shipped files to change under it."""

from __future__ import annotations

import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cli.kept_running import PATIENCE, Start, forked
from cli.running import HOA_BINH, REPOSITORY

LETTER = REPOSITORY / "inputs" / "cong-van-792-2022.yaml"


@contextmanager
def served(*arguments: object, folder: Path, start: Start = forked) -> Iterator[str]:
    """Serve the page of an input in a folder and give its address; it is ended with the block."""
    with start("preview", "--serve", *arguments, folder=folder) as running:
        said = running.stderr.readline()
        try:
            _, found, rest = said.partition("http://127.0.0.1:")
            assert found, said
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

"""A Word file printed to PDF by LibreOffice."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import IO

from briefing.findings import Finding, OutputError
from briefing.output import Scratch, sweep

TIME_LIMIT = 60
"""Seconds that one conversion may take."""

TRIES = 2
"""A start of LibreOffice now and then fails for no lasting reason; the next one works."""

MAX_PDF = 256 * 1024 * 1024
"""Bytes of the largest PDF that is taken; a report of a hundred pages has one or two million."""

_TAIL = 4096
"""Bytes at the end of a log in which its last line is looked for."""

USUAL_PLACES = {
    "win32": (
        "C:/Program Files/LibreOffice/program/soffice.exe",
        "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    ),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
}
"""Where LibreOffice is on systems that do not put it on PATH."""


def to_pdf(docx: bytes) -> bytes:
    """Return a Word file as PDF.

    Raises OutputError when LibreOffice is not there or fails in every try.
    """
    office = find_office()
    if office is None:
        raise OutputError([Finding("pdf/no-libreoffice")])
    sweep(end_left)
    values: dict[str, object] = {}
    for _ in range(TRIES):
        try:
            return _convert(office, docx)
        except (_NoPdfError, subprocess.TimeoutExpired, OSError) as error:
            values = _reason(error)
    raise OutputError([Finding("pdf/failed", values=values)])


PROGRAM = "LibreOffice"


class _NoPdfError(Exception):
    """One conversion gave no PDF; the text says why."""


def _reason(failure: Exception) -> dict[str, object]:
    if isinstance(failure, subprocess.TimeoutExpired):
        return {"reason": f"soffice: > {TIME_LIMIT} s", "said_by": PROGRAM}
    if isinstance(failure, OSError):
        return {"errno": failure.errno, "reason": failure.strerror or str(failure)}
    return {"reason": str(failure), "said_by": PROGRAM}


def find_office() -> str | None:
    """Return the program on PATH or in a usual place."""
    on_path = (shutil.which(name) for name in ("soffice", "libreoffice"))
    elsewhere = (shutil.which(place) for place in USUAL_PLACES.get(sys.platform, ()))
    return next(filter(None, chain(on_path, elsewhere)), None)


def _convert(office: str, docx: bytes) -> bytes:
    """Return the PDF of one conversion, made in a folder that is removed afterwards."""
    with Scratch() as scratch:
        source, pdf, log = (scratch.folder / f"report.{kind}" for kind in ("docx", "pdf", "log"))
        source.write_bytes(docx)
        code = _run(office, source, log)
        content = made(pdf)
        if code or not content.startswith(b"%PDF"):
            raise _NoPdfError(f"soffice: exit {code}{last_words(log)}")
        return content


def made(file: Path) -> bytes:
    """Return the PDF that was written, nothing where there is none: no link, pipe or giant is."""
    try:
        found = file.lstat()
        whole = stat.S_ISREG(found.st_mode) and found.st_size <= MAX_PDF
        return file.read_bytes() if whole else b""
    except OSError:
        return b""


def _run(office: str, source: Path, log: Path) -> int:
    """Return the exit code of LibreOffice, which is killed with its children when it hangs."""
    words = [*printing(office, source.parent / "profile", source.parent), str(source)]
    # Output goes to a file, for a pipe stays open as long as any child of LibreOffice lives.
    with log.open("wb") as said, start(words, said, source.parent) as process:
        try:
            return process.wait(TIME_LIMIT)
        finally:
            kill(process)


def printing(office: str, profile: Path, folder: Path) -> list[str]:
    """Return the command that prints the files named after it into a folder."""
    return [office, _own(profile), "--headless", "--convert-to", "pdf", "--outdir", str(folder)]


def _own(profile: Path) -> str:
    # A profile of its own: else LibreOffice hands the work to a copy that is already open.
    return f"-env:UserInstallation={profile.as_uri()}"


def start(words: list[str], log: IO[bytes], folder: Path) -> subprocess.Popen[bytes]:
    """Return a started process whose output goes to a log, and which can be killed whole.

    Its own temporary files lie in ``folder`` as well, and go with it.
    """
    return subprocess.Popen(  # noqa: S603 - the program found above and paths made here
        words,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
        env={**os.environ, **dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(folder))},
        start_new_session=True,  # a group of its own can be killed whole; Windows ignores this
    )


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a process that ``start`` returned, with the children that it leaves behind."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def end_left(folder: Path) -> None:
    """End every LibreOffice that still works for a process that is gone, in its folder.

    Known by its profile, a name that no other process has. Windows keeps the files of a process
    that lives; they go with the run after it has ended.
    """
    own = _own(folder / "profile").encode()
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        # A process that ended meanwhile, or is somebody else's, is none of them.
        with suppress(OSError):
            if own in entry.read_bytes().split(b"\0"):
                os.kill(int(entry.parent.name), signal.SIGKILL)


def last_words(log: Path) -> str:
    """Return the last line of a log, to stand after another reason."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - _TAIL))
            text = file.read(_TAIL).decode("utf-8", "replace")
    except OSError:
        return ""
    *_, last = ["", *text.strip().splitlines()]
    return f"; {last[:200]}" if last else ""

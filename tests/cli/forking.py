"""Runs the program in children of a process that has it loaded; jobs come as lines of JSON.

A job names words, a folder to work in, and what the streams 1 and 2 are: ``closed``, ``full``,
``left`` (a pipe that nobody reads any more), or the name of a file; it may name the environment.
The answer is the exit code. A job that is to be ``kept`` is answered with the number of its
process, for whose end a job of its own can ask: ``wait`` for so many ``seconds``.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
import time
from typing import Any, TextIO

from briefing.cli.main import program
from cli.loaded import load_all, load_pages


def answer(job: dict[str, Any]) -> int | None:
    if "wait" in job:
        return _end_of(job["wait"], time.monotonic() + job["seconds"])
    if job.get("kept"):
        load_pages()
    child = os.fork()
    if child == 0:
        code = 99
        try:
            code = _run(job)
        finally:
            os._exit(code)
    if job.get("kept"):
        return child
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _end_of(child: int, end: float) -> int | None:
    """Return the exit code of a process, ``None`` where it does not end in time."""
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() > end:
            return None
        time.sleep(0.01)


def _run(job: dict[str, Any]) -> int:
    os.chdir(job["folder"])
    if "environment" in job:
        os.environ.clear()
        os.environ.update(job["environment"])
        tempfile.tempdir = None  # where files go that are temporary is in the environment too
    # The jobs of the others are not for the child to read.
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, what in (1, job["out"]), (2, job["err"]):
        _redirect(number, what)
    # As Python does when it starts; who starts the tests may have it pass over Ctrl+C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.stdout, sys.stderr = (_opened(number) for number in (1, 2))  # type: ignore[assignment]
    sys.argv = ["briefing", *job["words"]]
    code = program()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    return code


def _redirect(number: int, what: str) -> None:
    if what == "closed":
        os.close(number)
        return
    if what == "left":
        reading, writing = os.pipe()
        os.close(reading)
    else:
        name = "/dev/full" if what == "full" else what
        writing = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(writing, number)
    os.close(writing)


def _opened(number: int) -> TextIO | None:
    try:
        os.fstat(number)
    except OSError:
        return None
    return open(number, "w", encoding="utf-8", closefd=False)


if __name__ == "__main__":
    load_all()

    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)

"""What a reader may answer to any bytes at all: a value, or errors that carry findings."""

from __future__ import annotations

import os
import tempfile
from atexit import register
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from shutil import rmtree

from briefing import Finding, UserError

REPOSITORY = Path(__file__).resolve().parents[2]

NOTHING = Finding("")

_stamps = count(1)


@cache
def folder() -> Path:
    """Return the folder of this process in which cases are laid down."""
    made = Path(tempfile.mkdtemp(prefix="fuzz-"))
    register(rmtree, made, ignore_errors=True)
    return made


def put(name: str, data: bytes) -> Path:
    """Lay a case down as a file; every one has its own stamp, so that no cache keeps the last."""
    file = folder() / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    stamp = next(_stamps) * 1_000_000
    os.utime(file, ns=(stamp, stamp))
    return file


@contextmanager
def users_faults() -> Iterator[None]:
    """Let errors end here that carry findings; everything else goes through and is a crash."""
    findings: list[Finding] = [NOTHING]
    try:
        yield
    except UserError as error:
        findings = error.findings
    assert findings, "an error without findings tells nobody what to do"
    told(finding for finding in findings if finding is not NOTHING)


def told(findings: Iterable[Finding]) -> None:
    """Say every finding in both languages, as the command line would."""
    for finding in findings:
        for language in ("vi", "en"):
            # What cannot be encoded cannot be printed either.
            assert finding.as_text(language).encode("utf-8")
            assert finding.as_data(language)["message"]

"""What earlier runs wrote into a folder, one line a document, and a line more for each new one.

A record is a line feed and a JSON object, added in one step at the end of the file. One that was
cut off by a kill or a full disk is no JSON and is passed over; the next one begins a line of its
own, so runs that work at the same time do not disturb each other.
"""

from __future__ import annotations

import json
import os
import stat
from collections import defaultdict
from contextlib import suppress
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, Self

from briefing.batch.lock import only_run
from briefing.batch.model import Lead, Outcome, Record, Task
from briefing.findings import Finding, Origin, OutputError

FILE = ".briefing-batch.jsonl"
LONGEST = 1_000_000
"""Bytes of the longest record that is read."""

TEMPORARY = ".briefing-batch-"
"""How the temporary files of batches begin, so that nobody else's are taken for leftovers."""


class _Said(NamedTuple):
    digest: str
    leads: tuple[Lead, ...]
    outputs: dict[str, str]


class Journal:
    """The journal of a folder, open for this run; the folder is made when it is not there.

    Raises OutputError when the folder cannot be written to.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        file = folder / FILE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            # A link would lead the records into another file.
            flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
            flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
            self._file = os.open(file, flags, 0o666)
        except OSError as error:
            raise OutputError([_failed(file, _reason(error))]) from None
        if not stat.S_ISREG(os.fstat(self._file).st_mode):
            os.close(self._file)
            raise OutputError([Finding("file/not-a-file", origin=Origin(str(file)))])
        self._known: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self._last: dict[str, _Said] = {}
        self._printed: dict[str, dict[str, str]] = defaultdict(dict)
        self._fault: dict[str, object] = {}
        self._read_to = 0
        self.read()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._file)

    def read(self) -> None:
        """Take in what the file says, or what other runs added to it since."""
        with (self._folder / FILE).open("rb") as file:
            file.seek(self._read_to)
            for line in iter(partial(file.readline, LONGEST), b""):
                # A line that is not ours tells nothing; the documents are then compared instead.
                with suppress(KeyError, TypeError, ValueError, AttributeError, RecursionError):
                    self._take(json.loads(line))
                # The last one may still be on its way, and is read once more.
                self._read_to = file.tell() - len(line)

    def record(self, name: str) -> Record | None:
        """Return what is known of the document whose first output has a name."""
        said = self._last.get(name)
        return Record(*said, frozenset(self._known[name])) if said else None

    def add(self, outcome: Outcome) -> None:
        """Remember a document that was built, or found as it would be built."""
        said = _Said(outcome.digest, outcome.leads, outcome.outputs)
        if outcome.digest and self._last.get(outcome.name) != said:
            leads = [asdict(lead) for lead in outcome.leads]
            self._append({"name": outcome.name, **said._asdict(), "leads": leads})

    def word_of(self, name: str, content: str) -> str | None:
        """Return the SHA-256 of the Word file that a PDF of a name and a SHA-256 was made of."""
        return self._printed[name].get(content)

    def has_printed(self, name: str) -> bool:
        """Say whether any run made a PDF of a name."""
        return bool(self._printed[name])

    def add_printed(self, name: str, word: str, content: str) -> None:
        """Remember a PDF that is about to be written, by its SHA-256 and that of its Word file."""
        self._append({"pdf": name, "of": word, "sha256": content})

    def sweep(self, tasks: list[Task]) -> None:
        """Remove what was left half written, unless another run is at work here."""
        with only_run(self._file) as alone:
            if not alone:
                return
            for folder in {self._folder, *((self._folder / task.target).parent for task in tasks)}:
                for leftover in folder.glob(f"{TEMPORARY}*.tmp"):
                    with suppress(OSError):
                        leftover.unlink()

    @property
    def fault(self) -> Finding | None:
        """Why the last record could not be written, if so."""
        return _failed(self._folder / FILE, self._fault) if self._fault else None

    def _append(self, said: dict[str, Any]) -> None:
        line = b"\n" + json.dumps(said).encode("ascii")
        try:
            written = os.write(self._file, line)
            self._fault = {} if written == len(line) else {"reason": f"{written}/{len(line)}"}
        except OSError as error:
            # The document is there; a later run finds it the same as it would be built.
            self._fault = _reason(error)
        self._take(said)

    def _take(self, said: dict[str, Any]) -> None:
        if "pdf" in said:
            self._printed[_inside(said["pdf"])][_text(said["sha256"])] = _text(said["of"])
            return
        name = _inside(said["name"])
        leads = tuple(_lead(**lead) for lead in said["leads"])
        outputs = {_inside(output): _text(sha) for output, sha in said["outputs"].items()}
        self._last[name] = _Said(_text(said["digest"]), leads, outputs)
        self._known[name].update(outputs.items())


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _inside(name: Any) -> str:
    """Return the name of a file that lies in the folder; raises ValueError for any other."""
    path = Path(_text(name))
    if path.is_absolute() or path.drive or ".." in path.parts or "\0" in name:
        raise ValueError
    return str(name)


def _lead(file: Any, locality: Any, day: Any) -> Lead:
    return Lead(_text(file), None if locality is None else _text(locality), _text(day))


def _reason(error: OSError) -> dict[str, object]:
    return {"errno": error.errno, "reason": error.strerror or str(error)}


def _failed(file: Path, values: dict[str, object]) -> Finding:
    return Finding("output/failed", origin=Origin(str(file)), values=values)

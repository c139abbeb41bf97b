"""What earlier runs wrote into a folder, one line a document, and a line more for each new one.

A record is a line feed and a JSON object, added in one step at the end of the file. One that was
cut off by a kill or a full disk is no JSON and is passed over; the next one begins a line of its
own, so runs that work at the same time do not disturb each other.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Self

from briefing.batch.model import BatchTask, JournalRecord, Outcome, Settings
from briefing.batch.records import LastOutcome, inside, text
from briefing.batch.series import as_seen_from, series_of
from briefing.findings import Finding, Origin, OutputError
from briefing.output import NOTHING_READ, FilesRead, check_name, check_place, only_run, why

FILE = ".briefing-batch.jsonl"
LONGEST = 1_000_000
"""Bytes of the longest record that is read."""

TEMPORARY = ".briefing-batch-"
"""How the temporary files of batches begin, so that nobody else's are taken for leftovers."""

_NOT_OURS = (KeyError, TypeError, ValueError, AttributeError, RecursionError, IndexError)


class Journal:
    """The journal of a folder, open for this run; the folder is made when it is not there.

    Raises OutputError when the folder cannot be written to, or something else has the name of the
    journal; one of the files ``read`` by the run is never written to.
    """

    def __init__(self, settings: Settings, read: FilesRead = NOTHING_READ) -> None:
        self._folder = settings.folder
        self._series = series_of(settings)
        self._file = _opened(settings.folder / FILE, read)
        try:
            self._check_ours(force=settings.force)
            self._known: dict[str, set[tuple[str, str]]] = defaultdict(set)
            self._last: dict[str, LastOutcome] = {}
            self._members: dict[str, set[str]] = defaultdict(set)
            self._printed: dict[str, dict[str, str]] = defaultdict(dict)
            self._fault: dict[str, object] = {}
            self._read_to = 0
            self.read()
        except BaseException:
            os.close(self._file)
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._file)

    def _check_ours(self, *, force: bool) -> None:
        with (self._folder / FILE).open("rb") as file:
            # What a power cut left is zeros; every record begins with a line feed.
            head = file.read(4096).lstrip(b"\0")
        if not force and head and not head.startswith(b"\n"):
            raise OutputError(
                [Finding("batch/not-journal", origin=Origin(str(self._folder / FILE)))]
            )

    def read(self) -> None:
        """Take in what the file says, or what other runs added to it since."""
        with (self._folder / FILE).open("rb") as file:
            file.seek(self._read_to)
            for line in iter(partial(file.readline, LONGEST), b""):
                # A line that is not ours tells nothing; the documents are then compared instead.
                with suppress(*_NOT_OURS):
                    self._take(json.loads(line))
                # The last one may still be on its way, and is read once more.
                self._read_to = file.tell() - len(line)

    def record(self, name: str, source: Path) -> JournalRecord | None:
        """Return what is known of the document of an input whose first output has a name."""
        said = self._last.get(name)
        with suppress(*_NOT_OURS):
            if said:
                found, known = said.findings_of(str(source)), frozenset(self._known[name])
                return JournalRecord(
                    said.digest, said.leads, said.outputs, known, said.source, found
                )
        return None

    def add(self, outcome: Outcome) -> None:
        """Remember a document that was built, or found as it would be built."""
        said = LastOutcome.of(outcome, as_seen_from(self._folder, Path(outcome.source)))
        known = self._last.get(outcome.name) == said
        if self._series:
            known = known and self._members[outcome.name].issuperset(said.outputs)
        if outcome.digest and not known:
            self._append({"name": outcome.name, "series": self._series, **said.as_data()})

    def members(self) -> dict[str, set[str]]:
        """Return what runs of the same source and kinds ever wrote: outputs by document."""
        return self._members

    def source_of(self, name: str) -> str:
        """Return the input that a document was last built of, as seen from the folder."""
        return self._last[name].source if name in self._last else ""

    def word_of(self, name: str, content: str) -> str | None:
        """Return the SHA-256 of the Word file that a PDF of a name and a SHA-256 was made of."""
        return self._printed[name].get(content)

    def has_printed(self, name: str) -> bool:
        """Say whether any run made a PDF of a name."""
        return bool(self._printed[name])

    def printed_last(self, name: str) -> str | None:
        """Return the SHA-256 of the Word file that a PDF of a name was last made of."""
        return next(reversed(self._printed[name].values()), None)

    def add_printed(self, name: str, word: str, content: str) -> None:
        """Remember a PDF that is about to be written, by its SHA-256 and that of its Word file."""
        self._append({"pdf": name, "of": word, "sha256": content})

    def sweep(self, tasks: list[BatchTask]) -> None:
        """Remove what was left half written, unless another run is at work here."""
        with only_run(self._file) as alone:
            if not alone:
                return
            names = {Path(name).parent for name in self._last}
            for folder in {Path(), *names, *(task.target.parent for task in tasks)}:
                # A folder that cannot be looked into has nothing of ours.
                with suppress(OSError):
                    for leftover in (self._folder / folder).glob(f"{TEMPORARY}*.tmp"):
                        leftover.unlink(missing_ok=True)

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
            self._fault = why(error, self._folder / FILE)
        self._take(said)

    def _take(self, said: dict[str, Any]) -> None:
        if "pdf" in said:
            printed = self._printed[inside(said["pdf"])]
            printed.pop(text(said["sha256"]), None)
            printed[said["sha256"]] = text(said["of"])
            return
        name, series, told = inside(said["name"]), text(said["series"]), LastOutcome.read(said)
        self._last[name] = told
        self._known[name].update(told.outputs.items())
        if series and series == self._series:
            self._members[name].update(told.outputs)


def _opened(file: Path, read: FilesRead) -> int:
    try:
        check_name(file)
        file.parent.mkdir(parents=True, exist_ok=True)
        check_place(file, force=True, read=read)
        # A link would lead the records into another file.
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
        flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        return os.open(file, flags, 0o666)
    except OSError as error:
        raise OutputError([_failed(file, why(error, file))]) from None


def _failed(file: Path, values: dict[str, object]) -> Finding:
    return Finding("output/failed", origin=Origin(str(file)), values=values)

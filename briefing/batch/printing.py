"""The PDFs of a batch: several LibreOffices beside each other, each with many files a start."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Self

from briefing.batch.digests import digest_of_file
from briefing.batch.journal import TEMPORARY, Journal
from briefing.batch.model import Outcome, Settings, State, named_beside
from briefing.batch.office import LibreOffice
from briefing.findings import Finding, Origin, OutputError
from briefing.output import FilesRead, write_whole
from briefing.pdf import PROGRAM, find_office

CHUNK = 20
"""Files for one start of LibreOffice: a start costs as much as some pages."""


@dataclass(slots=True)
class _Order:
    """A document whose PDFs are wanted: the Word files still to print, and what came of others."""

    outcome: Outcome
    words: list[str]
    outputs: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


class Printer:
    """Prints the Word files of outcomes; raises OutputError when there is no LibreOffice."""

    def __init__(self, jobs: int, settings: Settings, journal: Journal, read: FilesRead) -> None:
        program = find_office()
        if program is None:
            raise OutputError([Finding("pdf/no-libreoffice")])
        self._settings, self._journal, self._jobs, self._read = settings, journal, jobs, read
        self._orders: SimpleQueue[_Order | None] = SimpleQueue()
        self._done: SimpleQueue[_Order] = SimpleQueue()
        self._stop = Event()
        self._under_way = 0
        offices = _offices(program, jobs, self._stop)
        self._threads = [Thread(target=self._serve, args=(office,)) for office in offices]
        for thread in self._threads:
            thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for _thread in self._threads:
            self._orders.put(None)
        for thread in self._threads:
            thread.join()

    def order(self, outcome: Outcome) -> None:
        """Ask for the PDFs of a document that are not there yet."""
        order = _Order(outcome, [])
        for name, content in outcome.outputs.items():
            printed = named_beside(name, ".pdf")
            old = digest_of_file(self._settings.folder / printed)
            if old and self._word_of(printed, old) == content and not self._anew:
                order.outputs[printed] = old
            elif old and (finding := self._not_ours(printed, old)):
                order.findings.append(finding)
            else:
                order.words.append(name)
        self._under_way += 1
        (self._orders if order.words else self._done).put(order)

    def ready(self, *, all_of_them: bool = False) -> Iterator[Outcome]:
        """Yield the outcomes that are done now, or wait until all are."""
        while self._under_way:
            try:
                order = self._done.get(block=all_of_them)
            except Empty:
                return
            self._under_way -= 1
            yield _outcome(order)

    @property
    def _anew(self) -> bool:
        return self._settings.force and not self._settings.resume

    def _word_of(self, printed: str, content: str) -> str | None:
        """Return the SHA-256 of the Word file of a PDF that this run or another one made."""
        known = self._journal.word_of(printed, content)
        if known is None:
            self._journal.read()  # another run on the same folder may have printed it meanwhile
        return known or self._journal.word_of(printed, content)

    def _not_ours(self, printed: str, content: str) -> Finding | None:
        settings = self._settings
        if settings.force or (settings.resume and self._word_of(printed, content)):
            return None
        edited = settings.resume and self._journal.has_printed(printed)
        rule = "output/edited" if edited else "output/exists"
        return Finding(rule, origin=Origin(str(settings.folder / printed)))

    def _serve(self, office: LibreOffice) -> None:
        while order := self._orders.get():
            orders = [order, *self._more()]
            files = [(each, name) for each in orders for name in each.words]
            self._print(office, files)
            for each in orders:
                self._done.put(each)
        office.close()

    def _more(self) -> Iterator[_Order]:
        """Yield what else waits, an even share of it and no more than one start should print."""
        for _ in range(min(CHUNK - 1, self._orders.qsize() // self._jobs)):
            try:
                order = self._orders.get_nowait()
            except Empty:
                return
            if order is None:
                self._orders.put(None)
                return
            yield order

    def _print(self, office: LibreOffice, files: list[tuple[_Order, str]]) -> None:
        folder = self._settings.folder
        try:
            made = office.printed([(folder / name).read_bytes() for _, name in files])
        except Exception as error:
            # A thread that died would leave the batch waiting for ever.
            made = [f"{type(error).__name__}: {error}" for _ in files]
        for (order, name), content in zip(files, made, strict=True):
            printed = named_beside(name, ".pdf")
            if isinstance(content, str):
                place = Origin(str(folder / printed))
                finding = Finding(
                    "pdf/failed", origin=place, values={"reason": content, "said_by": PROGRAM}
                )
                order.findings.append(finding)
                continue
            try:
                order.outputs[printed] = self._write(order, name, printed, content)
            except OutputError as error:
                order.findings += error.findings

    def _write(self, order: _Order, name: str, printed: str, content: bytes) -> str:
        """Write a PDF and return its SHA-256, or that of the same one that another run wrote."""
        known, word = hashlib.sha256(content).hexdigest(), order.outcome.outputs[name]
        # Two runs of LibreOffice differ in their bytes, so the journal knows the file beforehand.
        self._journal.add_printed(printed, word, known)
        target = self._settings.folder / printed
        old = digest_of_file(target)
        force = self._settings.force or bool(old and self._word_of(printed, old))
        try:
            write_whole(target, content, force=force, temporary_name=TEMPORARY, read=self._read)
        except OutputError:
            there = digest_of_file(target)
            if there is None or self._word_of(printed, there) != word:
                raise
            return there
        return known


def _offices(program: str, count: int, stop: Event) -> list[LibreOffice]:
    """Return LibreOffices to print with; raises OutputError when there is no room for them."""
    made: list[LibreOffice] = []
    try:
        for _ in range(count):
            made.append(LibreOffice(program, stop))  # noqa: PERF401 - those made are closed below
    except OSError as error:
        for office in made:
            office.close()
        values = {"errno": error.errno, "reason": error.strerror or str(error)}
        place = Origin(str(error.filename or tempfile.tempdir or "TMPDIR"))
        raise OutputError([Finding("output/failed", origin=place, values=values)]) from None
    return made


def _outcome(order: _Order) -> Outcome:
    outcome = order.outcome
    state = State.BUILT if order.words else outcome.state
    return replace(
        outcome,
        state=state,
        outputs=outcome.outputs | order.outputs,
        findings=(*outcome.findings, *order.findings),
        code=2 if order.findings else outcome.code,
    )

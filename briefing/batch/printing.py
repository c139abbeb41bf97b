"""The PDFs of a batch: several LibreOffices beside each other, each with many files a start."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Self

from briefing.batch.digests import digest_of_file
from briefing.batch.journal import TEMPORARY, Journal
from briefing.batch.model import Outcome, Settings, State, named_beside
from briefing.batch.office import Office
from briefing.findings import Finding, Origin, OutputError
from briefing.output import write_whole
from briefing.pdf import find_office

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

    def __init__(self, jobs: int, settings: Settings, journal: Journal) -> None:
        program = find_office()
        if program is None:
            raise OutputError([Finding("pdf/no-libreoffice")])
        self._settings, self._journal, self._jobs = settings, journal, jobs
        self._orders: SimpleQueue[_Order | None] = SimpleQueue()
        self._done: SimpleQueue[_Order] = SimpleQueue()
        self._stop = Event()
        self._under_way = 0
        self._threads = [Thread(target=self._serve, args=(program,)) for _ in range(jobs)]
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
            if old and not self._journal.knows(printed, old):
                self._journal.read()  # another run on the same folder may have printed it
            if old and self._journal.printed(printed) == (content, old) and not self._anew:
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

    def _not_ours(self, printed: str, content: str) -> Finding | None:
        settings, journal = self._settings, self._journal
        if settings.force or (settings.resume and journal.knows(printed, content)):
            return None
        rule = "output/edited" if settings.resume and journal.printed(printed) else ""
        return Finding(rule or "output/exists", origin=Origin(str(settings.folder / printed)))

    def _serve(self, program: str) -> None:
        office = Office(program, self._stop)
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

    def _print(self, office: Office, files: list[tuple[_Order, str]]) -> None:
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
                finding = Finding("pdf/failed", origin=place, values={"reason": content})
                order.findings.append(finding)
                continue
            try:
                order.outputs[printed] = self._write(order, name, printed, content)
            except OutputError as error:
                order.findings += error.findings

    def _write(self, order: _Order, name: str, printed: str, content: bytes) -> str:
        known = hashlib.sha256(content).hexdigest()
        # Two runs of LibreOffice differ in their bytes, so the journal knows the file beforehand.
        self._journal.add_printed(printed, order.outcome.outputs[name], known)
        target: Path = self._settings.folder / printed
        write_whole(target, content, force=target.exists(), temporary_name=TEMPORARY)
        return known


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

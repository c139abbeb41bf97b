"""One document of a batch, from its input to its file: what a worker does, and it never raises."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from briefing import __version__, library
from briefing.batch.digests import digest, digest_of_file, leads_of
from briefing.batch.journal import TEMPORARY
from briefing.batch.model import Outcome, State, Task
from briefing.findings import Finding, Origin, OutputError, Severity, UserError
from briefing.localities import looking_in
from briefing.output import write_whole


def perform(task: Task) -> Outcome:
    """Return what came of building one input; whatever goes wrong is in the outcome."""
    started = perf_counter()
    try:
        with looking_in(task.settings.packs):
            outcome = _kept(task) or _built(task)
    except UserError as error:
        lost = any(finding.rule == "output/failed" for finding in error.findings)
        state = State.FAILED if lost else State.REFUSED
        outcome = _stopped(task, state, tuple(error.findings), error.exit_code)
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        outcome = failed(task, "batch/unexpected", reason=reason)
    return replace(outcome, seconds=perf_counter() - started)


def failed(task: Task, rule: str, **values: object) -> Outcome:
    """Return the outcome of a document that something other than its input stood against."""
    finding = Finding(rule, origin=Origin(str(task.source)), values=values)
    return _stopped(task, State.FAILED, (finding,), 2)


def refused(task: Task, *findings: Finding) -> Outcome:
    """Return the outcome of a document that findings stand against before any work."""
    return _stopped(task, State.REFUSED, findings, 2)


def _stopped(task: Task, state: State, findings: tuple[Finding, ...], code: int) -> Outcome:
    return Outcome(str(task.source), task.name, state, findings=findings, code=code)


def _kept(task: Task) -> Outcome | None:
    """Return the outcome of a document that is up to date, or ``None`` for one to be built."""
    record, settings = task.record, task.settings
    if record is None or not settings.resume:
        return None
    if digest(task, record.leads) != record.digest:
        return None
    for name, content in record.outputs.items():
        if digest_of_file(settings.folder / name) != content:
            return None
    return Outcome(
        str(task.source),
        task.name,
        State.UNCHANGED,
        record.outputs,
        digest=record.digest,
        leads=record.leads,
    )


def _built(task: Task) -> Outcome:
    settings = task.settings
    if settings.version != __version__:
        return failed(task, "batch/other-version", own=__version__, asked=settings.version)
    before = digest_of_file(task.source)
    report = library.load(task.source, locality=settings.locality)
    reports, _ = library.in_kinds(report, settings.kinds)
    # Everything is made before anything is written: a refused document leaves no half of a set.
    documents = library.make_all(
        reports,
        draft=settings.draft,
        language=settings.language,
        templates=settings.templates,
    )
    made = {
        library.named_for_kind(task.target, kind, report.kind): one.as_docx()
        for kind, one in documents.items()
    }
    written = _write(task, made)
    leads = leads_of(report)
    known = digest(task, leads)
    return Outcome(
        str(task.source),
        task.name,
        State.BUILT if written or not settings.resume else State.UNCHANGED,
        {name.as_posix(): _sha256(content) for name, content in made.items()},
        tuple(_open(documents.values())),
        # An input that changed while it was read may be either; the next run builds it again.
        digest=known if before == digest_of_file(task.source) else "",
        leads=leads,
    )


def _open(documents: Iterable[library.Made]) -> list[Finding]:
    """Return what a person should still look at, each once."""
    found = [finding for one in documents for finding in one.findings]
    kept = [finding for finding in found if finding.severity is not Severity.INFO]
    return [finding for position, finding in enumerate(kept) if finding not in kept[:position]]


def _write(task: Task, made: dict[Path, bytes]) -> bool:
    """Write what is new; say whether anything was. Nothing is written when one may not be.

    Raises OutputError for files that are somebody else's, or were edited since.
    """
    old = {name: digest_of_file(task.settings.folder / name) for name in made}
    new = {name: content for name, content in made.items() if old[name] != _sha256(content)}
    taken = [
        finding
        for name in new
        if (there := old[name]) and (finding := _not_ours(task, name, there))
    ]
    if taken:
        raise OutputError(taken)
    for name, content in new.items():
        _put(
            task.settings.folder / name, content, over=task.settings.force or old[name] is not None
        )
    return bool(new)


def _not_ours(task: Task, name: Path, content: str) -> Finding | None:
    """Return the finding of a file that may not be replaced, if so."""
    settings, record = task.settings, task.record
    known = record.known if record and settings.resume else frozenset()
    if settings.force or (name.as_posix(), content) in known:
        return None
    edited = any(output == name.as_posix() for output, _ in known)
    rule = "output/edited" if edited else "output/exists"
    return Finding(rule, origin=Origin(str(settings.folder / name)))


def _put(path: Path, content: bytes, *, over: bool) -> None:
    try:
        write_whole(path, content, force=over, with_folder=True, temporary_name=TEMPORARY)
    except OutputError:
        # Another run on the same folder may have written the very same meanwhile.
        if digest_of_file(path) != _sha256(content):
            raise


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

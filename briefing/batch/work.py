"""One document of a batch, from its input to its file: what a worker does, and it never raises."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter

from briefing import __version__, library
from briefing.batch.code import code_digest
from briefing.batch.digests import digest, digest_of_file, leads_of
from briefing.batch.journal import TEMPORARY
from briefing.batch.model import BatchTask, Outcome, State
from briefing.findings import Finding, Origin, OutputError, Severity, UserError
from briefing.localities import looking_in
from briefing.output import FilesRead, check_below, check_place, faults_of, write_whole
from briefing.reading import collected_later


def perform(task: BatchTask) -> Outcome:
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


def failed(task: BatchTask, rule: str, **values: object) -> Outcome:
    """Return the outcome of a document that something other than its input stood against."""
    finding = Finding(rule, origin=Origin(str(task.source)), values=values)
    return _stopped(task, State.FAILED, (finding,), 2)


def refused(task: BatchTask, *findings: Finding) -> Outcome:
    """Return the outcome of a document that findings stand against before any work."""
    return _stopped(task, State.REFUSED, findings, 2)


def _stopped(task: BatchTask, state: State, findings: tuple[Finding, ...], code: int) -> Outcome:
    return Outcome(str(task.source), task.name, state, findings=findings, code=code)


def _kept(task: BatchTask) -> Outcome | None:
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
        record.findings,
        digest=record.digest,
        leads=record.leads,
    )


# When the outcome is there, next to nothing of the document is left to look for cycles in.
@collected_later()
def _built(task: BatchTask) -> Outcome:
    settings = task.settings
    if (settings.version, settings.code) != (__version__, code_digest()):
        own, asked = _called(__version__, code_digest()), _called(settings.version, settings.code)
        return failed(task, "batch/other-version", own=own, asked=asked)
    before = digest_of_file(task.source)
    case = library.load_case(task.source, locality=settings.locality)
    kinds, left_out = case.kinds(settings.kinds)
    # Everything is made before anything is written: a refused document leaves no half of a set.
    draft = library.Draft.asked(settings.draft)
    request = library.Request(kinds, draft, settings.language, settings.templates)
    documents = library.make_documents(case, request)
    made = {
        library.named_for_kind(task.target, kind, case.report.kind): one.as_docx()
        for kind, one in documents.items()
    }
    _check(task, made, case.inputs)
    written = _write(task, made)
    leads = leads_of(case.report)
    known = digest(task, leads)
    return Outcome(
        str(task.source),
        task.name,
        State.BUILT if written or not settings.resume else State.UNCHANGED,
        {name.as_posix(): _sha256(content) for name, content in made.items()},
        (*_open(documents.values()), *_left_out(task, case, left_out)),
        # An input that changed while it was read may be either; the next run builds it again.
        digest=known if before == digest_of_file(task.source) else "",
        leads=leads,
    )


def _open(documents: Iterable[library.Made]) -> list[Finding]:
    """Return what a person should still look at, each once."""
    found = [finding for one in documents for finding in one.findings]
    kept = [finding for finding in found if finding.severity is not Severity.INFO]
    return [finding for position, finding in enumerate(kept) if finding not in kept[:position]]


def _check(task: BatchTask, made: Iterable[Path], inputs: Iterable[Path]) -> None:
    """Raise OutputError for every output that leads out of the folder or over what is read."""
    folder, read = task.settings.folder, FilesRead(inputs)
    found: list[Finding] = []
    for name in made:
        place = folder / name
        found += faults_of(partial(check_below, folder, name))
        found += faults_of(partial(check_place, place, force=True, with_folder=True, read=read))
        if name.as_posix() in task.kept:
            found.append(Finding("output/is-input", origin=Origin(str(place))))
    if found:
        raise OutputError(found)


def _left_out(task: BatchTask, case: library.Case, kinds: Iterable[str]) -> Iterator[Finding]:
    """Yield a note for each kind that was asked for and that the input does not suit."""
    for kind in kinds:
        place, values = Origin(str(task.source)), {"kind": kind}
        if case.is_restricted(kind):
            yield Finding("batch/kind-restricted", Severity.INFO, place, values=values)
        else:
            told = {**values, "why": case.unsuited(kind)[0]}
            yield Finding("batch/kind-left-out", Severity.INFO, place, values=told)


def _called(version: str, code: str) -> str:
    return f"{version} ({code[:8]})"


def _write(task: BatchTask, made: dict[Path, bytes]) -> bool:
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


def _not_ours(task: BatchTask, name: Path, content: str) -> Finding | None:
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

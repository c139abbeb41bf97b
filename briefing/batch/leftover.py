"""What earlier runs of a batch made and this one does not: it lies there and looks up to date."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from briefing.batch.digests import digest_of_file
from briefing.batch.journal import Journal
from briefing.batch.model import Outcome, Settings, State, named_beside
from briefing.batch.series import seen_from
from briefing.findings import Finding, Origin, Severity
from briefing.output import is_there


def with_leftovers(outcome: Outcome, settings: Settings, journal: Journal) -> Outcome:
    """Return the outcome of a document with a warning for each old file beside its new ones."""
    if outcome.state not in (State.BUILT, State.UNCHANGED):
        return outcome
    gone = sorted(journal.members().get(outcome.name, set()) - outcome.outputs.keys())
    found = [_no_longer(settings, file) for file in _there(settings.folder, gone)]
    if not settings.pdf:
        found += _old_pdfs(outcome, settings, journal)
    return replace(outcome, findings=(*outcome.findings, *found)) if found else outcome


def orphans(names: Collection[str], settings: Settings, journal: Journal) -> Iterator[Outcome]:
    """Yield the documents that are there and whose inputs the same batch no longer has."""
    for name in sorted(journal.members().keys() - set(names)):
        words = sorted(journal.members()[name])
        pdfs = [pdf for word in words if journal.has_printed(pdf := named_beside(word, ".pdf"))]
        files = _there(settings.folder, [*words, *pdfs])
        if files:
            source = str(seen_from(settings.folder, journal.source_of(name)))
            found = tuple(_no_longer(settings, file) for file in files)
            outputs = dict.fromkeys(files, "")
            yield Outcome(source, name, State.ORPHANED, outputs, findings=found)


def _there(folder: Path, names: list[str]) -> list[str]:
    return [name for name in names if is_there(folder / name)]


def _no_longer(settings: Settings, file: str) -> Finding:
    place = Origin(str(settings.folder / file))
    return Finding("batch/no-longer-built", Severity.WARNING, place)


def _old_pdfs(outcome: Outcome, settings: Settings, journal: Journal) -> Iterator[Finding]:
    """Yield a warning for each PDF that a run printed of an earlier version of its Word file."""
    for name, content in outcome.outputs.items():
        pdf = named_beside(name, ".pdf")
        last = journal.printed_last(pdf)
        if last is None or last == content:
            continue
        # One that somebody put there is not ours to speak of.
        now = digest_of_file(settings.folder / pdf)
        of = journal.word_of(pdf, now) if now else None
        if of not in (None, content):
            place = Origin(str(settings.folder / pdf))
            yield Finding("batch/old-pdf", Severity.WARNING, place, values={"word": name})

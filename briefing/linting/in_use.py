"""What documents of one kind use of the templates of packs: what is wrong with it, what it reads.

A report is checked, built and held against its preview by the same templates: they are gone
through once for each state of their files, and the program's own beneath them once for all packs.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from jinja2 import TemplateNotFound

from briefing.findings import Finding, Origin, Severity, TemplateError
from briefing.linting.facts import LostFacts
from briefing.linting.kinds import declared
from briefing.linting.linter import Linter, Roots, whole_kind
from briefing.linting.own_fields import undeclared
from briefing.linting.record import Reads
from briefing.linting.stale import stale_among
from briefing.linting.typed_defaults import numbers_for_want
from briefing.templating.kind import Kind
from briefing.templating.sources import Source, Sources

State = tuple[tuple[str, int, int], ...]
"""Name, size and time of change of files, which say whether one has changed."""


def lint_in_use(roots: Roots, kind: Kind) -> list[Finding]:
    """Return what is wrong with the templates of packs that documents of one kind use.

    Only what loses or falsifies what the document says is an error; other faults stop a document
    that meets them, and are warnings of one that does not.
    """
    return list(_gone_through(roots, kind, _state(roots)).findings)


def blocks_that_read(roots: Roots, kind: Kind) -> Callable[[str], frozenset[str]]:
    """Return what says which blocks of a kind read a fact, packs' and replaced ones."""
    reads = (
        _built_in(roots[-1], kind, _state(roots[-1:])).reads,
        _gone_through(roots, kind, _state(roots)).reads,
    )
    return lambda fact: frozenset().union(*(each.get(fact, ()) for each in reads))


@dataclass(frozen=True, slots=True)
class _GoneThrough:
    """What going through the templates of a kind gave; whoever asks changes nothing of it."""

    findings: tuple[Finding, ...]
    reads: Reads
    called: frozenset[Origin]


@lru_cache(maxsize=64)
def _gone_through(roots: Roots, kind: Kind, _: State) -> _GoneThrough:
    linter = _OneKind()
    reads = linter.go_through_one(roots, kind)
    told = (
        finding if finding.rule in _LOSES else replace(finding, severity=Severity.WARNING)
        for finding in linter.finished(unused=False).findings
        if finding.severity is not Severity.INFO
        and finding.rule not in _TOLD_BY_THE_RUN
        and not _is_built_in(finding, roots)
    )
    return _GoneThrough(tuple(told), reads, frozenset())


@lru_cache(maxsize=64)
def _built_in(folder: Path, kind: Kind, _: State) -> _GoneThrough:
    return _OneKind().go_through_quietly(folder, kind)


def _state(roots: Roots) -> State:
    """Return what changes when a template or what is told of one does."""
    files = (file for root in roots for end in ("*.j2", "*.toml") for file in root.glob(end))
    return tuple(sorted(_stamp(file) for file in files))


def _stamp(file: Path) -> tuple[str, int, int]:
    # Whoever reads a file that cannot be read tells why.
    with suppress(OSError):
        stat = file.stat()
        return str(file), stat.st_size, stat.st_mtime_ns
    return str(file), -1, -1


class _OneKind(Linter):
    """Goes through the templates that documents of one kind use, and no others."""

    def go_through_one(self, roots: Roots, kind: Kind) -> Reads:
        """Go through the templates of a kind; return what they read."""
        sources = Sources(roots)
        printed: dict[Source, set[str]] = {}
        source = self._template(kind.template, Origin(str(roots[0])), sources)
        if source is None:
            return {}
        chain = self._walk(source, sources, printed, kind)
        self._tell(undeclared(kind, roots, _declaring(kind, roots)))
        reads, visited = self._record.read, list(self._visited)
        if any(sources.in_pack(one) for one in visited) and self._read_whole:
            below = _built_in(roots[-1], kind, _state(roots[-1:]))
            self._record.called |= below.called
            lost = LostFacts()
            lost.compare(kind, chain, reads, below.reads, visited)
            self._tell(lost.findings())
            self._tell(whole_kind(kind, chain, reads, below.reads, visited))
        for one in visited:
            self._structure([one], printed if sources.in_pack(one) else {}, roots)
        of_packs = [one for one in visited if sources.in_pack(one)]
        self._tell(stale_among(of_packs, roots))
        self._tell(numbers_for_want(of_packs))
        return reads

    def go_through_quietly(self, folder: Path, kind: Kind) -> _GoneThrough:
        """Go through what the built-in templates of a kind read; nothing is told of them."""
        sources = Sources((folder,))
        with suppress(TemplateNotFound, TemplateError), self._record:
            self._walk(sources.open(kind.template), sources, {}, kind)
        return _GoneThrough((), self._record.read, frozenset(self._record.called))


def _declaring(kind: Kind, roots: Roots) -> Origin:
    """Return where a kind is declared, the nearest place."""
    return declared(roots[:-1]).origins.get(kind.name) or Origin(str(roots[0]))


_LOSES = {
    *("template/no-title", "template/required-lost", "template/early-annex", "template/no-table"),
    *("template/no-such-block", "template/outside-block", "template/typed-number"),
    *("template/printed-mark", "template/single-brace", "template/heading-too-deep"),
    *("template/table-cells", "template/not-held", "template/heading-in-disguise"),
    *("template/mark-in-expression", "template/macro-of-pack"),
}


_TOLD_BY_THE_RUN = {"template/may-lack"}
"""What the document itself shows: its input has the value or not."""


def _is_built_in(finding: Finding, roots: Roots) -> bool:
    return finding.origin is not None and Path(finding.origin.file).parent == roots[-1]

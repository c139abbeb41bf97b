"""What documents of one kind use of the templates of packs: what is wrong with it, what it reads.

A report is checked, built and held against its preview by the same templates: they are gone
through once for each state of their files, and the program's own beneath them once for all packs.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from threading import Lock

from jinja2 import TemplateNotFound

from briefing.findings import Finding, Origin, Severity, TemplateError
from briefing.linting.facts import LostFacts, always_there
from briefing.linting.kinds import declared
from briefing.linting.light import (
    Walked,
    can_stand_in,
    only_blocks,
    put_in_place,
    seen_with,
    shifted,
)
from briefing.linting.linter import Linter, Roots, whole_kind
from briefing.linting.orders import has_orders
from briefing.linting.own_fields import fields_in, undeclared
from briefing.linting.record import Reads, reads_of
from briefing.linting.stale import stale_among
from briefing.linting.templates import Templates
from briefing.linting.typed_defaults import numbers_for_want
from briefing.templating.kind import Kind
from briefing.templating.sources import Sources, TemplateSource
from briefing.values import record

FileStates = tuple[tuple[str, int, int], ...]
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
        _built_in_of(roots, kind).reads,
        _gone_through(roots, kind, _state(roots)).reads,
    )
    return lambda fact: frozenset().union(*(each.get(fact, ()) for each in reads))


@record
class _GoneThrough:
    """What going through the templates of a kind gave; whoever asks changes nothing of it."""

    findings: tuple[Finding, ...]
    reads: Reads


@lru_cache(maxsize=64)
def _gone_through(roots: Roots, kind: Kind, _: FileStates) -> _GoneThrough:
    reads, linter = _light_or_whole(roots, kind)
    told = (
        finding if finding.rule in _LOSES else replace(finding, severity=Severity.WARNING)
        for finding in linter.finished(unused=False).findings
        if finding.severity is not Severity.INFO
        and finding.rule not in _TOLD_BY_THE_RUN
        and not _is_built_in(finding, roots)
    )
    return _GoneThrough(tuple(told), reads)


def _state(roots: Roots) -> FileStates:
    """Return what changes when a template or what is told of one does."""
    return tuple(stamp for root in roots for stamp in sorted(_stamps(root)))


def _stamps(root: Path) -> Iterator[tuple[str, int, int]]:
    # A folder that cannot be read has no templates.
    with suppress(OSError), os.scandir(root) as files:
        for file in files:
            if file.name.endswith((".j2", ".toml")):
                yield _stamp(file)


def _stamp(file: os.DirEntry[str]) -> tuple[str, int, int]:
    # Whoever reads a file that cannot be read tells why.
    with suppress(OSError):
        stat = file.stat()
        return file.path, stat.st_size, stat.st_mtime_ns
    return file.path, -1, -1


@record
class _BuiltIn:
    """What the built-in templates of a kind read and ask for, before any pack.

    ``walked`` is what packs can be put over, ``None`` where they cannot be read to their end. Its
    record is gone on with by one pack at a time, who holds ``free`` meanwhile.
    """

    reads: Reads
    called: frozenset[Origin]
    walked: Walked | None
    linter: Linter
    free: Lock


def _built_in_of(roots: Roots, kind: Kind) -> _BuiltIn:
    return _built_in(roots[-1], kind, _state(roots[-1:]))


@lru_cache(maxsize=32)
def _built_in(folder: Path, kind: Kind, _: FileStates) -> _BuiltIn:
    return _OneKind().below_packs(folder, kind)


def _light_or_whole(roots: Roots, kind: Kind) -> tuple[Reads, Linter]:
    """Go through the templates of a kind, those that packs do not change only once for all."""
    below = _built_in_of(roots, kind)
    walked = below.walked and seen_with(below.walked, fields_in(roots))
    layers = _layers(roots, walked) if roots[1:] and walked else None
    if layers is not None and walked and below.free.acquire(blocking=False):
        try:
            over = _OneKind(before=below.linter)
            reads = over.go_over(roots, kind, walked, layers)
            if reads is not None:
                return reads, over
        finally:
            below.free.release()
    linter = _OneKind()
    return linter.go_through_one(roots, kind), linter


def _layers(roots: Roots, walked: Walked) -> dict[TemplateSource, list[str]] | None:
    """Return the templates that packs put over a kind with their blocks, those furthest down first.

    ``None`` where packs do more than to put blocks in place of those that they inherit.
    """
    sources, found = Sources(roots), dict[TemplateSource, list[str]]()
    chain = {one.path.name for one in walked.chain}
    if any(has_orders(root) for root in roots[:-1]):
        return None
    for name in dict.fromkeys(one.path.name for one in reversed(walked.visited)):
        for position in reversed(range(len(roots) - 1)):
            if not (roots[position] / name).exists():
                continue
            blocks = _only_blocks(sources, position, name) if name in chain else None
            if blocks is None:
                return None
            found[sources.at(position, name)] = blocks
    changed = {name for blocks in found.values() for name in blocks}
    fits = changed <= set(walked.contexts) and can_stand_in(walked, changed)
    return found if fits else None


def _only_blocks(sources: Sources, position: int, name: str) -> list[str] | None:
    # Whoever goes through the whole of it tells why it cannot be read.
    with suppress(TemplateNotFound, TemplateError):
        return only_blocks(sources.at(position, name), name)
    return None


class _OneKind(Linter):
    """Goes through the templates that documents of one kind use, and no others."""

    def go_over(
        self, roots: Roots, kind: Kind, walked: Walked, layers: dict[TemplateSource, list[str]]
    ) -> Reads | None:
        """Go through blocks that packs put over a kind; ``None`` if not all can be read."""
        sources = Sources(roots)
        templates = Templates(sources, self._record)
        self._record.required = always_there(kind)
        for _ in roots[1:]:
            walked = shifted(walked)
        changed = {name for blocks in layers.values() for name in blocks}
        try:
            whole = put_in_place(list(layers), walked, changed, templates)
        except RecursionError:
            return None
        if templates.unread:
            return None
        visited = list(dict.fromkeys((*whole.chain, *templates.printed, *whole.visited)))
        self._end_of_one(roots, kind, whole.chain, whole.reads, visited, templates.printed)
        return whole.reads

    def go_through_one(self, roots: Roots, kind: Kind) -> Reads:
        """Go through the templates of a kind; return what they read."""
        sources = Sources(roots)
        printed: dict[TemplateSource, set[str]] = {}
        source = self._template(kind.template, Origin(str(roots[0])), sources)
        if source is None:
            return {}
        chain = self._walk(source, sources, printed, kind)
        reads, visited = reads_of(self._record.ways), list(self._visited)
        self._record.called |= _built_in_of(roots, kind).called
        self._end_of_one(roots, kind, chain, reads, visited, printed)
        return reads

    def _end_of_one(
        self,
        roots: Roots,
        kind: Kind,
        chain: list[TemplateSource],
        reads: Reads,
        visited: list[TemplateSource],
        printed: dict[TemplateSource, set[str]],
    ) -> None:
        """Tell what only the whole of the templates shows."""
        sources = Sources(roots)
        self._tell(undeclared(kind, roots, _declaring(kind, roots)))
        of_packs = [one for one in visited if sources.in_pack(one)]
        if of_packs and self._read_whole:
            below = _built_in_of(roots, kind).reads
            lost = LostFacts()
            lost.compare(kind, chain, reads, below, visited)
            self._tell(lost.findings())
            self._tell(whole_kind(kind, chain, reads, below, visited))
        self._structure(of_packs, printed, roots)
        self._tell(stale_among(of_packs, roots))
        self._tell(numbers_for_want(of_packs))

    def below_packs(self, folder: Path, kind: Kind) -> _BuiltIn:
        """Go through the built-in templates of a kind; nothing is told of them."""
        with suppress(TemplateNotFound, TemplateError):
            sources = Sources((folder,))
            self._walk(sources.open(kind.template), sources, {}, kind)
        reads, called = reads_of(self._record.ways), frozenset(self._record.called)
        self._record.told_elsewhere()
        walked = self._last if self._read_whole else None
        return _BuiltIn(reads, called, walked, self, Lock())


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

"""Goes through the templates of packs, one after the other, without running any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from jinja2 import TemplateNotFound

from briefing.findings import (
    Finding,
    InputError,
    Origin,
    Severity,
    TemplateError,
    in_reading_order,
    nearest,
)
from briefing.linting.alike import Alike, Gone
from briefing.linting.facts import LostFacts, always_there, required_lost, unused_facts
from briefing.linting.kinds import Declared, declared
from briefing.linting.layers import Layer, layer_of
from briefing.linting.light import Walked, put_in_place, seen_with, shifted
from briefing.linting.markdown import faults
from briefing.linting.orders import has_orders, order_faults, orders_in_vain
from briefing.linting.own_fields import fields_in, undeclared
from briefing.linting.printed import printed_marks
from briefing.linting.record import LintRecord, Reads, reads_of
from briefing.linting.structure import hidden_blocks, refused, replaced_whole, without_title
from briefing.linting.templates import Templates
from briefing.linting.years_in_packs import typed_years
from briefing.templating.kind import Kind
from briefing.templating.override import MEMORY, stale_overrides
from briefing.templating.sources import Sources, TemplateSource, too_deep
from briefing.values import record

Roots = tuple[Path, ...]


@record
class Lint:
    """What was found, how many templates were read, how many expressions could not be followed."""

    findings: list[Finding]
    templates: int
    not_followed: int


class Linter:
    """Goes through packs one after the other; what they share is read once and told once.

    ``beneath`` are the folders that packs build on: what they give is kept for those. ``before``
    has gone through folders that lie below all packs; its record is gone on with, one at a time.
    """

    def __init__(
        self, beneath: frozenset[Roots] = frozenset(), before: Linter | None = None
    ) -> None:
        self._record: LintRecord = before._record.again() if before else LintRecord()
        self._beneath = beneath
        self._last: Walked | None = None
        self._read: dict[Roots, dict[str, Reads]] = dict(before._read) if before else {}
        self._files: set[Path] = set(before._files) if before else set()
        self._used: dict[tuple[Roots, str], set[str]] = dict(before._used) if before else {}
        self._notes: list[Finding] = list(before._notes) if before else []
        self._visited: tuple[TemplateSource, ...] = ()
        self._read_whole = True
        self._walked: dict[tuple[Roots, str], Walked] = dict(before._walked) if before else {}
        self._unused: dict[Path, list[Finding]] = {}
        self._faulty: frozenset[str] = frozenset()
        self._asked_for: set[Path] = set()
        self._alike = Alike()

    def settled(self) -> bool:
        """Go through macros that nothing has called; say whether nothing is told of them."""
        before = self._record.count
        self._go_through_uncalled()
        self._record.keep()
        return self._record.count == before

    def _go_through_uncalled(self) -> None:
        self._record.required = None
        # What the last kind reads is kept by whoever kept it.
        self._record.ways = {}
        for origin, go_through in list(self._record.macros.items()):
            if origin not in self._record.called:
                go_through()

    def finished(self, *, unused: bool) -> Lint:
        """Return the result."""
        self._go_through_uncalled()
        # What no kind of its own pack asks for, one of a pack below may.
        for path, found in self._unused.items():
            self._tell(() if path in self._asked_for else found)
        findings = self._record.findings
        lost = sum(finding.rule == "template/not-followed" for finding in findings)
        every = in_reading_order([*findings, *(self._notes if unused else [])])
        return Lint(every, len(self._files), lost)

    def go_through(self, roots: Roots) -> dict[str, Reads]:
        """Go through every kind and every file of some folders; return what each kind reads."""
        if roots not in self._read:
            self._read[roots] = {}
            if roots[1:]:
                self.go_through(roots[1:])
            before = self._record.count
            if not (roots[1:] and self._go_lightly(roots)):
                self._go_through(roots)
            if roots[1:]:
                self._record.told_below(before, roots[-1])
            self._tell(typed_years(roots[0]))
        return self._read[roots]

    def _go_lightly(self, roots: Roots) -> bool:
        """Go through a pack that only puts other blocks in place; say whether it is such a one."""
        below = self.go_through(roots[1:])
        known = declared(roots[1:-1])
        layer = layer_of(roots)
        if layer is None or known.faults or set(known.kinds) - set(below):
            return False
        self._tell(orders_in_vain(roots[:-1]))
        usual = not has_orders(roots[0]) and not fields_in(roots[:1])
        shared = usual and roots not in self._beneath
        if gone := self._alike.found(roots[1:], layer) if shared else None:
            self._tell(gone.findings)
            self._notes += gone.notes
            self._asked_for.update(layer.files[name].path for name in gone.printed)
        else:
            gone = self._go_over(roots, layer, known)
            if gone is None:
                return False
            if shared:
                self._alike.keep(roots[1:], layer, gone)
        printed = {layer.files[name]: set(blocks) for name, blocks in gone.printed.items()}
        self._structure(list(layer.files.values()), printed, roots)
        if any(MEMORY.search(source.text) for source in layer.files.values()):
            self._tell(stale_overrides(roots[0], roots[1:]))
        return True

    def _go_over(self, roots: Roots, layer: Layer, known: Declared) -> Gone | None:
        """Go through the kinds of a layer, ``None`` where they have to be gone through whole."""
        below, fields = self._read[roots[1:]], fields_in(roots)
        walked = {
            name: shifted(seen)
            for name in below
            if (one := self._walked.get((roots[1:], name))) and (seen := seen_with(one, fields))
        }
        if set(walked) != set(below) or not layer.fits(walked.values()):
            return None
        told, noted = self._record.count, len(self._notes)
        lost, printed = LostFacts(), dict[str, set[str]]()
        for name, kind in known.kinds.items():
            one = walked[name]
            self._record.required = always_there(kind)
            for source, blocks in layer.over(one):
                templates = Templates(layer.sources, self._record)
                one = put_in_place([source], one, blocks, templates)
                printed.setdefault(source.path.name, set()).update(templates.printed[source])
                self._asked_for.update(used.path for used in templates.printed)
            new = one is not walked[name]
            self._end_of_kind(roots, kind, one, below[name], lost, new=new)
            self._tell(undeclared(kind, roots, known.origins[name]) if new else ())
        self._tell(lost.findings())
        findings, notes = self._record.after(told), self._notes[noted:]
        return Gone(layer.files, printed, tuple(findings), tuple(notes))

    def _end_of_kind(
        self, roots: Roots, kind: Kind, walked: Walked, before: Reads, lost: LostFacts, *, new: bool
    ) -> None:
        """Tell what only the whole of a kind shows, and keep what packs above this one build on."""
        chain, reads = walked.chain, walked.reads
        if new:
            lost.compare(kind, chain, reads, before)
            self._tell(whole_kind(kind, chain, reads, before, walked.visited))
            if set(before) != set(reads):
                self._notes += unused_facts(kind, chain[0].path, reads)
        self._tell(order_faults(roots[0], kind, chain))
        if roots in self._beneath:
            self._walked[roots, kind.name] = walked
            self._read[roots][kind.name] = reads
            self._used[roots, kind.name] = {one.path.name for one in walked.visited}

    def _go_through(self, roots: Roots) -> None:
        below = self.go_through(roots[1:]) if roots[1:] else {}
        lost = LostFacts()
        sources = Sources(roots)
        known = declared(roots[:-1])
        self._tell(known.faults)
        self._faulty = known.faulty
        # A file of kinds that cannot be read has its own finding.
        with suppress(InputError):
            self._tell(orders_in_vain(roots[:-1]) if roots[1:] else ())
        files = self._readable(sources, known)
        printed: dict[TemplateSource, set[str]] = {}
        for kind in known.kinds.values():
            source = self._template(kind.template, known.origins[kind.name], sources)
            if source is None:
                continue
            if kind.name in below and self._is_as_below(roots, kind, known.origins[kind.name]):
                self._take_over(roots, kind, source, sources)
                continue
            self._go_through_kind(roots, kind, source, sources, printed, lost)
            self._tell(undeclared(kind, roots, known.origins[kind.name]))
        self._tell(lost.findings())
        self._asked_for.update(source.path for source in printed)
        for source in files:
            if source not in printed and source.own and sources.nearest(source):
                if roots[0] not in known.unread:
                    self._unused[source.path] = list(_unused_file(source.path, roots, known))
                self._walk(source, sources, printed, None, loose=True)
        self._structure(files, printed, roots)
        # A template that cannot be read has its own finding.
        with suppress(TemplateError):
            self._tell(stale_overrides(roots[0], roots[1:]) if roots[1:] else ())

    def _take_over(
        self, roots: Roots, kind: Kind, source: TemplateSource, sources: Sources
    ) -> None:
        """Keep of a kind that a folder does not change what those below it gave."""
        below = roots[1:]
        self._used[roots, kind.name] = self._used[below, kind.name]
        self._read[roots][kind.name] = self._read[below][kind.name]
        if same := self._walked.get((below, kind.name)):
            self._walked[roots, kind.name] = shifted(same)
        # What cannot be read on the way was told with the folder that has it.
        with suppress(TemplateNotFound, TemplateError):
            self._tell(order_faults(roots[0], kind, sources.chain(source)))

    def _go_through_kind(
        self,
        roots: Roots,
        kind: Kind,
        source: TemplateSource,
        sources: Sources,
        printed: dict[TemplateSource, set[str]],
        lost: LostFacts,
    ) -> None:
        """Go through one kind of some folders, and tell what only the whole of it shows."""
        chain = self._walk(source, sources, printed, kind)
        reads = reads_of(self._record.ways)
        self._read[roots][kind.name] = reads
        if roots in self._beneath and self._last:
            self._walked[roots, kind.name] = self._last
        self._used[roots, kind.name] = {one.path.name for one in self._visited}
        before = self._read.get(roots[1:], {}).get(kind.name)
        # A template that cannot be read to its end has its own finding.
        if not self._read_whole:
            return
        if before is not None:
            lost.compare(kind, chain, reads, before, self._visited)
        self._tell(whole_kind(kind, chain, reads, before or {}, self._visited))
        self._tell(order_faults(roots[0], kind, chain))
        if before is None or set(before) != set(reads):
            self._notes += unused_facts(kind, source.path, reads)

    def _is_as_below(self, roots: Roots, kind: Kind, declared_at: Origin) -> bool:
        """Say whether a folder changes nothing of a kind that those below it have.

        It has no template of a name that the kind's documents ask for, and does not declare it.
        """
        used = self._used.get((roots[1:], kind.name))
        if used is None or Path(declared_at.file).parent == roots[0]:
            return False
        return not any((roots[0] / name).exists() for name in used)

    def _readable(self, sources: Sources, known: Declared) -> list[TemplateSource]:
        """Return every template that can be parsed; the faults of the others are told."""
        found = []
        for root, path in _files(sources.roots):
            try:
                source = sources.at(root, path.name)
            except TemplateNotFound:
                # No template can have such a name.
                self._tell(_unused_file(path, sources.roots, known))
            except TemplateError as error:
                self._tell(error.findings)
                self._files.add(path)
            else:
                found.append(source)
        return found

    def _template(self, name: str, asker: Origin, sources: Sources) -> TemplateSource | None:
        """Return the template of a kind; what stands where it is declared is told there."""
        try:
            return sources.open(name)
        except TemplateNotFound:
            # A folder in place of the built-in one need not have every kind.
            if any(Path(asker.file).parent == root for root in sources.roots):
                self._tell([Finding("template/missing", origin=asker, values={"name": name})])
        except TemplateError as error:
            self._tell(error.findings)
        return None

    def _walk(
        self,
        source: TemplateSource,
        sources: Sources,
        printed: dict[TemplateSource, set[str]],
        kind: Kind | None,
        *,
        loose: bool = False,
    ) -> list[TemplateSource]:
        """Go through one template; return it with those that it extends."""
        templates = Templates(sources, self._record)
        self._record.ways = {}
        known = kind and kind.name not in self._faulty
        self._record.required = always_there(kind) if kind and known else None
        try:
            templates.go_through(source, loose=loose)
        except RecursionError:
            self._tell([too_deep(str(source.path))])
        for one, names in templates.printed.items():
            printed.setdefault(one, set()).update(names)
        self._visited = tuple(templates.printed)
        self._read_whole = templates.chain[-1].parent is None and not templates.unread
        macros = (templates.statements.macros,)
        self._last = Walked(
            *(templates.chain, self._visited, self._record.ways, templates.contexts, macros),
            templates.fields,
        )
        return templates.chain

    def _structure(
        self, files: list[TemplateSource], printed: dict[TemplateSource, set[str]], roots: Roots
    ) -> None:
        for source in files:
            self._tell(replaced_whole(source, roots))
            if source in printed and source.own:
                hidden = list(hidden_blocks(source, printed[source]))
                told = self._record.places("template/no-such-block") if hidden else set()
                self._tell(one for one in hidden if one.origin not in told)
            if source.path not in self._files:
                self._tell(refused(source))
                self._tell(faults(source))
                self._tell(printed_marks(source))
        self._files.update(source.path for source in files)

    def _tell(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            self._record.add(finding)


def whole_kind(
    kind: Kind,
    chain: list[TemplateSource],
    reads: Reads,
    before: Reads,
    visited: Sequence[TemplateSource],
) -> Iterator[Finding]:
    """Yield what a kind's documents would lack: their name, or a fact that they must have."""
    yield from without_title(chain, visited)
    yield from required_lost(kind, chain, reads, before, visited)


def _files(roots: Roots) -> Iterator[tuple[int, Path]]:
    """Yield every template file of some folders, with the position of its folder."""
    for number, root in enumerate(roots):
        for path in sorted(root.glob("*.j2")):
            yield number, path


def _unused_file(path: Path, roots: Roots, known: Declared) -> Iterator[Finding]:
    """Yield a warning for a template that no kind uses: its name may be mistyped."""
    names = [kind.template for kind in known.kinds.values()]
    names += [other.name for _, other in _files(roots) if other.name != path.name]
    values = {"name": path.name, "near": nearest(path.name, names)}
    yield Finding("template/unused-file", Severity.WARNING, Origin(str(path)), values=values)

"""Facts of the input that no document of a kind reads."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from jinja2 import nodes

from briefing.findings import Finding, Origin, Severity
from briefing.linting.record import Reads
from briefing.linting.schema import ROOT, facts_of_the_frame, printable_facts
from briefing.templating.environment import LIBRARY
from briefing.templating.kind import Kind
from briefing.templating.sources import TemplateSource, parts

OUTLINE = "outline"
"""The block that prints an outline of an input's own: it places parts that the input names."""


def read_by_templates(reads: Reads) -> set[str]:
    """Return what documents read whatever their outline; parts that it places do not count."""
    return {
        fact for fact, blocks in reads.items() if blocks - {OUTLINE} or fact.startswith("sections[")
    }


class LostFacts:
    """The facts that documents read before a folder changed them, and no more."""

    def __init__(self) -> None:
        self._kinds: dict[tuple[Origin, str], list[str]] = {}

    def compare(
        self,
        kind: Kind,
        chain: list[TemplateSource],
        reads: Reads,
        before: Reads,
        visited: Iterable[TemplateSource] = (),
    ) -> None:
        """Keep what a kind no longer reads, at the block that replaces the one which read it.

        ``visited`` are all templates that were read, the macros too.
        """
        lost = read_by_templates(before) - read_by_templates(reads)
        lost = lost & printable_facts() - printed_by_the_program(kind)
        for fact in sorted(lost):
            origin = _replacing(chain, before[fact], visited)
            self._kinds.setdefault((origin, fact), []).append(kind.name)

    def findings(self) -> Iterator[Finding]:
        """Yield a warning for each place, for all the facts that the same kinds have lost there.

        Kinds that print what another prints lose it with that one, whose template it is.
        """
        together: dict[tuple[Origin, str], list[str]] = {}
        for (origin, fact), names in self._kinds.items():
            own = Path(origin.file).name.partition(".")[0]
            kinds = own if own in names else ", ".join(names)
            together.setdefault((origin, kinds), []).append(fact)
        for (origin, kinds), facts in together.items():
            values = {"facts": ", ".join(facts), "kinds": kinds}
            yield Finding("template/lost-fact", Severity.WARNING, origin, values=values)


def required_lost(
    kind: Kind,
    chain: list[TemplateSource],
    reads: Reads,
    before: Reads,
    visited: Iterable[TemplateSource] = (),
) -> Iterator[Finding]:
    """Yield the fault of a kind whose template leaves out what every document of it must have.

    ``before`` is what the templates below read, with the blocks that read it.
    """
    said = read_by_templates(reads) | printed_by_the_program(kind)
    asked = map(_of_templates, kind.requires)
    lost = [path for path in asked if not any(_says(said, p) for p in path.split("|"))]
    if lost:
        blocks = {b for fact, names in before.items() if _says({fact}, *lost) for b in names}
        values = {"facts": ", ".join(lost), "kind": kind.name}
        origin = _replacing(chain, blocks, visited)
        yield Finding("template/required-lost", origin=origin, values=values)


def _of_templates(path: str) -> str:
    """Return what a template has to print of alternatives; an outline is printed by one below."""
    options = path.split("|")
    return "|".join([option for option in options if option != "sections"] or options)


def always_there(kind: Kind) -> frozenset[str]:
    """Return the values that every document of a kind has, as templates call them.

    A draft marks those that are still to come.
    """
    alone = (path.split(".") for path in kind.requires if "|" not in path)
    return frozenset(
        ".".join((ROOT, *path[:end])) for path in alone for end in range(1, len(path) + 1)
    )


def _says(facts: Collection[str], *paths: str) -> bool:
    """Say whether one of some facts is what a path names, or stands below it."""
    if any(path in facts for path in paths):
        return True
    below = tuple(f"{path}{mark}" for path in paths for mark in "[.")
    return any(fact.startswith(below) for fact in facts)


def unused_facts(kind: Kind, template: Path, reads: Iterable[str]) -> Iterator[Finding]:
    """Yield a note of the facts that a kind leaves out, all in one."""
    unused = printable_facts() - set(reads) - printed_by_the_program(kind)
    if unused:
        values = {"facts": ", ".join(sorted(unused)), "kind": kind.name}
        origin = Origin(str(template))
        yield Finding("template/unused-fact", Severity.INFO, origin, values=values)


def printed_by_the_program(kind: Kind) -> frozenset[str]:
    """Return the facts that stand around the text of a kind, whatever its template says."""
    return facts_of_the_frame() if kind.framed else frozenset()


def _replacing(
    chain: list[TemplateSource], blocks: set[str], visited: Iterable[TemplateSource]
) -> Origin:
    """Return where the nearest folder replaces one of several blocks, else a macro."""
    own = [source for source in chain if source.own]
    for source in own or chain:
        for block in parts(source.tree, nodes.Block):
            if block.name in blocks and (source.own or not _macros(visited)):
                return Origin(str(source.path), block.lineno)
    return next(iter(_macros(visited)), Origin(str((own or chain)[0].path)))


def _macros(visited: Iterable[TemplateSource]) -> list[Origin]:
    """Return the macros that the nearest folder puts in place of others."""
    files = [source for source in visited if source.own and source.path.name == LIBRARY]
    return [
        Origin(str(source.path), macro.lineno)
        for source in files
        for macro in parts(source.tree, nodes.Macro)
    ]

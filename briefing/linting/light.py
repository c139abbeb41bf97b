"""Packs that only put other blocks in place: what they inherit is not gone through again.

A block is gone through with the names and the blocks around it that were noted where the templates
below print it. Everything else that these read and print is as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from jinja2 import nodes

from briefing.linting.calls import Macros
from briefing.linting.record import Reads, Ways, reads_of
from briefing.linting.schema import OWN, ROOT, context_shape
from briefing.linting.templates import BlockContext, Templates
from briefing.report import OwnField
from briefing.templating.sources import TemplateSource, parts
from briefing.values import record


@record
class Walked:
    """What going through a kind of some folders gave: its chain, the files asked for, what is read.

    ``macros`` are those that its blocks call; ``fields`` are those that inputs had besides the
    program's own.
    """

    chain: list[TemplateSource]
    visited: tuple[TemplateSource, ...]
    ways: Ways
    contexts: Mapping[str, list[BlockContext]]
    macros: tuple[Macros, ...]
    fields: tuple[OwnField, ...]

    @property
    def reads(self) -> Reads:
        """The facts that are read, each with the blocks that read it, "" for none."""
        return reads_of(self.ways)


def only_blocks(source: TemplateSource, name: str) -> list[str] | None:
    """Return the blocks of a template that says nothing but blocks over the one of its own name.

    ``None`` for any other template.
    """
    found: list[str] = []
    extends = False
    for node in source.tree.body:
        match node:
            case nodes.Extends(template=nodes.Const(value=str(asked))) if asked == name:
                extends = True
            case nodes.Block() if len(parts(node, nodes.Block)) == 0:
                found.append(node.name)
            case nodes.Output() if not _text(node).strip():
                pass
            case _:
                return None
    return found if extends and len(set(found)) == len(found) else None


def _text(node: nodes.Output) -> str:
    """Return what an output writes; a value counts as a word."""
    return "".join(
        part.data if isinstance(part, nodes.TemplateData) else "x" for part in node.nodes
    )


def can_stand_in(walked: Walked, changed: Iterable[str]) -> bool:
    """Say whether blocks can be put in place of those of a kind that was gone through.

    None is printed within another one that is changed as well.
    """
    names = set(changed)
    places = (place for name in names for place in walked.contexts.get(name, ()))
    return not any(names & set(place.within) for place in places)


def shifted(walked: Walked) -> Walked:
    """Return the same as it is seen from one folder nearer."""
    further = {one: _one_further(one) for one in (*walked.chain, *walked.visited)}
    chain = [further[one] for one in walked.chain]
    return replace(walked, chain=chain, visited=tuple(further[one] for one in walked.visited))


def seen_with(walked: Walked, fields: tuple[OwnField, ...]) -> Walked | None:
    """Return the same where inputs have other fields of their own.

    ``None`` where a template that was gone through may read one.
    """
    if fields == walked.fields:
        return walked
    if any(OWN in one.text or _hands_on(one.tree) for one in walked.visited):
        return None
    report = context_shape(fields)[ROOT]
    contexts = {
        name: [replace(place, names={**place.names, ROOT: report}) for place in places]
        for name, places in walked.contexts.items()
    }
    return replace(walked, contexts=contexts, fields=fields)


@lru_cache(maxsize=128)
def _hands_on(tree: nodes.Template) -> bool:
    """Say whether a template does more with the report than to ask for what it has, by name."""
    names = (name for name in parts(tree, nodes.Name) if name.name == ROOT)
    asked = {id(part.node) for part in parts(tree, nodes.Getattr)}
    return any(id(name) not in asked for name in names)


def put_in_place(
    sources: Sequence[TemplateSource], walked: Walked, changed: Iterable[str], templates: Templates
) -> Walked:
    """Return what a kind gives with blocks of some templates over those of the same names.

    Of two templates of one name, the one further down comes first.
    """
    names = set(changed)
    for macros in walked.macros:
        macros.forget()
    # What was read before is kept by whoever kept it.
    templates.record.ways = {
        way: set(facts) for way, facts in walked.ways.items() if names.isdisjoint(way)
    }
    chain = list(walked.chain)
    for source in sources:
        chain.insert([one.path.name for one in chain].index(source.path.name), source)
    places = {name: walked.contexts[name] for name in sorted(names & set(walked.contexts))}
    templates.go_through_blocks(chain, places)
    contexts = {
        name: [place for place in places if not names & set(place.within)]
        for name, places in walked.contexts.items()
        if name not in names
    }
    for name, more in templates.contexts.items():
        contexts[name] = [*contexts.get(name, []), *more]
    macros_of_all = (*walked.macros, templates.statements.macros)
    visited = tuple(dict.fromkeys((*reversed(sources), *walked.visited)))
    ways = templates.record.ways
    return Walked(chain, visited, ways, contexts, macros_of_all, walked.fields)


def _one_further(source: TemplateSource) -> TemplateSource:
    number, _, name = source.inner.partition(":")
    return TemplateSource(f"{int(number) + 1}:{name}", source.path, source.text, source.tree)

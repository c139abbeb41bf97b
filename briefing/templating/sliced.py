"""Templates of packs that take a part of a list: its first items, its last ones, one by number."""

from __future__ import annotations

from pathlib import Path

from jinja2 import TemplateNotFound, nodes

from briefing.findings import Origin, TemplateError
from briefing.templating.sources import Sources, TemplateSource, parts

_MACROS = "macros.md.j2"
_FILTERS = frozenset({"first", "last", "batch", "truncate"})
_ENDS = frozenset({"first", "last"})
_COUNTS = frozenset({"index", "index0", "revindex", "revindex0"})


def base_of(roots: tuple[Path, ...], template: str) -> str | None:
    """Return the program's template that a pack's extends at last; ``None`` where it has none."""
    chain = _chain(Sources(roots), template)
    last = chain[-1] if chain else None
    return last.path.name if last and last.path.parent == roots[-1] else None


def first_slice(roots: tuple[Path, ...], template: str) -> Origin | None:
    """Return where the templates of packs first take a part of a list; ``None`` where none does."""
    sources = Sources(roots)
    for source in (*_chain(sources, template), *_chain(sources, _MACROS)):
        lines = sorted(_slices(source)) if sources.in_pack(source) else []
        if lines:
            return Origin(str(source.path), lines[0])
    return None


def _chain(sources: Sources, name: str) -> list[TemplateSource]:
    try:
        return sources.chain(sources.open(name))
    except (TemplateNotFound, TemplateError):
        return []


def _slices(source: TemplateSource) -> list[int]:
    """Return the lines of a template on which a part of a list is taken."""
    tree = source.tree
    found: list[nodes.Node] = [*parts(tree, nodes.Slice)]
    found += [node for node in parts(tree, nodes.Filter) if node.name in _FILTERS]
    found += [
        node
        for node in parts(tree, nodes.Getitem)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, int)
    ]
    for node in (*parts(tree, nodes.If), *parts(tree, nodes.CondExpr)):
        asked = parts(node.test, nodes.Getattr)
        own = (node.test,) if isinstance(node.test, nodes.Getattr) else ()
        found += [one for one in (*asked, *own) if _is_of_loop(one, _ENDS)]
    found += [
        one
        for node in parts(tree, nodes.Compare)
        for one in parts(node, nodes.Getattr)
        if _is_of_loop(one, _COUNTS)
    ]
    return [node.lineno for node in found]


def _is_of_loop(node: nodes.Getattr, names: frozenset[str]) -> bool:
    return isinstance(node.node, nodes.Name) and node.node.name == "loop" and node.attr in names

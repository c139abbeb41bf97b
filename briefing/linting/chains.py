"""What can be read off a template's tree without following any value: names and blocks."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

from briefing.linting.places import Blocks
from briefing.templating.sources import TemplateSource, parts


def written_names(node: nodes.Expr) -> Iterator[str]:
    """Yield the names of templates that an expression can give, as far as they are written."""
    match node:
        case nodes.Const(value=str(name)):
            yield name
        case nodes.List(items=items) | nodes.Tuple(items=items):
            for item in items:
                yield from written_names(item)
        case nodes.CondExpr(expr1=yes, expr2=no):
            yield from written_names(yes)
            if no:
                yield from written_names(no)


def definitions(chain: list[TemplateSource]) -> Blocks:
    """Return the definitions of every block of a chain, nearest first."""
    found: dict[str, list[tuple[nodes.Block, TemplateSource]]] = {}
    for source in chain:
        for node in parts(source.tree, nodes.Block):
            found.setdefault(node.name, []).append((node, source))
    return found


def outer_blocks(source: TemplateSource) -> list[nodes.Block]:
    """Return the blocks of a template that stand in no other."""
    every = parts(source.tree, nodes.Block)
    inner = {below for block in every for below in parts(block, nodes.Block)}
    return [block for block in every if block not in inner]

"""Where the templates of packs read a fact, cut it, or stand in place of what read it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from jinja2 import TemplateNotFound, nodes

from briefing.findings import Origin, TemplateError
from briefing.linting.in_use import blocks_that_read
from briefing.linting.linter import Roots
from briefing.templating.environment import LIBRARY
from briefing.templating.kind import Kind
from briefing.templating.sources import Sources, TemplateSource, parts

_CUTTING = frozenset({"batch", "capitalize", "first", "last", "replace", "reverse", "truncate"})
"""The filters that leave words out or put others in place."""

_ALSO = {"value": ("number", "quantity", "phrase"), "previous": ("compared", "change", "moved")}
"""By which other names templates have a part of a figure."""


def reading_places(roots: Roots, kind: Kind) -> Callable[[str], Origin | None]:
    """Return what says where the packs' templates of a kind read a fact, such as ``tasks[].lead``.

    ``roots`` are folders of templates, nearest first, the built-in ones last.
    """
    sources = Sources(roots)
    try:
        chain = sources.chain(sources.open(kind.template))
    except (TemplateNotFound, TemplateError):
        return lambda _: None
    blocks = blocks_that_read(roots, kind)
    own = [source for source in _files(sources, chain) if sources.in_pack(source)]

    def place(shape: str) -> Origin | None:
        names = re.findall(r"\w+", shape)
        read = blocks(shape)
        ways = (
            _cutting(own, read, names),
            _cutting(own, read, None),
            _naming(own, read, names),
            _naming(own, frozenset(), names),
            _blocks(own, read),
            _macros(own),
        )
        found = next((origin for way in ways for origin in way), None)
        return found or (Origin(str(own[0].path)) if own else Origin(str(chain[0].path)))

    return place


def _files(sources: Sources, chain: list[TemplateSource]) -> Iterator[TemplateSource]:
    """Yield the templates of a chain, then those of packs that they may import."""
    yield from chain
    for position, root in enumerate(sources.roots):
        for file in sorted(Path(root).glob("*.j2")):
            try:
                source = sources.at(position, file.name)
            except (TemplateNotFound, TemplateError):
                continue
            if source not in chain and parts(source.tree, nodes.Macro):
                yield source


def _inside(source: TemplateSource, read: frozenset[str]) -> Iterator[nodes.Node]:
    """Yield what may read a fact: the blocks of a template that do, and its macros.

    Parts of figures are read by many names; then every block may.
    """
    for block in parts(source.tree, nodes.Block):
        if not read or block.name in read:
            yield block
    yield from parts(source.tree, nodes.Macro)


def _cutting(
    own: list[TemplateSource], read: frozenset[str], names: list[str] | None
) -> Iterator[Origin]:
    """Yield where a fact of some names is cut; without names, where the blocks cut anything."""
    for source in own:
        for node in _inside(source, read):
            cuts: list[nodes.Expr] = [
                item for item in parts(node, nodes.Getitem) if isinstance(item.arg, nodes.Slice)
            ]
            cuts += [item for item in parts(node, nodes.Filter) if item.name in _CUTTING]
            for cut in cuts:
                asked = {one.attr for one in parts(cut, nodes.Getattr)}
                if asked & set(names) if names else isinstance(node, nodes.Block):
                    yield Origin(str(source.path), cut.lineno)


def _naming(own: list[TemplateSource], read: frozenset[str], names: list[str]) -> Iterator[Origin]:
    for source in own:
        for node in _inside(source, read):
            for one in parts(node, nodes.Getattr):
                if one.attr in (names[-1], *_ALSO.get(names[-1], ())):
                    yield Origin(str(source.path), one.lineno)


def _blocks(own: list[TemplateSource], read: frozenset[str]) -> Iterator[Origin]:
    for source in own:
        for block in parts(source.tree, nodes.Block):
            if block.name in read:
                yield Origin(str(source.path), block.lineno)


def _macros(own: list[TemplateSource]) -> Iterator[Origin]:
    """Yield macros that packs put in place of others: what no block reads they may leave out."""
    for source in own:
        for macro in parts(source.tree, nodes.Macro) if source.path.name == LIBRARY else ():
            yield Origin(str(source.path), macro.lineno)

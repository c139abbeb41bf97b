"""How templates stand to each other: blocks that nothing prints, files that replace others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from jinja2 import TemplateSyntaxError, nodes
from jinja2.compiler import generate

from briefing.findings import Finding, Origin, Severity, nearest
from briefing.linting.chains import outer_blocks
from briefing.templating.refusals import syntax_finding
from briefing.templating.sources import Source, parser, parts, too_deep

_BY_NAME = ("template/unknown-filter", "template/unknown-test")


def lost_blocks(chain: list[Source]) -> Iterator[Finding]:
    """Yield the blocks of a chain that no template further down has, so that nothing prints them.

    A block inside another one is printed where it stands, and one that ``self`` calls where it is
    called.
    """
    called = {name for source in chain for name in _called(source)}
    whole = chain[-1].parent is None
    for number, source in enumerate(chain[:-1] if whole else ()):
        below = [name for under in chain[number + 1 :] for name in _block_names(under)]
        for block in outer_blocks(source):
            if block.name not in below and block.name not in called:
                origin = Origin(str(source.path), block.lineno)
                near = nearest(block.name, below)
                template = chain[number + 1].path.name
                values = {"name": block.name, "near": near, "template": template}
                yield Finding("template/no-such-block", origin=origin, values=values)


def _block_names(source: Source) -> list[str]:
    return [block.name for block in parts(source.tree, nodes.Block)]


def _called(source: Source) -> Iterator[str]:
    for part in parts(source.tree, nodes.Getattr):
        if isinstance(part.node, nodes.Name) and part.node.name == "self":
            yield part.attr


def hidden_blocks(source: Source, printed: Iterable[str], told: set[Origin]) -> Iterator[Finding]:
    """Yield the blocks of an extending template that stand in one which is replaced whole.

    ``printed`` are the blocks that some document prints; ``told`` is where one has no place at all.
    """
    for block in outer_blocks(source) if source.parent else ():
        origin = Origin(str(source.path), block.lineno)
        if block.name not in printed and origin not in told:
            values = {"name": block.name}
            yield Finding("template/hidden-block", Severity.WARNING, origin, values=values)


def replaced_whole(source: Source, roots: tuple[Path, ...]) -> Iterator[Finding]:
    """Yield a warning for a file that hides one of the same name and does not extend it."""
    name = source.path.name
    position = int(source.inner.partition(":")[0])
    hidden = [root for root in roots[position + 1 :] if (root / name).is_file()]
    tag = source.parent
    own = tag and isinstance(tag.template, nodes.Const) and tag.template.value == name
    if hidden and not own:
        origin = Origin(str(source.path))
        yield Finding("template/replaces-whole", Severity.WARNING, origin, values={"name": name})


def refused(source: Source) -> Iterator[Finding]:
    """Yield what Jinja finds wrong with a template only when it makes a program of it."""
    try:
        generate(source.tree, parser(), source.inner, str(source.path))
    except TemplateSyntaxError as error:
        finding = syntax_finding(error, str(source.path))
        # Filters and tests that do not exist are told by name, each at its line.
        if finding.rule not in _BY_NAME:
            yield finding
    except RecursionError:
        yield too_deep(str(source.path))

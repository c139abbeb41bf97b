"""How templates stand to each other: blocks that nothing prints, files that replace others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from jinja2 import TemplateSyntaxError, nodes
from jinja2.compiler import generate

from briefing.findings import Finding, Origin, Severity, nearest
from briefing.linting.chains import outer_blocks
from briefing.linting.markdown import titles
from briefing.templating.refusals import syntax_finding
from briefing.templating.sources import TemplateSource, parser, parts, too_deep

_BY_NAME = ("template/unknown-filter", "template/unknown-test")


def lost_blocks(chain: list[TemplateSource], listed: Iterable[str] = ()) -> Iterator[Finding]:
    """Yield the blocks of a chain that no template further down has, so that nothing prints them.

    A block inside another one is printed where it stands, and one that ``self`` calls where it is
    called; ``listed`` are printed among the sections.
    """
    called = {name for source in chain for name in _called(source)}.union(listed)
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


def without_title(
    chain: list[TemplateSource], others: Iterable[TemplateSource]
) -> Iterator[Finding]:
    """Yield the fault of a chain that prints no first-level heading: the document has no name.

    ``others`` are the templates that it asks for; where one of them may print the heading nothing
    is said.
    """
    root, elsewhere = chain[-1], [one for one in others if one not in chain]
    if root.parent is not None or any(map(titles, elsewhere)):
        return
    # The first one names the document, later ones open annexes.
    name = next(((line.within or ("",))[-1] for line in titles(root)), None)
    if name == "" or (name and _prints_title(name, chain)):
        return
    changed = next((one for one in chain if name in _block_names(one)), chain[0])
    lines = [block.lineno for block in parts(changed.tree, nodes.Block) if block.name == name]
    yield Finding("template/no-title", origin=Origin(str(changed.path), *(lines or [1])[:1]))


def _prints_title(name: str, chain: list[TemplateSource]) -> bool:
    """Say whether what holds of a block writes a first-level heading, or the one below it does."""
    for one in chain:
        if name in _block_names(one):
            if any(name in line.within for line in titles(one)):
                return True
            if not _calls_super(one, name):
                return False
    return False


def _calls_super(source: TemplateSource, name: str) -> bool:
    blocks = (block for block in parts(source.tree, nodes.Block) if block.name == name)
    calls = (call.node for block in blocks for call in parts(block, nodes.Call))
    return any(isinstance(node, nodes.Name) and node.name == "super" for node in calls)


def _block_names(source: TemplateSource) -> list[str]:
    return [block.name for block in parts(source.tree, nodes.Block)]


def _called(source: TemplateSource) -> Iterator[str]:
    for part in parts(source.tree, nodes.Getattr):
        if isinstance(part.node, nodes.Name) and part.node.name == "self":
            yield part.attr


def hidden_blocks(source: TemplateSource, printed: Iterable[str]) -> Iterator[Finding]:
    """Yield the blocks of an extending template that no document prints.

    ``printed`` are the blocks that some document does. They stand in one that is replaced whole, or
    have no place at all.
    """
    for block in outer_blocks(source) if source.parent else ():
        origin = Origin(str(source.path), block.lineno)
        if block.name not in printed:
            values = {"name": block.name}
            yield Finding("template/hidden-block", Severity.WARNING, origin, values=values)


def replaced_whole(source: TemplateSource, roots: tuple[Path, ...]) -> Iterator[Finding]:
    """Yield a warning for a file that hides one of the same name and does not extend it."""
    name = source.path.name
    position = int(source.inner.partition(":")[0])
    hidden = [root for root in roots[position + 1 :] if (root / name).is_file()]
    tag = source.parent
    own = tag and isinstance(tag.template, nodes.Const) and tag.template.value == name
    if hidden and not own:
        origin = Origin(str(source.path))
        yield Finding("template/replaces-whole", Severity.WARNING, origin, values={"name": name})


def refused(source: TemplateSource) -> Iterator[Finding]:
    """Yield what Jinja finds wrong with a template only when it makes a program of it."""
    fault = _refusal(source.tree, source.inner, str(source.path))
    # Filters and tests that do not exist are told by name, each at its line.
    if fault and fault.rule not in _BY_NAME:
        yield fault


@lru_cache(maxsize=128)
def _refusal(tree: nodes.Template, name: str, file: str) -> Finding | None:
    """Return why no program can be made of a template; trees do not change."""
    try:
        # Jinja's optimizer would change the tree, which every later look shares.
        generate(tree, parser(), name, file, optimized=False)
    except TemplateSyntaxError as error:
        return syntax_finding(error, file)
    except RecursionError:
        return too_deep(file)
    return None

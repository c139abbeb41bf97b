"""The templates of a pack that only puts other blocks in place of those that it inherits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from jinja2 import TemplateNotFound

from briefing.findings import TemplateError
from briefing.linting.light import Walked, can_stand_in, only_blocks
from briefing.templating.kind import FILE
from briefing.templating.sources import Sources, TemplateSource
from briefing.values import record


@record
class Layer:
    """Such a pack: its templates by name, and the blocks of each."""

    sources: Sources
    files: dict[str, TemplateSource]
    blocks: dict[str, list[str]]

    def fits(self, kinds: Iterable[Walked]) -> bool:
        """Say whether kinds that were gone through print every block, none within another one."""
        told: dict[str, set[str]] = {name: set() for name in self.files}
        for walked in kinds:
            chain = {one.path.name for one in walked.chain}
            own = [name for name in self.files if name in chain]
            if any(
                one.path.name in self.files for one in walked.visited if one not in walked.chain
            ):
                return False
            if not can_stand_in(walked, [block for name in own for block in self.blocks[name]]):
                return False
            for name in own:
                told[name] |= set(self.blocks[name]) & set(walked.contexts)
        return all(told[name] == set(self.blocks[name]) for name in self.files)

    def over(self, walked: Walked) -> Iterator[tuple[TemplateSource, list[str]]]:
        """Yield the templates that a kind uses with their blocks, the one furthest down first."""
        # Those above may have templates of the same names.
        names = dict.fromkeys(one.path.name for one in walked.chain)
        for name in reversed(names):
            if name in self.files:
                yield self.files[name], self.blocks[name]


def layer_of(roots: tuple[Path, ...]) -> Layer | None:
    """Return the first of some folders as a layer over the others, ``None`` when it is more."""
    sources, folder = Sources(roots), roots[0]
    layer = Layer(sources, {}, {})
    if (folder / FILE).exists():
        return None
    for file in sorted(folder.glob("*.j2")):
        try:
            source = sources.at(0, file.name)
        except (TemplateNotFound, TemplateError):
            return None
        blocks = only_blocks(source, file.name)
        if blocks is None:
            return None
        layer.files[file.name], layer.blocks[file.name] = source, blocks
    return layer

"""How many items a lettered list has, and how many lettered headings stand under one."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document import Block, Heading, ListItem
from briefing.standards import OutlineLevel, marks


def siblings(blocks: Sequence[Block], outline: Sequence[OutlineLevel]) -> dict[int, int]:
    """Return for the place of each block that bears a letter how many stand in its row."""
    items, headings, listed = _Rows(), _Rows(), False
    for place, block in enumerate(blocks):
        if isinstance(block, ListItem):
            items.add(place, block.depth, lettered=_is_lettered(block), first=block.number == 1)
            listed = True
            continue
        if listed:
            items.end()
            listed = False
        if isinstance(block, Heading):
            lettered = outline[block.level - 1].numbering == "letter"
            headings.add(place, block.level, lettered=lettered, first=False)
    return items.lengths() | headings.lengths()


def _is_lettered(item: ListItem) -> bool:
    return item.ordered or (bool(item.mark) and marks()[item.mark].numbering == "letter")


class _Rows:
    """Rows of places, one open at each depth; what stands higher ends the deeper ones."""

    def __init__(self) -> None:
        self._rows: list[list[int]] = []
        self._open: dict[int, list[int]] = {}

    def add(self, place: int, depth: int, *, lettered: bool, first: bool) -> None:
        ends = depth if first or not lettered else depth + 1
        self._open = {level: row for level, row in self._open.items() if level < ends}
        if not lettered:
            return
        if depth not in self._open:
            self._open[depth] = []
            self._rows.append(self._open[depth])
        self._open[depth].append(place)

    def end(self) -> None:
        self._open.clear()

    def lengths(self) -> dict[int, int]:
        return {place: len(row) for row in self._rows for place in row}

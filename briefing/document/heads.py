"""Heads of tables in two rows: a head that spans several columns, with theirs below it.

A cell of the head that begins with strong words, ``**Năm 2025** Kế hoạch``, stands under them; the
same strong words before neighbouring cells are one head over all of these.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from briefing.document.model import Line, plain
from briefing.values import record


@record
class HeadSpan:
    """A head and the heads below it, none below one of a column of its own."""

    line: Line
    below: tuple[Line, ...]

    @property
    def columns(self) -> int:
        """How many columns it is over."""
        return max(1, len(self.below))


def divided(cell: Line) -> tuple[Line, Line]:
    """Return the words above a cell of a head, nothing where there are none, and its own."""
    end = next((at for at, run in enumerate(cell) if not run.bold), len(cell))
    above, own = cell[:end], cell[end:]
    if not above or not plain(own).strip():
        return (), cell
    first, *others = own
    # The blank between both is neither's.
    own = (first.saying(first.traced.lstrip()), *others)
    return above, own if plain(own[:1]) else tuple(others)


def spans(header: Sequence[Line]) -> list[HeadSpan]:
    """Return the heads of a table from left to right, each with those that stand below it."""
    parts = [divided(cell) for cell in header]
    found: list[HeadSpan] = []
    for title, group in groupby(parts, lambda part: plain(part[0]).strip()):
        cells = list(group)
        if title:
            found.append(HeadSpan(cells[0][0], tuple(own for _, own in cells)))
        else:
            found += [HeadSpan(own, ()) for _, own in cells]
    return found


def has_two_rows(header: Sequence[Line]) -> bool:
    """Say whether some head stands below another one."""
    return any(divided(cell)[0] for cell in header)

"""Cases and persons told side by side, totals and parts alike: read column by column.

``giải quyết 70 vụ/103 bị can, trong đó truy tố 69 vụ/102 bị can, đình chỉ 01 vụ/01 bị can``, also
with ``và`` between both, and of fractions; and the rate of what was solved of earlier cases.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.figures.doubts import Doubt
from briefing.figures.statements import Fraction, Parts
from briefing.figures.text.claim import Scene, count_of
from briefing.figures.text.line import Number
from briefing.figures.text.units import base_of, counted, same_base
from briefing.figures.text.wholes import rate_of
from briefing.patterns import Pattern

_APART = 40
"""The most symbols between two cells of one list."""

_MOST = 12
_EARLIER = 120
"""The most symbols between what was solved and what it is held against."""

_CELL = re.compile(r"[SF]|N&N|N,N")
_GOES_ON = Pattern(r"(?:\([^()]*\)|[^NPFSRQO!¶])*[,;&](?:\([^()]*\)|[^NPFSRQO!¶])*")
_TO_LIST = Pattern(r"(?:\([^()]*\)|[^NPFSRQO!¶])*(?:[,;]|!(?=[IW]))?[.&]{0,2}[IGW][^NPFSRQO!¶]*")
_RATED = Pattern(r"[.]{0,4},?[.&(]{0,2}(?:[CAE][ra]{0,3}|r)(?P<rate>P)")


class _Cell(NamedTuple):
    """Two numbers side by side, and the symbols that they take."""

    first: int
    last: int
    left: Number
    right: Number


def find_columns(scene: Scene) -> None:
    """Claim totals with their parts where each is two numbers, and rates of the left ones."""
    symbols = scene.symbols
    if not ("S" in symbols or "F" in symbols or "N&N" in symbols or "N,N" in symbols):
        return
    cells = [_cell(scene, match) for match in _CELL.finditer(symbols) if _of_two(scene, match)]
    for place, total in enumerate(cells):
        _totals(scene, cells, place, total)
        if symbols[total.first] == "S":
            _solved(scene, cells[:place], total)


def _of_two(scene: Scene, match: re.Match[str]) -> bool:
    """Whether two numbers that only a comma parts count two things: ``05 vụ, 08 đối tượng``."""
    if match[0] != "N,N":
        return True
    one, other = scene.number(match.start()).unit, scene.number(match.end() - 1).unit
    named = base_of(one) and base_of(other) and counted(one) and counted(other)
    return bool(named) and not same_base(one, other)


def _cell(scene: Scene, match: re.Match[str]) -> _Cell:
    first, last = match.start(), match.end() - 1
    if first == last:
        left, right = scene.line.numbers[first]
        left = left if left.unit else left._replace(unit=right.unit)
        return _Cell(first, last, left, right if right.unit else right._replace(unit=left.unit))
    return _Cell(first, last, scene.number(first), scene.number(last))


def _totals(scene: Scene, cells: list[_Cell], place: int, total: _Cell) -> None:
    items: list[_Cell] = []
    before = total
    for cell in cells[place + 1 : place + 1 + _MOST]:
        between = scene.symbols[before.last + 1 : cell.first]
        pattern = _GOES_ON if items else _TO_LIST
        if len(between) > _APART or not pattern.fullmatch(between) or not _alike(cell, total):
            break
        items.append(cell)
        before = cell
    if len(items) < 2 or _of_one_whole(total, items):
        return
    columns = (
        (total.left, [item.left for item in items]),
        (total.right, [item.right for item in items]),
    )
    fits = [sum(part.value for part in parts) == whole.value for whole, parts in columns]
    for (whole, parts), exact in zip(columns, fits, strict=True):
        if exact and not all(fits):
            continue  # what is shown of it would seem to be said of the other column too
        # Where the cases add up, the persons must.
        exact = exact or any(fits)
        content = Parts(count_of(whole), tuple(count_of(part) for part in parts))
        positions = (total.first, *(item.first for item in items))
        why = "" if exact else Doubt.OTHER
        scene.claim(content, *positions, takes=(), sure=exact, why=why)


def _of_one_whole(total: _Cell, items: list[_Cell]) -> bool:
    """Whether the right numbers are one whole, of which each left one is a part.

    ``91/132 container vi phạm, trong đó 35/91 container …, 56/91 container …``
    """
    wholes = {item.right.value for item in items}
    return len(wholes) == 1 and wholes <= {total.left.value, total.right.value}


def _alike(one: _Cell, other: _Cell) -> bool:
    """Whether two cells count the same two things, and no measures."""
    both = ((one.left, other.left), (one.right, other.right))
    named = all(base_of(number.unit) and counted(number.unit) for pair in both for number in pair)
    return named and all(same_base(first.unit, second.unit) for first, second in both)


def _solved(scene: Scene, earlier: list[_Cell], done: _Cell) -> None:
    """Claim ``thụ lý 85 vụ/120 bị can …, đã giải quyết 75 vụ/103 bị can, đạt tỷ lệ 88,24%``."""
    match = _RATED.match(scene.symbols, done.last + 1)
    if match is None or match.start("rate") in scene.taken:
        return
    wholes = [
        cell
        for cell in earlier[-2:]
        if scene.symbols[cell.first] == "S"
        and done.first - cell.last <= _EARLIER
        and _alike(cell, done)
        and cell.left.value >= done.left.value
    ]
    if not wholes:
        return
    rate, whole = match.start("rate"), wholes[-1]
    part = done.left
    stated = rate_of(scene.number(rate), part.value, whole.left.value)
    content = Fraction(part.value, whole.left.value, part.unit, stated)
    scene.claim(
        content,
        done.first,
        rate,
        takes=(rate,),
        sure=False,
        why=Doubt.DISTANT,
        also=(whole.first,),
    )

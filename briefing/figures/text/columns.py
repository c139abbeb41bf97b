"""Cases and persons told side by side, totals and parts alike: read column by column.

``giải quyết 70 vụ/103 bị can, trong đó truy tố 69 vụ/102 bị can, đình chỉ 01 vụ/01 bị can``, also
with ``và`` between both, and of fractions; and the rate of what was solved of earlier cases.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.figures.doubts import Doubt
from briefing.figures.statements import Fraction, Parts
from briefing.figures.text.claim import Scene, count_of, is_time
from briefing.figures.text.line import Number
from briefing.figures.text.sums import sum_of, with_unit
from briefing.figures.text.units import PERSONS, base_of, counted, same_base
from briefing.figures.text.wholes import rate_of
from briefing.patterns import Pattern

_APART = 40
"""The most symbols between two cells of one list."""

_MOST = 12
_EARLIER = 120
"""The most symbols between what was solved and what it is held against."""

_CELL = re.compile(
    r"[SF]|N&N|N,N|N[.]{0,6}\([.aeW]{0,7}N[.]{0,3}\)|N[.]{0,3}a[.aeW]{0,6}N|N,[.]{0,2}W[.a]{0,4}N"
)
"""Two numbers side by side: with a slash, ``và``, a comma, brackets or ``với`` between them."""

_GOES_ON = Pattern(r"(?:\([^()]*\)|[^NPFSRQO!¶])*[,;&](?:\([^()]*\)|[^NPFSRQO!¶])*")
_TO_LIST = Pattern(
    r"(?:\([^()]*\)|[^NPFSRQO!¶])*(?:[,;]|!(?=[IW]))?[.&]{0,2}[IGW][^NPFSRQO!¶]*"
    r"|[.]{0,4}[(:][^NPFSRQO!¶,;:()]{0,12}"
)
_RATED = Pattern(r"[.]{0,4},?[.&(]{0,2}(?:[CAE][ra]{0,3}|r)(?P<rate>P)")


class _Cell(NamedTuple):
    """Two numbers side by side, where each stands, and the last symbol that they take."""

    first: int
    second: int
    last: int
    left: Number
    right: Number


def find_columns(scene: Scene) -> None:
    """Claim totals with their parts where each is two numbers, and rates of the left ones."""
    symbols = scene.symbols
    cells = [_cell(scene, match) for match in _CELL.finditer(symbols) if _of_two(scene, match)]
    for place, total in enumerate(cells):
        _totals(scene, cells, place, total)
        if symbols[total.first] == "S":
            _solved(scene, cells[:place], total)


def _of_two(scene: Scene, match: re.Match[str]) -> bool:
    """Whether two numbers that no slash parts count two things: ``05 vụ, 08 đối tượng``."""
    if match[0] in ("S", "F", "N&N"):
        return True
    one, other = scene.number(match.start()), scene.number(_last(match))
    named = base_of(one.unit) and base_of(other.unit) and counted(one.unit)
    measured = match[0] != "N,N" or counted(other.unit)
    return bool(named) and measured and not same_base(one.unit, other.unit) and not is_time(other)


def _last(match: re.Match[str]) -> int:
    """Return where the second number of a cell stands."""
    return match.start() + match[0].rindex(match[0][0])


def _cell(scene: Scene, match: re.Match[str]) -> _Cell:
    first, last = match.start(), _last(match)
    if first == last:
        left, right = scene.line.numbers[first]
        left = left if left.unit else left._replace(unit=right.unit)
        return _Cell(
            first, last, last, left, right if right.unit else right._replace(unit=left.unit)
        )
    end = match.end() - 1
    return _Cell(first, last, end, scene.number(first), scene.number(last))


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
        (total.right, [with_unit(item.right, total.right) for item in items]),
    )
    fits = [sum_of(parts) == sum_of([whole]) for whole, parts in columns]
    for (whole, parts), exact in zip(columns, fits, strict=True):
        if exact and not all(fits):
            continue  # what is shown of it would seem to be said of the other column too
        if not exact and _named_otherwise(whole, parts):
            continue
        # Where the cases add up, the persons must; persons who are called otherwise, and money
        # that is rounded, may not.
        called = {part.unit for part in (whole, *parts)}
        exact = exact or (any(fits) and counted(whole.unit) and len(called) == 1)
        alike = [part._replace(unit=whole.unit) if part.unit in PERSONS else part for part in parts]
        content = Parts(count_of(whole), tuple(count_of(part) for part in alike))
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
    """Whether two cells count the same things, and the same things or money beside them."""
    both = ((one.left, other.left), (one.right, other.right))
    named = all(base_of(number.unit) for pair in both for number in pair)
    return (
        named
        and counted(one.left.unit)
        and all(counted(first.unit) == counted(second.unit) for first, second in both)
        and same_base(one.left.unit, other.left.unit)
    )


def _named_otherwise(whole: Number, parts: list[Number]) -> bool:
    """Whether what stands beside the cases is called otherwise in a part than in the total."""
    units = {part.unit for part in parts}
    alike = all(same_base(whole.unit, unit) for unit in units)
    return not alike and not {whole.unit, *units} <= PERSONS


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

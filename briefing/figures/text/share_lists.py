"""Shares of one whole told as a list, of which an earlier sentence says how much the whole is.

``thi hành kỷ luật 62 đảng viên. Hình thức: khiển trách 28 (chiếm 45%), cảnh cáo 21 (34%) …``
"""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.figures.doubts import Doubt
from briefing.figures.statements import Fraction
from briefing.figures.text.claim import Scene, alike
from briefing.figures.text.fractions import LED
from briefing.figures.text.line import Number
from briefing.figures.text.units import counted, same_base, scale_of
from briefing.figures.text.wholes import Wholes, fits, rate_of
from briefing.patterns import Pattern

_SHARE = rf"[^NPFSRQOUDHh;!¶()]{{0,16}}(?:\([.a]{{0,2}}(?:{LED})?P\)|,?[.&]{{0,2}}C[ra]{{0,3}}P)"
_LIST = re.compile(rf"(?:N{_SHARE}(?:[^NPFSRQOUDHhd!¶()]{{1,30}}|(?=[!¶]|$))){{3,}}")
_ITEM = Pattern(r"N[^NP]*P")

_BACK = 400
"""The most symbols of earlier sentences that are looked through for the whole."""

_LEAST = 2
"""Shares of a list that have to fit a number before it is taken for their whole."""

_ROUGH = 20
"""Whole percentages below this fit too many numbers by chance."""


def find_share_lists(scene: Scene, wholes: Wholes) -> None:
    """Claim each share of a list of a number before it that all, or all but one, of them fit."""
    for match in _LIST.finditer(scene.symbols):
        items = [
            (match.start() + item.start(), match.start() + item.end() - 1)
            for item in _ITEM.finditer(match[0])
        ]
        if not any(rate in scene.taken for _, rate in items) and _one_thing(scene, items):
            _of_one_whole(scene, wholes, items)


def _one_thing(scene: Scene, items: list[tuple[int, int]]) -> bool:
    """Whether the numbers of a list count one thing, or say no unit at all, and none is rough."""
    if any(scene.number(i).qualifier for item in items for i in item):
        return False
    units = {scene.number(part).unit for part, _ in items}
    first = next(iter(units))
    return all(same_base(first, unit) and counted(unit or "vụ") for unit in units)


def _of_one_whole(scene: Scene, wholes: Wholes, items: list[tuple[int, int]]) -> None:
    first = items[0][0]
    begins = scene.since(first, _BACK, "!")
    own = wholes.between(begins, first)
    if own and not _of_its_own(scene, own, items):
        return  # a number of its own sentence is the likelier whole
    for whole in reversed(own[-1:] or wholes.between(max(0, first - _BACK), begins)):
        number = scene.number(whole)
        if scale_of(number.unit) or not counted(number.unit):
            continue
        fitting = [item for item in items if _finely(scene, whole, *item)]
        loose = [item for item in items if not _fits(scene, whole, *item)]
        # A list that follows its own whole needs less to show that its shares are of it.
        others = len(items) - len(loose) - (not own)
        many = len(fitting) >= _LEAST or (fitting and others >= _LEAST)
        if many and len(loose) <= 1:
            for part, rate in items:
                _share(scene, whole, part, rate)
            return


def whole_of_shares(scene: Scene, parts: list[int], end: int) -> Number | None:
    """Return the sum of parts that each say what share of it they are, and leave nothing out.

    ``hoàn thành tốt 43 (71,67%), hoàn thành 17 (28,33%)`` are 60, whatever their total says.
    """
    rates = []
    for part, following in zip(parts, [*parts[1:], end], strict=True):
        match = _RATED.match(scene.symbols, part + 1, following)
        if match is None:
            return None
        rates.append(match.end() - 1)
    numbers = [(scene.number(i), scene.number(rate)) for i, rate in zip(parts, rates, strict=True)]
    if any(part.qualifier or rate.qualifier for part, rate in numbers):
        return None
    fine = sum(bool(int(rate.value.as_tuple().exponent)) for _, rate in numbers)
    together = sum((rate.value for _, rate in numbers), Decimal(0))
    hundred = abs(together - _ALL) <= _ROUNDED * len(numbers)
    first = numbers[0][0]
    whole = first._replace(value=sum((part.value for part, _ in numbers), first.value * 0))
    alike_ = all(part.unit == first.unit for part, _ in numbers)
    each = alike_ and all(fits(part, whole, rate) for part, rate in numbers)
    return whole if fine >= _LEAST and hundred and each else None


_RATED = Pattern(
    rf"[^NPFSRQOUDHh;!¶()]{{0,16}}(?:\([.a]{{0,2}}(?:{LED})?P|,?[.&]{{0,2}}C[ra]{{0,3}}P)"
)
_ALL = 100
_ROUNDED = Decimal("0.05")


def _of_its_own(scene: Scene, own: list[int], items: list[tuple[int, int]]) -> bool:
    """Whether a list without units parts the number that its sentence begins with.

    ``xếp loại 60 đảng bộ: hoàn thành xuất sắc 12 (20%), hoàn thành tốt 42 (70%)``
    """
    bare = not any(scene.number(part).unit for part, _ in items)
    led = scene.symbols[own[-1] + 1 : items[0][0]]
    return bare and bool(re.search(r"[:(IG]", led)) and bool(scene.number(own[-1]).unit)


def _fits(scene: Scene, whole: int, part: int, rate: int) -> bool:
    return fits(scene.number(part), scene.number(whole), scene.number(rate))


def _finely(scene: Scene, whole: int, part: int, rate: int) -> bool:
    """Whether a share fits a whole, and is told so finely that few others do."""
    stated = scene.number(rate).value
    fine = bool(int(stated.as_tuple().exponent)) or stated >= _ROUGH
    return fine and _fits(scene, whole, part, rate)


def _share(scene: Scene, whole: int, part: int, rate: int) -> None:
    one, other = alike(scene.number(part), scene.number(whole))
    stated = rate_of(scene.number(rate), one.value, other.value)
    content = Fraction(one.value, other.value, other.unit, stated, one.qualifier, other.qualifier)
    scene.claim(content, part, rate, takes=(rate,), sure=False, why=Doubt.WHOLE, also=(whole,))

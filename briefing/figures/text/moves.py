"""Rises and falls: by how much, by how many percent, from what to what."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.figures.doubts import Doubt
from briefing.figures.statements import Change, Pair
from briefing.figures.text.against import find_against
from briefing.figures.text.claim import (
    Scene,
    comparable,
    count_of,
    is_time,
    pair_of,
    pair_of_fraction,
)
from briefing.figures.text.compared import find_compared, find_factors
from briefing.figures.text.cores import (
    DIRECTIONS,
    WINDOW,
    Core,
    cores_of,
    made_change,
    percent_of_change,
)
from briefing.figures.text.line import END, Number
from briefing.figures.text.pairs import find_pairs
from briefing.figures.text.periods import find_periods
from briefing.figures.text.things import find_things
from briefing.patterns import Pattern
from briefing.report import Direction

_ROUGH = 10
"""Whole percentages below this fit too many numbers by chance."""


def find_moves(scene: Scene) -> None:
    """Claim every rise and fall of a line, with as much as the words give."""
    symbols = scene.symbols
    if not any(symbol in symbols for symbol in "UDHhXgFf"):
        return
    cores = cores_of(scene)
    find_periods(scene, cores)
    find_pairs(scene, cores)
    find_compared(scene, cores)
    find_against(scene, cores)
    find_factors(scene, cores)
    find_things(scene, cores)
    for core in cores.values():
        if core.x not in scene.taken and symbols[core.x] == "N":
            _with_fraction(scene, core)
    for core in cores.values():
        if core.x not in scene.taken:
            _fitting(scene, core)
        if core.x not in scene.taken and _plain(core, symbols):
            _of_sentence_before(scene, core)
    for core in cores.values():
        if core.x not in scene.taken and _plain(core, symbols):
            _alone(scene, core)
    _signed(scene)


_AND_PERIODS = Pattern(r"[.]{0,2},?[.&a]{0,2}[UD]a{0,2}P[.]{0,2}\((?P<pair>F)[.]{0,2}\)")


def _with_fraction(scene: Scene, core: Core) -> None:
    """Claim ``giảm 165 vụ, giảm 45,96% (194/359 vụ)``: brackets hold both periods."""
    match = _AND_PERIODS.match(scene.symbols, core.end)
    if match is None:
        return
    left, right = scene.line.numbers[match.start("pair")]
    right = right if right.unit else right._replace(unit=left.unit)
    pair = pair_of_fraction(left, right, DIRECTIONS[scene.symbols[core.move]])
    if pair is None or not comparable(scene.number(core.x), right):
        return
    content = made_change(scene, core, pair)
    if content is not None:
        scene.claim(content, core.x, match.start("pair"), takes=(core.x,))


def _plain(core: Core, symbols: str) -> bool:
    """Whether it is a move and no target (vượt 20% chỉ tiêu)."""
    return symbols[core.move] in "UD" and symbols[core.x] != "O"


def _fitting(scene: Scene, core: Core) -> None:
    """Claim a change for two numbers of the sentence that it fits; nothing is held against it."""
    symbols, number = scene.symbols, scene.number(core.x)
    exponent = int(number.value.as_tuple().exponent)
    if symbols[core.x] == "N" or (not exponent and number.value < _ROUGH and number.percent):
        return
    near = [
        i
        for i in range(scene.since(core.move, 50), scene.until(core.x, 40))
        if symbols[i] == "N" and i not in core.positions and not is_time(scene.number(i))
    ]
    for now in near:
        for before in near:
            if now != before and comparable(scene.number(now), scene.number(before)):
                pair = pair_of(scene.number(now), scene.number(before))
                if pair is not None and _makes(core, number, pair):
                    content = made_change(scene, core, pair)
                    if content is not None:
                        scene.claim(
                            content,
                            core.x,
                            now,
                            before,
                            takes=(core.x,),
                            sure=False,
                            why=Doubt.WHOLE,
                        )
                        return


_FINE_ENOUGH = 10


def _of_sentence_before(scene: Scene, core: Core) -> None:
    """Claim ``Năm 2022 thu 450 tỷ. Năm 2023 thu 500 tỷ, tăng 11,11%``; nothing is held against it.

    The later number stands right before the change, the earlier one in a sentence with a date.
    """
    symbols, number = scene.symbols, scene.number(core.x)
    exponent = int(number.value.as_tuple().exponent)
    if not number.percent or core.y is not None or (not exponent and number.value < _FINE_ENOUGH):
        return
    match = _RIGHT_BEFORE.search(symbols, max(0, core.move - WINDOW), core.move)
    begins = scene.since(core.move, WINDOW * 2, END)
    if match is None or match.start("now") < begins or symbols[begins - 1 : begins] != END:
        return
    now, start = match.start("now"), scene.since(begins - 1, WINDOW * 2, END)
    if "d" not in symbols[start:begins]:
        return
    for before in reversed(range(start, begins - 1)):
        if symbols[before] != "N" or not comparable(scene.number(now), scene.number(before)):
            continue
        pair = pair_of(scene.number(now), scene.number(before))
        content = None if pair is None else made_change(scene, core, pair)
        if pair is not None and content is not None and _makes(core, number, pair):
            scene.claim(
                content, now, core.x, takes=(core.x,), sure=False, why=Doubt.DISTANT, also=(before,)
            )
            return


_RIGHT_BEFORE = Pattern(r"(?P<now>N)[^NPFSRQOUDHh;!¶()]{0,10},?[a&.]{0,2}$")


def _makes(core: Core, stated: Number, pair: Pair) -> bool:
    """Whether two numbers make the percentage or the factor of a change, to its last digit."""
    if not pair.before or (pair.now > pair.before) != (core.direction == "tăng"):
        return False
    ratio = pair.now / pair.before
    given = abs(ratio - 1) * 100 if stated.percent else ratio
    value = percent_of_change(stated, core.direction, pair) if stated.percent else stated.value
    unit = Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))
    return abs(given - value) <= unit / (2 if stated.percent else 5)


def _alone(scene: Scene, core: Core) -> None:
    content = made_change(scene, core, None)
    if content is not None:
        other = scene.symbols[core.positions[-1] + 1 : core.positions[-1] + 2] in ("r", "T", "W")
        why = Doubt.BASE if other or _may_fall_below_nothing(scene, core) else ""
        scene.claim(content, *core.positions, since=core.move, sure=not why, why=why)


_MAY_BE_LESS_THAN_NOTHING = Pattern(
    r"\b(?:lợi nhuận|lãi|lỗ|lời|thặng dư|thâm hụt|nhập siêu|xuất siêu|bội chi|bội thu|cán cân|"
    r"chênh lệch|dòng tiền|tăng trưởng|tốc độ|âm|nhiệt độ|kế hoạch|chỉ tiêu|dự toán|mục tiêu|"
    r"công suất|lnst|ebitda)\b",
    re.IGNORECASE,
)
"""What can fall by more than all of it, for it can turn into its opposite, or is no base of it."""


_PROFITS = Pattern(r"\b(?:lợi nhuận|lãi|lỗ|lnst|lntt|thặng dư|thâm hụt)\b", re.IGNORECASE)


_NEAR = 2000
"""The characters on either side of a change in which it may be named what changes."""


def _may_fall_below_nothing(scene: Scene, core: Core) -> bool:
    """Whether a fall names, in its sentence or near it, what can be less than nothing."""
    if core.direction != "giảm":
        return False
    places, text = scene.line.places, scene.line.text
    first, last = scene.since(core.move, WINDOW, END), scene.until(core.end, WINDOW)
    end = places[last] if last < len(places) else len(text)
    # Named in another sentence: "Lợi nhuận giảm. … Dầu khí (giảm 223%)".
    if _PROFITS.search(text, max(0, places[first] - _NEAR), end + _NEAR):
        return True
    led_on = bool(re.match(r"[.a]{0,2}L", scene.symbols[core.end : core.end + 4]))
    return led_on or bool(_MAY_BE_LESS_THAN_NOTHING.search(text, places[first], end))


def _signed(scene: Scene) -> None:
    """Claim changes that only a sign in brackets tells: ``46 đối tượng (-30%)``."""
    for match in re.finditer(r"N[.]{0,3}\(P\)", scene.symbols):
        position, percent = match.start(), match.end() - 2
        number = scene.number(percent)
        if number.sign and position not in scene.taken and percent not in scene.taken:
            direction: Direction = "giảm" if number.sign == "-" else "tăng"
            amount = count_of(scene.number(position))
            stated = percent_of_change(number, direction, None)
            change = Change(direction, amount, stated, None, number.sign, False, number.qualifier)
            scene.claim(change, position, percent)

"""A period against the one before, with a slash: ``giảm 34 vụ (409/443 vụ)``."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from briefing.figures.doubts import Doubt
from briefing.figures.statements import Change, Pair, Unchanged
from briefing.figures.text.claim import Scene, count_of, pair_of, pair_of_fraction, words_after
from briefing.figures.text.cores import (
    CORE,
    DIRECTIONS,
    WINDOW,
    Core,
    is_detected,
    made_change,
    percent_of_change,
)
from briefing.figures.text.line import Number
from briefing.figures.text.units import same_base
from briefing.patterns import Pattern
from briefing.report import Direction

_TWO_PERIODS = Pattern(r"\)?(?:v[.ld]{1,6}(?=\()|(?P<named>[.]{1,4})(?=\())?[,;(]{0,2}(?P<pair>F)")
_HAPPENED = Pattern(r"[es](?P<now>N),[da]{0,2}$")
_REACHED = re.compile(r"[ACE][ra]{0,3}Pv[.lrdT]{0,8}\([.]{0,2}$")
_TWO_RATES = Pattern(r"\((?P<now>P)/(?P<before>P)\)")
"""Two percentages with a slash, which is no fraction: ``tăng 2,3 điểm phần trăm (12,5%/10,2%)``."""

_PERIODS_MOVE = re.compile(r"[(,][.]?(?:E[ra]{0,2})?" + CORE)


def find_periods(scene: Scene, cores: dict[int, Core]) -> None:
    """Claim changes with both periods beside them, and pairs of periods alone."""
    symbols = scene.symbols
    for core in cores.values():
        match = _TWO_PERIODS.match(symbols, core.end)
        if match and match.start("pair") not in scene.taken and symbols[core.move] in "UD":
            if not _bracketed(symbols, match.start("pair")) and "," not in match[0]:
                continue
            if _listed_behind(symbols, core, match.start("pair")):
                continue
            # "giảm 7,67% số vụ (409/443 vụ)": words part them, so it may be a share of a whole.
            _periods(scene, core, match.start("pair"), sure=not match["named"])
        elif rates := _TWO_RATES.match(symbols, core.end):
            _two_rates(scene, core, rates.start("now"), rates.start("before"))
    for position, symbol in enumerate(symbols):
        if symbol != "F" or position in scene.taken:
            continue
        match = _PERIODS_MOVE.match(symbols, position + 1)
        if match and match["move"] in "UD":
            core = cores[match.start("move")]
            later = symbols[core.end : core.end + 3]
            open_ = "F" in later and not _listed_behind(symbols, core, core.end + later.index("F"))
            if core.x not in scene.taken and not open_ and not _of_whole(scene, core, position):
                happened = "e" in symbols[max(0, position - 4) : position] or core.y is not None
                _periods(scene, core, position, sure=happened)
                continue
        _signed_periods(scene, position)


_DONE = Pattern(r"[sA][.a]{0,3}$")


def _of_whole(scene: Scene, core: Core, position: int) -> bool:
    """Whether a slash rather tells how much of a whole was done, and the change is of that.

    ``khám phá 35/37 vụ, tăng 3 vụ (9,4%)`` is not told of 35 cases after 37.
    """
    left, right = scene.line.numbers[position]
    way = DIRECTIONS[scene.symbols[core.move]]
    gap = right.value - left.value
    if gap < 0 or not left.value:
        return False
    amount = next((scene.number(i).value for i in core.positions if scene.symbols[i] == "N"), None)
    percent = next((scene.number(i) for i in core.positions if scene.symbols[i] == "P"), None)
    if amount == gap or (percent is not None and _off(percent, gap / right.value * 100) <= 1):
        return False
    if amount is not None and percent is not None and _rises(left.value, amount, percent, way):
        return True
    done = _DONE.search(scene.symbols, max(0, position - 4), position)
    return way == "tăng" or done is not None


def _rises(now: Decimal, amount: Decimal, percent: Number, way: Direction) -> bool:
    """Whether an amount and its percentage agree with the number that they led to."""
    before = now - amount if way == "tăng" else now + amount
    return before > 0 and _off(percent, amount / before * 100) <= 1


def _off(percent: Number, given: Decimal) -> Decimal:
    """Return by how many units of its last place a percentage is off."""
    unit = Decimal(1).scaleb(min(0, int(percent.value.as_tuple().exponent)))
    return abs(percent.value - given) / unit


def _two_rates(scene: Scene, core: Core, now: int, before: int) -> None:
    """Claim a change of a percentage, told in points, with what it is and what it was."""
    pair = pair_of(scene.number(now), scene.number(before))
    content = made_change(scene, core, pair)
    if content is not None and scene.number(core.x).unit.startswith("điểm") and core.y is None:
        scene.claim(
            content, *core.positions, now, before, since=core.move, tight=True, adjacent=True
        )


_PAIR_BEFORE = Pattern(r"F[.]{0,2},[.a]{0,2}$")


def _listed_behind(symbols: str, core: Core, position: int) -> bool:
    """Whether a list of periods goes on behind a change, of which each leads its own.

    ``125/140 vụ, giảm 15 vụ (10,71%); 85/92 người chết, giảm 7 người (7,61%)``
    """
    led = _PAIR_BEFORE.search(symbols, max(0, core.move - WINDOW), core.move)
    return led is not None and not _bracketed(symbols, position)


def _bracketed(symbols: str, position: int) -> bool:
    before = symbols[max(0, position - 6) : position]
    return before.rfind("(") > before.rfind(")")


def _periods(scene: Scene, core: Core, position: int, *, sure: bool = True) -> None:
    left, right = scene.line.numbers[position]
    pair = pair_of_fraction(left, right, DIRECTIONS[scene.symbols[core.move]])
    content = made_change(scene, core, pair)
    if isinstance(content, Change) and pair is not None and _bounds_share(scene, core, pair):
        return
    if isinstance(content, Change) and _of_other_things(content, pair):
        return
    if content is not None and pair is not None and pair.unit:
        _stated_before(scene, core, pair, position)
    if content is not None and pair is not None:
        scene.claim(
            content,
            *core.positions,
            position,
            since=core.move,
            sure=sure,
            why=Doubt.OTHER,
            tight=True,
            adjacent=bool(pair.unit),
        )


def _of_other_things(change: Change, pair: Pair | None) -> bool:
    """Whether an amount counts other things than two periods: ``mất 2 triệu phiếu, 7/13 khu``."""
    if pair is None or change.amount is None or not (pair.unit and change.amount.unit):
        return False
    return not same_base(change.amount.unit, pair.unit)


def _bounds_share(scene: Scene, core: Core, pair: Pair) -> bool:
    """Whether ``ít hơn 11% (197/1.826 người)`` says what a share is below or above."""
    number = scene.number(core.x)
    if not (number.percent and core.y is None and is_detected(scene, core.move) and pair.before):
        return False
    share = pair.now / pair.before * 100
    over = share - number.value if core.direction == "tăng" else number.value - share
    return 0 <= over <= _NEAR_BOUND


_NEAR_BOUND = 10
"""The most percentage points between a share and the bound that words give of it."""


def _stated_before(scene: Scene, core: Core, pair: Pair, position: int) -> None:
    """Claim the same change of the number before it, where that is another than its pair says.

    ``xảy ra 461 vụ, giảm 135 vụ (361/496 vụ)`` states one quantity twice.
    """
    match = _HAPPENED.search(scene.symbols, max(0, core.move - WINDOW), core.move)
    if match is None:
        return
    now = scene.number(match.start("now"))
    amount = count_of(now)
    same = now.unit == pair.unit and not words_after(scene, match.start("now"))
    if not same or now.qualifier or pair.qualifier or amount.value == pair.now:
        return
    content = made_change(scene, core, replace(pair, now=amount.value))
    if content is not None:
        found = (match.start("now"), *core.positions, position)
        scene.claim(content, *found, takes=(), tight=True, adjacent=True)


def _signed_periods(scene: Scene, position: int) -> None:
    """Claim ``409/443 vụ (-7,67%)`` and ``không thay đổi (26/26)``."""
    symbols = scene.symbols
    left, right = scene.line.numbers[position]
    if symbols[position + 1 : position + 4] == "(P)" and (sign := scene.number(position + 2).sign):
        number = scene.number(position + 2)
        direction: Direction = "giảm" if sign == "-" else "tăng"
        pair = pair_of_fraction(left, right, direction)
        change = Change(
            direction,
            None,
            percent_of_change(number, direction, pair),
            pair,
            sign,
            False,
            number.qualifier,
        )
        scene.claim(change, position, position + 2, tight=True, adjacent=True)
        return
    before = symbols[max(0, position - 8) : position]
    if re.search(r"g[(.da]{0,3}$", before):
        scene.claim(Unchanged(pair_of(left, right)), position)
    elif _REACHED.search(symbols, max(0, position - 16), position):
        return
    elif _compared(symbols, position) and not re.match(
        r",?[.]?[ACE][ra]{0,2}P", symbols[position + 1 :]
    ):
        pair = pair_of(left, right)
        if pair is not None:
            scene.claim(pair, position)


def _compared(symbols: str, position: int) -> bool:
    """Whether words of comparison stand in the same clause before a number with a slash."""
    before = re.split(r"[;!¶]", symbols[max(0, position - WINDOW) : position])[-1]
    compares = list(re.finditer(r"[UDgv]", before))
    return bool(compares) and "," not in before[compares[-1].end() :]

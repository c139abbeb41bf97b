"""``giảm 34 vụ (7,67%)``: the word of a change and the numbers that it leads."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.figures.statements import Change, Pair, Times
from briefing.figures.text.claim import Scene, count_of, percent_of, words_after_are_time
from briefing.figures.text.line import Number
from briefing.report import Direction
from briefing.values import record

WINDOW = 44
"""The most symbols that are looked at on either side of what ties two numbers together."""

SECOND = (
    r"(?:[.]{0,2}\((?:E?[rUDHha]{0,3})(?P<y>[NP])[.]{0,3}(?=[),]|v[.ld]{1,8}\))"
    r"|(?<=N)[.]{0,2}v[.ld]{1,5}\([EUDar]{0,4}(?P<w>P)[.]{0,3}(?=[),])"
    r"|(?<=P)[.]{0,2}v[.ld]{1,5}\([UD]a{0,2}(?P<m>N)[.]{0,3}(?=[),])"
    r"|(?<=N),(?P<b>P)(?=\)|v[.]?l)"
    r"|[.]{0,3},?[.]?E[rUDHha.]{0,4}(?P<z>[NP]))?"
)
CORE = r"(?P<move>[UDHhX])(?P<words>[aX]{0,4})(?P<x>[NPO])" + SECOND

DIRECTIONS: dict[str, Direction] = {
    **{"U": "tăng", "H": "tăng", "X": "tăng"},
    **{"D": "giảm", "h": "giảm"},
}
_MOVE = re.compile(CORE)


@record
class Core:
    """``giảm 34 vụ (7,67%)``: the word and the numbers it leads."""

    move: int
    direction: Direction
    x: int
    y: int | None
    end: int

    @property
    def positions(self) -> tuple[int, ...]:
        """Where its numbers stand."""
        return (self.x,) if self.y is None else (self.x, self.y)


def cores_of(scene: Scene) -> dict[int, Core]:
    """Return what each word of change leads, by where the word stands."""
    found = {}
    symbols = scene.symbols
    end = 0
    while match := _MOVE.search(symbols, end):
        end = match.end()
        if scene.number(match.start("x")).unit.startswith("tiêu chí"):
            # "giảm cả 3 tiêu chí (giảm 11% số vụ, …)" is no amount.
            end = match.end("x")
            continue
        y = next((match.start(name) for name in "ywmbz" if match[name]), None)
        x = match.start("x")
        if y is not None and not _fits(scene, x, y):
            y = None
        last = match.end() if y is not None else match.end("x")
        move = match.start("move")
        if symbols[x] == "O" and symbols[x + 1 : x + 2] in (".", "r") and "X" not in match[0]:
            # "tăng 9 lần lương", "tăng 9 lần mức lương" are nine occasions.
            continue
        found[move] = Core(move, DIRECTIONS[match["move"]], x, y, last)
    return found


def _fits(scene: Scene, x: int, y: int) -> bool:
    """Whether two numbers behind a word are its amount and its percentage.

    ``tăng 1,5 điểm phần trăm so với năm 2022 (84%)``: points have no percentage.
    """
    if _in_points(scene.number(x)) or _in_points(scene.number(y)):
        return False
    return scene.symbols[x] + scene.symbols[y] in ("NP", "PN", "OP")


def _in_points(number: Number) -> bool:
    return number.unit.startswith(("điểm phần trăm", "điểm %"))


def is_detected(scene: Scene, move: int) -> bool:
    """Say whether a word is of what exists only when it is found: nhiều hơn, ít hơn."""
    return scene.line.text.startswith(("nhiều hơn", "ít hơn"), scene.line.places[move])


def made_change(scene: Scene, core: Core, pair: Pair | None) -> Change | Times | None:
    """Return the change that a word, its numbers and both periods make."""
    amount = percent = qualifier = None
    sign = ""
    for position in core.positions:
        number = scene.number(position)
        if scene.symbols[position] == "O":
            loose = "X" not in scene.symbols[core.move : position]
            if pair is not None and core.direction == "giảm":
                # "giảm gần 3 lần": the earlier number is so many times the later one.
                pair = Pair(pair.before, pair.now, pair.unit, pair.before_qualifier, pair.qualifier)
            return None if pair is None else Times(count_of(number), pair, loose)
        if number.percent and percent is None:
            percent = percent_of_change(number, core.direction, pair)
            if pair is not None and _may_be_of_before(scene.symbols, core, position):
                percent = _of_before(percent, core.direction, pair)
            qualifier, sign = number.qualifier, number.sign
            if scene.line.text[scene.line.places[core.move] :].lower().startswith("tăng trưởng"):
                sign = ""  # "tăng trưởng -9,6%" is what economists write
        else:
            amount = count_of(number)
    detected = is_detected(scene, core.move)
    return Change(core.direction, amount, percent, pair, sign, detected, qualifier or "")


def percent_of_change(number: Number, direction: Direction, pair: Pair | None) -> Decimal:
    """Return by how many percent something changed, in the reading that both periods make.

    Nothing falls by 10.000 %; a rise of ``10.000%`` whose periods are not given is in thousands.
    """
    if number.other is None or direction == "giảm":
        return number.value
    if pair is None or not pair.before:
        return number.other
    return percent_of(number, abs(pair.now / pair.before - 1) * 100)


def _may_be_of_before(symbols: str, core: Core, position: int) -> bool:
    """Whether ``bằng`` leads a percentage, or brackets behind ``so với`` hold it."""
    if position == core.x:
        return False
    return symbols[position - 1] == "E" or "v" in symbols[core.x : position]


def _of_before(percent: Decimal, direction: Direction, pair: Pair) -> Decimal:
    """Return a percentage of the earlier number as one of the change, if it is one.

    ``tăng 20 vụ, bằng 120% cùng kỳ`` says what the new number is of the earlier one.
    """
    change = percent - 100 if direction == "tăng" else 100 - percent
    if not pair.before or change < 0:
        return percent
    given = abs(pair.now / pair.before - 1) * 100
    unit = Decimal(1).scaleb(min(0, int(percent.as_tuple().exponent)))
    return change if abs(change - given) <= unit < abs(percent - given) else percent


def names_base(scene: Scene, position: int) -> bool:
    """Whether a percentage goes on to name what it is of: ``tương đương 0,3% GDP``."""
    if not scene.number(position).percent:
        return False
    after = scene.symbols[position + 1 : position + 3]
    return after[:1] in ("W", "T", ".") and not words_after_are_time(scene, position)

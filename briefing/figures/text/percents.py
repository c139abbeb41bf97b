"""Percentages that together make a whole: closed by the rest, or adding up by themselves."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.figures.doubts import Doubt
from briefing.figures.statements import Percents, Rate
from briefing.figures.text.claim import Scene
from briefing.figures.text.line import Number
from briefing.patterns import Pattern

_MOST = 6
_ALL = 100
_APART = 20
"""The most symbols between the rest and the percentage before it."""

_BOUNDS = ("", "tối thiểu", "tối đa", "ít nhất", "không quá")
_REST = Pattern(r"(?P<rest>P)[.]{0,4}B|B[^NPFSRQUDHhO!¶;]{0,10}(?P<left>P)")


def find_percents(scene: Scene) -> None:
    """Claim ``60% đồng ý, 30% không, còn lại 10%``."""
    symbols = scene.symbols
    if symbols.count("P") < 2:
        return
    done: set[int] = set()
    if "B" in symbols:
        for match in _REST.finditer(symbols):
            rest = match.start("rest") if match["rest"] else match.start("left")
            done.update(_closed(scene, rest))
    _adding_up(scene, done)


def _closed(scene: Scene, rest: int) -> tuple[int, ...]:
    symbols = scene.symbols
    if scene.number(rest).value == _ALL:
        return ()  # "số còn lại (xem như 100%)" is a whole of its own
    start = scene.since(rest, 80)
    found = [i for i in range(start, rest) if symbols[i] == "P" and i not in scene.taken]
    found = [i for i in found if scene.number(i).value != _ALL]
    before = found[-_MOST - 1 :]
    if not before or rest in scene.taken:
        return ()
    for count in range(1, len(before) + 1):
        chosen = (*before[-count:], rest)
        if abs(_sum(scene, chosen) - 100) <= _slack(scene, chosen):
            _claim(scene, chosen, "")
            return chosen
    chosen = (*before, rest)
    between = re.sub(r"\([^()P]*\)", "", symbols[before[0] : rest])
    apart = any(symbol in between for symbol in "UDNFRQ;")
    words = [scene.number(i).qualifier for i in chosen]
    # "tối thiểu 85%, còn lại tối đa 15%" are one cut; a single bound leaves the sum open.
    vague = any(word not in _BOUNDS for word in words) or sum(map(bool, words)) == 1
    far = rest - before[-1] > _APART
    loose = apart or _goes_on(scene, rest) or vague or far or len(before) > _MOST
    # "chủ yếu là Công giáo (87%) còn lại là Tin Lành (5%)": each says how many are of it.
    loose = loose or all(symbols[i - 1 : i + 2] == "(P)" for i in chosen)
    # "Trong 47% diện tích và 44% dân số còn lại": both are what is left.
    loose = loose or bool(re.fullmatch(r"[.]{0,8}&[.]{0,3}", symbols[before[-1] + 1 : rest]))
    _claim(scene, chosen, Doubt.OTHER if loose else "")
    return chosen


def _goes_on(scene: Scene, rest: int) -> bool:
    """Whether more of what is left follows: ``còn lại bán cho cổ đông (45%), công nhân 6%``."""
    behind = scene.symbols[rest + 1 : rest + 34]
    more = re.match(r"\)?[^NPFSRQO!;¶()UDHh]{0,8}[,&][^NPFSRQO!;¶UDHh]{0,20}P", behind)
    return bool(more or re.match(r"[.]{0,4},[.]{0,2}o", behind))


def _adding_up(scene: Scene, done: set[int]) -> None:
    """Claim the percentages of one sentence that add up to a hundred by themselves."""
    run: list[int] = []
    for i, symbol in enumerate(scene.symbols):
        if symbol == "P" and i not in scene.taken and i not in done:
            run.append(i)
        elif symbol in "!¶UDHhQ" and run:
            _run(scene, run)
            run = []
    _run(scene, run)


def _run(scene: Scene, run: list[int]) -> None:
    if not 1 < len(run) <= _MOST or not all(scene.number(i).value for i in run):
        return
    if _sum(scene, tuple(run)) == 100:
        _claim(scene, tuple(run), Doubt.OTHER)
        return
    outer = tuple(i for i in run if not _in_brackets(scene, i))
    if len(outer) < len(run) and len(outer) > 1 and _sum(scene, outer) == 100:
        _claim(scene, outer, Doubt.OTHER)
        return
    shares = all(_SHARE.search(scene.symbols, max(0, i - 4), i) for i in outer)
    shares = shares or _is_structure(scene, outer)
    if len(outer) >= _SHARES and shares and any(_places(scene, i) for i in outer):
        _claim(scene, outer, Doubt.OTHER)


_SHARES = 3
"""From so many shares on, a slip that makes them a hundred shows that they were meant to be."""

_SHARE = Pattern(r"C[ra]{0,3}$")


def _is_structure(scene: Scene, outer: tuple[int, ...]) -> bool:
    """Whether a sentence says that it tells what something is made of: ``cơ cấu vốn: …``."""
    if not outer:
        return False
    start = scene.line.places[scene.since(outer[0], 40)]
    return "cơ cấu" in scene.line.text[start : scene.number(outer[0]).start].lower()


def _places(scene: Scene, position: int) -> int:
    return -min(0, int(scene.number(position).value.as_tuple().exponent))


def _in_brackets(scene: Scene, position: int) -> bool:
    """Whether a number stands in brackets that some earlier words of the sentence open."""
    low = scene.since(position, 30)
    before = scene.symbols[low:position]
    return before.rfind("(") > before.rfind(")")


def _sum(scene: Scene, positions: tuple[int, ...]) -> Decimal:
    return sum((scene.number(i).value for i in positions), Decimal(0))


def _slack(scene: Scene, positions: tuple[int, ...]) -> Decimal:
    """Return by how much rounded percentages may miss a hundred."""
    places = max(-min(0, int(scene.number(i).value.as_tuple().exponent)) for i in positions)
    return Decimal(len(positions)) / 2 * Decimal(1).scaleb(-places)


def _claim(scene: Scene, positions: tuple[int, ...], why: str) -> None:
    rates = tuple(_rate(scene.number(i)) for i in positions)
    scene.claim(Percents(rates), *positions, sure=not why, why=why, takes=())


def _rate(number: Number) -> Rate:
    # "tối thiểu 85%, còn lại tối đa 15%": two bounds of one cut.
    return Rate(number.value, "" if number.qualifier in _BOUNDS else number.qualifier)

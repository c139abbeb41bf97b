"""A whole and the two parts that make it, named by no ``gồm`` or ``trong đó``.

``trong số 340 hồ sơ đang giải quyết, chưa đến hạn 240 hồ sơ và 100 hồ sơ quá hạn``, and the other
way: ``tiếp nhận mới 240 hồ sơ, kỳ trước chuyển sang 100, lũy kế 340 hồ sơ``.
"""

from __future__ import annotations

import re

from briefing.figures.doubts import Doubt
from briefing.figures.statements import Parts
from briefing.figures.text.claim import Scene, count_of, is_time
from briefing.figures.text.sums import sum_of, with_unit
from briefing.figures.text.units import counted, same_base, scale_of
from briefing.patterns import Pattern

_GAP = r"[^NPFSRQOUDHhvTw;!¶()~]"
_SPLIT = Pattern(
    rf"(?:W[.&a]{{0,10}}|G[ar]{{0,2}})(?P<total>N){_GAP}{{0,16}}?"
    rf"(?:[,:]{_GAP}{{0,12}}|(?<=[.d])e)(?P<one>N)"
    rf"[^NPFSRQOUDHhvTw;!¶()~,]{{0,14}},?&[^NPFSRQOUDHhvTw;!¶()~,]{{0,10}}(?P<two>N)"
)
_TOGETHER = Pattern(
    rf"(?P<one>N){_GAP}{{0,8}},{_GAP}{{0,14}}(?P<two>N){_GAP}{{0,6}},{_GAP}{{0,14}}(?P<total>N)"
)
_SUM_WORDS = Pattern(r"\b(?:lũy kế|luỹ kế|tổng cộng|tổng số|cộng chung)\b[^,;.\d]*$", re.I)
_TELLING = 100
"""From here on a sum hardly comes about by chance."""


def find_splits(scene: Scene) -> None:
    """Claim wholes with their two parts before or behind them."""
    if scene.symbols.count("N") < 3:
        return
    known = _known(scene)
    for match in _SPLIT.finditer(scene.symbols):
        _split(scene, match, known)
    for match in _TOGETHER.finditer(scene.symbols):
        number = scene.number(match.start("total"))
        if _SUM_WORDS.search(scene.line.text[max(0, number.start - 60) : number.start]):
            _split(scene, match, known)


def _split(scene: Scene, match: re.Match[str], known: dict[int, list[set[int]]]) -> None:
    positions = [match.start(name) for name in ("total", "one", "two")]
    total, *given = (scene.number(i) for i in positions)
    parts = [with_unit(part, total) for part in given]
    if not counted(total.unit) or is_time(total) or total.value < _TELLING:
        return
    if any(set(positions) <= numbers for numbers in known.get(positions[0], ())):
        return
    if not all(same_base(part.unit, total.unit) for part in parts):
        return
    exact = sum_of(parts) == total.value.scaleb(scale_of(total.unit))
    content = Parts(count_of(total), tuple(count_of(part) for part in parts))
    why = "" if exact else Doubt.OTHER
    scene.claim(content, *positions, takes=(), sure=exact, why=why)


def _known(scene: Scene) -> dict[int, list[set[int]]]:
    """Return the wholes with parts that are claimed already, by each of their numbers."""
    found: dict[int, list[set[int]]] = {}
    for claim in scene.claims:
        if isinstance(claim.content, Parts):
            numbers = set(claim.numbers)
            for i in numbers:
                found.setdefault(i, []).append(numbers)
    return found

"""What was received, what came of it, and what is still being looked into.

``phát hiện 242 vụ; khởi tố 179 vụ, xử lý hành chính 31 vụ, đang điều tra 32 vụ``: what is pending
ends a list that no word begins.
"""

from __future__ import annotations

import re

from briefing.figures.doubts import Doubt
from briefing.figures.statements import Parts
from briefing.figures.text.claim import Scene, count_of
from briefing.figures.text.sums import would_make
from briefing.figures.text.units import PERSONS, base_of, counted, same_base, scale_of
from briefing.patterns import Pattern

_PENDING = Pattern(
    r"\b(?:đang|chưa)(?:,? [^\W\d]+){1,6},?\s*$",
    re.IGNORECASE,
)
_REACH = 110
"""The most symbols between a total and what is pending of it."""

_LEAST, _MOST = 2, 8
"""How many parts such a list has."""

_LED_BY_CHANGE = Pattern(r"[UDHhX][aX]{0,4}$")


def find_pending(scene: Scene) -> None:
    """Claim totals of lists that end with what is pending, and beside the cases the persons."""
    text, symbols = scene.line.text, scene.symbols
    if "đang " not in text and "chưa " not in text:
        return
    for last, symbol in enumerate(symbols):
        if symbol != "N":
            continue
        start = scene.number(last).start
        if _PENDING.search(text, max(0, start - 60), start):
            positions = _listed(scene, last)
            if positions and _claim(scene, positions):
                _persons(scene, positions)


def _listed(scene: Scene, last: int) -> list[int]:
    """Return a total and its parts, all counted like what is pending, which is the last of them."""
    unit = scene.number(last).unit
    if not counted(unit) or not base_of(unit) or scale_of(unit):
        return []
    start = scene.since(last, _REACH, "!")
    # "Bắt giữ 242 vụ. Đã khởi tố 179 vụ, …, đang điều tra 32 vụ": the total ends a sentence before.
    before = scene.since(start - 1, _REACH, "!") if start > 1 else start
    return _from(scene, start, last) or (_from(scene, before, last) if before < start else [])


def _from(scene: Scene, start: int, last: int) -> list[int]:
    """Return a total and its parts from a symbol on; a later total is nearer to its parts."""
    unit = scene.number(last).unit
    alike = [i for i in range(start, last + 1) if _counts(scene, i, unit)]
    for first in range(len(alike) - _LEAST - 1, -1, -1):
        found = alike[first:]
        if len(found) - 1 <= _MOST and _received(scene, found) and _fitting(scene, found):
            return found
    return []


def _counts(scene: Scene, i: int, unit: str) -> bool:
    if scene.symbols[i] != "N" or _LED_BY_CHANGE.search(scene.symbols, max(0, i - 6), i):
        return False
    number = scene.number(i)
    return not number.qualifier and bool(number.unit) and same_base(number.unit, unit)


def _received(scene: Scene, found: list[int]) -> bool:
    """Whether the first number is of what happened or was found, and no Parts speak of it yet."""
    first = found[0]
    led = scene.symbols[max(0, first - 4) : first]
    spoken = any(
        isinstance(claim.content, Parts) and first in claim.numbers for claim in scene.claims
    )
    return bool(set(led) & set("esW")) and not spoken


def _fitting(scene: Scene, found: list[int]) -> bool:
    """Whether the parts make their total, or would if two digits had not changed place."""
    total, *parts = (scene.number(i).value for i in found)
    return would_make(total, parts)


def _claim(scene: Scene, found: list[int]) -> bool:
    total, *parts = (count_of(scene.number(i)) for i in found)
    content = Parts(total, tuple(parts))
    scene.claim(content, *found, takes=(), sure=False, why=Doubt.OTHER)
    return sum(part.value for part in parts) == total.value


def _persons(scene: Scene, cases: list[int]) -> None:
    """Claim the persons beside the cases: ``phát hiện 22 vụ, 26 đối tượng; khởi tố 16 vụ, …``."""
    beside = [i + 2 for i in cases]
    symbols = scene.symbols
    if not all(symbols[i + 1 : i + 3] == ",N" for i in cases):
        return
    if all(scene.number(i).unit in PERSONS for i in beside) and _fitting(scene, beside):
        _claim(scene, beside)

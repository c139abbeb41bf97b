"""By how much a plan was passed or missed: ``vượt 747 tỷ đồng so với dự toán (11.500 tỷ đồng)``."""

from __future__ import annotations

import re

from briefing.figures.statements import Fulfilment
from briefing.figures.text.claim import Scene, alike, comparable, count_of, is_time
from briefing.figures.text.line import Number
from briefing.figures.text.units import same_base, shifted
from briefing.figures.text.wholes import rate_of
from briefing.patterns import Pattern

_BY = Pattern(
    r"(?P<n>N)[^NPFSRQOUDHhTW;!¶(),]{0,10}[,(]?[&a]{0,3}(?P<how>[Hh])a{0,2}(?P<by>N)"
    r"(?:[.]{0,2}\([.aE]{0,3}[Hh]?a?(?P<rate>P)\))?"
    r"v?[.a]{0,2}T[T.dralK]{0,8}(?:\([^()NPF!]{0,4}(?P<b>N)[.a]{0,6}\)|(?P<c>N))"
)
_OF_BOTH = Pattern(r"(?P<how>[Hh])T[T.dra]{0,6}(?P<by>N)[.]{0,2}\([.a]{0,2}(?P<both>F)[.]{0,3}\)")
_BEHIND_BOTH = Pattern(
    r"(?P<both>F)[^NPFSRQOUDHhI;!¶()]{0,14},?[.&(]{0,2}[AE]a?PT[T.dra]{0,6}\)?"
    r"[,;][.&]{0,2}(?P<how>[Hh])T?a?(?P<by>N)"
)


def find_passed(scene: Scene) -> None:
    """Claim by how much a result is above or below a plan that is named beside it."""
    symbols = scene.symbols
    if "T" not in symbols or not ("H" in symbols or "h" in symbols):
        return
    for match in _BY.finditer(symbols):
        base = match.start("b") if match["b"] else match.start("c")
        if match["b"] or scene.led_by(base, " là", ":", " bằng"):
            _by(scene, match, base)
    for pattern in (_OF_BOTH, _BEHIND_BOTH):
        for match in pattern.finditer(symbols):
            reached, aimed = scene.line.numbers[match.start("both")]
            reached = reached if reached.unit else reached._replace(unit=aimed.unit)
            aimed = aimed if aimed.unit else aimed._replace(unit=reached.unit)
            by = match.start("by")
            if by not in scene.taken and comparable(reached, scene.number(by)):
                above = match["how"] == "H"
                _amount(scene, reached, aimed, by, (match.start("both"),), above=above)


def _by(scene: Scene, match: re.Match[str], base: int) -> None:
    reached, by, above = match.start("n"), match.start("by"), match["how"] == "H"
    amount = scene.number(by)
    one, other = alike(scene.number(reached), scene.number(base))
    if by in scene.taken or not comparable(one, amount) or not same_base(one.unit, other.unit):
        return
    if is_time(one) or one.percent:
        return
    _amount(scene, one, other, by, (reached, base), above=above)
    rate = match.start("rate") if match["rate"] else None
    if rate is not None and rate not in scene.taken and above:
        whole = shifted(other.value, other.unit, one.unit)
        stated = rate_of(scene.number(rate), one.value - whole, whole)
        content = Fulfilment(count_of(one), count_of(other), stated, above=True)
        scene.claim(content, reached, rate, base, takes=(rate,))


def _amount(
    scene: Scene,
    reached: Number,
    aimed: Number,
    by: int,
    found: tuple[int, ...],
    *,
    above: bool,
) -> None:
    content = Fulfilment(
        count_of(reached), count_of(aimed), amount=count_of(scene.number(by)), above=above
    )
    scene.claim(content, *found, by, takes=(by,))

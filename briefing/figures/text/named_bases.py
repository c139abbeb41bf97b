"""Rates that name what they are of: ``250 tỷ đồng, bằng 25% doanh thu (1.000 tỷ đồng)``."""

from __future__ import annotations

import re

from briefing.figures.statements import Fraction
from briefing.figures.text.claim import Scene, alike, is_time
from briefing.figures.text.units import same_base, shifted
from briefing.figures.text.wholes import rate_of
from briefing.patterns import Pattern

LED_BY_CHANGE = Pattern(r"[UDHhX][aX]{0,4}$")
"""What stands before a number by which something changed."""

_NAMED_BASE = re.compile(
    r"(?P<part>N)(?P<gap>(?:[^NPFSRQOUDHh;!¶()]|\([^()NP]{0,9}\)){0,20}?)"
    r"(?:[CAE][ra]{0,3}|,r[.ra]{0,4})(?P<rate>P)[.WTae]{1,9}\([.a]{0,3}(?P<whole>N)[.]{0,3}\)"
)
_OF_LAST = re.compile(
    r"(?P<part>N)[^NPFSRQOUDHh;!¶()]{0,12}(?:\([^()NP!]{0,9}\))?[,)]?[.]?[EA][ra]?(?P<rate>P)"
    r"v[^NPF;!¶,()]{0,12}(?:\([^()NPF!UDHhXCL]{0,6}(?P<b>N)[.]{0,3}\)|(?P<c>N))"
)
_ALSO_OF = Pattern(
    r"\([^()]{0,12}\)[,&.]{1,3}[EA][ra]?(?P<rate>P)v?[.dlT]{1,8}"
    r"\([^()NPF!UDHhXCL]{0,6}(?P<whole>N)[.]{0,3}\)"
)
"""A rate of one more base: ``…, đạt 106% dự toán (11.750 tỷ), bằng 103% cùng kỳ (12.113 tỷ)``."""

_BROKEN_FRACTION = re.compile(
    r"(?P<part>N)\([^()!]{1,24}\)[.]?/(?P<whole>N)[^NPFSRQOUDHh;!¶()]{0,8},?[.&]?"
    r"(?:[CAE][ra]{0,3}|r|\(r?)(?P<rate>P)"
)
_RATE_FIRST = re.compile(
    r"(?P<rate>P)[.&a]{0,2}W[r]?(?P<whole>N)[^NPF!;()]{0,8}\([.a]{0,3}(?P<part>N)[.]{0,3}\)"
)
_IN_BRACKETS = Pattern(r"\([^()]*\)")
_REACH = 50
"""The most symbols between a number and one more rate of it."""


def find_named_bases(scene: Scene) -> None:
    """Claim rates whose base stands beside them: of a plan, of the last period, of a whole."""
    for pattern in (_NAMED_BASE, _OF_LAST, _RATE_FIRST, _BROKEN_FRACTION):
        for match in pattern.finditer(scene.symbols):
            _both_named(scene, match, match.start("part"))
    for match in _ALSO_OF.finditer(scene.symbols):
        start = scene.since(match.start(), _REACH, "!¶;")
        led = scene.symbols[start : match.start()]
        outside = _IN_BRACKETS.sub(lambda found: "." * len(found[0]), led)
        parts = [start + i for i, symbol in enumerate(outside) if symbol == "N"]
        if parts and not LED_BY_CHANGE.search(scene.symbols, max(0, parts[-1] - 5), parts[-1]):
            _both_named(scene, match, parts[-1])


def _both_named(scene: Scene, match: re.Match[str], part: int) -> None:
    """Claim ``250 tỷ đồng, bằng 25% doanh thu (1.000 tỷ đồng)``."""
    rate = match.start("rate")
    groups = match.re.groupindex
    whole = next(
        match.start(name) for name in ("whole", "b", "c") if name in groups and match[name]
    )
    first, second = alike(scene.number(part), scene.number(whole))
    if rate in scene.taken or is_time(first) or not same_base(first.unit, second.unit):
        return
    value = shifted(second.value, second.unit, first.unit)
    stated = rate_of(scene.number(rate), first.value, value)
    content = Fraction(first.value, value, first.unit, stated, first.qualifier, second.qualifier)
    scene.claim(content, part, rate, whole, takes=(rate,))

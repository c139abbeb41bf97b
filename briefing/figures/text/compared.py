"""Two numbers compared in other orders, and so many times another."""

from __future__ import annotations

import re

from briefing.figures.statements import Pair
from briefing.figures.text.against import BEFORE_BASE, among_several
from briefing.figures.text.claim import Scene, comparable, is_time, pair_of
from briefing.figures.text.cores import CORE, WINDOW, Core, made_change
from briefing.patterns import Pattern

_COMPARED = Pattern(
    r"(?P<now>N)[.,da]{0,4}v[^NPF;!¶,()]{0,12}(?P<before>N)[.dl]{0,4}[,(][.]?" + CORE
)
_LED_TO = Pattern(
    CORE + r"[.da]{0,4},?[.&a]{0,2}(?:L[La]{0,2}|A)[ra]{0,2}(?P<now>N)[.,d]{0,4}v"
    r"[^NPF;!¶,()]{0,10}(?P<before>N)"
)
_FROM_BASE = Pattern(
    r"v[.rdl]{0,8}(?P<before>N)(?:[^NPFSRQOUDHh;!¶()]|\([^()]*\)){0,30},[^NPFSRQOUDHh;!¶()]{0,6}"
    + CORE
)
_LAST_IN_BRACKETS = Pattern(
    r"(?P<now>[NP])[^NPFSRQOUDHh;!¶(),]{0,8}\((?=[^()]{0,10}[dl])[^()NPF!UDHhXCLT,;]{0,10}"
    r"(?P<before>[NP])[.]{0,4}\)[,;]?[.&a]{0,3}" + CORE
)
"""``xảy ra 409 vụ (cùng kỳ năm trước 443 vụ), giảm 34 vụ (7,67%)``."""

_FACTOR_BASE = Pattern(
    r"[.drleT]{0,10}(?:\([^()NPF!UDHhXC]{0,6}(?P<b>[NP])[^()!UDHhX]{0,8}\)"
    r"|[ar](?P<c>[NP])|f[.r]{0,4}(?P<d>[NP])|(?<=[.])(?P<e>[NP]))"
)

_LED_BY_FACTOR = Pattern(r"[.d]{0,3},[&a]{0,2}(?:L[La]{0,3}|A)[ra]{0,3}(?P<now>N)")


def find_factors(scene: Scene, cores: dict[int, Core]) -> None:
    """Claim ``60 vụ, gấp 3 lần năm trước (20 vụ)``."""
    symbols = scene.symbols
    for core in cores.values():
        if symbols[core.x] != "O" or core.x in scene.taken:
            continue
        base = _FACTOR_BASE.match(symbols, core.x + 1)
        left = BEFORE_BASE.search(symbols, max(0, core.move - WINDOW), core.x + 1)
        now = left.start("now") if left and left["now"] else None
        if now is not None and among_several(scene, now):
            now = None
        if base is None and now is None:
            _led_to(scene, core)
        if base is None or now is None:
            continue
        before = next(base.start(name) for name in "bcde" if base[name])
        one, other = scene.number(now), scene.number(before)
        pair = pair_of(one, other)
        content = None if pair is None or pair.now < pair.before else made_change(scene, core, pair)
        if content is not None and (comparable(one, other) or (one.percent and other.percent)):
            scene.claim(content, now, core.x, before, takes=(core.x,))


def _led_to(scene: Scene, core: Core) -> None:
    """Claim ``năm trước 20 vụ, năm nay tăng gấp đôi, lên 40 vụ``."""
    later = _LED_BY_FACTOR.match(scene.symbols, core.x + 1)
    if later is None:
        return
    now = scene.number(later.start("now"))
    near = range(scene.since(core.move, WINDOW), core.move)
    before = [i for i in near if scene.symbols[i] in "NF" and not is_time(scene.number(i))]
    if len(before) != 1 or not comparable(now, scene.number(before[0])):
        return
    pair = pair_of(now, scene.number(before[0]))
    content = None if pair is None else made_change(scene, core, pair)
    if content is not None:
        scene.claim(content, before[0], core.x, later.start("now"), takes=(core.x,))


def find_compared(scene: Scene, cores: dict[int, Core]) -> None:
    """Claim ``120 vụ so với 100 vụ của năm trước (tăng 20%)``, in this order and in others."""
    for match in _LAST_IN_BRACKETS.finditer(scene.symbols):
        _between(scene, cores, match)
    if "v" not in scene.symbols:
        return
    for match in _FROM_BASE.finditer(scene.symbols):
        core = cores.get(match.start("move"))
        if core is not None and core.y is not None and core.x not in scene.taken:
            _from_base(scene, core, match.start("before"))
    for match in (*_COMPARED.finditer(scene.symbols), *_LED_TO.finditer(scene.symbols)):
        _between(scene, cores, match)


def _between(scene: Scene, cores: dict[int, Core], match: re.Match[str]) -> None:
    """Claim a change between two numbers of a match, where both count the same."""
    core = cores.get(match.start("move"))
    now, before = match.start("now"), match.start("before")
    if core is None or core.x in scene.taken or is_time(scene.number(before)):
        return
    one, other = scene.number(now), scene.number(before)
    if not (comparable(one, other) or (one.percent and other.percent)):
        return
    pair = pair_of(one, other)
    content = None if pair is None else made_change(scene, core, pair)
    if content is not None:
        scene.claim(content, now, before, *core.positions, takes=core.positions)


def _from_base(scene: Scene, core: Core, position: int) -> None:
    """Claim ``so với mức 320.000 đồng, đã giảm 95.000 đồng, tương đương 30%``."""
    by = next((i for i in core.positions if scene.symbols[i] == "N"), None)
    if by is None or not comparable(scene.number(by), scene.number(position)):
        return
    both = pair_of(scene.number(position), scene.number(by))
    if both is None:
        return
    change = both.before if core.direction == "tăng" else -both.before
    pair = Pair(both.now + change, both.now, both.unit, both.before_qualifier, both.qualifier)
    content = made_change(scene, core, pair)
    if content is not None and pair.now > 0:
        scene.claim(content, position, *core.positions, takes=core.positions)

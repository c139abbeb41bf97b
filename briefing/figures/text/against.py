"""Against the last period: ``80 vụ, giảm 20% so với năm 2022 (100 vụ)``."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from briefing.figures.doubts import Doubt
from briefing.figures.statements import Times
from briefing.figures.text.claim import (
    Scene,
    comparable,
    is_time,
    pair_of,
    words_after,
)
from briefing.figures.text.cores import CORE, WINDOW, Core, made_change, names_base
from briefing.figures.text.line import Number
from briefing.figures.text.units import base_of, counted, same_base, scale_of
from briefing.patterns import Pattern

_BASE = re.compile(
    r"v(?P<way>[.dlraTeMKWfA]{0,14}(?:(?P<span>N)[.dl]{1,8}(?=\())?)"
    r"(?:\([^()NPF!UDHhXCL]{0,6}(?P<b>[NP])(?P<more>[^()!UDHhX]{0,8})\)|(?P<c>[NP]))"
)
BEFORE_BASE = Pattern(
    r"(?:(?P<now>[NP])(?P<gap>[^NPFSRQOUDHh;!¶(),]{0,26}(?:\([^()N!]{0,9}\))?"
    r"(?:,?[&a]{0,2}[AE][ra]{0,2}P[v.]{0,2}T[T.dra]{0,8}){0,3}"
    r"\)?(?:[,\-(][da&]{0,4}|[.&a]{0,3})))?" + CORE + r"[.,da]{0,8}$"
)
_NEW = Pattern(
    r"\)?[.d]{0,6},?[&a]{0,3}[.]?[a]?(?:L[La]{0,3}[.ar]{0,5}|A[ar]{0,2}|(?<=[.a])r)(?P<now>N)"
)
_NOW = Pattern(
    r"(?P<now>N)[^NPFSRQOUDHh;!¶(),]{0,16}(?:\([^()NP!]{0,9}\))?"
    r"(?:,?[.&]?C[ra]{0,3}P)?(?:,[da&]{0,3}(?:v[.ld]{1,6},?e?)?|[.]{0,1}[da]{0,3}|\([.a]{0,2})$"
)


def find_against(scene: Scene, cores: dict[int, Core]) -> None:
    """Claim ``80 vụ, giảm 20% so với năm 2022 (100 vụ)`` and changes with the new value."""
    symbols = scene.symbols
    led = frozenset(core.x for core in cores.values())
    for match in _BASE.finditer(symbols):
        _with_base(scene, cores, led, match)
    for match in _AMOUNT_AND_LAST.finditer(symbols):
        _last_in_brackets(scene, cores, match)
    for core in cores.values():
        if core.x in scene.taken or core.y is None or symbols[core.x] == "O":
            continue
        _with_now(scene, core)


def _with_base(
    scene: Scene, cores: dict[int, Core], led: frozenset[int], match: re.Match[str]
) -> None:
    symbols = scene.symbols
    base = match.start("b") if match["b"] else match.start("c")
    low = max(0, match.start() - WINDOW)
    left = BEFORE_BASE.search(symbols, low, match.start())
    if left is None or base in scene.taken or "T" in match["way"] or _lists_parts(match):
        return
    if match["span"] and not is_time(scene.number(match.start("span"))):
        return  # "so với 9 tháng đầu năm 2012 (4.171 tỷ đồng)" names no number but a time
    core = cores.get(left.start("move"))
    if core is None or core.x in scene.taken:
        return
    before = scene.number(base)
    if is_time(before) and not (left["now"] and is_time(scene.number(left.start("now")))):
        return
    now = left.start("now") if left["now"] else None
    if now is not None and (reached := _OF_PLAN.search(symbols, max(0, now - WINDOW), now)):
        now = reached.start("n")  # "1.250 ha, đạt 100,8% kế hoạch (1.240 ha), tăng 2,46% so với …"
    elif now is not None and among_several(scene, now):
        now = None  # "2.221 tỉ đồng (gồm 1.021 tỉ đồng xây lắp), tăng gấp ba lần so với …"
    if now is not None and re.match(r"[^()NP!]{0,9}\)[.]?&", symbols[now + 1 : now + 14]):
        now = None  # "1.901 chiếc, bằng non nửa năm ngoái (4.216 chiếc) và giảm 80% so với …"
    later = _NEW.match(symbols, match.end())
    if later and not _contrasts(scene, later):
        now = later.start("now")
    if now is not None and now not in scene.taken and not _added(scene, now):
        _from_base(scene, led, core, match, now, base)


def _lists_parts(match: re.Match[str]) -> bool:
    """Whether brackets behind a base list parts: ``năm 2019 (trong đó xuất khẩu 73,8 tỷ …)``."""
    opened = match[0].rpartition("(")[2] if match["b"] else ""
    return bool(set(opened) & set("IG"))


def among_several(scene: Scene, position: int) -> bool:
    """Say whether brackets hold a number that is not what the words behind them speak of.

    They hold several, or what another comparison is made with.
    """
    before, behind = scene.symbols[max(0, position - 40) : position], scene.symbols[position + 1 :]
    if _HELD_AGAINST.search(before):
        return True  # "cao hơn mức của năm 2018 (6,83 tỷ USD), gấp hơn 9 lần so với năm 2017"
    opened = before.rpartition("(")[2] if before.rfind("(") > before.rfind(")") else ""
    return "N" in opened and bool(re.match(r"[^()NPF!]{0,12}\)", behind[:14]))


_OF_PLAN = Pattern(
    r"(?P<n>N)[^NPFSRQOUDHh;!¶()]{0,12},?[.&]?[AE][ra]{0,2}Pv?[.a]{0,2}T[T.draM]{0,10}\([.a]{0,2}$"
)
"""What stands before a plan in brackets: the number that reached it, which then rose or fell."""

_HELD_AGAINST = Pattern(r"(?:v|[Hh]r)[^NPF,;!()]{0,16}\([^()N]{0,4}$")


def _from_base(
    scene: Scene, led: frozenset[int], core: Core, match: re.Match[str], now: int, base: int
) -> None:
    """Claim a change between the value that it led to and the one it is held against."""
    before, direct = scene.number(base), match["b"] is None
    if "r" in match["way"] and not same_base(scene.number(now).unit, before.unit):
        if not (counted(scene.number(now).unit) or counted(before.unit)):
            return  # "390 nghìn tỷ đồng (17,2 tỷ đô la), tăng 150% so với mức 155.000 tỷ đồng"
        # "so với con số 188 chiếc" can only be the same thing.
        scaled = before.unit[: len(before.unit) - len(base_of(before.unit))].strip()
        named_unit = f"{scaled} {base_of(scene.number(now).unit)}".strip()
        before = before._replace(unit=named_unit)
    pair = pair_of(scene.number(now), before)
    if pair is None or scene.number(now).percent != before.percent:
        return
    if now in led or is_time(scene.number(now)) != is_time(scene.number(base)):
        return
    named = bool(before.unit and scene.number(now).unit)
    if direct and not named:
        return
    content = made_change(scene, core, pair)
    if content is not None:
        why = Doubt.BASE if names_base(scene, core.positions[-1]) else ""
        # "2016 tăng 60% so với năm 2015 đạt gần 2.000 tỷ đồng" may say what it rose to.
        told_first = named and bool(_TOLD_FIRST.fullmatch(scene.symbols[now + 1 : core.move]))
        new = direct and "A" in match["way"]
        why = Doubt.BASE if new and not told_first else why
        beside = (
            not new and now < core.move and _ADJACENT.fullmatch(scene.symbols[now + 1 : core.move])
        )
        scene.claim(
            content,
            *core.positions,
            now,
            base,
            takes=core.positions,
            sure=not why,
            why=why,
            tight=isinstance(content, Times),
            adjacent=named and bool(beside),
        )
        _then_rate(scene, core, match.end(), now, base)


_THEN_RATE = Pattern(r"[.d]{0,3},[.&]{0,2}[Er][ra]{0,2}[UDHh]?a?(?P<p>P)(?![.]?[WTv])")
"""A percentage behind the base of an amount: ``giảm 312 ca so với cùng kỳ (1.158), tức 26,9%``."""


def _then_rate(scene: Scene, core: Core, end: int, now: int, base: int) -> None:
    rate = _THEN_RATE.match(scene.symbols, end)
    pair = pair_of(scene.number(now), scene.number(base))
    if rate is None or pair is None or scene.number(core.x).percent or core.y is not None:
        return
    p = rate.start("p")
    content = made_change(scene, Core(core.move, core.direction, p, None, rate.end()), pair)
    if content is not None and p not in scene.taken:
        scene.claim(content, now, base, p, takes=(p,), sure=False, why=Doubt.BASE)


_TOLD_FIRST = Pattern(r"[,(]?[.a]{0,2}")
"""What stands between a number and its change where what follows ``so với`` is the last period."""

_ADJACENT = Pattern(r"[.d]{0,3}(?:\([^()N]{0,6}\))?[,(]?[.da&]{0,3}")
"""What stands between a number and the change that led to it where nothing else does."""

_AMOUNT_AND_LAST = re.compile(
    r"(?P<move>[UD])a{0,2}(?P<x>N)[.]{0,3}\((?=[^()]{0,12}[dl])[^()NPFSRQOUDHhXC!]{0,14}"
    r"(?P<before>N)[^()NPFSRQOUDHhXC!]{0,8}\)"
)


def _last_in_brackets(scene: Scene, cores: dict[int, Core], match: re.Match[str]) -> None:
    """Claim ``nhận 136 đơn, tăng 31 đơn (6 tháng đầu năm 2019 nhận 105 đơn)``."""
    core, base = cores.get(match.start("move")), match.start("before")
    if core is None or core.x != match.start("x") or core.x in scene.taken:
        return
    amount, start = scene.number(core.x), scene.since(core.move, 70, "!¶;")
    bracketed = {
        i
        for found in re.finditer(r"\([^()]*\)", scene.symbols[start : core.move])
        for i in range(start + found.start(), start + found.end())
    }
    near = [
        i
        for i in range(start, core.move)
        if scene.symbols[i] == "N" and i not in bracketed and comparable(scene.number(i), amount)
    ]
    if len(near) != 1 or is_time(amount) or not comparable(scene.number(base), amount):
        return
    pair = pair_of(scene.number(near[0]), scene.number(base))
    content = None if pair is None else made_change(scene, core, pair)
    if content is not None:
        scene.claim(content, near[0], core.x, base, takes=(core.x,))


def _added(scene: Scene, position: int) -> bool:
    """Whether a number is what comes on top: ``tiếp nhận thêm 500.000 lao động``."""
    return scene.led_by(position, " thêm", " thêm được")


def _with_now(scene: Scene, core: Core) -> None:
    """Claim a change by amount and percent with the value that it leads to or led to."""
    symbols = scene.symbols
    by = core.x if symbols[core.x] == "N" else core.y
    if by is None or symbols[by] != "N":
        return
    amount = scene.number(by)
    later = _NEW.match(symbols, core.end)
    if later and _contrasts(scene, later):
        later = None
    low = max(0, core.move - WINDOW)
    earlier = _NOW.search(symbols, low, core.move)
    position, sure, adjacent, why = None, True, False, Doubt.BASE
    if later and same_base(scene.number(later.start("now")).unit, amount.unit):
        position = later.start("now")
        adjacent = bool(_LED_TO.fullmatch(symbols[core.end : position]))
    elif earlier and same_base(scene.number(earlier.start("now")).unit, amount.unit):
        position = earlier.start("now")
        sure = _same_things(scene, position, by)
        adjacent = bool(_ADJACENT.fullmatch(symbols[position + 1 : core.move]))
    behind = _HAPPENED_BEHIND.match(symbols, core.end) if position is None else None
    if behind and same_base(scene.number(behind.start("now")).unit, amount.unit):
        # "giảm 12 vụ (10%) so với cùng kỳ; xảy ra 108 vụ": it may be another matter that happened.
        position, sure, why = behind.start("now"), False, Doubt.DISTANT
    if position is None or position in scene.taken or is_time(amount):
        return
    now = scene.number(position)
    amount = _as_percent_says(scene, core, now, amount)
    both = pair_of(now, amount)
    if both is None:
        return
    change = both.before if core.direction == "tăng" else -both.before
    if both.now - change <= 0:
        return
    vague = amount.qualifier or both.qualifier
    pair = replace(both, before=both.now - change, before_qualifier=vague)
    content = made_change(scene, core, pair)
    if content is not None:
        sure = sure and not names_base(scene, core.positions[-1]) and not _added(scene, position)
        # "tăng 4,1% (gần 2 tỷ USD)": what is left of a vague amount is vague the other way round.
        sure = sure and not amount.qualifier and scale_of(amount.unit) <= scale_of(now.unit)
        scene.claim(
            content,
            *core.positions,
            position,
            takes=core.positions,
            sure=sure,
            why=why,
            adjacent=adjacent and comparable(now, amount),
        )


def _as_percent_says(scene: Scene, core: Core, now: Number, amount: Number) -> Number:
    """Return an amount in the reading that its percentage makes: ``giảm 1,175 điểm, tức 4,6%``."""
    percent = next((scene.number(i) for i in core.positions if scene.number(i).percent), None)
    if amount.other is None or percent is None or amount.unit != now.unit:
        return amount

    def off(by: Decimal) -> Decimal:
        before = now.value - by if core.direction == "tăng" else now.value + by
        return abs(by / before * 100 - percent.value) if before > 0 else Decimal("Infinity")

    nearest = min(amount.value, amount.other, key=off)
    return amount._replace(value=nearest, other=None)


_HAPPENED_BEHIND = Pattern(r"\)?(?:v[.ld]{1,6})?[,;:][.&a]{0,4}e[.a]{0,2}(?P<now>N)")

_LED_TO = Pattern(r"\)?,?[&]?(?:L[La]{0,3}|A)[ar]{0,3}")
"""What stands between a change and the number that it led to where nothing else does."""


def _contrasts(scene: Scene, later: re.Match[str]) -> bool:
    """Whether ``còn`` begins another matter: ``…, còn chi phí 80 tỷ đồng``."""
    words = scene.line.text[
        scene.line.places[later.start()] : scene.number(later.start("now")).start
    ]
    return bool(
        re.search(r"(?<!chỉ)(?<!xuống)(?<!giảm) còn\s+(?!khoảng|gần|hơn|trên|lại)\w", f" {words}")
    )


def _same_things(scene: Scene, now: int, amount: int) -> bool:
    """Whether an amount counts what a number counts: ``giảm 5 hộ nghèo`` is not of ``80 hộ``."""
    if not comparable(scene.number(now), scene.number(amount)):
        return False
    named = set(words_after(scene, now)[:8])
    more = words_after(scene, amount)[:3]
    return all(word in named for word in more)

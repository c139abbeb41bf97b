"""Results against their plan: ``thu 90 tỷ đồng, bằng 90% dự toán (100 tỷ đồng)``."""

from __future__ import annotations

import re

from briefing.figures.doubts import Doubt
from briefing.figures.statements import AgainstTarget, Count, Fulfilment
from briefing.figures.text.claim import Scene, alike, count_of, is_time
from briefing.figures.text.units import same_base, shifted
from briefing.figures.text.wholes import rate_of
from briefing.patterns import Pattern

_WINDOW = 50

_PLAN = Pattern(
    r"(?P<rate>P)(?:v?[.a]{0,3})T[T.drlaKMvef&]{0,14}"
    r"(?:\([^()NPF!]{0,4}(?P<b>N)[.a]{0,8}\)|(?P<c>N))"
)
_REACHED = Pattern(
    r"(?P<n>N)(?:[^NPFSRQOT;!¶()~]|[UDHhC][ar.]{0,3}P|\([^()!]{0,9}\)"
    r"|[AE][ra]{0,2}P[v.]{0,2}T[T.dra]{0,8}(?=[,&])){0,30}?"
    r"(?:[.]{0,3}\([.]{0,2})?(?:(?P<how>[AEHh]{1,2})a{0,2}|(?<=T)&|(?<=T[.])&|(?<=T[.][.])&)$"
)
_SAME = Pattern(r"\)?[,&.]{1,3}(?P<how>[AEHh]{1,2})a{0,2}$")
_FIRST = Pattern(
    r"T[.draT]{0,8}(?P<b>N)[^NPFSRQOUDT;!¶()]{0,16}[,;]?[.&a]{0,3}[A.a]{0,4}(?P<n>N)"
    r"[^NPFSRQOUDT;!¶()]{0,8}?,?[.&]?[AE][ra]?(?P<rate>P)(?![.]{0,2}[vWT])"
)
_IN_BRACKETS = Pattern(
    r"(?P<n>N)[^NPFSRQOUDH;!¶()]{0,12}\([.]{0,2}T[.draTA]{0,6}(?P<b>N)[.]{0,4}\)"
    r"[^NPFSRQOUDH;!¶()]{0,4},?[.&]?[AE][ra]{0,2}(?P<rate>P)(?![.]{0,2}[vW])"
)
"""A plan in brackets behind what reached it: ``kết nạp 45 đảng viên (chỉ tiêu 50), đạt 90%``."""

_SENTENCE_BEFORE = Pattern(
    r"T[.draTea]{0,8}A?[.ar]{0,2}(?P<b>N)[^NPFSRQO!¶()]{0,12}![^NPFSRQOT!¶()]{0,30}"
    r"(?P<n>N)[^NPFSRQOUDH;!¶()]{0,10},[.]?[AE][ra]{0,2}(?P<rate>P)[.]{0,2}T"
)
"""A plan in the sentence before: ``Dự toán là 150 tỷ. Đã thu 120 tỷ, đạt 80% dự toán``."""

_COMPARED = Pattern(
    r"(?P<n>N)[.,]{0,4}v[.]{0,2}T[T.dra]{0,8}(?P<b>N)[.]{0,4}[,(][.]?(?P<how>[UHDh])a?(?P<rate>P)"
)
_BEYOND = Pattern(r"(?P<how>[Hh])[.]?T[Ta.]{0,6}(?P<n>N)")


def find_plans(scene: Scene) -> None:
    """Claim what was reached of a plan, where both are named; else what is said of it."""
    symbols = scene.symbols
    if "T" in symbols:
        _with_rates(scene)
        for match in _FIRST.finditer(symbols):
            _plan(scene, match.start("n"), match.start("b"), match.start("rate"), above=False)
        for match in _IN_BRACKETS.finditer(symbols):
            _plan(scene, match.start("n"), match.start("b"), match.start("rate"), above=False)
        for match in _SENTENCE_BEFORE.finditer(symbols):
            named = match.start("n"), match.start("b"), match.start("rate")
            _plan(scene, *named, above=False, why=Doubt.DISTANT)
        for match in _COMPARED.finditer(symbols):
            if match["how"] in "UH":
                _plan(scene, match.start("n"), match.start("b"), match.start("rate"), above=True)
    if "H" in symbols or "h" in symbols:
        _points(scene)
        _against(scene)


def _with_rates(scene: Scene) -> None:
    symbols, last = scene.symbols, None
    plans: set[int] = set()
    for match in _PLAN.finditer(symbols):
        rate = match.start("rate")
        base = match.start("b") if match["b"] else match.start("c")
        if match["c"] and not _is(scene, base):
            continue
        low = max(0, rate - _WINDOW)
        reached = _REACHED.search(symbols, low, rate)
        again = _SAME.search(symbols, low, rate)
        if reached is not None and reached.start("n") not in plans:
            last, how = reached.start("n"), reached["how"] or "A"
        elif again is not None and last is not None and "!" not in symbols[last:rate]:
            how = again["how"]
        else:
            continue
        plans.add(base)
        if _plan(scene, last, base, rate, above="H" in how) and (
            over := _BEYOND.search(symbols, match.end(), match.end() + 12)
        ):
            _amount(scene, last, base, over)


def _is(scene: Scene, position: int) -> bool:
    """Whether a plan is said to be a number: ``kế hoạch được giao là 100 tỷ``."""
    if scene.led_by(position, " là", ":", " bằng"):
        return True
    return bool(re.search(r"PT[T.e]{0,3}$", scene.symbols[max(0, position - 6) : position]))


def _plan(scene: Scene, reached: int, aimed: int, rate: int, *, above: bool, why: str = "") -> bool:
    if rate in scene.taken:
        return False
    one, other = alike(scene.number(reached), scene.number(aimed))
    if not same_base(one.unit, other.unit) or is_time(other):
        return False
    # "vượt 20% kế hoạch" may be said of what was reached and of what is beyond.
    whole = shifted(other.value, other.unit, one.unit)
    stated = rate_of(scene.number(rate), one.value, whole)
    content = Fulfilment(count_of(one), count_of(other), stated, above=above)
    last = max(i for i in (reached, aimed) if i < rate)
    beside = _ADJACENT.fullmatch(scene.symbols[last + 1 : rate])
    adjacent = bool(beside) and not why
    found = (reached, rate) if why else (reached, aimed, rate)
    also = (aimed,) if why else ()
    scene.claim(content, *found, takes=(rate,), sure=not why, why=why, also=also, adjacent=adjacent)
    return True


_ADJACENT = Pattern(r"[.d]{0,3}[,(]?[.&]?[AEHhU]{1,2}[ra]{0,2}")
"""What stands between a result and the rate of its plan where nothing else does."""


def _amount(scene: Scene, reached: int, aimed: int, over: re.Match[str]) -> None:
    """Claim by how much a plan was passed or missed."""
    position = over.start("n")
    number = scene.number(position)
    if same_base(number.unit, scene.number(reached).unit) and position not in scene.taken:
        one, other = alike(scene.number(reached), scene.number(aimed))
        content = Fulfilment(
            count_of(one), count_of(other), amount=count_of(number), above=over["how"] == "H"
        )
        scene.claim(content, reached, aimed, position, takes=(position,))


_BY_POINTS = (
    r"(?P<how>[Hh])a?(?P<by>[NP])v?[.a]{0,2}T[T.adre]{0,8}"
    r"(?:(?P<b>P)|[T.adre]{0,30}\((?P<c>P)[.]{0,2}\))"
)
_POINTS = Pattern(
    r"(?P<n>P)[^NPFSRQOUD;!¶()]{0,10}?(?:\([^()NPF!]{0,8}\))?[^NPFSRQOUD;!¶()]{0,6}?" + _BY_POINTS
)
_MORE_POINTS = Pattern(r"[,.]{0,2}[&,][.]{0,2}" + _BY_POINTS)


def _points(scene: Scene) -> None:
    """Claim ``đạt 98%, vượt 3 điểm phần trăm so với chỉ tiêu 95%``, also ``vượt 3%`` of points."""
    for match in _POINTS.finditer(scene.symbols):
        reached = match.start("n")
        _by_points(scene, reached, match)
        if more := _MORE_POINTS.match(scene.symbols, match.end()):
            _by_points(scene, reached, more)


def _by_points(scene: Scene, reached: int, match: re.Match[str]) -> None:
    by, aimed = match.start("by"), match.start("b") if match["b"] else match.start("c")
    number, one, other = (scene.number(i) for i in (by, reached, aimed))
    points = number.unit.startswith(("điểm phần trăm", "điểm %"))
    if by in scene.taken or not (points or number.percent):
        return
    if number.percent:
        of_rate = other.value and abs(one.value / other.value - 1) * 100
        if of_rate and abs(of_rate - number.value) < abs(
            abs(one.value - other.value) - number.value
        ):
            return  # so many percent of the target, and no points
        number = number._replace(unit="điểm phần trăm")
    content = Fulfilment(
        count_of(one), count_of(other), amount=count_of(number), above=match["how"] == "H"
    )
    scene.claim(content, reached, by, aimed, takes=(by,), tight=points, adjacent=points)


def _against(scene: Scene) -> None:
    """Claim ``vượt 20% chỉ tiêu``, which is said in two ways and so never computed."""
    for match in re.finditer(r"(?P<how>[Hh])[a]{0,3}(?P<rate>P)", scene.symbols):
        rate = match.start("rate")
        if rate not in scene.taken:
            number, above = scene.number(rate), match["how"] == "H"
            value = number.other if above and number.other is not None else number.value
            content = AgainstTarget(value, above=above)
            scene.claim(content, rate)


__all__ = ["Count", "find_plans"]

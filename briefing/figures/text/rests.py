"""What is left of a total when some of it is done."""

from __future__ import annotations

import re

from briefing.figures.doubts import Doubt
from briefing.figures.statements import Count, Parts
from briefing.figures.text.claim import Scene, count_of, is_time
from briefing.figures.text.sums import sum_of, with_unit
from briefing.figures.text.units import base_of, counted, same_base, scale_of
from briefing.patterns import Pattern

_STILL = re.compile(
    r"(?P<total>N)[^NPFSRQOUDHhfv;!¶()~]{0,12},(?=[^N]{0,4}s)[^NPFSRQOUDHhfv;!¶()~]{0,8}"
    r"(?P<done>N)[^NPFSRQOUDHhfv;!¶()~]{0,8},[ad]{0,2}L(?P<rest>N)"
)
_STILL_AFTER = re.compile(
    r"(?P<total>N)[^NPFSRQOUDHhfv;!¶()~]{0,12}(?:[;!])[^NPFSRQOUDHhfv;!¶()~]{0,8}s[a.]{0,2}"
    r"(?P<done>N)[^NPFSRQOUDHhfv;!¶()~]{0,8}(?:\([^()N!¶]{1,10}\)|,[.]?A[ra]{0,2}P)?"
    r",[ad]{0,2}L(?P<rest>N)"
)
"""The total in the sentence before: ``Có 77 đơn. Đã giải quyết 66 đơn (85,71%), còn 11 đơn``."""

_OF_THESE = re.compile(r"(?P<both>F)[^NPFSRQOUDHhv;!¶()~]{0,16},(?P<rest>N)[.]{0,2}B")


def find_rests(scene: Scene) -> None:
    """Claim ``100 hồ sơ, đã giải quyết 80, còn lại 20 hồ sơ``."""
    symbols = scene.symbols
    if symbols.count("N") + symbols.count("w") < 3 and "F" not in symbols:
        return
    for match in re.finditer(r"(?P<rest>[Nw])[.]{0,2}B|B[.aeEsn:(]{0,8}(?P<left>[Nw])", symbols):
        rest = match.start("rest") if match["rest"] else match.start("left")
        start = scene.since(rest, 70)
        # "lúc đi 90 con, đến nơi còn 46 con, còn lại 31 con": what was left is no part of before.
        start = max(start, *(i + 1 for i in range(start, rest) if symbols[i] == "L"), start)
        deep = _inside_brackets(symbols, start, rest)
        before = [
            i
            for i in range(start, rest)
            if symbols[i] in "Nw" and i not in deep and not is_time(scene.number(i))
        ]
        _rest(scene, before, rest)
    _still(scene)


def _still(scene: Scene) -> None:
    """Claim ``tiếp nhận 50 đơn, giải quyết 45 đơn, còn 5 đơn`` and ``8/10 xã, 2 xã còn lại``."""
    for match in _STILL.finditer(scene.symbols):
        found = [match.start(name) for name in ("total", "done", "rest")]
        numbers = [scene.number(i) for i in found]
        led = set(scene.symbols[max(0, found[0] - 5) : found[0]]) & set("eW")
        counts = all(counted(number.unit) for number in numbers)
        alike_ = all(number.unit for number in numbers)
        if led and alike_ and all(same_base(one.unit, numbers[0].unit) for one in numbers):
            # What was received says nothing of what was left over from before.
            sure = (
                counts
                and "W" in led
                and scene.line.text.startswith("còn ", _word_before(scene, found[2]))
            )
            _claim_rest(scene, found, "" if sure and not carried(scene, found) else Doubt.OTHER)
    for match in _STILL_AFTER.finditer(scene.symbols):
        found = [match.start(name) for name in ("total", "done", "rest")]
        numbers = [scene.number(i) for i in found]
        alike_ = all(same_base(one.unit, numbers[0].unit) for one in numbers)
        things = all(one.unit and counted(one.unit) for one in numbers)
        # Of what was carried over from before, some was done and some is left as well.
        if alike_ and things and not carried(scene, found):
            _claim_rest(scene, found, Doubt.OTHER)
    for match in _OF_THESE.finditer(scene.symbols):
        done, whole = scene.line.numbers[match.start("both")]
        rest = scene.number(match.start("rest"))
        if rest.unit and counted(rest.unit) and same_base(rest.unit, whole.unit or done.unit):
            unit = whole.unit or done.unit
            given = (Count(done.value, unit, done.qualifier), count_of(rest))
            content = Parts(Count(whole.value, unit, whole.qualifier), given)
            scene.claim(content, match.start("both"), match.start("rest"), takes=())


def _goes_on(scene: Scene, rest: int) -> bool:
    """Whether more of what is left follows: ``còn lại di dời 155 tỷ, dự phòng 84 tỷ đồng``."""
    tail = re.match(
        r"[^NPFSRQO!;¶()UDHh]{0,8}[,&][^NPFSRQO!;¶()UDHh]{0,14}(N)",
        scene.symbols[rest + 1 : rest + 30],
    )
    if tail is None:
        return False
    more = scene.number(rest + 1 + tail.start(1)).unit
    return bool(more) and same_base(more, scene.number(rest).unit)


_CARRIED = Pattern(
    r"chuyển (?:sang|từ|đến)|kỳ trước|năm trước|tháng trước|\bcũ\b|tồn|gồm cả|bao gồm",
    re.IGNORECASE,
)


def carried(scene: Scene, found: list[int]) -> bool:
    """Say whether a sentence speaks of what was carried over from before."""
    places, symbols = scene.line.places, scene.symbols
    first, last = scene.since(found[0], 60), scene.until(found[2], 30)
    end = places[last] if last < len(symbols) else len(scene.line.text)
    return bool(_CARRIED.search(scene.line.text, places[first], end))


def _word_before(scene: Scene, position: int) -> int:
    """Return where the word before a number stands."""
    return scene.line.places[position - 1]


def _inside_brackets(symbols: str, start: int, end: int) -> set[int]:
    """Return the positions that stand in brackets which close before the end."""
    return {
        i
        for match in re.finditer(r"\([^()]*\)", symbols[start:end])
        for i in range(start + match.start(), start + match.end())
    }


_EACH_OF_THEM = Pattern(r"\b(?:các|những|mọi) ([^,;.()\d]{2,40}) còn lại", re.IGNORECASE)


def _of_others(scene: Scene, before: list[int], rest: int, unit: str) -> bool:
    """Whether ``còn lại`` is said of other things than those counted: ``các tỉnh còn lại 90 đồng``.

    Then the number is one of each of them and no remainder.
    """
    if not before:
        return False
    text = scene.line.text
    named = _EACH_OF_THEM.search(text, scene.number(before[-1]).end, scene.number(rest).end + 40)
    return named is not None and unit.split(" ")[0] not in named[1].lower().split()


_OR_MORE = Pattern(r"\s*(?:đồng\s+)?trở (?:lên|xuống)\b", re.IGNORECASE)
"""What makes a bound of a number: ``các lĩnh vực còn lại lợi nhuận 500 tỷ đồng trở lên``."""


def _rest(scene: Scene, before: list[int], rest: int) -> None:
    unit = next(
        (scene.number(i).unit for i in [rest, *reversed(before)] if base_of(scene.number(i).unit)),
        "",
    )
    alike_ = [
        i for i in before if not scene.number(i).unit or same_base(scene.number(i).unit, unit)
    ]
    counts = [i for i in before if counted(scene.number(i).unit)]
    if (
        len(counts) > 1
        and counted(unit)
        and sum_of([scene.number(i) for i in (*counts[-1:], rest)])
        == (scene.number(counts[-2]).value)
    ):
        _claim_rest(scene, [*counts[-2:], rest], "")
        return
    bound = _OR_MORE.match(scene.line.text, scene.number(rest).end)
    if len(alike_) < 2 or bound or _of_others(scene, before, rest, unit):
        return
    numbers = [scene.number(i) for i in (*alike_, rest)]
    for i in before:
        others = [scene.number(j) for j in alike_ if j > i] + [scene.number(rest)]
        if i not in alike_ and len(others) > 1 and sum_of(others) == scene.number(i).value:
            _claim_rest(scene, [i, *(j for j in alike_ if j > i), rest], "")
            return
    for first in range(len(alike_) - 1):
        total, *parts = numbers[first:]
        if sum_of(parts) == total.value.scaleb(scale_of(total.unit)):
            _claim_rest(scene, [*alike_[first:], rest], "")
            return
    if (
        len(alike_) == 2
        and not set(alike_) & scene.taken
        and "w" not in {scene.symbols[i] for i in alike_}
    ):
        ordered = sum_of(numbers[:1]) >= max(sum_of([number]) for number in numbers[1:])
        named = all(scene.number(i).unit for i in (*alike_, rest))
        ordered = ordered and (named or "~" not in scene.symbols[alike_[0] : rest])
        ordered = ordered and ";" not in scene.symbols[alike_[0] : rest]
        ordered = ordered and not carried(scene, [*alike_, rest]) and not _goes_on(scene, rest)
        _claim_rest(scene, [*alike_, rest], "" if ordered else Doubt.OTHER)


def _claim_rest(scene: Scene, positions: list[int], why: str) -> None:
    total, *parts = positions
    number = scene.number(total)
    unit = number.unit or next((scene.number(i).unit for i in parts if scene.number(i).unit), "")
    number = number._replace(unit=unit)
    given = tuple(count_of(with_unit(scene.number(i), number)) for i in parts)
    scene.claim(Parts(count_of(number), given), total, *parts, takes=(), sure=not why, why=why)

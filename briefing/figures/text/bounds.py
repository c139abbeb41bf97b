"""Ranges, averages, criteria together, and the names of lunar years."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from decimal import Decimal
from itertools import takewhile

from briefing.figures.doubts import Doubt
from briefing.figures.statements import AllCriteria, Average, Change, Count, LunarYear, Range
from briefing.figures.text.claim import Scene, TextClaim, count_of, is_time, lent, words_after
from briefing.figures.text.line import Number
from briefing.figures.text.units import base_of, counted, same_base, scale_of
from briefing.patterns import Pattern
from briefing.report import Direction
from briefing.vietnamese import places

_CRITERIA = re.compile(r"\b(tăng|giảm)\s+cả\s+(?:0?(\d)|(ba|hai))\s+tiêu chí", re.IGNORECASE)
_COUNTED = {"hai": 2, "ba": 3}
_CLAUSE_BREAK = Pattern(r"[;.\n]\s")
_CLAUSE = 1000
"""The most characters of a clause in which the members of the criteria are looked for."""

_LUNAR = re.compile(
    r"\b(Canh|Tân|Nhâm|Quý|Quí|Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Kỉ)\s+"
    r"(Thân|Dậu|Tuất|Hợi|Tý|Tí|Sửu|Dần|Mão|Mẹo|Thìn|Tỵ|Tị|Ngọ|Mùi)\s+(?:năm\s+)?\(?(\d{4})(?!\d)"
)


def find_ranges(scene: Scene) -> None:
    """Claim ranges by their bounds."""
    for position, symbol in enumerate(scene.symbols):
        if symbol not in "RQ" or position in scene.taken:
            continue
        low, high = scene.line.numbers[position]
        low = low._replace(unit=lent(low, high)) if low.unit == high.unit else low
        if not same_base(low.unit, high.unit):
            continue
        before = scene.symbols[max(0, position - 6) : position]
        falls = "D" in before or "h" in before or "y" in before
        # "từ 37.200 đồng – 3.090 đồng" may be two values and no range.
        twice = scene.line.text[low.first : high.first].count("%") or (
            low.end > low.last and (scene.line.text[low.last : low.end].strip())
        )
        if twice and low.value >= high.value:
            continue
        # "cơ cấu 74-17-9%" is a list, "góc từ -45 đến 45 độ" has a sign.
        led = bool(re.search(r"f[.ra]{0,3}$" if symbol == "R" else r"[fUC][.ra]{0,3}$", before))
        # "mỗi bên chiếm 60-40%" are two shares of one whole.
        led = led and not (symbol == "Q" and low.value + high.value == _WHOLE)
        sure = not falls and not is_time(high) and led and not low.sign
        day = low.value == int(low.value) <= 31 and high.value == int(high.value) <= 12
        if symbol == "R" and low.value > high.value and (day or _is_month(scene, high)):
            continue  # "từ 31-7", "từ 1995 đến 6/2001"
        if low.value == high.value or low.sign or _in_other_numbers(scene, low, high):
            continue
        sure = sure and _told_upwards(low, high)
        scene.claim(Range(count_of(low), count_of(high)), position, sure=sure, why=Doubt.OTHER)


_WHOLE = 100


def _told_upwards(low: Number, high: Number) -> bool:
    """Whether bounds are of what texts tell from the smaller one up.

    Sizes, depths, ages of the earth and prices by the lot are told downwards as well.
    """
    unit = high.unit or low.unit
    money = base_of(unit) in _MONEY and not places(low.value) and not places(high.value)
    return unit == "%" or (bool(base_of(unit)) and counted(unit)) or money


_MONEY = ("đồng", "đ", "vnđ", "vnd")


_BEFORE_CHRIST = Pattern(r"\s*(?:TCN|TrCN|tr\.?CN|trước Công nguyên)", re.IGNORECASE)

_SCALE = 50
"""How many times the second bound the first one is where it leaves out its scale."""


def _in_other_numbers(scene: Scene, low: Number, high: Number) -> bool:
    """Whether bounds are not told alike.

    ``từ 800 - 2,5 triệu đồng`` leaves out a scale, ``từ 1846–72`` a century, and years before
    Christ go down.
    """
    if low.value > high.value * _SCALE or (
        _YEARS[0] <= low.value < _YEARS[1] and high.value < _CENTURY
    ):
        return True
    return bool(_BEFORE_CHRIST.match(scene.line.text, high.last))


_CENTURY = 100
_YEARS = (1000, 2200)


def _is_month(scene: Scene, number: Number) -> bool:
    """Whether a number is the month of a year: ``6/2001``."""
    return bool(re.match(r"\s?[/-]\s?(?:19|20)\d\d\b", scene.line.text[number.last :][:8]))


_LED = Pattern(r"(?:M(?P<one>N)?|m)[^NPFSRQO;!¶]{0,14}$")

_BESIDE = 20
"""The most symbols between two numbers with a slash and their mean."""

_EACH = Pattern(r"(?:mỗi|một|0?1|từng)\s+([^\W\d]+)", re.IGNORECASE)


def find_averages(scene: Scene) -> None:
    """Claim ``10 ngày tuần tra 50 lượt, bình quân 5 lượt/ngày``."""
    symbols = scene.symbols
    if "M" not in symbols and "m" not in symbols and "/ha" not in scene.line.text:
        return
    for position, symbol in enumerate(symbols):
        if symbol not in "NO" or position in scene.taken:
            continue
        before = _LED.search(symbols, max(0, position - 15), position)
        if before and before["one"] and scene.number(before.start("one")).value != 1:
            continue
        behind = re.match(r"[.]{0,3}m", symbols[position + 1 : position + 5])
        if before or behind or _is_yield(scene.number(position)):
            _average(scene, position, before[0] if before else "")


def _average(scene: Scene, position: int, led: str) -> None:
    mean, text = scene.number(position), scene.line.text
    of, _, each = mean.unit.partition("/")
    if not each:
        first = scene.line.places[position - len(led)]
        named = _EACH.search(text, first, mean.start) or _EACH.search(
            text, mean.last, mean.last + 24
        )
        each = named[1].lower() if named else ""
    if not each:
        return
    others = [
        i
        for i in range(scene.since(position, 60, "!"), scene.until(position, 40))
        if scene.symbols[i] in "NO" and not position - len(led) <= i <= position
    ]
    if _average_of_two(scene, position, of, each):
        return
    totals = [
        i
        for i in others
        if of
        and scene.number(i).unit
        and "/" not in scene.number(i).unit
        and same_base(_harvest(scene.number(i), of).unit, of)
    ]
    numbers = [i for i in others if _counts(scene, i, each)]
    pairs = [(one, other) for one in totals for other in numbers if one != other]
    fitting = [pair for pair in pairs if _makes(scene, position, *pair)]
    earlier = [pair for pair in pairs if max(pair) < position]
    if _is_yield(mean) and not fitting and len(pairs) == 1:
        fitting = pairs
    sure = "M" in led and len(earlier) == 1 and "cách" not in text[mean.start - 20 : mean.start]
    marked = scene.symbols[max(0, position - len(led) - 8) : position - len(led) + 1]
    sure = sure and not re.search(r"[Hhv][^,;]*$", marked) and led.count("m") < _TWICE
    for total, number in (fitting or (earlier if sure else []))[:1]:
        content = Average(
            Count(mean.value, of, mean.qualifier),
            count_of(_harvest(scene.number(total), of)),
            count_of(scene.number(number)),
        )
        scene.claim(content, position, total, number, takes=(position,), sure=sure, why=Doubt.OTHER)


def _is_yield(number: Number) -> bool:
    """Whether a number is so much weight of a hectare, which is a mean though no word says so."""
    weight, _, each = number.unit.partition("/")
    return each == "ha" and weight in ("tạ", "tấn", "kg")


def _harvest(number: Number, of: str) -> Number:
    """Return a harvest in the unit of its yield: 73.125 tonnes at ``58,5 tạ/ha``."""
    if of != "tạ" or base_of(number.unit) != "tấn":
        return number
    return number._replace(value=number.value.scaleb(1), unit=number.unit.replace("tấn", "tạ"))


_TWICE = 2
"""``mỗi năm ở mỗi địa phương`` is a mean of two kinds, of which one number goes unsaid."""


def _average_of_two(scene: Scene, position: int, of: str, each: str) -> bool:
    """Claim ``120 buổi/12 tháng, bình quân 10 buổi/tháng``, which a slash brings together."""
    low = scene.since(position, _BESIDE)
    beside = [i for i in range(low, position) if scene.symbols[i] == "S"]
    if len(beside) != 1:
        return False
    (whole, many), mean = scene.line.numbers[beside[0]], scene.number(position)
    if many.value == 1:
        return False  # "14 tiêu chí/1 xã" is itself a mean
    if not of or not same_base(whole.unit, of) or each != many.unit.split(" ")[0]:
        return False
    content = Average(Count(mean.value, of, mean.qualifier), count_of(whole), count_of(many))
    scene.claim(content, position, beside[0], takes=(position,))
    return True


def _counts(scene: Scene, position: int, each: str) -> bool:
    """Whether a number counts what an average is said of each of."""
    number = scene.number(position)
    words = f"{number.unit} {' '.join(words_after(scene, position)[:2])}".lower().split()
    return each.split(" ")[0] in words[:3]


def _makes(scene: Scene, mean: int, total: int, number: int) -> bool:
    """Whether a mean is what a total over a number gives, to its last digit."""
    one, many = scene.number(mean), scene.number(number)
    whole = _harvest(scene.number(total), one.unit.partition("/")[0])
    divisor = many.value.scaleb(scale_of(many.unit))
    if not divisor or whole.value == one.value:
        return False
    given = whole.value.scaleb(scale_of(whole.unit) - scale_of(one.unit)) / divisor
    unit = Decimal(1).scaleb(min(0, int(one.value.as_tuple().exponent)))
    return abs(given - one.value) <= unit / 2


def find_criteria(scene: Scene) -> None:
    """Claim ``giảm cả 3 tiêu chí`` with the changes that its own clause goes on to state."""
    found = list(_CRITERIA.finditer(scene.line.text))
    if not found:
        return
    changes = sorted(
        (claim for claim in scene.claims if isinstance(claim.content, Change)),
        key=lambda claim: claim.start,
    )
    made = [_criteria(scene, match, changes) for match in found]
    spans = [(claim.start, claim.end) for claim in made]
    scene.claims = [claim for claim in scene.claims if not _inside(spans, claim.start)] + made
    numbers = scene.line.numbers
    hidden = [i for i, (number, *_) in numbers.items() if _inside(spans, number.start)]
    scene.taken.update(hidden)
    for i in hidden:
        del numbers[i]


def _criteria(scene: Scene, match: re.Match[str], changes: list[TextClaim]) -> TextClaim:
    text = scene.line.text
    ends = _CLAUSE_BREAK.search(text, match.end(), match.end() + _CLAUSE)
    end = ends.start() if ends else match.end() + _CLAUSE
    direction: Direction = "giảm" if match[1].lower() == "giảm" else "tăng"
    count = int(match[2]) if match[2] else _COUNTED[match[3].lower()]
    first = bisect_left(changes, match.end(), key=lambda claim: claim.start)
    inside = takewhile(lambda claim: claim.start < end, changes[first : first + count])
    content = AllCriteria(
        direction,
        count,
        tuple(claim.content for claim in inside if isinstance(claim.content, Change)),
    )
    return TextClaim(content, match.start(), match.end(), ())


def _inside(spans: list[tuple[int, int]], place: int) -> bool:
    """Whether a place lies in one of some spans, which are in order."""
    at = bisect_right(spans, place, key=lambda span: span[0])
    return at > 0 and place < spans[at - 1][1]


def find_years(scene: Scene) -> None:
    """Claim the names of lunar years that stand with their number."""
    for match in _LUNAR.finditer(scene.line.text):
        content = LunarYear(f"{match[1]} {match[2]}", int(match[3]))
        scene.claims.append(TextClaim(content, match.start(), match.end(), ()))


__all__ = ["find_averages", "find_criteria", "find_ranges", "find_years", "is_time"]

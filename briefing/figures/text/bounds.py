"""Ranges, averages, criteria together, and the names of lunar years."""

from __future__ import annotations

import re
from itertools import islice

from briefing.figures.statements import AllCriteria, Average, Change, Count, LunarYear, Range
from briefing.figures.text.claim import Claim, Scene, count_of, is_time, lent
from briefing.figures.text.units import same_base
from briefing.report import Direction

_CRITERIA = re.compile(r"\b(tăng|giảm)\s+cả\s+(?:0?(\d)|(ba|hai))\s+tiêu chí", re.IGNORECASE)
_COUNTED = {"hai": 2, "ba": 3}
_CLAUSE_BREAK = re.compile(r"[;.\n]\s")
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
        falls = "D" in before or "h" in before
        # "từ 37.200 đồng – 3.090 đồng" may be two values and no range.
        twice = scene.line.text[low.first : high.first].count("%") or low.end > low.last and (
            scene.line.text[low.last : low.end].strip()
        )
        if twice and low.value >= high.value:
            continue
        sure = not falls and not is_time(high) and (symbol == "Q" or bool(re.search(r"f[.ra]{0,3}$", before)))
        day = low.value == int(low.value) <= 31 and high.value == int(high.value) <= 12
        if day and symbol == "R" and low.value > high.value:
            continue  # "từ 31-7": the thirty-first of July
        scene.claim(Range(count_of(low), count_of(high)), position, sure=sure, why="other")


def find_averages(scene: Scene) -> None:
    """Claim ``10 ngày tuần tra 50 lượt, bình quân 5 lượt/ngày``."""
    for match in re.finditer(r"(?P<each>M[.maed]{0,7}|m[.]{1,3}[.ae]{0,4})(?P<mean>N)", scene.symbols):
        _average(scene, match)


def _average(scene: Scene, match: re.Match[str]) -> None:
    position = match.start("mean")
    mean = scene.number(position)
    of, _, each = mean.unit.partition("/")
    if not each:
        words = scene.line.text[scene.line.places[match.start()] : mean.start].lower()
        named = re.search(r"(?:mỗi|một|1)\s+(\w+)", words)
        each = named[1] if named else ""
    if not each or position in scene.taken:
        return
    low = max(scene.symbols.rfind("!", 0, position), position - 60) + 1
    others = [i for i in range(low, position) if scene.symbols[i] == "N"]
    totals = [i for i in others if of and scene.number(i).unit and same_base(scene.number(i).unit, of)]
    numbers = [i for i in others if scene.number(i).unit.split(" ")[0] == each.split(" ")[0]]
    if len(totals) == 1 and len(numbers) == 1 and totals != numbers:
        content = Average(
            Count(mean.value, of, mean.qualifier),
            count_of(scene.number(totals[0])),
            count_of(scene.number(numbers[0])),
        )
        sure = "M" in match["each"] and "cách" not in scene.line.text[mean.start - 20 : mean.start]
        scene.claim(
            content, position, totals[0], numbers[0], takes=(position,), sure=sure, why="other"
        )


def find_criteria(scene: Scene) -> None:
    """Claim ``giảm cả 3 tiêu chí`` with the changes that its own clause goes on to state."""
    text = scene.line.text
    for match in _CRITERIA.finditer(text):
        ends = _CLAUSE_BREAK.search(text, match.end())
        end = ends.start() if ends else len(text)
        direction: Direction = "giảm" if match[1].lower() == "giảm" else "tăng"
        count = int(match[2]) if match[2] else _COUNTED[match[3].lower()]
        inside = [claim for claim in scene.claims if match.end() <= claim.start < end]
        changes = (one.content for one in inside if isinstance(one.content, Change))
        content = AllCriteria(direction, count, tuple(islice(changes, count)))
        scene.claims = [
            claim for claim in scene.claims if not match.start() <= claim.start < match.end()
        ]
        scene.claims.append(Claim(content, match.start(), match.end(), ()))
        hidden = [
            i
            for i, numbers in scene.line.numbers.items()
            if match.start() <= numbers[0].start < match.end()
        ]
        scene.taken.update(hidden)
        for i in hidden:
            del scene.line.numbers[i]


def find_years(scene: Scene) -> None:
    """Claim the names of lunar years that stand with their number."""
    for match in _LUNAR.finditer(scene.line.text):
        content = LunarYear(f"{match[1]} {match[2]}", int(match[3]))
        scene.claims.append(Claim(content, match.start(), match.end(), ()))


__all__ = ["find_averages", "find_criteria", "find_ranges", "find_years", "is_time"]

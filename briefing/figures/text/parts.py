"""Totals and their parts: lists after ``gồm`` and ``trong đó``, what is left, percentages."""

from __future__ import annotations

import re
from itertools import pairwise

from briefing.figures.statements import Count, Parts, Percents, Rate
from briefing.figures.text.claim import Scene, alike, count_of, is_time
from briefing.figures.text.line import Number
from briefing.figures.text.units import base_of, same_base

_MOST = 40
"""The most parts of one total that are read."""

_LIST = re.compile(r"(?P<total>[NF])(?P<gap>[^NPFSRQOUDHh;!¶()]{0,24}?)(?P<open>[(:,;]{0,2})[.]?(?P<cue>[GI])[IGe.:]{0,4}")
_BETWEEN = re.compile(r"(?:\([^()]*\)|[^NPFSRQOzUDHhGIW!¶()TM])*")
_OPEN_ENDED = re.compile(r"o")
_REST = re.compile(r"(?P<total>N)(?P<one>[^NPFSRQOUDHh;!¶()GI]{1,24})(?P<part>N)(?P<two>[^NPFSRQOUDHh;!¶()GI]{0,16}?)"
    r"(?:(?P<rest>N)B|[,;&.]{1,3}B[.ae]{0,5}(?P<left>N))")
_PERCENT_REST = re.compile(r"P[^NPFSRQUDHhO!¶B]{0,30}?(?:(?P<rest>P)[.]{0,4}B|B[^NPFSRQUDHhO!¶;]{0,8}(?P<left>P))")

_CONTAINERS = frozenset(
    """lớp đội tổ đoàn nhóm dự phòng gói bộ đợt cuộc vụ buổi khu tòa toà tàu xe chiếc căn nhà ban hội
    công doanh đơn tỉnh huyện xã phường thôn làng trường bệnh hộ gia trận giải vòng mô chương bảng
    phiên kỳ lần chuyến hợp quyển cuốn bài khối cụm tầng tuyến đường máy hệ thùng hộp bao kiện lô
    cơ bước phần điểm loại hạng gian ca khách điều tiêu nội lĩnh""".split()
)
"""Things that hold others; what they are made of is not counted like them."""

_ATTRIBUTES = re.compile(
    r"\b(?:nữ|đảng viên|dân tộc|tôn giáo|nước ngoài|trẻ em|tuổi|thạc sĩ|tiến sĩ|đại học|nghèo|"
    r"nặng|nguy kịch|quốc tịch|tái phạm|tiền án|công giáo|đoàn viên)\b",
    re.IGNORECASE,
)


def find_parts(scene: Scene) -> None:
    """Claim totals with their parts."""
    symbols = scene.symbols
    if "G" in symbols or "I" in symbols:
        for match in _LIST.finditer(symbols):
            _listed(scene, match)
    if "B" in symbols:
        _rests(scene)
        _percents(scene)


def _listed(scene: Scene, match: re.Match[str]) -> None:
    symbols, total = scene.symbols, match.start("total")
    if match["cue"] == "I" and match["open"] == "" and not match["gap"].endswith((",", ".")):
        pass
    items, between = _items(scene, match.end(), match["open"].startswith("("))
    number = scene.line.numbers[total][0]
    if number.percent or is_time(number) or len(items) < 2:
        return
    if symbols[total] == "F" and not number.unit:
        number = number._replace(unit=scene.line.numbers[total][1].unit)
    parts = [scene.number(item) for item in items]
    kind = _kind(number, parts)
    if not kind:
        return
    whole, given = _units(number, parts)
    complete = match["cue"] == "G"
    why = _doubt(scene, total, items, between, kind, complete)
    content = Parts(count_of(whole), tuple(count_of(part) for part in given), complete)
    scene.claim(content, total, *items, takes=(), sure=not why, why=why)


def _items(scene: Scene, start: int, bracketed: bool) -> tuple[list[int], list[str]]:
    """Return where the numbers of a list stand, and the symbols between them."""
    symbols = scene.symbols
    items: list[int] = []
    between: list[str] = []
    position = start
    while len(items) < _MOST:
        gap = _BETWEEN.match(symbols, position, position + 60)
        end = gap.end() if gap else position
        if end >= len(symbols) or symbols[end] != "N":
            break
        words = symbols[position:end]
        if items and not re.search(r"[,;&]", re.sub(r"\([^()]*\)", "", words)):
            break
        if bracketed and ")" in re.sub(r"\([^()]*\)", "", words):
            break
        items.append(end)
        between.append(words)
        position = end + 1
    return items, between


def _kind(total: Number, parts: list[Number]) -> str:
    """Return how parts are counted: like their total, all otherwise, or ``""`` for neither."""
    if any(is_time(part) for part in parts):
        return ""
    named = [part for part in parts if base_of(part.unit)]
    if total.unit and all(same_base(total.unit, part.unit) for part in parts):
        return "same"
    if len(named) == len(parts) and total.unit.split(" ")[0] not in _CONTAINERS:
        return "other"
    return ""


def _units(total: Number, parts: list[Number]) -> tuple[Number, list[Number]]:
    """Return numbers that name no unit or scale with that of their total."""
    given = []
    for part in parts:
        if not part.unit:
            part = part._replace(unit=total.unit)
        given.append(alike(part, total)[0] if same_base(part.unit, total.unit) else part)
    return total, given


def _doubt(
    scene: Scene, total: int, items: list[int], between: list[str], kind: str, complete: bool
) -> str:
    """Return why a list may not be all of its total."""
    numbers = scene.line.numbers
    text = scene.line.text[numbers[total][0].start : numbers[items[-1]][-1].end + 40]
    tail = scene.symbols[items[-1] + 1 : items[-1] + 12]
    if any("o" in words for words in between) or re.match(r"[.]{0,4}(?:o|[,&][.e]{0,3}o)", tail):
        return "open-list"
    if scene.symbols[total] == "F" or "!" in scene.symbols[total : items[-1]]:
        return "other"
    whole = numbers[total][0]
    values = [numbers[item][-1].value for item in items]
    if kind == "other":
        if any(value > whole.value for value in values):
            return "other"
        if not whole.value / 2 <= sum(values) <= whole.value * 2 or whole.value < 4:
            return "other"
    if not complete and (_ATTRIBUTES.search(text) and "nam" not in text.split()):
        return "overlap"
    return ""


# -- what is left -------------------------------------------------------------------------------


def _rests(scene: Scene) -> None:
    """Claim ``100 hồ sơ, đã giải quyết 80, còn lại 20 hồ sơ``."""
    for match in _REST.finditer(scene.symbols):
        total, part = match.start("total"), match.start("part")
        rest = match.start("rest") if match["rest"] else match.start("left")
        numbers = [scene.number(position) for position in (total, part, rest)]
        units = {base_of(number.unit) for number in numbers if base_of(number.unit)}
        if any(is_time(number) for number in numbers) or not units:
            continue
        if not all(same_base(one.unit, other.unit) for one, other in pairwise(numbers)):
            continue
        whole, given = _units(numbers[0], numbers[1:])
        content = Parts(count_of(whole), tuple(count_of(number) for number in given))
        sure = not scene.taken & {total, part, rest} and "o" not in match["one"] + match["two"]
        scene.claim(content, total, part, rest, takes=(), sure=sure, why="other")


def _percents(scene: Scene) -> None:
    """Claim percentages that are closed by the rest: ``60% đồng ý, còn lại 40%``."""
    symbols = scene.symbols
    for match in _PERCENT_REST.finditer(symbols):
        rest = match.start("rest") if match["rest"] else match.start("left")
        before = [
            i
            for i in range(max(symbols.rfind("!", 0, match.start()), match.start() - 60), match.start() + 1)
            if i >= 0 and symbols[i] == "P"
        ]
        _closed(scene, before, rest)


def _closed(scene: Scene, before: list[int], rest: int) -> None:
    free = [i for i in before if i not in scene.taken] or before[-1:]
    fitting = [
        free[-count:]
        for count in range(1, len(free) + 1)
        if abs(sum(scene.number(i).value for i in [*free[-count:], rest]) - 100) < 1
    ]
    chosen = fitting[0] if fitting else free
    rates = tuple(_rate(scene.number(i)) for i in (*chosen, rest))
    sure = len(free) == 1 or bool(fitting)
    scene.claim(Percents(rates), *chosen, rest, sure=sure, why="other", takes=())


def _rate(number: Number) -> Rate:
    exact = number.qualifier in ("tối thiểu", "tối đa", "ít nhất", "không quá")
    return Rate(number.value, "" if exact else number.qualifier)


__all__ = ["Count", "find_parts"]

"""Totals and their parts: lists after ``gồm`` and ``trong đó``, and what is left."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.figures.statements import Parts
from briefing.figures.text.claim import Scene, alike, count_of, is_time
from briefing.figures.text.line import Number
from briefing.figures.text.units import base_of, counted, same_base, scale_of

_MOST = 40
"""The most parts of one total that are read."""

_REACH = 60
"""The most symbols between a total and the words that begin its list."""

_CUE = re.compile(
    r"(?P<open>[(:,;\-]{0,2})[.e]?(?P<cue>[GI])(?:[IGe.:a]|,(?=[ea.:]?[eIN]))*"
    r"|(?<=[N.])\((?=[.e]{0,3}[Nw])|(?<=[N.]):(?=[.]{0,6}[Nw])"
)
_BETWEEN = re.compile(r"(?:\([^()]*\)|[CAE][ra]*P|[^NPFSRQOzUDHhGIW!¶()TMw~v])*")
_BRACKETS = re.compile(r"\([^()]*\)")
_OTHERS = re.compile(r"[.]{0,4}(?:o|[,&;][.eB]{0,4}o)")

_CONTAINERS = frozenset(
    """lớp đội tổ đoàn nhóm dự phòng gói bộ đợt cuộc vụ buổi khu tòa toà tàu xe chiếc căn nhà ban hội
    công doanh đơn tỉnh huyện xã phường thôn làng trường bệnh hộ gia trận giải vòng mô chương bảng
    phiên kỳ lần chuyến hợp quyển cuốn bài khối cụm tầng tuyến đường máy hệ thùng hộp bao kiện lô
    cơ bước phần điểm loại hạng gian ca khách điều tiêu nội lĩnh hướng tập bể trạm cầu sân""".split()
)
"""Things that hold others; what they are made of is not counted like them."""

_ATTRIBUTES = re.compile(
    r"\b(?:nữ|đảng viên|dân tộc|tôn giáo|nước ngoài|trẻ em|tuổi|thạc sĩ|tiến sĩ|đại học|nghèo|"
    r"nặng|nguy kịch|quốc tịch|tái phạm|tiền án|công giáo|đoàn viên|hộ khẩu|lần đầu)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _List:
    """The numbers of a list and the symbols before each of them."""

    items: list[int]
    between: list[str]
    closed: bool


def find_parts(scene: Scene) -> None:
    """Claim totals with their parts."""
    symbols = scene.symbols
    if symbols.count("N") + symbols.count("w") < 3 and "F" not in symbols:
        return
    for match in _CUE.finditer(symbols):
        _listed(scene, match)
    if "B" in symbols:
        _rests(scene)


def _listed(scene: Scene, match: re.Match[str]) -> None:
    opened = match["open"] if match["cue"] else match[0]
    found = _items(scene, match.end(), bracketed="(" in opened)
    if len(found.items) < 2:
        return
    cue = match["cue"] or ":"
    start = match.start() if match["cue"] else match.start()
    total = _total(scene, start, found, cue)
    if total is None:
        return
    position, kind = total
    number = scene.line.numbers[position][0]
    if scene.symbols[position] == "F" and not number.unit:
        number = number._replace(unit=scene.line.numbers[position][1].unit)
    items = _chosen(scene, number, found, kind)
    parts = [_with_unit(scene.number(item), number) for item in items]
    why = _doubt(scene, position, found, items, kind, cue)
    content = Parts(count_of(number), tuple(count_of(part) for part in parts), cue != "I")
    scene.claim(content, position, *items, takes=(), sure=not why, why=why)


def _items(scene: Scene, start: int, *, bracketed: bool) -> _List:
    """Return the numbers of a list that begins at a symbol."""
    symbols = scene.symbols
    items: list[int] = []
    between: list[str] = []
    position, joined = start, False
    while len(items) < _MOST:
        gap = _BETWEEN.match(symbols, position, position + 70)
        end = gap.end() if gap else position
        if end >= len(symbols) or symbols[end] not in "Nw":
            break
        words = _BRACKETS.sub("", symbols[position:end])
        if bracketed and ")" in words or len(words) > 24:
            break
        if items and (not re.search(r"[,;&]", words) or joined and "&" not in words):
            break
        joined = bool(items) and "&" in words
        items.append(end)
        between.append(words)
        position = end + 1
    closed = joined or bool(re.match(r"[^NPFSRQO,;&]{0,14}[!)¶]|[^NPFSRQO,;&]{0,14}$", symbols[position:]))
    return _List(items, between, closed)


def _total(scene: Scene, cue: int, found: _List, word: str) -> tuple[int, str] | None:
    """Return the total of a list, and whether its parts are counted like it."""
    symbols = scene.symbols
    start = symbols.rfind("!", 0, cue) + 1
    if word == "I" and cue - start <= 2 and start > 1:
        start = symbols.rfind("!", 0, start - 1) + 1
    first = max(start, cue - _REACH, symbols.rfind("¶", 0, cue) + 1)
    candidates = [i for i in range(cue - 1, first - 1, -1) if symbols[i] in "NFw"]
    units = [scene.number(item).unit for item in found.items[:2] if scene.symbols[item] == "N"]
    for i in candidates[:4]:
        number = scene.line.numbers[i][-1]
        if number.unit and not is_time(number) and units and all(
            base_of(unit) and same_base(unit, number.unit) for unit in units
        ):
            return (i, "same") if ";" not in symbols[i:cue] else None
    if not candidates or candidates[0] < cue - 30:
        return None
    nearest = scene.line.numbers[candidates[0]][-1]
    if nearest.percent or is_time(nearest) or ";" in symbols[candidates[0] : cue]:
        return None
    return (candidates[0], _kind(nearest, [scene.number(item) for item in found.items])) if _kind(
        nearest, [scene.number(item) for item in found.items]
    ) else None


def _kind(total: Number, parts: list[Number]) -> str:
    """Return how parts are counted: like their total, all otherwise, or ``""`` for neither."""
    if any(is_time(part) for part in parts):
        return ""
    if all(not part.unit or same_base(total.unit, part.unit) for part in parts):
        return "same"
    if not counted(total.unit) or scale_of(total.unit):
        return ""
    if any(scale_of(part.unit) or not counted(part.unit or "vụ") for part in parts):
        return ""
    return "other" if total.unit.split(" ")[0] not in _CONTAINERS else ""


def _chosen(scene: Scene, total: Number, found: _List, kind: str) -> list[int]:
    """Return the items that count what the total counts; where all differ, those that fit it."""
    items = found.items
    if kind == "same":
        same = [
            item
            for item in items
            if not scene.number(item).unit or same_base(scene.number(item).unit, total.unit)
        ]
        if len(same) >= 2 and same == items[: len(same)]:
            return same
    added = total.value * 0
    for number, item in enumerate(items, start=1):
        added += scene.number(item).value
        if number > 1 and added == total.value:
            return items[:number]
    return items


def _with_unit(part: Number, total: Number) -> Number:
    if not part.unit:
        part = part._replace(unit=total.unit)
    return alike(part, total)[0] if same_base(part.unit, total.unit) else part


def _doubt(
    scene: Scene, total: int, found: _List, items: list[int], kind: str, cue: str
) -> str:
    """Return why a list may not be all of its total."""
    numbers, symbols = scene.line.numbers, scene.symbols
    text = scene.line.text[numbers[total][0].start : numbers[items[-1]][-1].end + 40]
    tail = symbols[items[-1] + 1 : items[-1] + 12]
    if any("o" in words or "n" in words for words in found.between) or _OTHERS.match(tail):
        return "open-list"
    if symbols[total] != "N" or "!" in symbols[total : items[-1]]:
        return "other"
    if any(symbols[item] == "w" for item in items):
        return "other"
    whole = numbers[total][0]
    values = [numbers[item][-1].value for item in items]
    if kind == "other":
        if not found.closed or cue == ":" or any(value > whole.value for value in values):
            return "other"
        if not whole.value / 2 <= sum(values) <= whole.value * 2 or whole.value < 4:
            return "other"
    if kind == "same" and cue == ":" and not found.closed:
        return "other"
    if kind == "same" and len(items) < len(found.items) and cue == "I":
        return "other"
    if cue == "I" and _ATTRIBUTES.search(text) and not re.search(r"\bnam\b", text):
        return "overlap"
    return ""


# -- what is left -------------------------------------------------------------------------------


def _rests(scene: Scene) -> None:
    """Claim ``100 hồ sơ, đã giải quyết 80, còn lại 20 hồ sơ``."""
    symbols = scene.symbols
    for match in re.finditer(r"(?P<rest>[Nw])[.]{0,2}B|B[.aeEs:(]{0,5}(?P<left>[Nw])", symbols):
        rest = match.start("rest") if match["rest"] else match.start("left")
        start = max(symbols.rfind("!", 0, rest), symbols.rfind("¶", 0, rest), rest - 70) + 1
        before = [i for i in range(start, rest) if symbols[i] in "Nw" and not is_time(scene.number(i))]
        _rest(scene, before, rest)


def _rest(scene: Scene, before: list[int], rest: int) -> None:
    unit = next((scene.number(i).unit for i in [rest, *reversed(before)] if base_of(scene.number(i).unit)), "")
    alike_ = [i for i in before if not scene.number(i).unit or same_base(scene.number(i).unit, unit)]
    if len(alike_) < 2:
        return
    numbers = [scene.number(i) for i in (*alike_, rest)]
    for first in range(len(alike_) - 1):
        total, *parts = numbers[first:]
        if _sum(parts) == total.value.scaleb(scale_of(total.unit)):
            _claim_rest(scene, [*alike_[first:], rest], "")
            return
    if len(alike_) == 2 and not set(alike_) & scene.taken and "w" not in {scene.symbols[i] for i in alike_}:
        ordered = numbers[0].value >= numbers[1].value
        _claim_rest(scene, [*alike_, rest], "" if ordered else "other")


def _sum(numbers: list[Number]) -> object:
    return sum(number.value.scaleb(scale_of(number.unit)) for number in numbers)


def _claim_rest(scene: Scene, positions: list[int], why: str) -> None:
    total, *parts = positions
    number = scene.number(total)
    unit = number.unit or next((scene.number(i).unit for i in parts if scene.number(i).unit), "")
    number = number._replace(unit=unit)
    given = tuple(count_of(_with_unit(scene.number(i), number)) for i in parts)
    scene.claim(Parts(count_of(number), given), total, *parts, takes=(), sure=not why, why=why)

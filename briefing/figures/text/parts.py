"""Totals and their parts: lists after ``gồm`` and ``trong đó``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from briefing.figures.doubts import Doubt
from briefing.figures.statements import Parts
from briefing.figures.text.claim import Scene, alike, count_of, is_time
from briefing.figures.text.line import Number
from briefing.figures.text.units import base_of, counted, same_base, scale_of
from briefing.figures.text.wordlists import words_of

_MOST = 40
"""The most parts of one total that are read."""

_REACH = 60
"""The most symbols between a total and the words that begin its list."""

_FEW = 4
"""A total below this says little of what belongs to it."""

_TELLING = 1000
"""From here on a sum hardly comes about by chance."""

_LONG, _SHORT = 60, 26
"""The most symbols between two parts, and between two that surely stand in one list."""

_CUE = re.compile(
    r"(?P<open>[(:,;\-]{0,2})[.e]?(?P<cue>[GI])(?:[IGe.:a]|,(?=[ea.:]?[eIN]))*"
    r"|(?<=[N.])\((?=[.e]{0,3}[Nw])|(?<=[N.]):(?=[.]{0,6}[Nw])"
)
_BETWEEN = re.compile(
    r"(?:\((?![.ae]{0,3}N[.]{0,2}\))[^()]*\)|[CAEUDHh][ra]*P(?:v[.ld]{1,4})?|(?<=[,.])L(?=N)"
    r"|[UDHhT](?![a]{0,3}[NPO])|[^NPFSRQOzUDHhGIW!¶()TMw~vL])*"
)
_ALONE_IN_BRACKETS = re.compile(r"\([.ae]{0,3}(?P<item>N)[.]{0,2}\)")
_IN_WORDS = re.compile(
    r"\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+(?!số|lần|phần|nay|20)", re.I
)
_BRACKETS = re.compile(r"\([^()]*\)")
_OTHERS = re.compile(r"[.]{0,4}(?:o|[,&;][.eB]{0,4}o)")

_ONE_BY_ONE = words_of(
    """người đối nghi nạn học sinh thí đại cán công viên nhân lao bị hành thuyền ngư giáo binh
    chiến thành ủy uỷ khách trẻ em cháu ca trường phương loài văn mẫu nhà căn bệnh thương
    hộ xe sản mặt bài tàu đơn hồ tin cuốn ngôi đảng đoàn hội quân lính thanh thiếu phụ tù
    phạm"""
)
"""How the names of things begin that are counted one by one, whatever they are called then."""

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


def _listed(scene: Scene, match: re.Match[str]) -> None:
    opened = match["open"] if match["cue"] else match[0]
    found = _items(scene, match.end(), bracketed="(" in opened)
    if len(found.items) < 2:
        return
    cue = match["cue"] or ":"
    total = _total(scene, match.start(), found, cue)
    if total is None:
        return
    position, kind = total
    number = scene.line.numbers[position][0]
    if scene.symbols[position] == "F" and not number.unit:
        number = number._replace(unit=scene.line.numbers[position][1].unit)
    items = _chosen(scene, number, found, kind)
    if _names(scene, number, items) or (
        kind == Doubt.OTHER and not _plausible(scene, number, items)
    ):
        return
    parts = [with_unit(scene.number(item), number) for item in items]
    why = _doubt(scene, position, found, items, kind, cue)
    content = Parts(count_of(number), tuple(count_of(part) for part in parts), cue == "G")
    scene.claim(content, position, *items, takes=(), sure=not why, why=why)


def _items(scene: Scene, start: int, *, bracketed: bool) -> _List:
    """Return the numbers of a list that begins at a symbol."""
    symbols = scene.symbols
    items: list[int] = []
    between: list[str] = []
    position, joined = start, False
    for _ in range(_MOST):
        gap = _BETWEEN.match(symbols, position, position + 80)
        end = gap.end() if gap else position
        alone = None if bracketed else _ALONE_IN_BRACKETS.match(symbols, end)
        words = _BRACKETS.sub("", symbols[position:end])
        if alone:
            end = alone.start("item")
        if end >= len(symbols) or symbols[end] not in "Nw":
            break
        if (bracketed and ")" in words) or len(words) > _LONG:
            break
        if items and not re.search(r"[,;&]", words):
            # "191 người tiếp xúc với 4 bệnh nhân": the second belongs to the first.
            position = end + 1
            continue
        if joined and "&" not in words:
            break
        joined = bool(items) and "&" in words
        items.append(end)
        between.append(words)
        position = alone.end() if alone else end + 1
    tail = _BRACKETS.sub("", symbols[position : position + 40])
    closed = not re.match(r"[^NPFSRQO!;)]{0,24}&", tail) and (
        joined or bool(re.match(r"[^NPFSRQO,;&]{0,14}(?:[!)¶]|$)", tail))
    )
    return _List(items, between, closed)


def _total(scene: Scene, cue: int, found: _List, word: str) -> tuple[int, str] | None:
    """Return the total of a list, and whether its parts are counted like it."""
    symbols = scene.symbols
    start = scene.since(cue, _REACH, "!")
    if word == "I" and cue - start <= 2 and start > 1:
        start = scene.since(start - 1, _REACH, "!")
    first = max(start, scene.since(cue, _REACH, "¶"))
    candidates = [i for i in range(cue - 1, first - 1, -1) if symbols[i] in "NFw"]
    exact = [i for i in candidates[:4] if _adds_up(scene, i, found)]
    if exact:
        kind = _kind(scene.line.numbers[exact[0]][-1], [scene.number(item) for item in found.items])
        return (exact[0], kind or Doubt.OTHER)
    units = [scene.number(item).unit for item in found.items[:2] if scene.symbols[item] == "N"]
    for i in candidates[:4]:
        number = scene.line.numbers[i][-1]
        if not number.unit or ("/" in number.unit and word == ":"):
            continue
        if units and all(base_of(unit) and same_base(unit, number.unit) for unit in units):
            return (i, "same") if ";" not in symbols[i:cue] else None
    if not candidates or candidates[0] < cue - 30:
        return None
    nearest = scene.line.numbers[candidates[0]][-1]
    if not nearest.unit or nearest.percent or is_time(nearest) or "/" in nearest.unit:
        return None
    kind = _kind(nearest, [scene.number(item) for item in found.items])
    return (candidates[0], kind) if kind and ";" not in symbols[candidates[0] : cue] else None


def _adds_up(scene: Scene, total: int, found: _List) -> bool:
    """Whether the items of a list make exactly a number that counts things."""
    number = scene.line.numbers[total][0]
    parts = [scene.number(item) for item in found.items]
    unit = scene.line.numbers[total][-1].unit
    named = re.search(r"W[^NPFSRQO;!]{0,26}$", scene.symbols[max(0, total - 28) : total])
    follows = scene.symbols[total + 1 : total + 2] == "("
    if "/" in unit or not (unit or named or follows):
        return False
    scaled = any(scale_of(part.unit) for part in parts) or scale_of(unit)
    return not scaled and sum(part.value for part in parts) == number.value


def _kind(total: Number, parts: list[Number]) -> str:
    """Return how parts are counted: like their total, all otherwise, or ``""`` for neither."""
    if all(not part.unit or _strictly_alike(total.unit, part.unit) for part in parts):
        return "same"
    if any(is_time(part) for part in parts):
        return ""
    if not counted(total.unit) or scale_of(total.unit):
        return ""
    if any(scale_of(part.unit) or not counted(part.unit or "vụ") for part in parts):
        return ""
    return Doubt.OTHER


def _strictly_alike(one: str, other: str) -> bool:
    """Whether two units are the same; money may leave out its name (``110 tỷ``)."""
    first, second = base_of(one) or "đồng", base_of(other) or "đồng"
    return same_base(first, second)


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


def with_unit(part: Number, total: Number) -> Number:
    """Return a part with the unit of its total, where it has none of its own."""
    if not part.unit:
        part = part._replace(unit=total.unit)
    return alike(part, total)[0] if same_base(part.unit, total.unit) else part


def _plausible(scene: Scene, total: Number, items: list[int]) -> bool:
    """Whether parts that are called otherwise than their total can be parts of it."""
    values = [scene.number(item).value for item in items]
    if sum(values) == total.value:
        return True
    return total.unit.split(" ")[0] in _ONE_BY_ONE


def _names(scene: Scene, total: Number, items: list[int]) -> bool:
    """Whether a list names its things by their numbers: ``4 bệnh nhân, gồm 243, 250, 253, 254``."""
    bare = [scene.number(item) for item in items if not scene.number(item).unit]
    head = total.unit.split(" ")[0]
    text = scene.line.text
    near = (text[max(0, number.first - 40) : number.first] for number in bare)
    if any(before.rstrip().endswith(head) for before in near):
        return True
    return len(bare) > 1 and sum(number.value for number in bare) > total.value * 2


def _doubt(scene: Scene, total: int, found: _List, items: list[int], kind: str, cue: str) -> str:
    """Return why a list may not be all of its total."""
    numbers, symbols = scene.line.numbers, scene.symbols
    end = numbers[items[-1]][-1].end
    rest = re.split(r"[,.;:)]", scene.line.text[end : end + 40], maxsplit=1)[0]
    text = scene.line.text[numbers[total][0].start : end] + rest
    tail = symbols[items[-1] + 1 : items[-1] + 12]
    goes_on = any(set(words) & set("onm") for words in found.between)
    if goes_on or " thêm " in text or _OTHERS.match(tail):
        return Doubt.OPEN_LIST
    if _broken(scene, total, found, items) or _IN_WORDS.search(text):
        return Doubt.OTHER
    whole = numbers[total][0]
    if _nested([scene.number(item) for item in items]):
        return Doubt.OVERLAP
    if kind == Doubt.OTHER and not _one_by_one(scene, whole, found, items, cue):
        return Doubt.OTHER
    if _misfits(scene, whole, found, items, cue) or (kind == "same" and _more(found, items, cue)):
        return Doubt.OTHER
    if cue == "I" and any("s" in words for words in found.between[1:]):
        return Doubt.OVERLAP  # who was arrested may be prosecuted and fined as well
    if cue == "I" and _ATTRIBUTES.search(text) and not re.search(r"\bnam\b", text):
        return Doubt.OVERLAP
    return ""


def _nested(parts: list[Number]) -> bool:
    """Whether a part is made of those behind it: ``trả nợ 28 tỷ, trả gốc 20 tỷ, trả lãi 8 tỷ``."""
    values = [sum_of([part]) for part in parts]
    return any(
        values[i] >= _TELLING and sum(values[i + 1 : end]) == values[i]
        for i in range(len(values) - 2)
        for end in range(i + 3, len(values) + 1)
    )


def _broken(scene: Scene, total: int, found: _List, items: list[int]) -> bool:
    """Whether a list runs over a sentence, or names things without numbers."""
    symbols = scene.symbols
    if symbols[total] != "N" or "!" in symbols[total : items[-1]]:
        return True
    if any(symbols[item] == "w" for item in items):
        return True
    long = any(_unnumbered(words) or len(words) > _SHORT for words in found.between[1:])
    return long or len(found.between[0]) > _SHORT or any("L" in words for words in found.between)


def _one_by_one(scene: Scene, whole: Number, found: _List, items: list[int], cue: str) -> bool:
    """Whether parts that are called otherwise than their total surely are parts of it."""
    if not found.closed or cue == ":" or whole.unit.split(" ")[0] not in _ONE_BY_ONE:
        return False
    values = [scene.number(item).value for item in items]
    if any(value > whole.value for value in values) or whole.value < _FEW:
        return False
    return whole.value / 2 <= sum(values) <= whole.value * 2


def _misfits(scene: Scene, whole: Number, found: _List, items: list[int], cue: str) -> bool:
    """Whether the numbers of a list are too many, too great or too few for their total."""
    parts = [scene.number(item) for item in items]
    most = max(sum_of([with_unit(part, whole)]) for part in parts)
    if not counted(whole.unit) and most > sum_of([whole]):
        return True
    bare = {not part.unit for part in parts}
    doubled = sum(part.value for part in parts) > whole.value * 2
    if len(bare) > 1 or ((cue == ":" or True in bare) and doubled):
        return True
    return not found.closed and _less(scene, whole, items)


def _more(found: _List, items: list[int], cue: str) -> bool:
    """Whether more follows of what counts something else."""
    return len(items) < len(found.items) and cue == "I"


def _unnumbered(words: str) -> bool:
    """Whether a list names things without a number between two that it counts."""
    return any(len(part) > 3 for part in re.split(r"[,;&]", words)[1:-1])


def _less(scene: Scene, whole: Number, items: list[int]) -> bool:
    """Whether the items that were read are fewer than their total."""
    parts = [with_unit(scene.number(item), whole) for item in items]
    return bool(sum_of(parts) < whole.value.scaleb(scale_of(whole.unit)))


def sum_of(numbers: list[Number]) -> Decimal:
    """Return the sum of numbers, each in its scale."""
    return sum((number.value.scaleb(scale_of(number.unit)) for number in numbers), Decimal(0))

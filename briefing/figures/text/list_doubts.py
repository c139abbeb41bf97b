"""What speaks against a list of numbers being all the parts of a total."""

from __future__ import annotations

import re
from itertools import pairwise

from briefing.figures.doubts import Doubt
from briefing.figures.text.claim import Scene
from briefing.figures.text.line import Number
from briefing.figures.text.sums import sum_of, with_unit
from briefing.figures.text.units import base_of, counted, same_base, scale_of
from briefing.figures.text.wordlists import words_of
from briefing.patterns import Pattern
from briefing.values import changing

_FEW = 4
"""A total below this says little of what belongs to it."""

_SEVERAL = 20
"""A total below this is soon made by numbers that are said of something else."""

_TELLING = 1000
"""From here on a sum hardly comes about by chance."""

_SHORT = 26
"""The most symbols between two parts that surely stand in one list."""

_IN_WORDS = Pattern(
    r"\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+(?!số|lần|phần|nay|20)", re.I
)

_OTHERS = Pattern(r"[.]{0,4}(?:o|[,&;][.eB]{0,4}o|[,&;][.a]{0,2}B(?![^!¶;]{0,10}N))")

_CLASSED = Pattern(r"n(?=[.s]{1,4}[a]?$)|o$")
"""What names a class and leaves nothing out: ``không khởi tố 46``, ``kiến nghị khác 5,2 tỷ``."""

_THE_OTHERS = Pattern(
    r"\s*khác\s*[.,;)]|\s*(?:tại|ở|của|thuộc) các [^.;()\d]{2,50}\bkhác\s*(?:[.;)]|$)",
    re.IGNORECASE,
)
"""What says that the last part is all the rest: ``18 điểm tại các tỉnh, thành phố khác``."""

_MAINLY = Pattern(r"\b(?:chủ yếu|tiêu biểu|phần lớn|đa số|nhất là)\b[^,;]{0,40}$", re.I)

_NUMBER_OF = Pattern(r"\bsố (?!còn lại)[^,;()]{2,70}\b(?:là|có|:)\s*$", re.IGNORECASE)

_ATTRIBUTES = Pattern(
    r"\b(?:nữ|đảng viên|dân tộc|tôn giáo|nước ngoài|trẻ em|tuổi|thạc sĩ|tiến sĩ|đại học|nghèo|"
    r"nặng|nguy kịch|quốc tịch|tái phạm|tiền án|công giáo|đoàn viên|hộ khẩu|lần đầu)\b",
    re.IGNORECASE,
)

_LENGTHS = words_of("tuổi năm tháng tuần ngày giờ phút giây")

ONE_BY_ONE = words_of(
    """người đối nghi nạn học sinh thí đại cán công viên nhân lao bị hành thuyền ngư giáo binh
    chiến thành ủy uỷ khách trẻ em cháu ca trường phương loài văn mẫu nhà căn bệnh thương
    hộ xe sản mặt bài tàu đơn hồ tin cuốn ngôi đảng đoàn hội quân lính thanh thiếu phụ tù
    phạm"""
)
"""How the names of things begin that are counted one by one, whatever they are called then."""


def one_by_one(unit: str) -> bool:
    """Say whether a unit is of things counted one by one, which may be called otherwise then."""
    return unit.split(" ")[0] in ONE_BY_ONE or unit.startswith("tổ chức")


@changing
class Listed:
    """The numbers of a list and the symbols before each of them."""

    items: list[int]
    between: list[str]
    closed: bool


def doubt_of(scene: Scene, total: int, found: Listed, items: list[int], kind: str, cue: str) -> str:
    """Return why a list may not be all of its total."""
    numbers = scene.line.numbers
    end = numbers[items[-1]][-1].end
    rest = re.split(r"[,.;:)]", scene.line.text[end : end + 40], maxsplit=1)[0]
    text = scene.line.text[numbers[total][0].start : end] + rest
    if _goes_on(scene, total, found, items, text):
        return Doubt.OPEN_LIST
    if _broken(scene, total, found, items) or _IN_WORDS.search(text):
        return Doubt.OTHER
    whole = numbers[total][0]
    bare = not any(scene.number(item).unit for item in items)
    if bare and cue != "G" and whole.value < _SEVERAL:
        return Doubt.OTHER  # "5 trận gần nhất (hòa 3, thua 3)"
    if _of_something_else(scene, total, found, items, cue):
        return Doubt.OTHER
    if _other_head(scene, items) or _nested([scene.number(item) for item in items]):
        return Doubt.OVERLAP
    if kind == Doubt.OTHER and any(set(words) & set("Ae") for words in found.between[1:]):
        return Doubt.OTHER  # "8 đơn vị, trong đó có 6 vụ, được giao thực hiện 5 nhiệm vụ"
    if kind == Doubt.OTHER and not _one_by_one(scene, whole, found, items, cue):
        return Doubt.OTHER
    if _misfits(scene, whole, found, items, cue) or (kind == "same" and _more(found, items, cue)):
        return Doubt.OTHER
    if cue == "I" and _differently_told(scene, whole, items):
        return Doubt.OVERLAP
    return Doubt.OVERLAP if cue == "I" and _may_overlap(found, text) else ""


_TOLD = Pattern(r"\s*(?:có|được|đã|đang|chưa|bị)\b")


def _differently_told(scene: Scene, whole: Number, items: list[int]) -> bool:
    """Whether parts are too many, and only some of them say what they do or have.

    ``25 dự án, trong đó có 18 dự án về du lịch, 11 dự án có lưu trú``: some are both.
    """
    told = [bool(_TOLD.match(scene.line.text, scene.number(item).end)) for item in items]
    if not any(told) or all(told):
        return False
    parts = [with_unit(scene.number(item), whole) for item in items]
    return bool(sum_of(parts) > sum_of([whole]))


def _goes_on(scene: Scene, total: int, found: Listed, items: list[int], text: str) -> bool:
    """Whether a list names only some of its parts, or is followed by more of them."""
    if any(set(_CLASSED.sub("", words)) & set("nm") for words in found.between):
        return True
    if _open(scene, total, found):
        return True
    first = scene.number(items[0]).start - scene.line.numbers[total][0].start
    end = scene.line.numbers[items[-1]][-1].end
    # "gồm 12 vụ phá rừng và 9 vụ khác" leaves nothing out.
    closing = _THE_OTHERS.match(scene.line.text, end)
    tail = scene.symbols[items[-1] + 1 : items[-1] + 12]
    article = tail[:1] == "o" and _NO_MORE.match(scene.line.text, scene.line.places[items[-1] + 1])
    others = bool(_OTHERS.match(tail)) and closing is None and not article
    return others or " thêm " in text or bool(_MAINLY.search(text[:first]))


def _open(scene: Scene, total: int, found: Listed) -> bool:
    """Whether words between parts leave some out; ``các`` and ``những`` are but articles."""
    text, places = scene.line.text, scene.line.places
    begins = max(total, found.items[0] - len(found.between[0]))
    for words, (before, item) in zip(
        found.between, pairwise([begins - 1, *found.items]), strict=True
    ):
        if "o" not in _CLASSED.sub("", words):
            continue
        marks = [i for i in range(before + 1, item) if scene.symbols[i] == "o"]
        if not all(_NO_MORE.match(text, places[i]) for i in marks):
            return True
    return False


_NO_MORE = Pattern(r"(?:các|những)\b|khác (?!nhau\b)\w", re.IGNORECASE)
"""An article, or what one thing differs in: ``gia đình khác giới``; neither leaves out any."""


def _of_something_else(scene: Scene, total: int, found: Listed, items: list[int], cue: str) -> bool:
    """Whether a total may not be that of a list.

    Marks count more than once; behind a comma another thing begins.
    """
    between = found.between
    if any(_parted_otherwise(between[:i], between[i]) for i in range(1, len(items))):
        return True
    whole = scene.line.numbers[total][0]
    begun = cue == ":" and "," in scene.symbols[total : items[0]].split(":")[0]
    if begun or base_of(whole.unit) == "điểm" or _lasts(whole):
        return True
    if _side_by_side(scene, total, items) or _held_against(scene, items):
        return True
    return _of_several(scene, total, items) or _compared(scene, total, items)


def _may_overlap(found: Listed, text: str) -> bool:
    """Whether one thing may be among several parts: who was arrested may be fined as well."""
    if any("s" in words for words in found.between[1:]):
        return True
    return bool(_ATTRIBUTES.search(text)) and not re.search(r"\bnam\b", text)


def _of_several(scene: Scene, total: int, items: list[int]) -> bool:
    """Whether a list names what was counted: ``1,3 tỷ từ 3 nhà tài trợ gồm: 540, 313, 195``."""
    between = range(total + 1, items[0])
    counts = [i for i in between if scene.symbols[i] in "Nw"]
    return any(scene.number(i).value == len(items) and scene.number(i).unit for i in counts)


def _lasts(whole: Number) -> bool:
    """Whether a total is a length of time, which has stages and no parts."""
    return whole.unit.split(" ")[0] in _LENGTHS


def _compared(scene: Scene, total: int, items: list[int]) -> bool:
    """Whether a number is held against those that follow: ``lâu hơn hai lần trước: 37 và 47``."""
    return "v" in re.sub(r"\([^()]*\)", "", scene.symbols[total + 1 : items[0]]).split("I")[0][-8:]


_AGAINST = Pattern(
    r"\b(?:suýt soát|xấp xỉ|ngang bằng|ngang ngửa|gần bằng|sát với)\b", re.IGNORECASE
)


def _held_against(scene: Scene, items: list[int]) -> bool:
    """Whether a later number is no part but one that is compared: ``10 tỷ, suýt soát tài sản``."""
    first, last = scene.number(items[0]), scene.number(items[-1])
    return bool(_AGAINST.search(scene.line.text, first.end, last.first))


def _other_head(scene: Scene, items: list[int]) -> bool:
    """Whether a later item counts by another attribute: ``…, số vụ về chuyến bay là 111 vụ``."""
    text, numbers = scene.line.text, scene.line.numbers
    first = scene.number(items[0]).start
    led = [bool(_NUMBER_OF.search(text, max(0, first - 80), first))]
    led += [
        bool(_NUMBER_OF.search(text, numbers[before][-1].end, scene.number(item).start))
        for before, item in pairwise(items)
    ]
    return any(led) and not all(led)


def _side_by_side(scene: Scene, total: int, items: list[int]) -> bool:
    """Whether total and items stand beside other things: ``27 vụ và 35 người, gồm 19 vụ và 24``."""
    beside = scene.symbols[max(0, total - 2) : total] == "N&"
    one, other = scene.number(items[0]).unit, scene.number(items[1]).unit
    return beside and items[1] - items[0] == 2 and not same_base(one, other)


def _nested(parts: list[Number]) -> bool:
    """Whether a part is made of those behind it: ``trả nợ 28 tỷ, trả gốc 20 tỷ, trả lãi 8 tỷ``."""
    values = [sum_of([part]) for part in parts]
    return any(
        values[i] >= _TELLING and sum(values[i + 1 : end]) == values[i]
        for i in range(len(values) - 2)
        for end in range(i + 3, len(values) + 1)
    )


def _broken(scene: Scene, total: int, found: Listed, items: list[int]) -> bool:
    """Whether a list runs over a sentence, or names things without numbers."""
    symbols = scene.symbols
    if symbols[total] != "N" or re.search(r"!(?![IW])", symbols[total : items[-1]]):
        return True
    if any(symbols[item] == "w" for item in items):
        return True
    long = any(_unnumbered(words) or len(words) > _SHORT for words in found.between[1:])
    long = long or begins_unnumbered(found.between[0])
    return long or len(found.between[0]) > _SHORT or any("L" in words for words in found.between)


def _one_by_one(scene: Scene, whole: Number, found: Listed, items: list[int], cue: str) -> bool:
    """Whether parts that are called otherwise than their total surely are parts of it."""
    if not found.closed or cue == ":" or not one_by_one(whole.unit):
        return False
    values = [scene.number(item).value for item in items]
    if any(value > whole.value for value in values) or whole.value < _FEW:
        return False
    return whole.value / 2 <= sum(values) <= whole.value * 2


def _misfits(scene: Scene, whole: Number, found: Listed, items: list[int], cue: str) -> bool:
    """Whether the numbers of a list are too many, too great or too few for their total."""
    parts = [scene.number(item) for item in items]
    most = max(sum_of([with_unit(part, whole)]) for part in parts)
    if most > sum_of([whole]) * (2 if counted(whole.unit) and whole.value >= _FEW else 1):
        return True
    bare = {not part.unit for part in parts}
    doubled = sum(part.value for part in parts) > whole.value * 2
    if len(bare) > 1 or ((cue == ":" or True in bare) and doubled):
        return True
    return not found.closed and _less(scene, whole, items)


def _more(found: Listed, items: list[int], cue: str) -> bool:
    """Whether more follows of what counts something else."""
    return len(items) < len(found.items) and cue in "IG"


def _unnumbered(words: str) -> bool:
    """Whether a list names things without a number between two that it counts."""
    parts = re.split(r"[,;&]", words)[1:-1]
    return any(len(part) > 3 and "P" not in part for part in parts)


def begins_unnumbered(words: str) -> bool:
    """Say whether a list begins with what has no number: ``đạo diễn, quay phim và 1 lái xe``."""
    parts = re.split(r"[,;&]", words)[:-1]
    return any(part.count(".") > 1 for part in parts)


def _less(scene: Scene, whole: Number, items: list[int]) -> bool:
    """Whether the items that were read are fewer than their total."""
    parts = [with_unit(scene.number(item), whole) for item in items]
    return bool(sum_of(parts) < whole.value.scaleb(scale_of(whole.unit)))


def _parted_otherwise(between: list[str], words: str) -> bool:
    """Whether a semicolon ends a list whose items commas part: another matter follows it."""
    return (
        ";" in words
        and any("," in earlier for earlier in between[1:])
        and not any(";" in earlier for earlier in between[1:])
    )

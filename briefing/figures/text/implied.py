"""Sums that no word of a list announces, but that words imply: what is there and what lacks.

``được giao 530 biên chế, hiện có 512, còn thiếu 18``, ``xuất khẩu 3,25 tỷ USD, nhập khẩu 2,37 tỷ
USD, xuất siêu 0,88 tỷ USD``, ``giải quyết 1.237/1.504 kiến nghị; còn 267 kiến nghị``, and totals
behind all their parts. More may lie between them, so nothing but one swapped digit is told.
"""

from __future__ import annotations

import re

from briefing.figures.doubts import Doubt
from briefing.figures.statements import Count, Parts
from briefing.figures.text.claim import Scene, comparable, count_of, is_time
from briefing.figures.text.line import Number
from briefing.figures.text.rests import carried
from briefing.figures.text.sums import sum_of, with_unit, would_make
from briefing.figures.text.units import counted, same_base, scale_of
from briefing.patterns import Pattern

_GAP = 70
"""The most characters between two numbers of which words say how they hang together."""

_LACKS = Pattern(r"\b(?:còn )?thiếu(?: so với (?:biên chế|số) được giao)?(?: là)?\s*$", re.I)
_THERE = Pattern(
    r"\b(?:hiện có|hiện nay có|có mặt|đã tuyển(?: dụng)?|thực có)"
    r"(?: mặt)?(?: là)?\s*$",
    re.I,
)
_GIVEN = Pattern(r"\b(?:giao|định biên|phê duyệt|nhu cầu|cần)\b[^,;.\d]{0,24}$", re.I)

_SURPLUS = Pattern(r"\b(xuất|nhập) siêu(?: đạt| là| ước đạt| ước)?\s*$", re.I)
_EXPORTS = Pattern(r"\bxuất khẩu\b[^,;.\d]{0,30}$", re.I)
_IMPORTS = Pattern(r"\bnhập khẩu\b[^,;.\d]{0,30}$", re.I)

_STILL = Pattern(r"\bcòn(?! tồn| dư)(?: [^\W\d]+){1,4}\s*$", re.I)
_DONE = Pattern(r"\bđã(?: [^\W\d]+){1,4}\s*$", re.I)
_ANY = Pattern(r"[^\W\d]\s*$")
"""``kiến nghị thu hồi 14.216 triệu đồng; đã thu hồi 12.087 triệu đồng; còn phải thu hồi 2.129``."""

_THREES = (("thiếu", _LACKS, _THERE, _GIVEN), ("còn ", _STILL, _DONE, _ANY))
"""What leads the last of three numbers, the one before it and the whole of both."""

_LEFT = Pattern(
    r"(?P<both>F)(?:[^NPFSRQOUDHhIB;!¶()]{0,24},?[.&]?[CAE(][ra]{0,3}P\)?)?[^NPFSRQOUDHhI!¶()]{0,8}"
    r"[,;][.&a]{0,2}[LB][La.e:]{0,3}(?P<rest>N)"
)
_TOTAL_BEHIND = Pattern(
    r"\b(?:lũy kế|luỹ kế|tổng cộng|tổng số|tổng|cộng chung|cộng|cả năm|toàn năm|tất cả)"
    r"(?::| [^\W\d]+){0,4}\s*$",
    re.I,
)
_NEXT = Pattern(
    r"[.adeksnAL:]{0,12}(?:\([^()N]{0,12}\)|,?C[ra]{0,3}P[W.]{0,4})?[,;&][.adeksnALW&:]*$"
)
_MOST = 12
_LEAST, _TWO = 3, 2
"""How many parts stand before a total behind them; two only if all have several digits."""

_SOME = 100


def find_implied(scene: Scene) -> None:
    """Claim wholes with two numbers that make them, where words say what each of them is."""
    text, symbols = scene.line.text, scene.symbols
    if symbols.count("N") + symbols.count("F") < _TWO:
        return
    for word, last, middle, first in _THREES:
        for i in _led(scene, last, word) if word in text else ():
            _three(scene, i, middle, first)
    for i in _led(scene, _SURPLUS, " siêu") if " siêu" in text else ():
        _surplus(scene, i)
    if "F" in symbols:
        for match in _LEFT.finditer(symbols):
            _left(scene, match.start("both"), match.start("rest"))
    total = " cả năm" in text or " cộng" in text or re.search("W[^NPFSRQO!]{0,5}N", symbols)
    for i in _led(scene, _TOTAL_BEHIND) if total else ():
        _behind_all(scene, i)


def _led(scene: Scene, words: Pattern, hint: str = "") -> list[int]:
    """Return where numbers stand that some words lead, one of which is a hint of them."""
    text, found = scene.line.text, []
    for i, symbol in enumerate(scene.symbols):
        if symbol == "N":
            start = scene.number(i).start
            low = max(0, start - _GAP)
            if text.find(hint, low, start) >= 0 and words.search(text, low, start):
                found.append(i)
    return found


def _earlier(scene: Scene, before: int, words: Pattern) -> int | None:
    """Return the last number before another one in its sentence that some words lead."""
    text = scene.line.text
    for i in range(before - 1, scene.since(before, 60, "!") - 1, -1):
        if scene.symbols[i] != "N":
            continue
        start = scene.number(i).start
        if words.search(text, max(0, start - _GAP), start):
            return i
    return None


def _three(scene: Scene, last: int, middle: Pattern, first: Pattern) -> None:
    there = _earlier(scene, last, middle)
    given = None if there is None else _earlier(scene, there, first)
    if there is not None and given is not None and not carried(scene, [given, there, last]):
        _claim(scene, given, there, last)


def _surplus(scene: Scene, last: int) -> None:
    out, in_ = _earlier(scene, last, _EXPORTS), _earlier(scene, last, _IMPORTS)
    if out is None or in_ is None:
        return
    start = scene.number(last).start
    found = _SURPLUS.search(scene.line.text, max(0, start - _GAP), start)
    if found is not None:
        whole, part = (out, in_) if found[1].lower() == "xuất" else (in_, out)
        _claim(scene, whole, part, last)


def _claim(scene: Scene, total: int, *parts: int) -> None:
    whole = scene.number(total)
    given = [with_unit(scene.number(i), whole) for i in parts]
    if is_time(whole) or whole.percent or any(map(_vague, (whole, *given))):
        return
    if not all(not whole.unit or same_base(part.unit, whole.unit) for part in given):
        return
    if not would_make(sum_of([whole]), [sum_of([part]) for part in given]):
        return
    content = Parts(count_of(whole), tuple(count_of(part) for part in given))
    scene.claim(content, total, *parts, takes=(), sure=False, why=Doubt.OTHER)


def _vague(number: Number) -> bool:
    """Whether a word makes a number vague; what is estimated is told to its last digit."""
    return number.qualifier not in ("", "ước")


def _left(scene: Scene, both: int, rest: int) -> None:
    """Claim what is left of a whole behind what was done of it with a slash."""
    done, whole = scene.line.numbers[both]
    left, unit = scene.number(rest), whole.unit or done.unit
    if not left.unit or not counted(left.unit) or not comparable(left, whole._replace(unit=unit)):
        return
    if _vague(left) or _vague(done) or _vague(whole):
        return
    if not would_make(whole.value, (done.value, left.value)):
        return
    content = Parts(Count(whole.value, unit), (Count(done.value, unit), count_of(left)))
    scene.claim(content, both, rest, takes=(), sure=False, why=Doubt.OTHER)


def _behind_all(scene: Scene, total: int) -> None:
    """Claim ``quý I 120 vụ, quý II 137 vụ, quý III 142 vụ; cả năm 399 vụ``."""
    whole = scene.number(total)
    if whole.percent or is_time(whole) or _vague(whole):
        return
    parts: list[int] = []
    after = total
    for i in range(total - 1, scene.since(total, 120, "!") - 1, -1):
        if scene.symbols[i] in "FSRQO":
            break
        if scene.symbols[i] != "N":
            continue
        number = scene.number(i)
        alike = bool(number.unit) and comparable(number, whole) and not _vague(number)
        if not alike or not _NEXT.search(scene.symbols[i + 1 : after]) or len(parts) >= _MOST:
            break
        parts.insert(0, i)
        after = i
    least = _TWO if all(scene.number(i).value >= _SOME for i in parts) else _LEAST
    if len(parts) >= least and scale_of(whole.unit) == scale_of(scene.number(parts[0]).unit):
        _claim(scene, total, *_fitting(scene, whole, parts, least))


def _fitting(scene: Scene, whole: Number, parts: list[int], least: int) -> list[int]:
    """Return the last parts that make a total, else all."""
    for first in range(len(parts) - least + 1):
        if sum_of([scene.number(i) for i in parts[first:]]) == sum_of([whole]):
            return parts[first:]
    return parts

"""Two parts whose names leave no third: xuất khẩu, nhập khẩu; trong nước, ngoài nước; đã, chưa."""

from __future__ import annotations

import re

from briefing.figures.text.claim import Scene
from briefing.patterns import Pattern

_OPPOSITES = """
nam / nữ
xuất khẩu / nhập khẩu
xuất cảnh / nhập cảnh
ngắn hạn / dài hạn, trung dài hạn
khai thác / nuôi trồng
thành thị / nông thôn
trực tiếp / trực tuyến
cá nhân / tổ chức, tập thể
công lập / tư thục
chính thức / dự bị
thường trú / tạm trú
định kỳ, kế hoạch / đột xuất
đúng hạn, trước hạn, trong hạn / quá hạn, trễ hạn
còn hiệu lực / hết hiệu lực
mới, phát sinh / cũ, kỳ trước, năm trước chuyển sang, chuyển sang
bắt buộc / tự nguyện
đảng bộ / chi bộ
hành chính, xử lý hành chính / hình sự, xử lý hình sự
"""
_PAIRS = tuple(
    tuple(frozenset(side.split(", ")) for side in line.split(" / "))
    for line in _OPPOSITES.strip().split("\n")
)
_BOTH_WAYS = (("trong", "ngoài"), ("đã", "chưa"), ("có", "không"), ("đủ", "không đủ"))
"""Words that turn the same words behind them into the opposite: trong tỉnh, ngoài tỉnh."""

_PART = Pattern(r"[,;:&]|\bvà\b", re.IGNORECASE)
_STOP = Pattern(r"[,;.()\d]|\bvà\b", re.IGNORECASE)
_WORDS = 60
"""The characters behind a number in which its part goes on to be named."""


def leave_no_third(scene: Scene, items: list[int]) -> bool:
    """Say whether two numbers are of parts that are all there are."""
    if len(items) != len(("one", "other")):
        return False
    one, other = (_named(scene, items, place) for place in range(len(items)))
    return _opposed(one, other) or _opposed(other, one)


_PUNISHED = ("khiển trách", "cảnh cáo", "cách chức", "khai trừ")
"""What a Party member can be punished with (Party statutes, article 35): there is no other form."""


def name_all_forms(scene: Scene, items: list[int]) -> bool:
    """Say whether the parts of a list are the forms of punishment, so many that none lacks."""
    named = [_named(scene, items, place) for place in range(len(items))]
    forms = {form for words in named for form in _PUNISHED if form in words}
    each = all(any(form in words for form in _PUNISHED) for words in named)
    first, last = scene.number(items[0]), scene.number(items[-1])
    led = re.split(r"[(:]", scene.line.text[max(0, first.start - _WORDS) : first.start])[-1]
    text = led.lower() + scene.line.text[first.start : last.end + _WORDS].lower()
    told = sum(text.count(form) for form in _PUNISHED)
    each = each and told == len(items) and all(scene.symbols[i] == "N" for i in items)
    return each and len(forms) == len(items) >= len(_PUNISHED) - 1


def _named(scene: Scene, items: list[int], place: int) -> str:
    """Return the words around a number up to the marks that part it from others."""
    text, number = scene.line.text, scene.number(items[place])
    start = scene.number(items[place - 1]).end if place else max(0, number.start - _WORDS)
    before = _PART.split(text[start : number.start])[-1]
    stop = scene.number(items[place + 1]).start if place + 1 < len(items) else len(text)
    behind = _STOP.split(text[number.last : stop][:_WORDS], maxsplit=1)[0]
    return f" {' '.join(f'{before} {behind}'.lower().split())} "


def _opposed(one: str, other: str) -> bool:
    for first, second in _PAIRS:
        if _names(one, first) and _names(other, second):
            return not _names(one, second) and not _names(other, first)
    return any(_after(one, left) & _after(other, right) for left, right in _BOTH_WAYS)


def _names(words: str, phrases: frozenset[str]) -> bool:
    return any(f" {phrase} " in words for phrase in phrases)


def _after(words: str, led: str) -> set[str]:
    """Return the words that stand behind another."""
    return set(re.findall(rf" {led} (\w+)", words))

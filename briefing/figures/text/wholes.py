"""The numbers of a sentence that others can be parts of."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal

from briefing.figures.doubts import Doubt
from briefing.figures.statements import Rate
from briefing.figures.text.claim import WHEN, Scene, alike, is_time, percent_of
from briefing.figures.text.line import Number
from briefing.figures.text.units import counted, same_base, scale_of
from briefing.figures.text.wordlists import words_of
from briefing.patterns import Pattern

_ROUGH = 20
"""Whole percentages below this fit too many numbers by chance."""

_REACH = 90
"""The most symbols between a whole and its part."""

_SENTENCE = 400
"""The most symbols of an earlier sentence that are looked through for what happened."""

_BASE_WORDS = words_of("tổng số trên của so với trong là và")


def rate_of(number: Number, part: Decimal | None = None, whole: Decimal | None = None) -> Rate:
    """Return a percentage as a rate, in the reading that its part and whole make if it has two."""
    made = None if part is None or not whole else part / whole * 100
    return Rate(percent_of(number, made), number.qualifier)


def fits(part: Number, whole: Number, rate: Number) -> bool:
    """Say whether a rate is what a part of a whole gives, rounded or cut."""
    first, second = alike(part, whole)
    size = second.value.scaleb(scale_of(second.unit))
    if not size:
        return False
    given = first.value.scaleb(scale_of(first.unit)) / size * 100
    stated = percent_of(rate, given)
    unit = Decimal(1).scaleb(min(0, int(stated.as_tuple().exponent)))
    return stated - unit / 2 <= given < stated + unit


def fits_in(part: Number, whole: Number) -> bool:
    """Say whether a number is no more than another, each in its scale."""
    first, second = alike(part, whole)
    return first.value.scaleb(scale_of(first.unit)) <= second.value.scaleb(scale_of(second.unit))


def both_counted(one: Number, other: Number) -> bool:
    """Say whether two numbers count things, in one scale."""
    return counted(one.unit) and counted(other.unit) and scale_of(one.unit) == scale_of(other.unit)


def base_words(scene: Scene, position: int) -> list[str]:
    """Return the words that go on after a number up to the next mark."""
    number = scene.number(position)
    rest = re.split(r"[^\w\s]|\d", scene.line.text[number.end : number.end + 40], maxsplit=1)[0]
    return rest.lower().split()


def other_base(scene: Scene, rate: int, whole: Number) -> bool:
    """Say whether the words after a rate name a base that the whole is not."""
    after = scene.symbols[rate + 1 : rate + 9]
    if re.match(r"[.&a]{0,2}[Tv]|[.]{0,2}T", after):
        return True
    if not re.match(r"[.&a]{0,2}[W.]", after):
        return False
    words = [word for word in base_words(scene, rate)[:6] if word not in _BASE_WORDS]
    if not words or words[0] in WHEN:
        return False
    last = min(whole.last + 60, max(whole.last, scene.number(rate).start))
    text = scene.line.text[max(0, whole.first - 40) : last].lower()
    return not set(words[:4]) <= set(re.split(r"[^\w]+", text))


_NUMBER_IS = Pattern(r"\bsố [^,;.!?]{2,80}\b(?:là|có|đạt|:)\s*$")
_HAS = Pattern(r"(?:trong đó,?|địa bàn[^,;.!?]{0,40}|toàn [^,;.!?\d]{0,20}) có\s*$")


def _all_of(scene: Scene, i: int) -> bool:
    """Whether a slash tells that all were done, so that it is one number: ``213/213 công dân``."""
    part, whole = scene.line.numbers[i]
    return part.value == whole.value and bool(whole.unit)


class Wholes:
    """The numbers of a line that others can be parts of."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.symbols = scene.symbols
        self.counts = [
            i
            for i, symbol in enumerate(self.symbols)
            if (symbol == "N" and not is_time(scene.number(i)))
            or (symbol == "F" and _all_of(scene, i))
        ]
        self.proved: set[int] = set()

    def note(self, whole: int, part: Number, rate: Number) -> None:
        """Note a whole of which a rate is what a part gives: the next one may be of it too."""
        if fits(part, self.scene.number(whole), rate):
            self.proved.add(whole)

    def between(self, low: int, high: int) -> list[int]:
        """Return the counts from one symbol up to another."""
        return self.counts[bisect_left(self.counts, low) : bisect_left(self.counts, high)]

    def of(self, position: int, before: int) -> tuple[int, bool, str] | None:
        """Return the whole of a part, and whether the words tie them together."""
        part = self.scene.number(position)
        start = self.scene.since(before, _SENTENCE)
        near = self.between(max(start, before - _REACH), before)
        candidates = [i for i in near if i != position]
        candidates = [i for i in candidates if not self._listed(i, before)] or candidates
        named = [i for i in candidates if self.named(i) and not self._siblings(i, position)]
        for whole in reversed(named):
            if self._clear(whole, before):
                return whole, True, ""
        for whole in reversed(candidates[-1:]):
            if self._bracketed(whole, position, part):
                return whole, True, ""
        for whole in reversed(candidates):
            led = self._leads(whole, before) and self._clear(whole, before)
            if led and not self._counts_others(whole, part):
                return whole, True, ""
        alike_ = [i for i in candidates if self._same(i, part) and not self._siblings(i, position)]
        if len(alike_) == 1:
            return self._only_one(alike_[0], position, before, start)
        larger = [i for i in alike_ if self.scene.number(i).value >= part.value]
        if not larger and (distant := self._distant(position, start)) is not None:
            return distant, False, Doubt.DISTANT
        if larger:
            proved = [i for i in larger if i in self.proved]
            return (proved or larger)[-1], False, Doubt.WHOLE
        return None

    def _listed(self, i: int, part: int) -> bool:
        """Whether a number stands among several in brackets that close before a part.

        ``1.909 cơ sở (399 trường cao đẳng, 458 trường trung cấp, 1.052 trung tâm), trong đó 680``.
        """
        opened = self.symbols.rfind("(", max(0, i - _REACH), i)
        closed = self.symbols.find(")", i, part)
        within = self.symbols[opened + 1 : closed] if opened >= 0 and closed > 0 else ""
        return within.count("N") > 1 and "(" not in within and ")" not in within

    def _distant(self, position: int, start: int) -> int | None:
        """Return what happened in an earlier sentence, for a part that says what was done."""
        part = self.scene.number(position)
        done = bool(set("sA") & set(self.symbols[max(0, position - 6) : position]))
        smaller = None
        for _ in range(2):
            if start < 2 or self.symbols[start - 1] != "!":
                break
            end, start = start - 1, self.scene.since(start - 1, _SENTENCE)
            for i in reversed(self.between(start, end)):
                if not self._same(i, part):
                    continue
                led = done and bool(set("es") & set(self.symbols[max(start, i - 4) : i]))
                if led or i in self.proved or self._named_number(i):
                    if fits_in(part, self.scene.number(i)):
                        return i
                    smaller = i if smaller is None else smaller
        return smaller

    def _only_one(
        self, whole: int, position: int, before: int, start: int
    ) -> tuple[int, bool, str]:
        """Return the one number before a part that counts the same, or a whole of both of them."""
        if (proved := self._proved_before(whole, position, start)) is not None:
            return proved, False, Doubt.DISTANT
        sure = self._verbs(whole, position, before)
        return whole, sure, "" if sure else Doubt.WHOLE

    def _proved_before(self, sibling: int, position: int, start: int) -> int | None:
        """Return the whole in an earlier sentence of a part that is more than the number before it.

        ``Xã có 2.450 hộ. Hộ nghèo còn 49 hộ, chiếm 2%; hộ cận nghèo 98 hộ, chiếm 4%``
        """
        if fits_in(self.scene.number(position), self.scene.number(sibling)):
            return None
        distant = self._distant(position, start)
        return distant if distant in self.proved else None

    def _named_number(self, i: int) -> bool:
        """Whether words say what a number is of: ``số vụ đủ điều kiện thi hành là 1.432 vụ``."""
        start = self.scene.number(i).start
        before = self.scene.line.text[max(0, start - 90) : start].lower()
        return bool(_NUMBER_IS.search(before)) or bool(_HAS.search(before))

    def called(self, position: int, rate: int) -> tuple[int, bool, str] | None:
        """Return the whole that the words after a rate call by name."""
        after = self.symbols[rate + 1 : rate + 6]
        if not re.match(r"[.&]{0,2}W", after):
            return None
        words = [word for word in base_words(self.scene, rate) if word not in _BASE_WORDS]
        near = self.between(self.scene.since(position, 60, "!"), position)
        fitting = [
            i
            for i in near
            if len(self._shared(words, i)) > 1
            and fits_in(self.scene.number(position), self.scene.number(i))
            and self.scene.number(i).unit.split(" ")[0] in words[:5]
            and not self._siblings(i, position)
        ]
        return (fitting[0], True, "") if words and len(fitting) == 1 else None

    def _siblings(self, one: int, other: int) -> bool:
        """Whether the same words lead two numbers: ``tổng vốn 5,08 tỷ, …, tổng vốn 2,62 tỷ``."""
        text = self.scene.line.text
        starts = (self.scene.number(i).start for i in (one, other))
        led = [text[max(0, start - 40) : start].lower().split()[-3:] for start in starts]
        return led[0] == led[1]

    def _shared(self, words: list[str], i: int) -> set[str]:
        number = self.scene.number(i)
        text = self.scene.line.text[max(0, number.first - 30) : number.last + 50].lower()
        return set(words[:5]) & set(re.split(r"[^\w]+", text))

    def behind(self, rate: int) -> int | None:
        """Return the whole that stands behind a rate: ``25% trong tổng số 200 cơ sở``."""
        match = re.match(r"[.&a]{0,2}W[r]?N", self.symbols[rate + 1 : rate + 9])
        if match is None or is_time(self.scene.number(rate + match.end())):
            return None
        return rate + match.end()

    def proved_for(self, position: int, part: Number) -> int | None:
        """Return the whole of which another rate of the sentence is, for a part counted by ones.

        ``khảo sát 655 thanh niên: 45 người …, chiếm 6,9%; 265 người …, chiếm 40,5%``
        """
        start = self.scene.since(position, _REACH, "!")
        found = [i for i in self.between(start, position) if i in self.proved]
        if not found or not part.unit or not both_counted(part, self.scene.number(found[-1])):
            return None
        return found[-1] if fits_in(part, self.scene.number(found[-1])) else None

    def part_before(self, whole: int) -> int | None:
        """Return the number that directly stands before a whole that is named so."""
        near = self.between(self.scene.since(whole, 26, "!¶;"), whole)
        if not near or self.scene.number(near[-1]).value > self.scene.number(whole).value:
            return None
        between = self.symbols[near[-1] + 1 : whole]
        return near[-1] if re.fullmatch(r"[^NPFSRQOUDHhIG()!]*", between) else None

    def fitting(self, position: int, rate: int, part: Number) -> int | None:
        """Return the one number before a part that its rate fits, whatever their words."""
        stated = self.scene.number(rate)
        if not int(stated.value.as_tuple().exponent) and stated.value < _ROUGH:
            return None
        found = [
            i
            for i in self.between(self.scene.since(position, _REACH), position)
            if self.scene.number(i).value > part.value
            and counted(self.scene.number(i).unit) == counted(part.unit)
            and fits(part, self.scene.number(i), stated)
        ]
        return found[-1] if found else None

    def tied(self, whole: int, part: int) -> bool:
        """Whether words say that one number is of another, whatever their units."""
        return self.named(whole) or self._leads(whole, part)

    def named(self, i: int) -> bool:
        """Whether a number is called the whole: ``trong tổng số 200 cơ sở``."""
        if re.search(r"W[.er&aA]{0,8}$", self.symbols[max(0, i - 10) : i]):
            return True
        number = self.scene.number(i)
        before = self.scene.line.text[max(0, number.start - 8) : number.start].lower().rstrip()
        return before.endswith("trong") and bool(number.unit) and counted(number.unit)

    def _leads(self, whole: int, part: int) -> bool:
        """Whether ``trong đó`` follows a number, and nothing else but its parts."""
        between = self.symbols[whole + 1 : part]
        return bool(re.match(r"(?:[^NPFSRQOUDHh;!¶]|[UDHh][a]{0,3}P){0,26}?I", between))

    def _bracketed(self, whole: int, position: int, part: Number) -> bool:
        """Whether brackets behind a number say what was done of it: ``99 tỷ (đã thu 74 tỷ)``."""
        number, unit = self.scene.number(whole), part.unit
        between = self.symbols[whole + 1 : position]
        same = bool(unit) and same_base(number.unit, unit) and bool(number.unit)
        less = fits_in(part, number)
        return same and less and bool(re.fullmatch(r"[.]{0,6}\([.a]{0,4}[es][.aes]{0,4}", between))

    def _clear(self, whole: int, part: int) -> bool:
        """Whether no other matter begins between a whole and a part."""
        return ";" not in self.symbols[whole + 1 : part] or self.named(whole)

    def _same(self, i: int, part: Number) -> bool:
        unit = self.scene.number(i).unit
        return bool(unit and part.unit) and same_base(unit, part.unit)

    def _counts_others(self, i: int, part: Number) -> bool:
        """Whether a number is too small for a part that counts otherwise: ``18 dân tộc``."""
        number = self.scene.number(i)
        named = bool(number.unit and part.unit) and not same_base(number.unit, part.unit)
        return named and not fits_in(part, number)

    def _verbs(self, whole: int, part: int, rate: int) -> bool:
        """Whether one number happened or was looked at, and the other is what came of it."""
        numbers = self.scene.number(whole), self.scene.number(part)
        before = self.symbols[max(0, whole - 6) : whole]
        between = self.symbols[whole + 1 : part]
        led = self.symbols[part + 1 : rate + 1]
        plan = "A" in led and "r" not in led and "s" not in between
        fits = numbers[0].value > numbers[1].value and counted(numbers[0].unit)
        return fits and "e" in before and bool(set(between) & set("es")) and not plan

"""Rates of a part of a whole: beside a fraction, in brackets behind the part, after ``chiếm``."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.figures.statements import Fraction, Rate, Share, SideBySide
from briefing.figures.text.claim import WHEN, Scene, alike, count_of, is_time
from briefing.figures.text.line import Number
from briefing.figures.text.units import counted, same_base, scale_of, shifted

_ROUGH = 20
"""Whole percentages below this fit too many numbers by chance."""

_LED = r"[sa&]{0,3}[CAEr][CAErsa&]{0,4}"
_AFTER_FRACTION = re.compile(
    rf"(?P<gap>[^NPFSRQOUD;!¶()]{{0,40}}?)(?P<mark>,[.]?{_LED}|\([.a]{{0,2}}(?:{_LED})?|{_LED}|,)"
    r"(?P<rate>P)"
)
_BEFORE_FRACTION = re.compile(
    r"(?P<rate>P)(?:[^NPFSRQOUDHh;!¶(),]{0,6}\([^NPF()!]{0,3}|[.]{0,4},?E[a.]{0,2})$"
)
_BRACKET = re.compile(rf"(?P<gap>[^NPFSRQOUDHh;!¶(),]{{0,14}})\([.]{{0,3}}(?:{_LED})?(?P<rate>P)")
_FOLLOWS = re.compile(
    rf"(?P<gap>[^NPFSRQOUD;!¶]{{0,20}}?)(?:(?:,|-)?[.&]{{0,2}}(?:C[ra]{{0,3}}|[AE][ra]{{1,3}}|E)"
    r"|[,\-]r)(?P<rate>P)"
)
_RATE_OF = re.compile(
    r"tỷ lệ (?:điều tra,? )?(khám phá|làm rõ|giải quyết|xử lý|phá|bắt)[^,;.0-9]{0,24}$", re.IGNORECASE
)
_REACHED = re.compile(r"(?P<gap>[^NPFSRQOUDHh;!¶]{0,12}?),[.&]{0,2}[AE](?P<rate>P)")
_NAMED_BASE = re.compile(
    r"(?P<part>N)(?P<gap>(?:[^NPFSRQOUDHh;!¶()]|\([^()NP]{0,9}\)){0,20}?)[CAE][ra]{0,3}(?P<rate>P)"
    r"[.WTae]{1,9}\([.a]{0,3}(?P<whole>N)[.]{0,3}\)"
)
_OF_LAST = re.compile(
    r"(?P<part>N)[^NPFSRQOUDHh;!¶(]{0,12}[,)]?[.]?E[a]?(?P<rate>P)v[^NPF;!¶,()]{0,12}"
    r"(?:\([^()NPF!UDHhXCL]{0,6}(?P<b>N)[.]{0,3}\)|(?P<c>N))"
)
_RATE_FIRST = re.compile(
    r"(?P<rate>P)[.&a]{0,2}W[r]?(?P<whole>N)[^NPF!;()]{0,8}\([.a]{0,3}(?P<part>N)[.]{0,3}\)"
)
_EQUALS = re.compile(r"(?P<rate>P)[.]{0,3},?E[a]?(?P<part>N)")
_BEHIND = re.compile(r"C[ra]{0,3}(?P<rate>P)[^NPFSRQOUDHh;!¶,]{0,6}\([^()NPF!]{0,3}(?P<part>N)[.]{0,3}\)")
_OWN_BASE = re.compile(r"\)?[.]{0,2}(?:[WT]|v[.]{0,4}T)|[.]{1,3}")


def find_rates(scene: Scene) -> None:
    """Claim every percentage that is a part of a whole, with both where the words name them."""
    if "F" in scene.symbols or "z" in scene.symbols or "S" in scene.symbols:
        _fractions(scene)
    if "P" not in scene.symbols or "N" not in scene.symbols:
        return
    wholes = _Wholes(scene)
    for pattern in (_NAMED_BASE, _OF_LAST, _RATE_FIRST):
        for match in pattern.finditer(scene.symbols):
            _both_named(scene, match)
    for match in _EQUALS.finditer(scene.symbols):
        if not {match.start("rate"), match.start("part")} & scene.taken:
            _part(scene, wholes, match.start("part"), match.start("rate"), behind=True)
    for match in _BEHIND.finditer(scene.symbols):
        _part(scene, wholes, match.start("part"), match.start("rate"), behind=True)
    for position, symbol in enumerate(scene.symbols):
        if symbol != "N" or is_time(scene.number(position)):
            continue
        for pattern in (_BRACKET, _FOLLOWS, _REACHED):
            match = pattern.match(scene.symbols, position + 1)
            if match and match.start("rate") not in scene.taken:
                _part(scene, wholes, position, match.start("rate"))
                break
    _called_rates(scene, wholes)
    _anywhere(scene, wholes)


def _anywhere(scene: Scene, wholes: _Wholes) -> None:
    """Claim a rate for two numbers further off that it fits; nothing is held against it."""
    for match in re.finditer(r"[CAEr(][ra]{0,3}(?P<rate>P)", scene.symbols):
        rate = match.start("rate")
        if rate in scene.taken or not int(scene.number(rate).value.as_tuple().exponent):
            continue
        start = max(scene.symbols.rfind(mark, 0, rate) for mark in "!¶;") + 1
        near = [i for i in wholes.counts if max(start, rate - 40) <= i < rate]
        for part in reversed(near):
            whole = wholes.fitting(part, rate, scene.number(part))
            if whole is not None and scene.number(part).unit:
                _of_whole(scene, part, rate, whole, sure=False)
                break


def _called_rates(scene: Scene, wholes: _Wholes) -> None:
    """Claim ``xảy ra 95 vụ; khám phá 83 vụ; …; tỷ lệ khám phá đạt 87,4%``."""
    text = scene.line.text
    for rate, symbol in enumerate(scene.symbols):
        if symbol != "P" or rate in scene.taken:
            continue
        number = scene.number(rate)
        named = _RATE_OF.search(text[max(0, number.start - 60) : number.start])
        if named is None or "," in scene.symbols[rate - 1 : rate]:
            continue
        start = scene.symbols.rfind("!", 0, rate) + 1
        near = [i for i in wholes.counts if max(start, rate - 60) <= i < rate]
        done = [i for i in near if _led_by(scene, i, named[1].lower())]
        happened = [i for i in near if _led_by(scene, i, "xảy ra") or _led_by(scene, i, "tiếp nhận")]
        if len(done) == 1 and len(happened) == 1 and done != happened:
            first, second = scene.number(done[0]), scene.number(happened[0])
            if same_base(first.unit, second.unit):
                _of_whole(scene, done[0], rate, happened[0])


def _led_by(scene: Scene, position: int, words: str) -> bool:
    number = scene.number(position)
    before = scene.line.text[max(0, number.start - 24) : number.start].lower()
    return bool(re.search(rf"{words}(?: được| án| xong)?\s*$", before))


# -- fractions ----------------------------------------------------------------------------------


def _fractions(scene: Scene) -> None:
    for position, symbol in enumerate(scene.symbols):
        if symbol not in "FzS" or position in scene.taken:
            continue
        left, right = scene.line.numbers[position]
        if symbol == "S":
            _beside(scene, position, left, right)
            continue
        rate = _rate_of(scene, position)
        why = _doubt(scene, position, left, right, rate)
        stated = None if rate is None else _rate(scene.number(rate))
        content = Fraction(
            left.value,
            shifted(right.value, right.unit, left.unit) if left.unit else right.value,
            right.unit or left.unit,
            stated,
            left.qualifier,
            right.qualifier,
        )
        numbers = (position,) if rate is None else (position, rate)
        scene.claim(content, *numbers, sure=not why, why=why, tight=True)


def _beside(scene: Scene, position: int, left: Number, right: Number) -> None:
    scene.claim(SideBySide(count_of(left), count_of(right)), position)


def _rate(number: Number) -> Rate:
    return Rate(number.value, number.qualifier)


def _rate_of(scene: Scene, position: int) -> int | None:
    """Return where the rate of a fraction stands."""
    match = _AFTER_FRACTION.match(scene.symbols, position + 1)
    if match and match.start("rate") not in scene.taken:
        return match.start("rate")
    low = max(0, position - 10)
    match = _BEFORE_FRACTION.search(scene.symbols, low, position)
    return match.start("rate") if match and match.start("rate") not in scene.taken else None


def _doubt(scene: Scene, position: int, left: Number, right: Number, rate: int | None) -> str:
    """Return why a fraction and the rate beside it may not belong together."""
    if rate is None:
        return ""
    symbols = scene.symbols
    if symbols[position] == "z":
        return "spoken"
    if _VOTES.search(_around(scene, position, rate)):
        return "" if _no_assembly(left, right, scene.number(rate)) else "votes"
    if rate > position:
        match = _AFTER_FRACTION.match(symbols, position + 1)
        if match is None or match["mark"] == ",":
            return "other"
        if match["mark"][0] not in ",(C" and (match["gap"] or scene.number(rate).qualifier):
            # "5/9 huyện đạt trên 90%": each of the five may reach it.
            return "other"
        if _own_base(scene, rate, right):
            return "base"
    return ""


_VOTES = re.compile(
    r"phiếu|đại biểu|tán thành|biểu quyết|tín nhiệm|nghị sĩ|bỏ thăm|bầu |nhấn nút|bấm nút|thành viên",
    re.IGNORECASE,
)


def _around(scene: Scene, position: int, rate: int) -> str:
    """Return the words around a fraction and its rate, within the sentence."""
    symbols, places, text = scene.symbols, scene.line.places, scene.line.text
    first = max(symbols.rfind("!", 0, position) + 1, position - 16)
    last = symbols.find("!", max(position, rate))
    last = min(last if last >= 0 else len(symbols), max(position, rate) + 10)
    return text[places[first] : places[last] if last < len(places) else len(text)]


def _no_assembly(part: Number, present: Number, rate: Number) -> bool:
    """Whether no number of members can make a rate true.

    Assemblies state the rate of all members beside the fraction of those present. They are no
    fewer than the present, and a sitting needs two thirds of them (Luật Tổ chức chính quyền địa
    phương 2015, Điều 80; Luật Tổ chức Quốc hội 2014, Điều 90), so half is beyond doubt too few.
    """
    if not rate.value or rate.qualifier or part.qualifier:
        return False
    off = Decimal(1).scaleb(rate.value.as_tuple().exponent)  # type: ignore[arg-type]
    least = part.value * 100 / (rate.value + off)
    most = part.value * 100 / (rate.value - off) if rate.value > off else None
    return (most is not None and most < present.value) or least > 2 * present.value


def _own_base(scene: Scene, rate: int, whole: Number) -> bool:
    """Whether a rate names a base of its own: ``chiếm 84% tổng số đại biểu``."""
    after = scene.symbols[rate + 1 : rate + 12]
    if re.match(r"[.&]{0,2}(?:W|v)", after):
        return True
    if re.match(r"[.]{0,1}T", after):
        return False
    words = _words_after(scene, rate)
    return bool(words) and not _shares_words(words, whole, scene)


def _words_after(scene: Scene, position: int) -> list[str]:
    """Return the words that go on after a number up to the next mark."""
    number = scene.number(position)
    rest = re.split(r"[^\w\s]|\d", scene.line.text[number.end : number.end + 40], maxsplit=1)[0]
    return rest.lower().split()


def _shares_words(words: list[str], whole: Number, scene: Scene) -> bool:
    text = scene.line.text[max(0, whole.first - 36) : whole.last + 60].lower()
    named = set(re.split(r"[^\w]+", text))
    return any(len(word) > 1 and word in named for word in words[:4])


def _both_named(scene: Scene, match: re.Match[str]) -> None:
    """Claim ``250 tỷ đồng, bằng 25% doanh thu (1.000 tỷ đồng)``."""
    part, rate = match.start("part"), match.start("rate")
    groups = match.re.groupindex
    whole = next(
        match.start(name) for name in ("whole", "b", "c") if name in groups and match[name]
    )
    first, second = alike(scene.number(part), scene.number(whole))
    if rate in scene.taken or is_time(first) or not same_base(first.unit, second.unit):
        return
    value = shifted(second.value, second.unit, first.unit)
    stated = _rate(scene.number(rate))
    content = Fraction(first.value, value, first.unit, stated, first.qualifier, second.qualifier)
    scene.claim(content, part, rate, whole, takes=(rate,))


# -- a part in one place, its whole in another --------------------------------------------------


def _part(scene: Scene, wholes: _Wholes, position: int, rate: int, *, behind: bool = False) -> None:
    """Claim a part with the whole that the words before it name."""
    if wholes.named(position) and not behind:
        # "80 vụ trong tổng số 100 vụ (đạt 80%)": the whole stands between the part and its rate.
        earlier = wholes.part_before(position)
        if earlier is None:
            return
        _of_whole(scene, earlier, rate, position)
        return
    if (later := wholes.behind(rate)) is not None and not behind:
        _of_whole(scene, position, rate, later)
        return
    part = _counted_part(scene, position)
    found = wholes.called(position, rate) or wholes.of(position, min(position, rate))
    fitting = wholes.fitting(position, rate, part)
    if found is None or fitting is not None and not _fits(part, scene.number(found[0]), scene.number(rate)):
        if fitting is None:
            return
        found = fitting, False, "whole"
    whole, sure, why = found
    if not part.unit and not wholes.tied(whole, position):
        return
    first, second = alike(part, scene.number(whole))
    if not same_base(first.unit, second.unit) and not _both_counted(first, second):
        return
    tied = wholes.tied(whole, position) or sure and not why
    if not same_base(first.unit, second.unit) and not tied:
        sure, why = False, why or "whole"
    if sure and not behind and _other_base(scene, rate, scene.number(whole)):
        sure, why = False, "base"
    value = second.value
    if same_base(first.unit, second.unit):
        value = shifted(second.value, second.unit, first.unit)
    stated = _rate(scene.number(rate))
    content = Fraction(
        first.value, value, first.unit, stated, first.qualifier, second.qualifier
    )
    scene.claim(content, position, rate, takes=(rate,), sure=sure, why=why, also=(whole,))


def _other_base(scene: Scene, rate: int, whole: Number) -> bool:
    """Whether the words after a rate name a base that the whole is not."""
    after = scene.symbols[rate + 1 : rate + 9]
    if re.match(r"[.&a]{0,2}[Tv]|[.]{0,2}T", after):
        return True
    if not re.match(r"[.&a]{0,2}[W.]", after):
        return False
    words = [word for word in _words_after(scene, rate)[:6] if word not in _BASE_WORDS]
    if not words or words[0] in WHEN:
        return False
    text = scene.line.text[max(0, whole.first - 40) : whole.last + 60].lower()
    return not set(words[:4]) <= set(re.split(r"[^\w]+", text))


_BASE_WORDS = frozenset("tổng số trên của so với trong là và".split())


_SAID = re.compile(
    r"số (?:lượng )?([^\W\d]+(?: [^\W\d]+)?)[^,.;:0-9()]{0,50}(?:là|đạt|còn|có|:)\s*$", re.IGNORECASE
)


def _counted_part(scene: Scene, position: int) -> Number:
    """Return a number; one without a unit counts what is named before: ``số thí sinh … là 815``."""
    part = scene.number(position)
    if part.unit:
        return part
    named = _SAID.search(scene.line.text[max(0, part.start - 80) : part.start])
    return part._replace(unit=named[1].lower()) if named else part


def _fits(part: Number, whole: Number, rate: Number) -> bool:
    """Whether a rate is what a part of a whole gives, rounded or cut."""
    first, second = alike(part, whole)
    size = second.value.scaleb(scale_of(second.unit))
    if not size:
        return False
    given = first.value.scaleb(scale_of(first.unit)) / size * 100
    unit = Decimal(1).scaleb(min(0, int(rate.value.as_tuple().exponent)))
    return rate.value - unit / 2 <= given < rate.value + unit


def _of_whole(
    scene: Scene, position: int, rate: int, whole: int, *, sure: bool = True
) -> None:
    """Claim a part before its whole: ``79 nữ trong tổng số 203 người, chiếm 38,9%``."""
    first, second = alike(scene.number(position), scene.number(whole))
    value = second.value
    if same_base(first.unit, second.unit):
        value = shifted(second.value, second.unit, first.unit)
    elif not _both_counted(first, second):
        return
    why = "base" if whole < rate and _other_base(scene, rate, scene.number(whole)) else ""
    stated = _rate(scene.number(rate))
    content = Fraction(first.value, value, first.unit, stated, first.qualifier, second.qualifier)
    scene.claim(
        content, position, whole, rate, takes=(rate,), sure=sure and not why, why=why or "whole"
    )


def _both_counted(one: Number, other: Number) -> bool:
    return counted(one.unit) and counted(other.unit) and scale_of(one.unit) == scale_of(other.unit)


class _Wholes:
    """The numbers of a line that others can be parts of."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.symbols = scene.symbols
        self.counts = [
            i
            for i, symbol in enumerate(self.symbols)
            if symbol == "N" and not is_time(scene.number(i))
        ]

    def of(self, position: int, before: int) -> tuple[int, bool, str] | None:
        """Return the whole of a part, and whether the words tie them together."""
        part = self.scene.number(position)
        start = max(self.symbols.rfind(mark, 0, before) for mark in "!¶") + 1
        candidates = [i for i in self.counts if max(start, before - 90) <= i < before and i != position]
        named = [i for i in candidates if self.named(i)]
        for whole in reversed(named):
            if self._clear(whole, before):
                return whole, True, ""
        for whole in reversed(candidates):
            if self._leads(whole, before) and self._clear(whole, before):
                return whole, True, ""
        alike_ = [i for i in candidates if self._same(i, part)]
        if len(alike_) == 1:
            sure = self._verbs(alike_[0], position, before)
            return alike_[0], sure, "" if sure else "whole"
        if not alike_ and (distant := self._distant(position, start)) is not None:
            return distant, False, "distant"
        larger = [i for i in alike_ if self.scene.number(i).value >= part.value]
        if larger:
            return larger[-1], False, "whole"
        return None

    def _distant(self, position: int, start: int) -> int | None:
        """Return what happened in an earlier sentence, for a part that says what was done."""
        if "s" not in self.symbols[max(0, position - 6) : position]:
            return None
        for _ in range(2):
            if start < 2 or self.symbols[start - 1] != "!":
                return None
            end, start = start - 1, self.symbols.rfind("!", 0, start - 1) + 1
            start = max(start, self.symbols.rfind("¶", 0, end) + 1)
            for i in reversed(self.counts):
                led = "e" in self.symbols[max(start, i - 4) : i]
                if start <= i < end and led and self._same(i, self.scene.number(position)):
                    return i
        return None

    def called(self, position: int, rate: int) -> tuple[int, bool, str] | None:
        """Return the whole that the words after a rate call by name."""
        after = self.symbols[rate + 1 : rate + 6]
        if not re.match(r"[.&]{0,2}W", after):
            return None
        words = [word for word in _words_after(self.scene, rate) if word not in _BASE_WORDS]
        start = self.symbols.rfind("!", 0, position) + 1
        near = [i for i in self.counts if max(start, position - 60) <= i < position]
        fitting = [
            i
            for i in near
            if len(self._shared(words, i)) > 1
            and self.scene.number(i).unit.split(" ")[0] in words[:5]
        ]
        return (fitting[0], True, "") if words and len(fitting) == 1 else None

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

    def part_before(self, whole: int) -> int | None:
        """Return the number that directly stands before a whole that is named so."""
        start = max(self.symbols.rfind(mark, 0, whole) for mark in "!¶;") + 1
        near = [i for i in self.counts if max(start, whole - 26) <= i < whole]
        if not near or self.scene.number(near[-1]).value > self.scene.number(whole).value:
            return None
        between = self.symbols[near[-1] + 1 : whole]
        return near[-1] if re.fullmatch(r"[^NPFSRQOUDHhIG()!]*", between) else None

    def fitting(self, position: int, rate: int, part: Number) -> int | None:
        """Return the one number before a part that its rate fits, whatever their words."""
        stated = self.scene.number(rate)
        if not int(stated.value.as_tuple().exponent) and stated.value < _ROUGH:
            return None
        start = max(self.symbols.rfind(mark, 0, position) for mark in "!¶") + 1
        found = [
            i
            for i in self.counts
            if max(start, position - 90) <= i < position
            and self.scene.number(i).value > part.value
            and counted(self.scene.number(i).unit) == counted(part.unit)
            and _fits(part, self.scene.number(i), stated)
        ]
        return found[-1] if found else None

    def tied(self, whole: int, part: int) -> bool:
        """Whether words say that one number is of another, whatever their units."""
        return self.named(whole) or self._leads(whole, part)

    def named(self, i: int) -> bool:
        """Whether a number is called the whole: ``trong tổng số 200 cơ sở``."""
        if re.search(r"W[.er&a]{0,8}$", self.symbols[max(0, i - 10) : i]):
            return True
        number = self.scene.number(i)
        before = self.scene.line.text[max(0, number.start - 8) : number.start].lower().rstrip()
        return before.endswith("trong") and bool(number.unit) and counted(number.unit)

    def _leads(self, whole: int, part: int) -> bool:
        """Whether ``trong đó`` follows a number, and nothing else but its parts."""
        between = self.symbols[whole + 1 : part]
        return bool(re.match(r"(?:[^NPFSRQOUDHh;!¶]|[UDHh][a]{0,3}P){0,26}?I", between))

    def _clear(self, whole: int, part: int) -> bool:
        """Whether no other matter begins between a whole and a part."""
        return ";" not in self.symbols[whole + 1 : part] or self.named(whole)

    def _same(self, i: int, part: Number) -> bool:
        unit = self.scene.number(i).unit
        return bool(unit and part.unit) and same_base(unit, part.unit)

    def _verbs(self, whole: int, part: int, rate: int) -> bool:
        """Whether one number happened or was looked at, and the other is what came of it."""
        numbers = self.scene.number(whole), self.scene.number(part)
        before = self.symbols[max(0, whole - 6) : whole]
        between = self.symbols[whole + 1 : part]
        led = self.symbols[part + 1 : rate + 1]
        plan = "A" in led and "r" not in led and "s" not in between
        fits = numbers[0].value > numbers[1].value and counted(numbers[0].unit)
        return fits and "e" in before and bool(set(between) & set("es")) and not plan


def find_bare_rates(scene: Scene) -> None:
    """Claim the percentages that nothing else of the line speaks of."""
    used = {position for claim in scene.claims for position in claim.numbers}
    for position, symbol in enumerate(scene.symbols):
        if symbol != "P" or position in scene.taken or position in used:
            continue
        number = scene.number(position)
        share = re.search(r"C[ra]{0,3}$", scene.symbols[max(0, position - 4) : position])
        rate = _rate(number)
        content = Share(rate.percent, rate.qualifier) if share else rate
        scene.claim(content, position)



"""Rates of a part of a whole: in brackets behind the part, after ``chiếm``, further off."""

from __future__ import annotations

import re

from briefing.figures.doubts import Doubt
from briefing.figures.statements import Fraction, Share
from briefing.figures.text.claim import Scene, alike
from briefing.figures.text.fractions import LED, find_fractions, voted
from briefing.figures.text.line import Number
from briefing.figures.text.named_bases import LED_BY_CHANGE, find_named_bases
from briefing.figures.text.share_lists import find_share_lists
from briefing.figures.text.units import counted, same_base, shifted
from briefing.figures.text.wholes import Wholes, both_counted, fits, fits_in, other_base, rate_of
from briefing.patterns import Pattern

_BRACKET = re.compile(rf"(?P<gap>[^NPFSRQOUDH:;!¶(),]{{0,14}})\([.]{{0,3}}(?:{LED})?(?P<rate>P)")
_FOLLOWS = re.compile(
    r"(?P<gap>[^NPFSRQOUD;!¶]{0,20}?)(?:(?:,|-)?[.&]{0,2}(?:C[ra]{0,3}|[AE][ra]{1,3}|E)"
    r"|[,\-]r)(?P<rate>P)"
)
_RATE_OF = Pattern(
    r"tỷ lệ (?:điều tra,? )?(khám phá|làm rõ|giải quyết|xử lý|phá|bắt)[^,;.0-9]{0,24}$",
    re.IGNORECASE,
)
_REACHED = re.compile(r"(?P<gap>[^NPFSRQOUDHh;!¶]{0,12}?),[.&]{0,2}[AE](?P<rate>P)")
_BARE = re.compile(r"[.]{0,6},(?P<rate>P)")
"""A rate that only a comma parts from what ``chiếm`` leads: ``Kinh chiếm 163 hộ, 26,63%``."""

_EQUALS = re.compile(r"(?P<rate>P)[.]{0,3},?E[a]?(?P<part>N)")
_BEHIND = re.compile(
    r"C[ra]{0,3}(?P<rate>P)[^NPFSRQOUDHh;!¶,]{0,6}\([^()NPF!]{0,3}(?P<part>N)[.]{0,3}\)"
)
_SAID = Pattern(
    r"số (?:lượng )?([^\W\d]+(?: [^\W\d]+)?)[^,.;:0-9()]{0,50}(?:là|đạt|còn|có|:)\s*$",
    re.IGNORECASE,
)


def find_rates(scene: Scene) -> None:
    """Claim every percentage that is a part of a whole, with both where the words name them."""
    if "F" in scene.symbols or "z" in scene.symbols or "S" in scene.symbols:
        find_fractions(scene)
    if "P" not in scene.symbols or "N" not in scene.symbols:
        return
    wholes = Wholes(scene)
    find_named_bases(scene)
    find_share_lists(scene, wholes)
    for match in _EQUALS.finditer(scene.symbols):
        taken = {match.start("rate"), match.start("part")} & scene.taken
        if not taken and not _multiplies(scene, match.start("rate")):
            _part(scene, wholes, match.start("part"), match.start("rate"), behind=True)
    for match in _BEHIND.finditer(scene.symbols):
        _part(scene, wholes, match.start("part"), match.start("rate"), behind=True)
    _rates_behind(scene, wholes)
    for match in _CARRIED_OVER.finditer(scene.symbols):
        _carried_over(scene, wholes, match)
    _called_rates(scene, wholes)
    _anywhere(scene, wholes)


def _rates_behind(scene: Scene, wholes: Wholes) -> None:
    """Claim the rates behind parts; once more where one of them shows what whole they are of."""
    for position in wholes.counts:
        _rate_behind(scene, wholes, position)
    if wholes.proved:
        for position in wholes.counts:
            _rate_behind(scene, wholes, position)


_TIMES_SIGN = Pattern(r"[×*·xX]\s*$")


def _multiplies(scene: Scene, rate: int) -> bool:
    """Whether a rate is a factor of what it equals: ``(17 - 10) triệu đồng × 10% = 0,7 triệu``."""
    first = scene.number(rate).start
    return bool(_TIMES_SIGN.search(scene.line.text, max(0, first - 3), first))


def _rate_behind(scene: Scene, wholes: Wholes, position: int) -> None:
    for pattern in (_BRACKET, _FOLLOWS, _REACHED):
        match = pattern.match(scene.symbols, position + 1)
        if match is not None and match.start("rate") not in scene.taken:
            rate = match.start("rate")
            _part(scene, wholes, _solved(scene, position, rate), rate)
            return
    led = re.search(r"C[:ra]{0,3}$", scene.symbols[max(0, position - 4) : position])
    match = _BARE.match(scene.symbols, position + 1)
    if led and match is not None and match.start("rate") not in scene.taken:
        _part(scene, wholes, position, match.start("rate"))


_CARRIED_OVER = re.compile(r"[;][.]?C[ra]{0,3}(?P<rate>P)[.&]{0,2}W")


def _carried_over(scene: Scene, wholes: Wholes, match: re.Match[str]) -> None:
    """Claim ``là 579 việc, tăng 7 việc (1,2%); chiếm 79,6% trong tổng số``: the subject goes on."""
    rate, symbols = match.start("rate"), scene.symbols
    start = max(scene.since(match.start(), 40), *(symbols.rfind(m, 0, match.start()) for m in "I:"))
    near = [
        i
        for i in wholes.between(start, match.start())
        if not LED_BY_CHANGE.search(symbols, max(0, i - 5), i)
    ]
    if rate not in scene.taken and len(near) == 1:
        _part(scene, wholes, near[0], rate)


_CASES = Pattern(r"s[.a&]{0,2}(?P<cases>N)[^NPFSRQOUDHh;!¶()]{0,12},[s&.]{0,2}$")


def _solved(scene: Scene, position: int, rate: int) -> int:
    """Return the cases where what was solved is told in cases and persons.

    ``xảy ra 95 vụ, làm rõ 83 vụ, 120 đối tượng (đạt 87,4%)``: the rate is one of cases.
    """
    match = _CASES.search(scene.symbols, max(0, position - 24), position)
    if match is None or "A" not in scene.symbols[position:rate]:
        return position
    cases, persons = scene.number(match.start("cases")), scene.number(position)
    other = cases.unit and persons.unit and not same_base(cases.unit, persons.unit)
    return match.start("cases") if other and both_counted(cases, persons) else position


def _anywhere(scene: Scene, wholes: Wholes) -> None:
    """Claim a rate for two numbers further off that it fits; nothing is held against it."""
    for match in re.finditer(r"[CAEr(][ra]{0,3}(?P<rate>P)", scene.symbols):
        rate = match.start("rate")
        if rate in scene.taken or not int(scene.number(rate).value.as_tuple().exponent):
            continue
        near = wholes.between(scene.since(rate, 40, "!¶;"), rate)
        for part in reversed(near):
            whole = wholes.fitting(part, rate, scene.number(part))
            if whole is not None and scene.number(part).unit:
                _of_whole(scene, part, rate, whole, sure=False)
                break
        else:
            _called_of_two(scene, rate, near)


def _called_of_two(scene: Scene, rate: int, near: list[int]) -> None:
    """Claim ``có 94.344 sản phẩm, giao dịch 34.085 sản phẩm, tỷ lệ hấp thụ đạt 36,1%``."""
    if len(near) != len(("whole", "part")):
        return
    whole, part = (scene.number(i) for i in near)
    led = scene.symbols[near[1] + 1 : rate]
    named = "r" in led and "P" not in led and whole.unit == part.unit != ""
    if named and counted(whole.unit) and part.value <= whole.value:
        _of_whole(scene, near[1], rate, near[0], sure=False)


def _called_rates(scene: Scene, wholes: Wholes) -> None:
    """Claim ``xảy ra 95 vụ; khám phá 83 vụ; …; tỷ lệ khám phá đạt 87,4%``."""
    text = scene.line.text
    for rate, symbol in enumerate(scene.symbols):
        if symbol != "P" or rate in scene.taken:
            continue
        number = scene.number(rate)
        named = _RATE_OF.search(text[max(0, number.start - 60) : number.start])
        if named is None or "," in scene.symbols[rate - 1 : rate]:
            continue
        near = wholes.between(scene.since(rate, 60, "!"), rate)
        done = [i for i in near if _led_by(scene, i, named[1].lower())]
        happened = [
            i for i in near if _led_by(scene, i, "xảy ra") or _led_by(scene, i, "tiếp nhận")
        ]
        if len(done) == 1 and len(happened) == 1 and done != happened:
            first, second = scene.number(done[0]), scene.number(happened[0])
            if same_base(first.unit, second.unit):
                _of_whole(scene, done[0], rate, happened[0])


def _led_by(scene: Scene, position: int, words: str) -> bool:
    number = scene.number(position)
    before = scene.line.text[max(0, number.start - 24) : number.start].lower()
    return bool(re.search(rf"{words}(?: được| án| xong)?\s*$", before))


def _named_whole(scene: Scene, wholes: Wholes, position: int, rate: int) -> bool:
    """Claim a rate behind its whole, or with it; say whether nothing more is to be claimed."""
    if wholes.named(position):
        # "80 vụ trong tổng số 100 vụ (đạt 80%)": the whole stands between the part and its rate.
        earlier = wholes.part_before(position)
        if earlier is not None:
            _of_whole(scene, earlier, rate, position)
        if earlier is not None or scene.symbols[rate - 1] != "C":
            return True
    if (later := wholes.behind(rate)) is not None:
        _of_whole(scene, position, rate, later)
        return True
    return False


def _doubt(scene: Scene, position: int, rate: int, whole: int, why: str) -> str:
    """Return why a rate may be of something else than the numbers beside it."""
    if why in (Doubt.DISTANT, Doubt.VOTES):
        return ""
    beside = "" if why else _beside_another(scene, position, rate, whole)
    return _misfit(scene, position, rate, whole) or beside


def _part(scene: Scene, wholes: Wholes, position: int, rate: int, *, behind: bool = False) -> None:
    """Claim a part with the whole that the words before it name."""
    if not behind and _named_whole(scene, wholes, position, rate):
        return
    part = counted_part(scene, position)
    found = _whole_of(scene, wholes, position, rate, part)
    if found is None:
        return
    whole, sure, why = found
    if not part.unit and not wholes.tied(whole, position):
        return
    first, second = alike(part, scene.number(whole))
    if not same_base(first.unit, second.unit) and not both_counted(first, second):
        return
    tied = wholes.tied(whole, position) or (sure and not why)
    if not same_base(first.unit, second.unit) and not tied:
        sure, why = False, why or Doubt.WHOLE
    if not why and voted(scene, min(position, whole), rate, first, second, surely=True):
        sure, why = False, Doubt.VOTES
    if _is_share(scene, wholes, whole, position) and not fits(first, second, scene.number(rate)):
        return  # "sang Pháp là 75,3 tỷ euro (10,3%), sang Mỹ là 64,8 tỷ euro (8,8%)"
    if not behind and (doubt := _doubt(scene, position, rate, whole, why)):
        sure, why = False, doubt
    value = second.value
    if same_base(first.unit, second.unit):
        value = shifted(second.value, second.unit, first.unit)
    wholes.note(whole, first, scene.number(rate))
    stated = rate_of(scene.number(rate), first.value, value)
    content = Fraction(first.value, value, first.unit, stated, first.qualifier, second.qualifier)
    scene.claim(content, position, rate, takes=(rate,), sure=sure, why=why, also=(whole,))


_HAS_SHARE = Pattern(r"[^NPFSRQO;!¶()]{0,16},?C[^NPFSRQO;!¶()]{0,8}P")


_OWN_SHARE = Pattern(
    r"[^NPFSRQOUDHh;!¶()]{0,8},?[^NPFSRQOUDHh;!¶]{0,3}C[^NPFSRQO;!¶()]{0,4}P|[.]{0,6}\([.C]?[Cra.]{0,3}P"
)


def _is_share(scene: Scene, wholes: Wholes, whole: int, part: int) -> bool:
    """Whether a whole is itself called a share, as its part is: both are then of a third number."""
    return not wholes.tied(whole, part) and bool(_OWN_SHARE.match(scene.symbols, whole + 1))


def _beside_another(scene: Scene, position: int, rate: int, whole: int) -> str:
    """Return why a rate may be of another whole, or of something else altogether.

    ``8.711 doanh nghiệp, chiếm 13%; trong đó 4.014 doanh nghiệp, chiếm 6%`` are of one whole that
    goes unnamed; ``51,6 triệu đồng phụ cấp ưu đãi (70%)`` says how high the allowance is, and
    ``0,2%/năm`` is no share.
    """
    if _HAS_SHARE.match(scene.symbols, whole + 1):
        return Doubt.WHOLE
    number = scene.number(rate)
    if scene.line.text[number.end : number.end + 3].lstrip().startswith("/"):
        return Doubt.OTHER
    part, gap = scene.number(position), scene.symbols[position + 1 : rate]
    named = bool(re.fullmatch(r"[.]{2,}\(", gap))
    return Doubt.BASE if named and not counted(part.unit) and part.unit else ""


def _misfit(scene: Scene, position: int, rate: int, whole: int) -> str:
    """Return why a rate may be of another whole, or of another part than the number before it."""
    if LED_BY_CHANGE.search(scene.symbols, max(0, position - 5), position):
        return Doubt.OTHER  # "tăng 137 hộ so với đầu năm, chiếm tỷ lệ 0,04%"
    if scene.led_by(position, "thay vì", "thay cho") or scene.led_by(whole, "thay vì", "thay cho"):
        return Doubt.OTHER
    return Doubt.BASE if other_base(scene, rate, scene.number(whole)) else ""


def _whole_of(
    scene: Scene, wholes: Wholes, position: int, rate: int, part: Number
) -> tuple[int, bool, str] | None:
    """Return the whole that the words name; another one that fits is as likely meant."""
    found = wholes.called(position, rate) or wholes.of(position, min(position, rate))
    fitting = wholes.fitting(position, rate, part)
    less = found is None or not fits_in(part, scene.number(found[0]))
    if fitting is None and less and (proved := wholes.proved_for(position, part)) is not None:
        return proved, False, Doubt.WHOLE
    if fitting is None or (
        found is not None and fits(part, scene.number(found[0]), scene.number(rate))
    ):
        return found
    return fitting, False, Doubt.WHOLE


def counted_part(scene: Scene, position: int) -> Number:
    """Return a number; one without a unit counts what is named before: ``số thí sinh … là 815``."""
    part = scene.number(position)
    if part.unit:
        return part
    named = _SAID.search(scene.line.text[max(0, part.start - 80) : part.start])
    return part._replace(unit=named[1].lower()) if named else part


def _of_whole(scene: Scene, position: int, rate: int, whole: int, *, sure: bool = True) -> None:
    """Claim a part before its whole: ``79 nữ trong tổng số 203 người, chiếm 38,9%``."""
    first, second = alike(scene.number(position), scene.number(whole))
    value = second.value
    if same_base(first.unit, second.unit):
        value = shifted(second.value, second.unit, first.unit)
    elif not both_counted(first, second) or _begins_another(scene, position, rate):
        return
    why = Doubt.BASE if whole < rate and other_base(scene, rate, scene.number(whole)) else ""
    if voted(scene, position, rate, first, second, surely=True):
        why = Doubt.VOTES
    stated = rate_of(scene.number(rate), first.value, value)
    content = Fraction(first.value, value, first.unit, stated, first.qualifier, second.qualifier)
    scene.claim(
        content,
        position,
        whole,
        rate,
        takes=(rate,),
        sure=sure and not why,
        why=why or Doubt.WHOLE,
        adjacent=bool(re.fullmatch(r"[.]{0,2}W[r]?", scene.symbols[position + 1 : whole])),
    )


def _begins_another(scene: Scene, position: int, rate: int) -> bool:
    """Whether a subject of its own stands between a number and a rate behind it.

    ``Tại 15 tỉnh thành, số bài bị loại chiếm khoảng 1% trong tổng số 80.000 bài``
    """
    led = scene.symbols[position + 1 : rate].rpartition(",")[2]
    return position < rate and "," in scene.symbols[position:rate] and len(led.strip("CAEra&")) > 1


def find_bare_rates(scene: Scene) -> None:
    """Claim the percentages that nothing else of the line speaks of."""
    if "P" not in scene.symbols:
        return
    used = {position for claim in scene.claims for position in claim.numbers}
    for position, symbol in enumerate(scene.symbols):
        if symbol != "P" or position in scene.taken or position in used:
            continue
        number = scene.number(position)
        share = re.search(r"C[ra]{0,3}$", scene.symbols[max(0, position - 4) : position])
        rate = rate_of(number)
        content = Share(rate.percent, rate.qualifier) if share else rate
        scene.claim(content, position)

"""Fractions with a slash, and the rates beside them."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.figures.doubts import Doubt
from briefing.figures.statements import Fraction, SideBySide
from briefing.figures.text.claim import Scene, count_of
from briefing.figures.text.line import Number
from briefing.figures.text.named_bases import LED_BY_CHANGE
from briefing.figures.text.units import counted, shifted
from briefing.figures.text.wholes import base_words, rate_of
from briefing.patterns import Pattern

LED = r"[sa&]{0,3}[CAEr][CAErsa&]{0,4}"
_AFTER_FRACTION = re.compile(
    rf"(?P<gap>[^NPFSRQOUD;!¶()]{{0,40}}?)(?P<mark>,[.]?{LED}|\([.a]{{0,2}}(?:{LED})?|{LED}|,)"
    r"(?P<rate>P)"
)
_FAR_AFTER = Pattern(
    r"(?:[^NPFSRQOUDHhIB;!¶()]{0,60}\([.a]{0,2}(?:[CA][ra]{0,3}|r[ra]{0,2})"
    r"|[^NPFSRQOUDHhIB;!¶()]{0,16}\([^()FP!¶]{1,30}\),[.]?(?:[AC][ra]{0,2}|r)"
    r"|[^NPFSRQOUDHhIB;!¶(),]{0,12},[^NPFSRQOUDHhIB;!¶()]{0,16}N[^NPFSRQOUDHhIB;!¶()]{0,16},[.]?A?r)"
    r"(?P<rate>P)"
)
"""A rate further off that is called one: ``154/159 xã, phường đạt chuẩn (tỷ lệ 96,9%)`` and
``khám phá 35/37 vụ, làm rõ 67 đối tượng, đạt tỷ lệ 94,6%``."""

_BEFORE_FRACTION = Pattern(
    r"(?P<rate>P)(?:[^NPFSRQOUDHh;!¶(),]{0,12}(?:,[.]{1,4}){0,2}\([^NPF()!]{0,3}|[.]{0,4},?E[a.]{0,2})$"
)
_SITTING = (
    r"tán thành|biểu quyết|nhấn nút|bấm nút|"
    r"(?:đại biểu|thành viên)(?=[^.;]{0,60}(?:nhất trí|đồng ý|thông qua|có mặt))|"
    r"(?:nhất trí|đồng ý|thông qua|có mặt)(?=[^.;]{0,60}(?:đại biểu|thành viên))"
)
_CAST = Pattern(_SITTING, re.IGNORECASE)
_VOTES = Pattern(rf"phiếu|tín nhiệm|nghị sĩ|bỏ thăm|bầu |{_SITTING}", re.IGNORECASE)


def find_fractions(scene: Scene) -> None:
    """Claim fractions, with the rate beside them if any, and counts of two units."""
    for position, symbol in enumerate(scene.symbols):
        if symbol not in "FzS" or position in scene.taken:
            continue
        left, right = scene.line.numbers[position]
        if symbol == "S":
            _beside(scene, position, left, right)
            continue
        rate = _stated_beside(scene, position)
        why = _doubt(scene, position, left, right, rate)
        whole = shifted(right.value, right.unit, left.unit) if left.unit else right.value
        stated = None if rate is None else rate_of(scene.number(rate), left.value, whole)
        content = Fraction(
            left.value,
            whole,
            left.unit or right.unit,
            stated,
            left.qualifier,
            right.qualifier,
        )
        numbers = (position,) if rate is None else (position, rate)
        plan = _OF_PLAN.match(scene.symbols, position + 1)
        beside = rate is not None and (
            _BESIDE.fullmatch(_between(scene, position, rate)) or _of_plan(scene, position, rate)
        )
        scene.claim(content, *numbers, sure=not why, why=why, tight=not plan, adjacent=bool(beside))


_BESIDE = Pattern(r"[.]{0,6}(?:\([.a]{0,2})?[,CAEras&]{0,6}")
"""What stands between a fraction and its rate where nothing else does."""


def _between(scene: Scene, one: int, other: int) -> str:
    first, last = sorted((one, other))
    return scene.symbols[first + 1 : last]


_OF_PLAN = re.compile(r"[^NPFSRQOUD;!¶()]{4,40}?,[.]?[AE][ra]{0,3}P[.]?T")
"""A rate of a plan, which may be another number than the whole that words part from it:
``2.945/3.500 thí sinh đã làm thủ tục nhập học, đạt 72% chỉ tiêu``."""


def _beside(scene: Scene, position: int, left: Number, right: Number) -> None:
    scene.claim(SideBySide(count_of(left), count_of(right)), position)


def _stated_beside(scene: Scene, position: int) -> int | None:
    """Return where the rate of a fraction stands."""
    match = _AFTER_FRACTION.match(scene.symbols, position + 1)
    if match and match.start("rate") not in scene.taken:
        return match.start("rate")
    match = _FAR_AFTER.match(scene.symbols, position + 1)
    if match and match.start("rate") not in scene.taken:
        return match.start("rate")
    low = max(0, position - 26)
    match = _BEFORE_FRACTION.search(scene.symbols, low, position)
    return match.start("rate") if match and match.start("rate") not in scene.taken else None


def _doubt(scene: Scene, position: int, left: Number, right: Number, rate: int | None) -> str:
    """Return why a fraction and the rate beside it may not belong together."""
    if rate is None:
        return ""
    symbols = scene.symbols
    if symbols[position] == "z":
        return Doubt.SPOKEN
    if voted(scene, position, rate, left, right):
        return Doubt.VOTES
    if left.unit and not right.unit and _GOES_ON.match(scene.line.text, right.last):
        return Doubt.OTHER  # "12 đoàn/75 được mời, đạt 95%" may count two things
    if _named(scene, left, right) or _round_the_clock(left, right):
        return Doubt.OTHER
    if rate < position:
        # "tổn thương 6% (sẹo ngang 1/3 giữa mặt ngoài)"
        apart = "." in symbols[rate + 1 : position]
        return Doubt.OTHER if apart and not _explains(scene, position, rate) else ""
    return _doubt_behind(scene, position, right, rate)


def _explains(scene: Scene, position: int, rate: int) -> bool:
    """Whether a fraction alone in brackets tells of what the words behind a rate speak of.

    ``đạt 85% số thôn (34/40 thôn)`` and ``giải ngân 40% kế hoạch vốn (120 tỷ đồng/300 tỷ đồng)``,
    but not ``đạt 85% diện tích (34/50 xã)``.
    """
    left, right = scene.line.numbers[position]
    gap = scene.symbols[rate + 1 : position]
    closed = scene.symbols[position + 1 : position + 2] == ")"
    unit = right.unit or left.unit
    if not (closed and gap.endswith("(") and unit) or LED_BY_CHANGE.search(
        scene.symbols, max(0, rate - 5), rate
    ):
        return False
    words = scene.line.text[scene.number(rate).end : left.start].lower()
    if not counted(unit):
        return bool(_PLANNED.search(words))
    return bool(re.search(rf"số {re.escape(unit.split()[0])}\b", words))


def _of_plan(scene: Scene, position: int, rate: int) -> bool:
    """Whether a fraction of money or measures in brackets tells of the plan behind a rate."""
    left, right = scene.line.numbers[position]
    plan = rate < position and not counted(right.unit or left.unit)
    return plan and _explains(scene, position, rate)


_PLANNED = Pattern(r"kế hoạch|dự toán|dự kiến|chỉ tiêu|tổng vốn|vốn được giao")
"""Words for money and measures that were to be reached."""

_GOES_ON = Pattern(r"\s?[^\W\d_]")
"""A word right behind the digits of a number that no unit was read for."""


def _roughly(left: Number, right: Number, rate: Number) -> bool:
    """Whether a fraction says about what its rate says: ``1/4 bỏ phiếu cho ông (25,5%)``."""
    if not left.value < right.value <= _SPOKEN or left.value != 1:
        return False
    return abs(rate.value - left.value / right.value * 100) <= _NEAR


_SPOKEN = 10
_NEAR = 3
"""Percentage points by which a spoken fraction and the rate that it stands for differ."""


def _doubt_behind(scene: Scene, position: int, right: Number, rate: int) -> str:
    """Return why a rate behind a fraction may be of something else."""
    match = _AFTER_FRACTION.match(scene.symbols, position + 1)
    if match is None or match["mark"] == "," or "," in match["gap"]:
        return Doubt.OTHER
    left = scene.line.numbers[position][0]
    said = match["gap"] or "A" not in match["mark"]
    if said and _roughly(left, right, scene.number(rate)):
        return Doubt.SPOKEN
    if match["gap"] and scene.number(rate).qualifier and match["mark"][0] == "(":
        return Doubt.OTHER  # "49/63 địa phương đạt tiến độ (trên 24%)"
    if "." in match["mark"] and "A" in match["mark"] and scene.number(rate).qualifier:
        return Doubt.OTHER  # "7/12 tỉnh, thành phố đạt trên 90%"
    if match["mark"][0] not in ",(C" and (match["gap"] or scene.number(rate).qualifier):
        # "5/9 huyện đạt trên 90%": each of the five may reach it.
        return Doubt.OTHER
    if match["mark"][0] not in ",(" and len(match["gap"]) > _LONG:
        return Doubt.OTHER  # "Công ty 1/5 muốn mua dự án do bên kia chiếm 50,5% vốn"
    if _own_base(scene, rate, right):
        return Doubt.BASE
    return ""


_LONG = 6
"""The most words between a fraction and its rate where no mark parts them."""


def voted(
    scene: Scene, position: int, rate: int, part: Number, whole: Number, *, surely: bool = False
) -> bool:
    """Say whether a rate is one of votes, and so may be of all members and not of those present.

    ``surely`` asks for words of the vote itself; members and ballots alone are no vote.
    """
    if not (_CAST if surely else _VOTES).search(_around(scene, position, rate)):
        return False
    return not _no_assembly(part, whole, scene.number(rate))


def _round_the_clock(left: Number, right: Number) -> bool:
    """Whether a fraction is a name of all day: ``dịch vụ chuyển tiền nhanh 24/7``."""
    return left.value == _HOURS and right.value in (7, _HOURS)


_HOURS = 24


def _named(scene: Scene, left: Number, right: Number) -> bool:
    """Whether a name of something has a slash: ``Mega 6/45 mang lại 92% doanh thu``."""
    before = scene.line.text[max(0, left.start - 16) : left.start].split()
    return bool(before) and not (left.unit or right.unit) and before[-1].istitle()


def _around(scene: Scene, position: int, rate: int) -> str:
    """Return the words around a fraction and its rate, within the sentence."""
    places, text = scene.line.places, scene.line.text
    first, last = scene.since(position, 16, "!"), scene.until(max(position, rate), 10)
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
    words = base_words(scene, rate)
    if words[:1] == ["nq"] or words[:2] == ["nghị", "quyết"]:
        return False  # "1.763 tỷ đồng/1.922 tỷ đồng, đạt 91,73% NQ"
    return bool(words) and not _shares_words(words, whole, scene.number(rate), scene)


_PLACED = Pattern(r".*(?:[\d%]|\b(?:tại|ở|trong|thuộc|trên)\b)", re.IGNORECASE | re.DOTALL)
"""What parts a fraction from what was said before it: ``chiếm 60% dân số tại 25/162 xã``."""


def _shares_words(words: list[str], whole: Number, rate: Number, scene: Scene) -> bool:
    """Whether words behind a rate name what a fraction counts, and not only words before it do."""
    text, until = scene.line.text, min(whole.last + 60, max(whole.last, rate.start))
    start = max(0, scene.line.text.rfind("/", 0, whole.first) - 36)
    before = text[start : max(start, text.rfind("/", 0, whole.first))].rstrip("0123456789., ")
    text = f"{_PLACED.sub('', before)} {text[whole.first : until]}".lower()
    named = set(re.split(r"[^\w]+", text))
    return any(len(word) > 1 and word in named for word in words[:4])

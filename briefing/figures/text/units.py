"""What a number counts: the words after it, and the scale that they set."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from briefing.figures.text.wordlists import phrases_of, words_of

SCALES = {
    "nghìn": 3,
    "ngàn": 3,
    "triệu": 6,
    "tỷ": 9,
    "tỉ": 9,
}
"""The words that multiply, each with its power of ten; ``nghìn tỷ`` is both."""

_MEASURES = """
    hecta kg gam gram g tấn tạ yến lạng lít ml km m m2 m² m3 m³ ha mm cm km2 km² đồng usd vnd euro
    eur đô đôla đô-la giờ phút độ mw kwh điểm % ‰ oz ounce lượng chỉ yên bảng cc mét ki-lô-mét
"""
MEASURES = frozenset(_MEASURES.split()) | frozenset(SCALES)
"""Units that are measured and may carry decimals."""

ATTACHED = MEASURES | {"đ", "tr", "trđ", "k"}
"""Units that are written without a blank: ``61,475kg``, ``1.800.000đ``."""

PHRASES = tuple(
    sorted(
        phrases_of(
            """người chết|người bị thương|người tử vong|người|lượt người|lượt phương tiện
            |lượt cán bộ|lượt tổ|lượt|vụ việc|vụ cháy|vụ|đối tượng|bị can
            |bị cáo|bị hại|bị đơn|bị án|cuộc|đợt cao điểm|đợt
            |buổi|lần|chuyên án|mô hình|điểm mô hình|hộ gia đình|hộ|xã|phường|thôn|trường hợp
            |tin báo|tin|nguồn tin|tập thể|cá nhân|khẩu súng|viên đạn|viên|bánh heroin|bánh|đồng
            |kg|gam|gram|tấn|lít|ha|km|m3|m³|m2|m²|công dân|thanh niên|đồng chí|đ/c|lực lượng
            |loại mô hình|tổ bảo vệ|nhóm giải pháp|nhóm nhiệm vụ|cơ quan|doanh nghiệp
            |điểm phần trăm|điểm %|tiêu chí|tổ chức|phương tiện|suất quà|nhà|học sinh|thí sinh
            |hồ sơ|cơ sở|dự án|đô la|triệu lượt"""
        ),
        key=len,
        reverse=True,
    )
)
"""Names of units that are one word each to the reader, the longest first."""

_BY_FIRST: dict[str, tuple[str, ...]] = {}
for _phrase in PHRASES:
    _first = _phrase.split()[0]
    _BY_FIRST[_first] = (*_BY_FIRST.get(_first, ()), _phrase)

_STOP_WORDS = """
    và với trong đạt là làm được đã có của cho tại trên ở từ đến so qua do thuộc bằng hoặc như
    chiếm tăng giảm gồm còn bị để theo khi mà nhưng vượt nên phải về đăng tham tụ sống mở nhằm
    giao nộp xây tương đương tỷ tỉ lên xuống thì này kia đó nay trước sau vào ra cùng dưới hơn gần
    khoảng gấp mỗi bình trung không chưa chỉ sẽ đang vẫn cũng các những tức hay nữa
    trở bao riêng số tổng mới ước xấp thêm lại đến tới nhưng song trừ mang đi vi
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Words at which the name of a unit ends."""

PERSONS = frozenset(("đối tượng", "bị can", "bị cáo", "người"))
"""What persons are called at each stage of a case."""

_TIMES = words_of("năm tháng ngày quý tuần giờ phút")

_ANY = frozenset({"chiếc", "cái"})
"""Words that count whatever was named before."""

_SCALED = re.compile(
    r"\s?(?:(nghìn|ngàn|triệu)\s+)?(nghìn|ngàn|triệu|tỷ|tỉ)(?![^\W_])", re.IGNORECASE
)
_NAMED = re.compile(
    r"\s?(Bằng khen|Giấy khen|Huân chương|Huy chương|Kỷ niệm chương|Cờ thi đua|[A-ZĐ]{2,6}\b)"
)
_WORDS = re.compile(r"\s?([^\W\d_][^\W_]*(?:[ \u00a0][^\W\d_]+){0,3})")
_PER = re.compile(
    r"\s?/\s?(?![^\W\d_]+\s?\d)(?=[^\W\d_])([^\W\d_][^\W_]*(?:[ \u00a0](?:năm|tháng|ngày|kg))?)"
)


def unit_after(text: str, position: int) -> tuple[str, int]:
    """Return the unit that a text goes on with and where it ends; ``""`` when none follows.

    Scale words belong to it (``tỷ đồng``), and what it is for each of (``đồng/kg``).
    """
    scale, end = "", position
    if scaled := _SCALED.match(text, position):
        scale, end = scaled[0].strip().lower(), scaled.end()
    unit, after = _name(text, end)
    if unit and scale.endswith(("tỷ", "tỉ")) and not _known(unit):
        # "10.000 tỷ dự án chống ngập": what comes in milliards is money, named or not.
        unit = ""
    if unit and (not scale or text[end : end + 1].isspace()):
        end = after
    else:
        unit = ""
    if per := _PER.match(text, end):
        unit, end = f"{unit}/{per[1]}", per.end()
    return (f"{scale} {unit}".strip() if scale else unit), end


def _name(text: str, position: int) -> tuple[str, int]:
    if text[position : position + 2] == " (" or text[position : position + 1] in ",.;:)(":
        return "", position
    if named := _NAMED.match(text, position):
        return named[1], named.end()
    match = _WORDS.match(text, position)
    if match is None:
        return "", position
    words = match[1]
    # What counts things begins small; a capital begins a sentence or a name.
    if words[0].isupper():
        return "", position
    lowered = words.lower()
    first = lowered.split(None, 1)[0]
    for phrase in _BY_FIRST.get(first, ()):
        if lowered.startswith(phrase) and not lowered[len(phrase) : len(phrase) + 1].isalnum():
            return phrase, match.start(1) + len(phrase)
    if text.startswith("điểm %", match.start(1)):
        return "điểm %", match.start(1) + 6
    return _open_unit(words, match.start(1))


def _open_unit(words: str, start: int) -> tuple[str, int]:
    """Return the first words after a number as its unit, which no list knows, and its end."""
    kept: list[str] = []
    for word in words.split()[:2]:
        small = word.lower()
        stops = small in STOP_WORDS and (kept or not _counts_things(words.lower().split()))
        if stops or (kept and (word[0].isupper() or {small, kept[0]} & _TIMES)):
            break
        kept.append(word)
    if not kept:
        return "", start
    last = words.find(kept[-1], len(" ".join(kept[:-1])))
    return " ".join(kept), start + last + len(kept[-1])


_PACKED = {"bao": words_of("gồm giờ nhiêu vây quanh"), "bình": words_of("quân thường ổn")}
"""Stop words that count things before other words than these: ``50 bao thuốc``."""


def _counts_things(words: list[str]) -> bool:
    return len(words) > 1 and words[0] in _PACKED and words[1] not in _PACKED[words[0]]


def _known(unit: str) -> bool:
    return unit in PHRASES or unit.lower().split(" ")[0] in MEASURES or unit[0].isupper()


def scale_of(unit: str) -> int:
    """Return the power of ten that the scale words of a unit multiply by."""
    power = 0
    for word in unit.lower().split():
        if word not in SCALES:
            break
        power += SCALES[word]
    return power


def counted(unit: str) -> bool:
    """Say whether a unit counts things, which cannot be divided."""
    words = base_of(unit).split("/")[0].split(" ") if unit else [""]
    if words[0] in MEASURES:
        return _names_things(words)
    return bool(words[0])


_MEASURED_WITH = {
    "chỉ": words_of("vàng"),
    "điểm": words_of("% phần cơ"),
    "bảng": words_of("anh"),
    "lượng": words_of("vàng"),
}
"""Measures that are none before other words than these: ``15 chỉ tiêu``, ``3 điểm cầu``."""

_FELLOWS = words_of("chí bào nghiệp phạm đội hương vị")
"""The words that make persons of ``đồng``."""


def _names_things(words: list[str]) -> bool:
    """Whether a unit begins like a measure and counts things all the same."""
    if len(words) < 2:
        return False
    if words[0] == "đồng":
        return words[1] in _FELLOWS
    return words[0] in _MEASURED_WITH and words[1] not in _MEASURED_WITH[words[0]]


def same_base(one: str, other: str) -> bool:
    """Say whether two units can be the same but for their scale; an unnamed one can be any."""
    first, second = base_of(one), base_of(other)
    if not first or not second:
        return True
    (head, _, each), (its, _, every) = first.partition("/"), second.partition("/")
    if each and every and _each(each) != _each(every):
        return False
    if head in _ANY or its in _ANY:
        return True
    return head == its or _head(head) == _head(its)


_SHORT_FORMS = {"cp": "cổ", "tb": "thuê", "hs": "học", "hsg": "học", "sv": "sinh", "ng": "người"}
"""The first words of what things are called that are written short: ``đồng/CP``."""


def _each(unit: str) -> str:
    first = unit.split(" ")[0]
    return _SHORT_FORMS.get(first, first)


def _head(unit: str) -> str:
    """Return the word that says what a unit is: ``đồng chí`` are no ``đồng``."""
    words = unit.split(" ")
    return " ".join(words[:2]) if words[0] == "đồng" and _names_things(words) else words[0]


# A text has few units, and every pair of its numbers is held together by them.
@lru_cache(maxsize=1024)
def base_of(unit: str) -> str:
    """Return a unit without its scale words."""
    words = unit.lower().split(" ")
    while words and words[0] in SCALES:
        words.pop(0)
    return " ".join(_ALIASES.get(word, word) for word in words)


_ALIASES = {"hecta": "ha", "héc-ta": "ha", "hécta": "ha", "vnđ": "đồng", "vnd": "đồng", "đ": "đồng"}


def shifted(value: Decimal, unit: str, to: str) -> Decimal:
    """Return a value in the scale of another unit, all its digits kept."""
    return value.scaleb(scale_of(unit) - scale_of(to))

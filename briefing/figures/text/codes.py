"""Digits that state no quantity: codes, dates with points, numbers that are part of a name."""

from __future__ import annotations

from briefing.figures.text.digits import Digits
from briefing.figures.text.line import Number
from briefing.figures.text.surroundings import COMPOUNDS, NAMES, is_year
from briefing.figures.text.tokens import Tokens
from briefing.figures.text.units import ATTACHED, counted
from briefing.figures.text.wordlists import words_of

_PERIODS = words_of("đầu cuối trong cùng giữa định")
"""Before ``kỳ`` these make it a time and no name."""

_TIMES = words_of("năm tháng quý tuần ngày")
_DAYS = 31
"""No day, week, month or quarter has a number above this; what has is counted within it."""

_QUARTERS = words_of("i ii iii iv")

_NUMBER_OF = words_of("trong tổng con là trên thiểu đa dân")
"""Before ``số`` these make no number of a document of it: ``dân tộc thiểu số 2.046 đồng chí``."""

_GIVES = words_of("cung trợ phân trang xuất tái đã được")
"""Before ``cấp`` these make it a verb and no rank: ``cung cấp 8 thủ tục``."""


def is_dotted_date(tokens: Tokens, i: int) -> bool:
    """Say whether points alone part the digits of a token: ``12.05.2023``."""
    return tokens.words[i].count(".") > 1 and "," not in tokens.words[i]


def is_code(tokens: Tokens, i: int) -> bool:
    """Say whether letters or marks joined to the digits make a code of them: F88, C-130, 1A."""
    following = tokens.at(i + 1)
    if tokens.adjacent(i + 1) and following[0].isalpha():
        return following not in ATTACHED
    if tokens.at(i - 1) == "-" and i > 1:
        before = tokens.text[tokens.starts[i - 2] : tokens.ends[i - 2]]
        if sum(letter.isupper() for letter in before) > 1 and following != "%":
            return True  # "COVID - 19", "HV -01"
    if tokens.adjacent(i) and tokens.at(i - 1) in "-/" and tokens.adjacent(i - 1):
        before = tokens.at(i - 2)
        return before[:1].isalpha() and (tokens.at(i - 1) == "-" or before.isascii())
    return False


def names_something(tokens: Tokens, i: int, digits: Digits, number: Number) -> bool:
    """Say whether a number is part of a name: phường 4, “2 liên”, khóa 11."""
    before = tokens.at(i - 1)
    if before == "cấp" and tokens.at(i - 2) in _GIVES:
        return False
    if before in '“"‘' and before:
        return True
    if not digits.whole or len(tokens.words[i]) > 4:
        return before in ("số", "điện thoại") and tokens.at(i - 2) not in _NUMBER_OF
    if number.unit and not counted(number.unit) and number.unit != "điểm":
        return False
    if before in "-." and before:
        before = tokens.at(i - 2)
    label = not number.unit and _labels(tokens, i)
    if label or (number.unit and _within_a_time(tokens, i, before, number)):
        return label
    if len(before) == 1 and before.isalpha() and tokens.as_written(i - 1).isupper():
        return True  # "gói thầu J 1, J 2 và J 3"
    if before == "số":
        return tokens.at(i - 2) not in _NUMBER_OF
    place = number.unit and _proper(tokens, i - 1) and _proper(tokens, i - 2)
    alone = before == "hoạch" and tokens.at(i - 3) == "(" and tokens.at(i + 1) == ")"
    if place or alone:
        return False  # "sân bay Nội Bài 79 vụ", "kết nạp 45 đảng viên (kế hoạch 50)"
    both = f"{tokens.at(i - 2)} {before}"
    return both in NAMES or (before in NAMES and both not in COMPOUNDS)


def _labels(tokens: Tokens, i: int) -> bool:
    """Whether a number only says of what kind the next one is: ``đối tượng 2: 14 người``."""
    led = tokens.at(i - 1)
    return (
        len(tokens.words[i]) <= 2
        and tokens.at(i + 1) == ":"
        and tokens.digit(i + 2)
        and (led.isalpha())
    )


def _within_a_time(tokens: Tokens, i: int, before: str, number: Number) -> bool:
    """Whether a number counts what was in some time: ``tồn đầu kỳ 40 đơn``, ``cả năm 523 vụ``."""
    named = tokens.at(i - 2)
    if before == "kỳ":
        return named in _PERIODS
    if before in _QUARTERS:
        return named == "quý"
    return before in _TIMES and number.value > _DAYS and not is_year(tokens.words[i])


def _proper(tokens: Tokens, i: int) -> bool:
    """Whether a word is written with a capital."""
    return i >= 0 and tokens.text[tokens.starts[i]].isupper()

"""Where a line of Vietnamese must not break, as a careful typist has it.

A number keeps its unit and the word before it that names or qualifies it; a day, a month, a year,
a span of years, a short form and its brackets, an abbreviation and its name stay whole. No law
says so; it is the usage of printed official texts.
"""

from __future__ import annotations

import re

GLUE = "\u00a0"
"""The blank that no line breaks at."""

STIFF_HYPHEN = "\u2011"
"""The hyphen that no line breaks after, for writers to put in their own form."""

_BLANKS = (" ", GLUE)

# Where numbers stand is asked of a text in which every digit is 0: one sign is found many times as
# fast as any of ten.
_NUMBER = re.compile(r"0[0.,/:]*%?")
_OTHER_DIGITS = "123456789"
_YEAR = re.compile("(?:19|20)[0-9][0-9]")
_SHORT_FORM = re.compile(r"[A-ZĐ][A-ZĐÂĂÊÔƠƯ0-9&-]+\)")
_DATE = re.compile(rf"ngày[ {GLUE}]+(?:\d+[ {GLUE}]+)?tháng[ {GLUE}]+(?:\d+[ {GLUE}]+)?năm\b")
_ROMAN_DIGITS = "IVX"
_ROMAN = re.compile(rf"[{_ROMAN_DIGITS}]+\b")
_BEFORE_ROMAN = ("Phụ lục", "Phần", "Chương", "Mục", "Quý", "quý", "Khóa", "khóa", "thứ")
_WORD = re.compile(r"[^\W\d_]+")

# A number after one of these is a name or a date, so no unit follows it.
_NAMED = frozenset(
    {
        *("số", "thứ", "ngày", "tháng", "năm", "quý", "kỳ", "khóa", "điều", "khoản", "điểm", "mục"),
        *("chương", "phần", "bảng", "biểu", "mẫu", "tổ", "khu", "quận", "phường", "đội", "khóm"),
    }
)
_NAMED_AT_LENGTH = (
    *("Đề án", "Chỉ thị", "Nghị quyết", "Nghị định", "Quyết định", "Kế hoạch", "Chương trình"),
    *("Chỉ đạo", "Hướng dẫn", "Kết luận", "Thông tư", "Thông báo", "Quy định", "Phụ lục"),
    *("Công văn", "Công điện", "Dự án", "Quốc lộ", "Tỉnh lộ", "Tổ dân phố"),
)
_QUALIFYING = frozenset({"gần", "hơn", "trên", "dưới", "khoảng", "chừng", "ngót", "quá", "đủ"})
# What follows a number without being counted by it.
_NO_UNITS = frozenset(
    {
        *("và", "hoặc", "hay", "đến", "tới", "từ", "của", "cho", "với", "tại", "trên", "trong"),
        *("là", "thì", "mà", "nhưng", "để", "do", "theo", "về", "so", "bằng", "như", "cùng"),
        *("tăng", "giảm", "đạt", "chiếm", "gồm", "được", "bị", "có", "không", "chưa", "đã"),
        *("sẽ", "đang", "nay", "này", "đó", "trở", "khi", "qua", "vào", "ở", "còn", "nên"),
    }
)
_SCALES = frozenset({"nghìn", "ngàn", "triệu", "tỷ", "tỉ"})

_ENDS_OF_NAMES = frozenset(name.rpartition(" ")[2] for name in _NAMED_AT_LENGTH)
_LONGEST = max(map(len, _NAMED | _QUALIFYING | _ENDS_OF_NAMES))
"""The most letters of a word that a number is held to."""


def bound(text: str) -> str:
    """Return text as long as before, with the blanks and hyphens that no line breaks at.

    Lines below each other are bound each for itself, many at once faster than one by one.
    """
    # Most cells of a table are one number or one word.
    if " " not in text and "-" not in text:
        return text
    places: list[int] = []
    _hold_numbers(text, places)
    if "-" in text:
        _hold_hyphens(text, places)
    # One sign is found several times as fast as two.
    if "(" in text:
        places += [at for at in _found(" (", text) if _SHORT_FORM.match(text, at + 2)]
    if "P" in text:
        places += [at + 3 for at in _found("TP. ", text)]
    for first in _ROMAN_DIGITS:
        if first in text:
            found = [at for at in _found(f" {first}", text) if _ROMAN.match(text, at + 1)]
            places += [at for at in found if text.endswith(_BEFORE_ROMAN, 0, at)]
    if not places:
        return text
    pieces: list[str] = []
    start = 0
    for place in sorted(set(places)):
        pieces += (text[start:place], STIFF_HYPHEN if text[place] == "-" else GLUE)
        start = place + 1
    return "".join([*pieces, text[start:]])


def bound_title(text: str) -> str:
    """Return a title or heading bound, its last two words too: none ends in a lone word.

    A whole date stands on one line: where no line is stretched it leaves no gap in another.
    """
    whole = _DATE.sub(lambda match: match[0].replace(" ", GLUE), bound(text))
    start, blank, last = whole.rpartition(" ")
    return f"{start}{GLUE if ' ' in start else blank}{last}"


def _found(sign: str, text: str) -> list[int]:
    """Return every place of a sign."""
    places, at = [], text.find(sign)
    while at >= 0:
        places.append(at)
        at = text.find(sign, at + 1)
    return places


def _hold_numbers(text: str, places: list[int]) -> None:
    """Add the blanks beside numbers that hold them to their neighbours."""
    alike = text
    for digit in _OTHER_DIGITS:
        alike = alike.replace(digit, "0")
    for match in _NUMBER.finditer(alike):
        start, end = match.span()
        named = start > 0 and text[start - 1] in _BLANKS and _hold_before(text, start, places)
        # A stop or comma after a number ends the phrase that it stands in.
        if text[end : end + 1] != " " or text[end - 1] in ".,:":
            continue
        if text.startswith((" - ", " – "), end) and text[end + 3 : end + 4].isdigit():
            places += (end, end + 2)
        elif text.startswith(" %", end):
            places.append(end)
        elif not named and not (end - start == 4 and _YEAR.match(text, start, end)):
            _hold_unit(text, end, places)


def _hold_before(text: str, start: int, places: list[int]) -> bool:
    """Add the blank before a number that holds it to a word; say whether that names it."""
    blank = start - 1
    # With one letter more than any word that is asked for, no end of a longer one is taken for it.
    first = blank - _LONGEST - 1
    word = text[first if first > 0 else 0 : blank].rpartition(" ")[2]
    if GLUE in word or "\n" in word:
        word = word.replace("\n", GLUE).rpartition(GLUE)[2]
    lower = word.lower()
    named = lower in _NAMED or (
        word in _ENDS_OF_NAMES and text.endswith(_NAMED_AT_LENGTH, 0, blank)
    )
    if named or lower in _QUALIFYING:
        places.append(blank)
    if lower == "số":
        above = blank - len(word) - 1
        if above > 0 and text[above] != "\n" and text.endswith(_NAMED_AT_LENGTH, 0, above):
            places.append(text.rfind(" ", 0, above))
    return named


def _hold_unit(text: str, end: int, places: list[int]) -> None:
    """Add the blank between a number and what it counts; ``tỷ đồng`` are one unit."""
    unit = _WORD.match(text, end + 1)
    if unit and unit[0] not in _NO_UNITS:
        places.append(end)
        after = unit.end()
        if unit[0] in _SCALES and text[after : after + 1] == " " and _WORD.match(text, after + 1):
            places.append(after)


def _hold_hyphens(text: str, places: list[int]) -> None:
    """Add the blank before a hyphen, and those within ``QP-AN``, ``COVID-19`` and ``05-CT/TW``."""
    for at in _found("-", text):
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if before == after == " " and at > 1 and text[at - 2] != "\n":
            places.append(at - 1)
        elif (before.isalnum() and after.isdigit()) or (
            (before.isupper() or before.isdigit()) and after.isupper()
        ):
            places.append(at)

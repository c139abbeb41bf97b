"""The words of one cell of a head: which time, plan or result, comparison, unit they name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from briefing.reading.cells import words
from briefing.reading.head_spans import MonthSpan, span_of
from briefing.tables.amounts import is_unit
from briefing.tables.asked import WHOLE

_ALIKE = (("tỉ lệ", "tỷ lệ"), ("tỉ trọng", "tỷ trọng"), ("luỹ", "lũy"), ("sáu tháng", "6 tháng"))
_GIVERS = r"(?:trung ương|tw|tỉnh|thành phố|huyện|xã|cấp trên|trên|(?:hđnd|ubnd)(?: tỉnh| xã)?)"
_TOKENS: tuple[tuple[str, str], ...] = (
    ("same", r"cùng kỳ(?: năm trước| năm ngoái)?|ck"),
    ("own", r"năm nay|(?:năm|kỳ) báo cáo|kỳ này|trong kỳ"),
    ("before", r"(?:năm|kỳ) trước|năm ngoái"),
    ("next", r"năm (?:sau|tới)|kỳ (?:sau|tới)"),
    ("whole", r"(?:cả|toàn) năm"),
    ("part", r"\d{1,2} tháng(?: (?:đầu|cuối)(?: năm\b(?! ?\d{4}))?)?|quý (?:iv|i{1,3}|[1-4])"),
    ("month", r"tháng \d{1,2}(?!\d)"),
    ("year", r"(?:năm )?(?:19|20|21)\d\d(?!\d)(?! ?[-–] ?\d)"),
    ("estimate", r"ước(?: tính)?"),
    ("plan", r"kế hoạch(?: năm)?|kh|dự toán|dt|nghị quyết|nq|mục tiêu|dự kiến|phấn đấu"),
    ("plan", rf"chỉ tiêu(?: {_GIVERS})?(?: (?:được )?giao)?|(?:{_GIVERS} )?(?:được )?giao"),
    ("result", r"(?:số |đã |kết quả )?(?:thực hiện|th|đạt)(?: được)?|kết quả(?: đạt được)?|kq"),
    ("result", r"lũy kế(?: từ đầu năm)?|số liệu|giá trị|quyết toán|thực tế"),
    ("", r"chính thức|sơ bộ|trong năm|năm|số|của"),
)
_COMPARING = re.compile(
    r"%|\bso\b|\bsánh\b|\btỷ lệ\b|\btốc độ\b|\btỷ trọng\b|\bcơ cấu\b|\btăng\b|\bgiảm\b"
    r"|\bchênh lệch\b|\bchỉ số phát triển\b|\bhoàn thành\b|\+/-|±|\bth ?/ ?kh\b"
)
_OF_COMPARISONS = (
    r"so|với|sánh|%|tỷ lệ|tỷ trọng|tốc độ|tăng trưởng|tăng|giảm|chênh lệch|mức|hoàn thành|hoặc|và"
    r"|phần trăm|±|đạt|cơ cấu|số lượng|tuyệt đối|tương đối"
)
_PLANNING = re.compile(r"\bkế hoạch\b|\bkh\b|\bdự toán\b|\bdự kiến\b|\bphấn đấu\b|\bnghị quyết\b")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_OF_COLUMNS = re.compile(r"[\d\sa-z=/*x×:+\-–.%]{0,16}")
"""What brackets hold that say how columns are worked out: (3)=(2)/(1), (1), (A)."""
_UNIT_SAID = re.compile(r"(?:đvt|đơn vị tính|đơn vị)\s*:\s*(.+)")
_BETWEEN = re.compile(r"[\s,./–\-:;+&=*]+")


@dataclass(slots=True)
class CellWords:
    """What a cell of a head says. ``known`` is false where some of its words are not understood."""

    text: str
    names: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    spans: set[MonthSpan] = field(default_factory=set)
    unit: str = ""
    compares: bool = False
    known: bool = True

    @property
    def may_be_group(self) -> bool:
        """Whether strange words may be what is counted, as "Số vụ"; no day, no part of a year."""
        return not self.names - {"result"} and not re.search(r"\d", self.text)


def words_of_cell(text: str) -> CellWords:
    """Return what the words of a cell of a head say."""
    said = words(text)
    for written, usual in _ALIKE:
        said = said.replace(written, usual)
    found = CellWords(text)
    for inside in _BRACKETS.findall(said):
        _bracket(inside.strip(), found)
    plain = " ".join(_BRACKETS.sub(" ", said).split())
    unit = _UNIT_SAID.fullmatch(plain)
    if unit or (plain and is_unit(plain)):
        found.unit = unit[1] if unit else plain
        found.compares = "%" in plain
        return found
    _plain(plain, found)
    if {"plan", "result"} <= found.names and "/" in plain:
        found.compares = True
    if not found.known:
        # "Giao thông" gives nothing; "kế hoạch" beside other words still plans.
        found.names.discard("plan")
        found.names |= {"plan"} if _PLANNING.search(plain) else set()
    return found


def _bracket(inside: str, found: CellWords) -> None:
    if "%" in inside or "+" in inside or _COMPARING.search(inside):
        found.compares = True
    elif not inside or (_OF_COLUMNS.fullmatch(inside) and not is_unit(inside)):
        # A year in brackets is a year, though it has digits only.
        if re.fullmatch(r"(?:19|20)\d\d", inside):
            found.years.add(int(inside))
    elif unit := _UNIT_SAID.fullmatch(inside):
        found.unit = unit[1]
    elif is_unit(inside):
        found.unit = inside
    else:
        _plain(inside, found)


def _plain(text: str, found: CellWords) -> None:
    """Take the words of a text one after the other, as far as they are known."""
    found.compares = found.compares or bool(_COMPARING.search(text))
    at = 0
    while at < len(text):
        if between := _BETWEEN.match(text, at):
            at = between.end()
            continue
        match = _token(compares=found.compares).match(text, at)
        if match is None:
            found.known = False
            return
        _taken(str(match.lastgroup), match[0], found)
        at = match.end()


@cache
def _token(*, compares: bool) -> re.Pattern[str]:
    """Return one known word or phrase; each group is called by its kind and a number."""
    tokens = [*_TOKENS, *([("", _OF_COMPARISONS)] if compares else [])]
    each = (f"(?P<{kind}_{at}>{words})" for at, (kind, words) in enumerate(tokens))
    return re.compile(rf"(?:{'|'.join(each)})(?!\w)")


def _taken(group: str, text: str, found: CellWords) -> None:
    kind = group.rpartition("_")[0]
    if kind == "year":
        found.years.add(int(text[-4:]))
    elif kind == "whole":
        found.spans.add(WHOLE)
    elif kind == "month":
        found.spans.add(MonthSpan(int(text.split()[-1]), 1))
    elif kind == "part":
        span = span_of(text)
        found.spans |= {span} if span else set()
    elif kind:
        found.names.add(kind)

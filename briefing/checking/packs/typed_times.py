"""Times and districts that the words of packs name and that are over when a document is issued.

Districts have been no level of local government since 01/7/2025 (Luật Tổ chức chính quyền địa
phương số 72/2025/QH15; Nghị quyết số 203/2025/QH15).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.deadlines import last_days
from briefing.checking.packs.placed import content_of, cut
from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.printed.outermost_keys import keys_ahead, outermost_of
from briefing.checking.printed.whole import PrintedPart
from briefing.checking.printed.whose_words import FIRST_AND_LAST, is_said
from briefing.checking.register import over_documents
from briefing.checking.units import DISTRICTS, units_in
from briefing.findings import Finding, LooksAt, Severity, rule
from briefing.kinds import TWO_LEVELS_FROM
from briefing.patterns import Pattern
from briefing.vietnamese import QUARTER, slash_date

DISTRICT = rule(
    "template/former-district",
    Severity.WARNING,
    looks_at=LooksAt.DOCUMENT,
    source="Luật số 72/2025/QH15; Nghị quyết số 203/2025/QH15",
)
GONE_BY = rule(
    "template/deadline-gone-by", Severity.ERROR, Severity.WARNING, looks_at=LooksAt.DOCUMENT
)
PAST_YEAR = rule(
    "template/year-gone-by", Severity.ERROR, Severity.WARNING, looks_at=LooksAt.DOCUMENT
)

_WORDS = ("uyện ", "uận ", "hị xã ")
_BODY = Pattern(r"(?:UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân|Công an|Huyện ủy)\s+$", re.I)
_OF_THE_PAST = Pattern(
    r"nguyên|trước đây|trước khi|sáp nhập|hợp nhất|giải thể|kết thúc|bàn giao|cũ|tiếp nhận|"
    r"số \d|ngày \d|nghị quyết|quyết định",
    re.IGNORECASE,
)
_BY = Pattern(
    r"(?:trước|chậm nhất|muộn nhất|hoàn thành|xong|thời hạn|đến hết|hạn)[^.;:]{0,40}$",
    re.IGNORECASE,
)
_DONE = Pattern(r"(?<!\w)đã (?!hẹn)|kết quả|tính đến|số liệu", re.IGNORECASE)
_TIMES = re.compile(
    r"(?P<by>(?:trong |hết |trước |vào )?)"
    r"(?:ngày \d{1,2}(?:[/.-]| tháng )\d{1,2}(?:[/.-]| năm )\d{4}"
    rf"|tháng \d{{1,2}}(?:/| năm )\d{{4}}|{QUARTER}(?:/| năm )\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_YEAR = Pattern(r"(?<!\w)năm ((?:19|20)\d\d)(?![\d/–-])(?! [–-])", re.IGNORECASE)
_TELLS = Pattern(
    r"(?:^|(?<!\w))(?:kết quả|tình hình|công tác|số liệu|thực hiện|nội dung|danh sách)[^.;:]*$",
    re.IGNORECASE,
)
_ELSE = Pattern(
    r"so với|so sánh|cùng kỳ|trước|giai đoạn|nghị quyết|chỉ thị|luật|nghị định|quyết định|đại hội|"
    r"nhiệm kỳ|đến năm|từ năm|kết luận|thông tư",
    re.IGNORECASE,
)
_PLAN_OF = Pattern(r"kế hoạch (?:công tác )?$", re.IGNORECASE)


@over_documents
def districts_in_templates(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield bodies of districts that templates type into documents on times without them."""
    report = printed.report
    starts = report.period.first_year or report.period.year
    if not report.pack_folders or report.issued_on < TWO_LEVELS_FROM:
        return
    # What was done in the year in which districts ended may well have been theirs.
    if starts <= TWO_LEVELS_FROM.year:
        return
    told: set[str] = set()
    for line in printed.whole.running:
        # Most lines name no body of a district; that is seen without the names of units.
        named = any(word in line.text for word in _WORDS) and not _OF_THE_PAST.search(line.text)
        for unit in units_in(line.text) if named else ():
            typed = not line.said.within(unit.start, unit.end)
            of_body = unit.word in DISTRICTS and _BODY.search(line.text, 0, unit.start)
            if typed and of_body and unit.words not in told:
                told.add(unit.words)
                ended = slash_date(*TWO_LEVELS_FROM.timetuple()[:3])
                values = {"words": unit.words, "ended": ended, "text": cut(line.text)}
                place = printed.place_of(line, unit.words)
                yield DISTRICT.found(place, values=values)


@over_documents
def deadlines_of_templates(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield deadlines that templates type and that lie before the day of issue."""
    report = printed.report
    if not report.pack_folders or report.date is None:
        return
    issued = report.date.earliest()
    for part in printed.whole.main:
        for line in part.lines:
            # Every day, month and quarter has its year in digits.
            if not line.numbered or any(path not in FIRST_AND_LAST for path in line.said_by):
                continue
            for match in _TIMES.finditer(line.text):
                last = max(last_days(match[0]), default=issued)
                by = _BY.search(line.text[: match.end("by")])
                if last >= issued or not by or is_said(report, line, match):
                    continue
                if _DONE.search(line.typed):
                    continue
                severity = Severity.ERROR if _is_ahead(part) else Severity.WARNING
                values = {"words": match[0].strip(), "issued": slash_date(*report.date.parts())}
                values["text"] = cut(line.text)
                place = printed.worded_at(line)
                yield GONE_BY.found(place, values=values, severity=severity)


def _is_ahead(part: PrintedPart) -> bool:
    """Say whether a part tells of what is to be done, and of nothing else."""
    keys = outermost_of(content_of(part.lines))
    return bool(keys) and keys <= keys_ahead()


@over_documents
def years_gone_by_in_templates(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield sentences of templates that lead in what is printed with a year gone by."""
    report = printed.report
    if printed.beneath is None or report.period.type != "year" or report.period.called:
        return
    first = report.period.first_year or report.period.year
    for part in printed.whole.main:
        for line in part.lines if part.level else ():
            for match in _YEAR.finditer(line.text):
                before = line.text[: match.start()]
                if int(match[1]) >= first or line.said.within(match.start(1), match.end(1)):
                    continue
                leads = line.text.rstrip().endswith(":") and _TELLS.search(before)
                if _ELSE.search(before) or not (leads or _PLAN_OF.search(before)):
                    continue
                values = {"found": match[1], "period": report.period.name, "text": cut(line.text)}
                severity = Severity.ERROR if leads else Severity.WARNING
                place = printed.place_of(line)
                yield PAST_YEAR.found(place, values=values, severity=severity)

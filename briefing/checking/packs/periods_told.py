"""The period of a report and the coming one, each in place of the other in what packs word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.packs.placed import content_below, content_of, cut
from briefing.checking.printed.lines import PrintedLine
from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.printed.outermost_keys import keys_ahead, outermost_of, period_of
from briefing.checking.printed.whose_words import is_said, packs_word_a_year
from briefing.checking.register import over_documents
from briefing.findings import Finding, LooksAt, rule
from briefing.patterns import Pattern
from briefing.report import Period

CROSSED = rule("template/crossed-periods", looks_at=LooksAt.DOCUMENT)

_YEAR = re.compile(r"(?<!\w)năm ((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_PAST = re.compile(r"tổng kết|sơ kết|kết quả|tình hình|báo cáo|thông báo", re.IGNORECASE)
_RESULT_OF = re.compile(
    r"(?:kết quả|tình hình)(?: triển khai)?(?: thực hiện)? (?:các |những |một số )?"
    r"(?:chỉ tiêu|nhiệm vụ|kế hoạch|chương trình|mục tiêu|phương hướng)"
    r"(?:(?:,| và) (?:chỉ tiêu|nhiệm vụ|kế hoạch|chương trình|mục tiêu|giải pháp))*",
    re.IGNORECASE,
)
"""What was done of tasks looks back, though tasks look ahead."""

_AHEAD = Pattern(
    r"phương hướng|nhiệm vụ|kế hoạch|chương trình|mục tiêu|chỉ tiêu|giải pháp|trọng tâm|dự kiến|"
    r"dự toán|phấn đấu|triển khai|tới|đến năm|đề xuất|kiến nghị|chuẩn bị|đón|tết|xuân|giai đoạn",
    re.IGNORECASE,
)
_GOES_ON = Pattern(
    r"\s*(?:và|,|;)\s+(?:một số |các |những )?"
    r"(?:phương hướng|nhiệm vụ|mục tiêu|kế hoạch|giải pháp)",
    re.IGNORECASE,
)
_LEFT = Pattern(r"còn lại|đã |những tháng cuối", re.IGNORECASE)
_OPENS = re.compile(r"\s*(?:(?:trong|sang|bước sang) )?năm ((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_ELSE = Pattern(r"dự kiến|sẽ |tiếp tục|còn lại|phát huy|so với|cùng kỳ|từ kết quả", re.IGNORECASE)
_QUOTED = 12
"""How many words before a year are quoted, with it."""


@over_documents
def crossed_in_frame_sentences(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield titles, first and last sentences that put one of two years where the other belongs."""
    if not _looks_both_ways(printed):
        return
    whole = printed.whole
    for line in dict.fromkeys([whole.subject, *whole.opening, *whole.running[-1:]]):
        for match, right in _crossed(printed, line):
            words = " ".join(line.text[: match.end()].split()[-_QUOTED:])
            values = {"words": words, "right": right.name, "found": match[1]}
            yield CROSSED.found(printed.worded_at(line), values=values)
            break


def _looks_both_ways(printed: PrintedFacts) -> bool:
    """Say whether a report of a year tells what was done, and packs may word how."""
    report = printed.report
    this, coming = report.period, report.coming_period
    if not packs_word_a_year(report) or coming.year <= this.year:
        return False
    parts = printed.whole.main
    return any(outermost_of(content_of(part.lines)) - keys_ahead() for part in parts)


def _crossed(printed: PrintedFacts, line: PrintedLine) -> Iterator[tuple[re.Match[str], Period]]:
    """Yield the years of a line that are said of the other period, with the right one."""
    this, coming = printed.report.period, printed.report.coming_period
    said = _without_subject(line)
    before, seen = 0, False
    for match in _YEAR.finditer(line.text):
        words, year = said[before : match.start()], int(match[1])
        before = match.end()
        if is_said(printed.report, line, match, but=("period",)):
            seen = False
            continue
        back = _RESULT_OF.sub("kết quả", words)
        if year == coming.year and _PAST.search(back) and not _AHEAD.search(back):
            yield match, this
        if year == this.year and seen and _GOES_ON.match(words) and not _LEFT.search(words):
            yield match, coming
        seen = seen or year == this.year


def _without_subject(line: PrintedLine) -> str:
    """Return a line with blanks for its subject, whose words say nothing of periods."""
    text = line.text
    for start, end, path in line.facts:
        if path == "subject" or path.startswith(("legal_references", "request")):
            text = text[:start] + " " * (end - start) + text[end:]
    return text


@over_documents
def crossed_in_first_words(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield lines that lead in what was done with the coming year, or what is to do with this."""
    if not _looks_both_ways(printed):
        return
    this, coming = printed.report.period, printed.report.coming_period
    main = printed.whole.main
    for at, part in enumerate(main):
        keys = outermost_of(content_below(main, at)) if part.level else set()
        own = period_of(printed.report, keys)
        other = this if own == coming else coming
        for line in part.lines if own else ():
            first = min((start for path, start in _starts(line)), default=len(line.text))
            words = line.text[:first]
            leads = first < len(line.text) or words.rstrip().endswith(":")
            match = _OPENS.match(words)
            if not leads or match is None or int(match[1]) != other.year or _ELSE.search(words):
                continue
            if len(set(_YEAR.findall(words))) == 1 and own:
                values = {"words": cut(words), "right": own.name, "found": match[1]}
                yield CROSSED.found(printed.worded_at(line), values=values)


def _starts(line: PrintedLine) -> Iterator[tuple[str, int]]:
    content = content_of([line])
    yield from ((path, start) for start, _, path in line.facts if path in content)

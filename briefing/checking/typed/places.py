"""Numbers of sections, annexes and tables that sentences type, against those of the document.

Who types ``mục 9`` of another document says which one; then nothing is known of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.printed.whole import PrintedWhole
from briefing.checking.register import over_documents
from briefing.checking.shared import texts_with
from briefing.figures import references
from briefing.findings import Finding, LooksAt, Severity, dotted, rule
from briefing.patterns import Pattern
from briefing.report import TARGETS_TABLE

NO_SUCH_PLACE = rule(
    "text/no-such-place", Severity.WARNING, Severity.INFO, looks_at=LooksAt.DOCUMENT
)

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_NUMBER = r"(?P<number>[IVXL]+|\d{1,2})"
_SECTION = Pattern(
    r"(?<![Dd]anh )(?<![Hh]ạng )(?<![Cc]huyên )(?<![Đđ]ề )(?<![Tt]iểu )(?<![Kk]hoản )(?<!\w)"
    r"[Mm]ục (?P<number>(?:[IVXL]+|\d{1,2})(?:\.\d{1,2}){0,4})(?![\w/]|[.,]\d)"
)
_ANNEX = Pattern(rf"(?<!\w)[Pp]hụ lục (?:số )?{_NUMBER}(?![\w/]|[.,]\d)")
_TABLE = Pattern(r"(?<!\w)(?:Biểu|biểu số|Bảng)(?: số)? (?P<number>\d{1,3})(?![\w/]|[.,]\d)")
_OF_ANNEX = Pattern(r",? (?:của |tại |trong )?(?:[Pp]hụ lục|[Bb]iểu)")
_OF_OTHERS = Pattern(
    r",? (?:(?:của|do|từ) (?:Bộ|Sở|Cục|Chi cục|Tổng cục|Ban|Chính phủ|Quốc hội|Thanh tra|Kiểm toán)"
    r"|(?:(?:của|tại|trong) )?(?:phiếu|hợp đồng|biên bản|tờ khai|giấy phép|giấy mời)"
    r"|pha)(?!\w)"
)
"""What a number goes on with where it is of somebody else's paper, or counts phases."""

_ANY = re.compile(r"(?:[Mm]ục|[Pp]hụ lục|[Bb]iểu|Bảng)(?: số)* [IVXL\d]")
_WORDS = ("ục", "iểu", "Bảng")
"""Some of which a text has that types such a number."""

_SENTENCE = Pattern(r"[.;\n](?=\s|$)")
_ELSEWHERE = Pattern(
    r"(?<!\w)(?:Luật|Bộ luật|Hiến pháp|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị"
    r"|Kế hoạch|Công văn|Kết luận|Hướng dẫn|Đề án|Chương trình|Thông báo|Điều lệ|Quy chế|Quy định"
    r"|Tờ trình|Văn bản|[Bb]áo cáo (?:số|tuần|tháng|quý|năm)|Chương|Phần|Mẫu"
    r"|[Bb]an hành kèm theo|ban hành theo)(?!\w)"
)
"""Documents, and parts of documents, that have sections, annexes and tables of their own."""


@over_documents
def no_such_places(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield typed numbers of sections, annexes and tables that the document clearly has not."""
    report = printed.report
    annexes = {*report.annexes, *[TARGETS_TABLE] * report.targets_annexed}
    for path, text in texts_with(report, "{", *_WORDS):
        if path[0] in ("figures", "legal_references"):
            continue
        numbered = _ANY.search(text) is not None
        if not numbered and "{" not in text:
            continue
        if dotted(path) not in printed.here:
            continue
        documents = frozenset(report.legal_references)
        quotes = [*_missing(printed.whole, text, documents)] if numbered else []
        if not printed.whole.annexes:
            called = (each for each in references(text) if each.name in annexes)
            quotes += [str(each) for each in called if each.part == ""]
        for quote in quotes:
            origin, values = report.origin(*path), {"quote": quote}
            yield NO_SUCH_PLACE.found(origin, dotted(path), values, printed.severity)


def _missing(whole: PrintedWhole, text: str, documents: frozenset[str]) -> Iterator[str]:
    at = 0
    for end in (*(match.end() for match in _SENTENCE.finditer(text)), len(text)):
        sentence, at = text[at:end], end
        cited = any(reference.name in documents for reference in references(sentence))
        if cited or _ELSEWHERE.search(sentence):
            continue
        for match in _SECTION.finditer(sentence):
            of_annex = _elsewhere(sentence, match.end()) or _OF_ANNEX.match(sentence, match.end())
            if whole.sections and not of_annex and match["number"] not in whole.sections:
                yield match[0]
        for pattern, count in ((_ANNEX, whole.annexes), (_TABLE, whole.tables)):
            for match in pattern.finditer(sentence):
                beyond = count and _value(match["number"]) > count
                if beyond and not _elsewhere(sentence, match.end()):
                    yield match[0]


def _elsewhere(sentence: str, end: int) -> bool:
    return _OF_OTHERS.match(sentence, end) is not None


def _value(number: str) -> int:
    """Return what a number in Arabic or Roman digits is."""
    if number.isdigit():
        return int(number)
    digits = [_ROMAN[letter] for letter in number]
    lower = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-digit if digit < following else digit for digit, following in lower)

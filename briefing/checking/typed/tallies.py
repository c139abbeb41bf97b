"""Scores of the targets that sentences type, against those that the rows of targets give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.checking.register import over_reports
from briefing.checking.shared import book_of, said_in, texts_with
from briefing.checking.typed.other_scope import speaks_of_others
from briefing.figures.filling import Filled
from briefing.figures.tally import Score, scores_of
from briefing.findings import Finding, Severity, dotted, rule
from briefing.patterns import Pattern
from briefing.report import Report

OTHER_TALLY = rule("text/other-tally", Severity.ERROR, Severity.WARNING)

_MISSED = r"(?:chưa|không) (?:đạt|hoàn thành)"
_MET = r"(?:đạt|hoàn thành)(?:,| và|,? hoặc| -|/)? ?(?:hoàn thành )?vượt"
_DONE = rf"(?P<missed>{_MISSED})|(?P<met>{_MET})|(?P<exceeded>vượt)|(?P<done>đạt|hoàn thành)"
_PLAN = r"(?: (?:kế hoạch|mức|là|được|có|gồm|tổng số|với))*:?"
_BEFORE = Pattern(rf"(?:{_DONE}){_PLAN} $", re.IGNORECASE)
_NAMED = (
    "chủ yếu|chính|cơ bản|quan trọng|tổng hợp|phát triển|kinh tế(?: - xã hội)?|xã hội|môi trường|"
    "được giao|đề ra|kế hoạch|nghị quyết|dự toán"
)
_CALLED = rf"(?: (?:{_NAMED}|đã|có|được|ước|đều)| \([^()]*\))*"
_BEHIND = Pattern(rf"{_CALLED} (?:{_DONE})", re.IGNORECASE)
_OWN = Pattern(
    rf" (?:(?:{_NAMED}|năm|này|cả|đã|có|được|ước|đều|chưa|không|đạt|hoàn thành|vượt|trong|so|của|"
    r"theo|trên|và|tăng|giảm|còn|cao|thấp|mà|do|với|bằng|là|gồm|hđnd|hội đồng|ubnd|ủy ban)(?!\w)"
    r"|\W)"
    r"|[^\w\s]|$",
    re.IGNORECASE,
)
"""How a sentence goes on where it speaks of targets as such: not "chỉ tiêu huấn luyện"."""

_FAR = Pattern(
    r"[ (]*(?:mức |ở mức |rất |khá )*(?:trên|dưới|hơn|từ|gần|khoảng|ít nhất|cao|thấp|xa|sớm|trước"
    r"|khá|tốt|trung bình|tối đa|\d+(?:,\d+)?%)",
    re.IGNORECASE,
)
"""Which of the reached targets are counted: those reached by more than 105%, early, by far."""

_BODIES = (
    "Hội (?!đồng)|Đoàn |Công an |Quân |Ban |Bộ |Sở |Cục |Chi cục |Phòng |Trường |Trạm |Trung tâm |"
    "Chi nhánh |Văn phòng |Liên đoàn |Công đoàn |Mặt trận |Ủy ban Mặt trận |UBMTTQ|MTTQ |"
    "Hợp tác xã |Công ty |Ngành |Lực lượng |Chương trình |Đề án |Phong trào |Dự án |Chuyển đổi số "
)
_BODY = Pattern(rf"(?:^|, |; |: | và )\s*(?i:các |những )?(?P<body>{_BODIES})")
"""Who has targets of its own: a body, a programme."""

_DOCUMENT = Pattern(
    r"(?:Nghị quyết|Đề án|Chương trình|Quyết định|Kế hoạch số|Chỉ thị|Chiến lược)(?!\w)"
)
_GIVEN = Pattern(r"(?<!\w)(?:Bộ|Tổng cục|Cục|Sở|Quân khu|Công an)\s[^,;.]{0,40}? giao(?!\w)")
_SCORE = Pattern(r"(?<![\d.,/])(?P<part>\d{1,3})(?:/(?P<of>\d{1,3}))? (?:các )?chỉ tiêu(?!\w)")
_OUT_OF = Pattern(r"(?:trong|trên|trong số|tổng số|trong tổng số) $", re.IGNORECASE)

_SENTENCE = Pattern(r"[.!?\n](?=\s|$)")
_AIMED = Pattern(r"mục tiêu|cùng kỳ", re.IGNORECASE)


class _Said(NamedTuple):
    """A typed score: so many targets, out of so many where it says so, and how they stand."""

    part: int
    of: int | None
    how: str
    quote: str
    sure: bool
    """Whether the targets as such are meant, none of a kind."""


@over_reports
def other_tallies(report: Report) -> Iterator[Finding]:
    """Yield typed scores of targets that no rows with targets give.

    What counts as many targets as there are is wrong where it counts others as reached; a score of
    another number of targets may be one of other targets, and is questioned only.
    """
    scores: list[Score] | None = None
    for path, text in texts_with(report, "chỉ tiêu"):
        if path[0] == "figures" or not _SCORE.search(text):
            continue
        if scores is None:
            scores = scores_of(book_of(report))
        if not scores:
            return
        for said in _typed(report, said_in(report, text)):
            severity = _doubt(said, scores)
            if severity is not None:
                values = {"quote": said.quote, **scores[0].told}
                origin = report.origin(*path)
                yield OTHER_TALLY.found(origin, dotted(path), values, severity)


def _typed(report: Report, said: Filled) -> Iterator[_Said]:
    ends = [match.end() for match in _SENTENCE.finditer(said.text)]
    for match in _SCORE.finditer(said.text):
        if said.within(*match.span()):
            continue
        start = max((end for end in ends if end <= match.start()), default=0)
        stop = min((end for end in ends if end > match.start()), default=len(said.text))
        sentence = said.text[start:stop]
        if _AIMED.search(sentence) or speaks_of_others(report, sentence):
            continue
        before, behind = said.text[start : match.start()], said.text[match.end() : stop]
        done = _BEFORE.search(before) or _BEHIND.match(behind)
        how = "all" if _OUT_OF.search(before) else (done and done.lastgroup) or ""
        of = None if match["of"] is None else int(match["of"])
        if (how or of is not None) and not _of_others(
            report, before[start - len(before) :], behind
        ):
            sure = _OWN.match(behind) is not None
            yield _Said(int(match["part"]), of, how, match[0], sure)


def _of_others(report: Report, before: str, behind: str) -> bool:
    """Say whether the words around a score give its targets to others, or count only some."""
    done = _BEHIND.match(behind)
    if done and _FAR.match(behind, done.end()):
        return True
    own = (report.issuer and report.issuer.name) or ""
    if any(match["body"].strip() not in own for match in _BODY.finditer(before)):
        return True
    return _GIVEN.search(behind) is not None or any(
        not _aims_at(report, match[0]) for match in _DOCUMENT.finditer(behind)
    )


def _aims_at(report: Report, document: str) -> bool:
    """Say whether the targets of the rows are called by such a document."""
    words = (figure.target.word or "" for figure in report.figures.values() if figure.target)
    return any(document.lower() in word.lower() for word in words)


def _doubt(said: _Said, scores: list[Score]) -> Severity | None:
    """Return how wrong a score is, ``None`` where some rows give it; the first are all rows."""
    if not said.sure and said.of != scores[0].total:
        return None
    if any(said.of in (None, score.total) and score.fits(said.part, said.how) for score in scores):
        return None
    certain = said.of == scores[0].total and said.how and said.sure
    return Severity.ERROR if certain else Severity.WARNING

"""Scores of the targets that sentences type, against those that the rows of targets give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.checking.other_scope import speaks_of_others
from briefing.checking.register import over_reports
from briefing.figures import FigureBook, Phrasebook
from briefing.figures.filling import Filled, filled
from briefing.figures.tally import Score, scores_of
from briefing.findings import Finding, Severity, dotted, rule
from briefing.report import Report, report_texts

OTHER_TALLY = rule("text/other-tally", Severity.ERROR, Severity.WARNING)

_MISSED = r"(?:chưa|không) (?:đạt|hoàn thành)"
_MET = r"(?:đạt|hoàn thành)(?:,| và|,? hoặc| -|/)? ?(?:hoàn thành )?vượt"
_DONE = rf"(?P<missed>{_MISSED})|(?P<met>{_MET})|(?P<exceeded>vượt)|(?P<done>đạt|hoàn thành)"
_PLAN = r"(?: (?:kế hoạch|mức|là|được|có|gồm|tổng số|với))*:?"
_BEFORE = re.compile(rf"(?:{_DONE}){_PLAN} $", re.IGNORECASE)
_CALLED = r"(?: (?:chủ yếu|chính|cơ bản|kinh tế - xã hội|được giao|đề ra|kế hoạch|đã|có|được|ước))*"
_BEHIND = re.compile(rf"{_CALLED} (?:{_DONE})", re.IGNORECASE)
_SCORE = re.compile(r"(?<![\d.,/])(?P<part>\d{1,3})(?:/(?P<of>\d{1,3}))? (?:các )?chỉ tiêu(?!\w)")
_OUT_OF = re.compile(r"(?:trong|trên|trong số|tổng số|trong tổng số) $", re.IGNORECASE)

_SENTENCE = re.compile(r"[.!?\n](?=\s|$)")
_AIMED = re.compile(r"mục tiêu|cùng kỳ", re.IGNORECASE)


class _Said(NamedTuple):
    """A typed score: so many targets, out of so many where it says so, and how they stand."""

    part: int
    of: int | None
    how: str
    quote: str


@over_reports
def other_tallies(report: Report) -> Iterator[Finding]:
    """Yield typed scores of targets that no rows with targets give.

    What counts as many targets as there are is wrong where it counts others as reached; a score of
    another number of targets may be one of other targets, and is questioned only.
    """
    scores: list[Score] | None = None
    phrases = Phrasebook(report)
    for path, text in report_texts(report):
        if path[0] == "figures" or "chỉ tiêu" not in text or not _SCORE.search(text):
            continue
        if scores is None:
            scores = scores_of(FigureBook(report))
        if not scores:
            return
        for said in _typed(report, filled(phrases, text)):
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
        if how or of is not None:
            yield _Said(int(match["part"]), of, how, match[0])


def _doubt(said: _Said, scores: list[Score]) -> Severity | None:
    """Return how wrong a score is, ``None`` where some rows give it; the first are all rows."""
    if any(said.of in (None, score.total) and score.fits(said.part, said.how) for score in scores):
        return None
    certain = said.of == scores[0].total and said.how
    return Severity.ERROR if certain else Severity.WARNING

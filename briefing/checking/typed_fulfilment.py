"""Percentages of a plan that sentences type, against the plan that a figure declares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.typed_subjects import NUMBER, Subjects, decimal
from briefing.figures import FigureBook
from briefing.figures.claims import Claim, claims_of
from briefing.figures.filling import Filled
from briefing.figures.fulfilment import TARGET, reached
from briefing.figures.printed import Agreement
from briefing.figures.slips import one_slip_apart
from briefing.findings import Finding, Severity, rule
from briefing.report import Report

STATED_FULFILMENT = rule("text/stated-fulfilment", Severity.ERROR, Severity.WARNING)

_SAME = ("kế hoạch", "chỉ tiêu", "mục tiêu")
"""Words that are said for each other."""

# A plan that is called more closely, as that of a province, may be another than the one declared.
_CLAIM = re.compile(
    rf"(?<!\w)(?P<verb>đạt|bằng|vượt|hoàn thành) (?P<percent>{NUMBER})% (?:so với )?(?:mức )?"
    r"(?P<word>kế hoạch|chỉ tiêu|mục tiêu|dự toán|nghị quyết)"
    r"(?: năm(?: (?P<year>\d{4}))?)?(?: đề ra| được giao)?(?=[.,;:)]|$| và )",
    re.IGNORECASE,
)
_OF_TARGETS = ("figures/stated-fulfilment", "figures/stated-target")


class Fulfilments:
    """Judges the percentages of plans that the texts of a report type."""

    def __init__(self, report: Report, book: FigureBook) -> None:
        self._report = report
        self._book = book
        self._subjects = Subjects(report, book)

    def in_text(self, said: Filled) -> Iterator[tuple[int, int, Finding]]:
        """Yield typed percentages that the plan of their figure does not give.

        Each with the places where it begins and ends. One behind the name of a figure, or behind
        its words and its value, is wrong; behind its words alone it may be of something else,
        unless it is the right one with two digits swapped.
        """
        for match in _CLAIM.finditer(said.text):
            other = match["year"] and int(match["year"]) != self._report.period.year
            if other or said.within(*match.span("percent")):
                continue
            subject = self._subjects.before(said, match.start())
            claim = subject and self._denied(subject.name, match)
            if subject and claim:
                slip = one_slip_apart(claim.computed, claim.stated.number)
                severity = Severity.ERROR if subject.certain or slip else Severity.WARNING
                told = {"quote": said.text[subject.begin : match.end()].strip(), "how": claim.how}
                told |= {"stated": claim.said, "computed": claim.in_unit(claim.computed)}
                known = reached(self._book, subject.name) is not None
                told |= {"near": subject.name if known else "", "word": match["word"]}
                told |= {"typed": match[0]}
                found = STATED_FULFILMENT.found(values=told, severity=severity)
                yield match.start(), match.end(), found

    def _denied(self, name: str, match: re.Match[str]) -> Claim | None:
        """Return what the plan of a figure gives where it is not what is typed."""
        figure = self._book.figures[name]
        target = figure.target
        if target is None or target.at_most or not _is_called(target.word or TARGET, match["word"]):
            return None
        # It is judged as if the figure declared it.
        key = "stated_over" if match["verb"].lower() == "vượt" else "stated"
        stated = {"stated": None, "stated_over": None, key: decimal(match["percent"])}
        declared = figure.model_copy(update={"target": target.model_copy(update=stated)})
        figures = {**self._report.figures, name: declared}
        judged = FigureBook(self._report.model_copy(update={"figures": figures}))
        return next(
            (
                claim
                for claim in claims_of(judged, name)
                if claim.rule in _OF_TARGETS and claim.agreement is Agreement.CONTRADICTED
            ),
            None,
        )


def _is_called(own: str, typed: str) -> bool:
    words = [own.lower().removesuffix(" năm"), typed.lower()]
    return words[0] == words[1] or all(word in _SAME for word in words)

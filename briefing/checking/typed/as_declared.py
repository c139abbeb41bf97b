"""Numbers that sentences type of a figure, judged as if the figure itself declared them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from briefing.checking.typed.subjects import Subjects
from briefing.figures import FigureBook
from briefing.figures.claims import Claim, claims_of
from briefing.figures.filling import Filled
from briefing.figures.printed import Agreement
from briefing.figures.slips import one_slip_apart
from briefing.findings import Finding, Rule, Severity
from briefing.report import Report
from briefing.values import record


class Typed(NamedTuple):
    """A number that a sentence types of the figure ``name``, in the words of ``match``."""

    book: FigureBook
    name: str
    match: re.Match[str]


@record(slots=False)
class Sort:
    """A sort of numbers that sentences type of figures.

    ``form`` is how one is typed, with its ``number``; what has not all of its ``signs``, in small
    letters, types none. ``of_other_year`` tells from the year of a report whether it is said of
    another one than the figure. ``declared`` is what the figure would declare to say the same,
    ``None`` if it cannot; ``judged_by`` are the rules on what it declares. ``broken`` is the rule
    that a wrong one breaks, ``told`` what its finding says besides the quotation. Unless ``named``
    those behind the name of a figure are left to others.
    """

    form: re.Pattern[str]
    signs: str
    of_other_year: Callable[[re.Match[str], int], bool]
    declared: Callable[[Typed], Mapping[str, Any] | None]
    judged_by: tuple[str, ...]
    broken: Rule
    told: Callable[[Typed, Claim], dict[str, str]]
    named: bool = True


class AsDeclared:
    """Judges the numbers of one sort that the texts of a report type."""

    def __init__(self, sort: Sort, report: Report, book: FigureBook) -> None:
        self._sort = sort
        self._report = report
        self._book = book
        self._subjects = Subjects(report, book)

    def in_text(self, said: Filled) -> Iterator[tuple[int, int, Finding]]:
        """Yield typed numbers that their figure denies, with the places where they begin and end.

        One behind the name of a figure, or behind its words and its value, is wrong; behind its
        words alone it may be of something else, unless it is the right one with two digits swapped.
        """
        sort, year = self._sort, self._report.period.year
        if sort.signs not in said.text.lower():
            return
        for match in sort.form.finditer(said.text):
            if sort.of_other_year(match, year) or said.within(*match.span("number")):
                continue
            subject = self._subjects.before(said, match.start(), named=sort.named)
            typed = subject and Typed(self._book, subject.name, match)
            claim = typed and self._denied(typed)
            if subject and typed and claim:
                slip = one_slip_apart(claim.computed, claim.stated.number)
                severity = Severity.ERROR if subject.certain or slip else Severity.WARNING
                told = {"quote": said.text[subject.begin : match.end()].strip()}
                told |= sort.told(typed, claim)
                found = sort.broken.found(values=told, severity=severity)
                yield match.start(), match.end(), found

    def _denied(self, typed: Typed) -> Claim | None:
        """Return what a figure gives where it is not what is typed of it."""
        declared = self._sort.declared(typed)
        if declared is None:
            return None
        figure = self._book.figures[typed.name].model_copy(update=declared)
        figures = {**self._report.figures, typed.name: figure}
        judged = FigureBook(self._report.model_copy(update={"figures": figures}))
        for claim in claims_of(judged, typed.name):
            if claim.rule in self._sort.judged_by and claim.agreement is Agreement.CONTRADICTED:
                return claim
        return None

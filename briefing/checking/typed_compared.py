"""Changes that sentences type behind the words of a figure, against its two values.

Behind its name they are read with the text (``typed_changes``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.typed_subjects import NUMBER, Subjects, decimal
from briefing.figures import PARTS, FigureBook
from briefing.figures.claims import Claim, claims_of
from briefing.figures.filling import Filled
from briefing.figures.printed import Agreement
from briefing.figures.slips import one_slip_apart
from briefing.findings import Finding, Severity, rule
from briefing.patterns import Pattern
from briefing.report import Report, StatedChange

OTHER_CHANGE = rule("text/other-change", Severity.ERROR, Severity.WARNING)

_CLAIM = re.compile(
    rf"(?<!\w)(?P<way>tăng|giảm) (?P<number>{NUMBER})(?P<unit>%| [^\d,;:.()%]+?) so với "
    r"(?P<base>(?:cùng kỳ )?(?:năm )?(?:trước|ngoái|\d{4})|cùng kỳ)(?=[.,;:)]|$| và )",
    re.IGNORECASE,
)
_YEAR = Pattern(r"\d{4}")
_OF_CHANGES = ("figures/direction", "figures/difference", "figures/stated-change")


class Compared:
    """Judges the changes that the texts of a report type behind the words of figures."""

    def __init__(self, report: Report, book: FigureBook) -> None:
        self._report = report
        self._book = book
        self._subjects = Subjects(report, book)

    def in_text(self, said: Filled) -> Iterator[tuple[int, int, Finding]]:
        """Yield typed changes that the values of their figure do not give, with their places.

        Behind the value of the figure a change is wrong; behind its words alone it may be of
        something else, unless it is the right one with two digits swapped.
        """
        for match in _CLAIM.finditer(said.text):
            year = _YEAR.search(match["base"])
            other = year and int(year[0]) != self._report.period.year - 1
            if other or said.within(*match.span("number")):
                continue
            subject = self._subjects.before(said, match.start(), named=False)
            claim = subject and self._denied(subject.name, match)
            if subject and claim:
                slip = one_slip_apart(claim.computed, claim.stated.number)
                severity = Severity.ERROR if subject.certain or slip else Severity.WARNING
                told = {"quote": said.text[subject.begin : match.end()].strip()}
                told["name"] = subject.name
                told["computed"] = PARTS["compared"](self._book, subject.name) or ""
                found = OTHER_CHANGE.found(values=told, severity=severity)
                yield match.start(), match.end(), found

    def _denied(self, name: str, match: re.Match[str]) -> Claim | None:
        """Return what the values of a figure give where it is not what is typed."""
        figure = self._book.figures[name]
        unit = match["unit"].strip()
        points = unit == "%" and figure.unit == "%"
        if self._book.previous(name) is None or figure.change or figure.up_to or points:
            return None
        if unit not in ("%", figure.unit):
            return None
        key = "percent" if unit == "%" else "amount"
        typed = {"direction": match["way"].lower(), key: decimal(match["number"])}
        declared = figure.model_copy(update={"change": StatedChange.model_validate(typed)})
        figures = {**self._report.figures, name: declared}
        judged = FigureBook(self._report.model_copy(update={"figures": figures}))
        return next(
            (
                claim
                for claim in claims_of(judged, name)
                if claim.rule in _OF_CHANGES and claim.agreement is Agreement.CONTRADICTED
            ),
            None,
        )

"""Every text that is printed, read as it is printed: typed numbers beside those of names.

What a figure says against itself is told at the figure; here it is told only when a number typed
beside its name, or another name, brings the contradiction about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from briefing.checking.register import over_reports
from briefing.checking.typed_changes import with_earlier_value
from briefing.figures import FigureBook, Phrasebook, references
from briefing.figures.claims import claims_of
from briefing.figures.filling import Filled, filled
from briefing.figures.naming import MAX_GROWN
from briefing.figures.periods import REFERENCE, WORDED
from briefing.figures.printed import Agreement
from briefing.findings import Finding, Path, dotted
from briefing.report import Report, report_texts

if TYPE_CHECKING:
    from briefing.checking.statements import Reading

_DIGIT = re.compile(r"[0-9]")
_TWO = re.compile(r"[0-9][^0-9]+[0-9]")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?", re.ASCII)
_CAPITALS = 0.7


@over_reports
def typed_numbers(report: Report) -> Iterator[Finding]:
    """Yield what the numbers of a printed text say against each other."""
    from briefing.checking.statements import read_printed  # few inputs have typed claims

    known, grown = _Known(report), 0
    for path, said in _printed(report):
        grown += len(said.text)
        # Where names make the texts too long to print, the document is refused for that.
        if grown > 2 * MAX_GROWN:
            return
        if not _may_claim(said.text):
            continue
        text, origin = _in_small_letters(said.text), report.origin(*path)
        for reading in read_printed(text, origin, dotted(path)):
            held = known.held(said, reading, dotted(path))
            if held.finding is not None and known.tells(said, held):
                yield _quoting(held.finding, said.text, held)


def _printed(report: Report) -> Iterator[tuple[Path, Filled]]:
    """Yield the texts of a report as they are printed, the words of its figures among them."""
    phrases = Phrasebook(report)
    for path, text in report_texts(report):
        if path[0] == "figures":
            continue
        if "{" not in text and "}" not in text:
            # As it is written, so that most texts need be looked at but once.
            if _may_claim(text):
                yield path, Filled(text)
        elif _may_be_news(text):
            yield path, filled(phrases, text)
    for name, figure in phrases.book.figures.items():
        texts = ((key, getattr(figure, key)) for key in WORDED)
        yield from ((("figures", name, key), Filled(text)) for key, text in texts if text)


def _may_be_news(text: str) -> bool:
    """Say whether a text types a number or brings two figures together.

    What one figure says by itself is told where it is declared.
    """
    typed = REFERENCE.sub("", text) if "{" in text else text
    if _DIGIT.search(typed) or "tiêu chí" in typed.lower():
        return True
    return typed != text and len({reference.name for reference in references(text)}) > 1


def _may_claim(text: str) -> bool:
    # One number alone can contradict nothing, but for words that speak of several.
    several = _TWO.search(text) is not None and len(_NUMBER.findall(text)) > 1
    return several or "tiêu chí" in text.lower()


def _in_small_letters(text: str) -> str:
    """Return a text in capitals in small letters, as its words are known; others as they are."""
    letters = list(filter(str.isalpha, text))
    capitals = sum(map(str.isupper, letters))
    small = text.lower()
    return small if capitals > _CAPITALS * len(letters) and len(small) == len(text) else text


def _quoting(finding: Finding, text: str, reading: Reading) -> Finding:
    quote = text[reading.statement.start : reading.statement.end]
    return replace(finding, values={**finding.values, "quote": quote})


class _Known:
    """What is told at the figures themselves, so that no text need tell it again."""

    def __init__(self, report: Report) -> None:
        self._book = FigureBook(report)
        self._doubtful: dict[str, bool] = {}

    def held(self, said: Filled, reading: Reading, path: str) -> Reading:
        """Return a reading, judged with the earlier value of the figure that it speaks of."""
        from briefing.checking.statements import judge

        more = with_earlier_value(self._book, said, reading.statement)
        return judge(more, reading.origin, path) if more else reading

    def tells(self, said: Filled, reading: Reading) -> bool:
        """Say whether a contradiction in a text is news beside what its figures tell.

        Beside a name that claims something by itself, another one only seems to belong to it.
        """
        statement = reading.statement
        spans = said.within(statement.start, statement.end)
        names = {span.reference.name for span in spans} & self._book.figures.keys()
        typed = {
            _decimal(one) for one in _NUMBER.findall(said.typed(statement.start, statement.end))
        }
        if not names:
            return True
        if not typed and (len(names) == 1 or any(map(said.is_claim, spans))):
            return False
        own = {number for name in names for number in self._numbers(name)}
        return not (typed <= own and any(self._doubts(name) for name in names))

    def _numbers(self, name: str) -> Iterator[Decimal]:
        before = self._book.previous(name)
        if before is not None:
            yield before
        yield from _decimals(self._book.figures[name])

    def _doubts(self, name: str) -> bool:
        if name not in self._doubtful:
            doubts = (Agreement.CUT, Agreement.CONTRADICTED)
            stated = claims_of(self._book, name)
            self._doubtful[name] = any(claim.agreement in doubts for claim in stated)
        return self._doubtful[name]


def _decimals(value: Any) -> Iterator[Decimal]:
    if isinstance(value, Decimal):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _decimals(getattr(value, name))


def _decimal(printed: str) -> Decimal:
    return Decimal(printed.replace(".", "").replace(",", "."))

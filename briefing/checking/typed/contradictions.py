"""What the numbers of a text say against each other, and whether its figures do not tell it.

What a figure says against itself is told at the figure; of a text it is told only when a number
typed beside the figure's name, or another name, brings the contradiction about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from briefing.checking.shared import book_of
from briefing.checking.typed.changes import with_earlier_value
from briefing.figures.claims import claims_of
from briefing.figures.filling import Filled
from briefing.figures.printed import Agreement
from briefing.figures.statements import Statement
from briefing.findings import Finding, Origin, rule
from briefing.report import Report

if TYPE_CHECKING:
    from briefing.checking.statements import Reading

TOO_MANY = rule("text/too-many")
"""More contradictions than anybody reads; the rest of the texts is not looked at."""

MOST = 100
"""How many contradictions of typed numbers are told of one report."""

_TWO = re.compile(r"[0-9][^0-9]+[0-9]")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?", re.ASCII)
_CAPITALS = 0.7


def may_claim(text: str) -> bool:
    """Say whether the numbers of a text could contradict each other.

    One number alone can contradict nothing, but for words that speak of several.
    """
    several = _TWO.search(text) is not None and len(_NUMBER.findall(text)) > 1
    return several or speaks_of_criteria(text)


CRITERIA = ("hí", "Hí", "hÍ", "HÍ")
"""Some of which a text has that speaks of criteria."""


def speaks_of_criteria(text: str) -> bool:
    """Say whether a text has the word for criteria, in letters of any size."""
    # One sign is found far faster than a text is put into small letters.
    return ("í" in text or "Í" in text) and "tiêu chí" in text.lower()


def _in_small_letters(text: str) -> str:
    """Return a text in capitals in small letters, as its words are known; others as they are."""
    letters = list(filter(str.isalpha, text))
    capitals = sum(map(str.isupper, letters))
    small = text.lower()
    return small if capitals > _CAPITALS * len(letters) and len(small) == len(text) else text


def _quoting(finding: Finding, text: str, reading: Reading) -> Finding:
    quote = text[reading.statement.start : reading.statement.end]
    return replace(finding, values={**finding.values, "quote": quote})


ToldStatement = tuple[Statement, Finding]


class Contradictions:
    """Finds what texts say against themselves, beyond what is told at the figures they name."""

    def __init__(self, report: Report) -> None:
        self._book = book_of(report)
        self._doubtful: dict[str, bool] = {}

    def in_text(self, said: Filled, path: str, origin: Origin | None) -> Iterator[ToldStatement]:
        """Yield each contradiction of a text with the statement that makes it."""
        from briefing.checking.statements import read_printed  # few inputs have typed claims

        for reading in read_printed(_in_small_letters(said.text), origin, path):
            held = self._held(said, reading, path)
            if held.finding is not None and self._tells(said, held):
                yield held.statement, _quoting(held.finding, said.text, held)

    def _held(self, said: Filled, reading: Reading, path: str) -> Reading:
        """Return a reading, judged with the earlier value of the figure that it speaks of."""
        from briefing.checking.statements import judge

        more = with_earlier_value(self._book, said, reading.statement)
        return judge(more, reading.origin, path) if more else reading

    def _tells(self, said: Filled, reading: Reading) -> bool:
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

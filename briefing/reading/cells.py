"""What a cell of a workbook says for a field: never guessed, refused where it is unclear."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from briefing.findings import LANGUAGES, say
from briefing.forms.chosen import called
from briefing.forms.leaves import leaf
from briefing.forms.sheet import Column
from briefing.values import record
from briefing.vietnamese import clean


@record
class Unclear:
    """A cell that shows something else than it holds; ``rule`` names the finding.

    ``unit`` is that of its row, where the cell shows another one.
    """

    rule: str
    shown: str
    unit: str = ""

    def __str__(self) -> str:
        return self.shown


class Struck(str):
    """What a cell says that is struck out; ``part`` is what of it is, "" for all."""

    part: str

    @classmethod
    def of(cls, said: str, part: str) -> Struck:
        """Return a text of which a part is struck out."""
        made = cls(said)
        made.part = part
        return made


class Worded(float):
    """A number that its cell shows with words before or behind it."""

    __slots__ = ("before", "behind")
    before: str
    behind: str

    @classmethod
    def of(cls, number: float, before: str, behind: str) -> Worded:
        """Return a number with the words that stand before and behind it."""
        made = cls(number)
        made.before, made.behind = before, behind
        return made

    def __str__(self) -> str:
        number = f"{float(self):.15g}".replace(".", ",")
        return f"{self.before}{number}{self.behind}"


Cell = Unclear | str | int | float | bool | date | datetime | time | timedelta | None

_BLANKS = " \t\r\n\xa0\u200b\u202f\ufeff"
_FAULTS = ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!")


class CellError(ValueError):
    """A cell that does not say what its field needs; ``rule`` names the finding."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


def is_blank(value: Cell) -> bool:
    """Say whether a cell holds nothing that can be seen."""
    return value is None or (isinstance(value, str) and not value.strip(_BLANKS))


def words(value: Cell) -> str:
    """Return the words of a heading or a title, however they are set and spaced."""
    return " ".join(clean(str(value or "")).casefold().split())


def said_by(value: Cell, column: Column) -> Any:
    """Return what an input would say for a cell; raises CellError where that is not clear."""
    return reader_of(column)(value)


def reader_of(column: Column) -> Callable[[Cell], Any]:
    """Return what reads the cells of a column as ``said_by`` does."""
    field = column.field
    taken = (field.taken or leaf(field.path).taken) if field else "text"
    said = _SAID.get(taken) or _chooser(field.path if field else "")

    def read(value: Cell) -> Any:
        _check(value)
        if isinstance(value, str):
            value = value.strip(_BLANKS)
        return said(value)

    return read


def chosen(column: Column, text: str) -> str:
    """Return the name of what is chosen in a line of a cell; other texts as they are."""
    names = names_of_choices(column.field.path) if column.field else {}
    return names.get(words(text), text) if names else text


def _chooser(path: str) -> Callable[[Cell], Any]:
    """Return what reads a field that takes words, those that are chosen from also as called."""
    names = names_of_choices(path)

    def read(value: Cell) -> Any:
        text = text_of(value)
        return names.get(words(text), text) if names else text

    return read


@cache
def names_of_choices(path: str) -> dict[str, str]:
    """Return what a field is chosen from by the words that forms have for it."""
    found: dict[str, str] = {}
    for word in leaf(path).words:
        for language in LANGUAGES:
            said = words(called(path, word, language))
            found |= {said: word, said.removeprefix(_OF_AREAS): word}
        found[words(word)] = word
    return found


_OF_AREAS = "công tác "
"""What most areas of work begin with, and nobody says."""


def _integer(value: Cell) -> Any:
    return _number(value, whole=True)


def _number(value: Cell, *, whole: bool = False) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    match value:
        case bool() | date() | datetime() | time() | timedelta():
            raise CellError("workbook/not-a-number")
        case int():
            return value
        case float():
            # A number of Excel has at most 15 digits; those are what was typed.
            return Decimal(f"{value:.15g}")
        case str() if whole and value.isascii() and value.isdigit():
            return int(value)
    return value


def _yes_or_no(value: Cell) -> Any:
    if isinstance(value, bool):
        return value
    said = words(value)
    for language in LANGUAGES:
        if said == say("sheet.yes", language):
            return True
        if said == say("sheet.no", language):
            return False
    raise CellError("workbook/not-yes-or-no")


def _day(value: Cell) -> Any:
    if isinstance(value, (date, datetime)):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value


def text_of(value: Cell) -> str:
    """Return a cell as a text; raises CellError for what is no text and no number."""
    _check(value)
    if isinstance(value, str):
        return value
    match value:
        case bool() | time() | timedelta():
            raise CellError("workbook/not-a-text")
        case Worded():
            # A text would lose the words that only the format says.
            raise CellError("workbook/unit-in-format")
        case date():
            return f"{value:%d/%m/%Y}"
        case float() if value.is_integer():
            return str(int(value))
        case float():
            return f"{value:.15g}".replace(".", ",")
    return str(value)


def is_struck(value: Cell) -> bool:
    """Say whether text in a cell is struck out."""
    return isinstance(value, Struck)


def as_told(value: Cell) -> str:
    """Return what a finding quotes of a cell: the part that is struck out, else all of it."""
    return (isinstance(value, Struck) and value.part) or str(value)


def as_text(value: Cell) -> str:
    """Return a cell as a text for a finding, whatever it holds."""
    try:
        return text_of(value)
    except CellError:
        return str(value)


_SAID: dict[str, Callable[[Cell], Any]] = {
    "number": _number,
    "integer": _integer,
    "yes_or_no": _yes_or_no,
    "day": _day,
}


def _check(value: Cell) -> None:
    """Refuse a fault of the workbook, whatever the field."""
    if isinstance(value, Unclear):
        raise CellError(value.rule)
    if isinstance(value, Struck):
        raise CellError("workbook/struck")
    if isinstance(value, str) and "#" in value and value.strip(_BLANKS) in _FAULTS:
        raise CellError("workbook/error-value")

"""Words that the format of a cell shows beside its number: 0.0" tỷ đồng"."""

from __future__ import annotations

import operator
import re
import unicodedata
from functools import lru_cache

from briefing.reading.cells import Worded
from briefing.values import record

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[([^\]]*)\]|[_*].|(;)|(.)', re.S)
"""Words in quotes, one sign, a currency; a condition or a colour; what is not shown; the rest."""
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_COMPARES = {
    **{"<=": operator.le, ">=": operator.ge, "<>": operator.ne},
    **{"<": operator.lt, ">": operator.gt, "=": operator.eq},
}
_LITERAL, _SIGN, _CURRENCY, _BRACKET, _NEXT, _REST = range(1, 7)


@record
class _Section:
    """One part of a format: for which numbers it is, and what it shows beside them."""

    condition: tuple[str, float] | None
    before: str
    behind: str

    def is_for(self, number: float) -> bool:
        """Say whether a number meets the condition."""
        return self.condition is not None and _COMPARES[self.condition[0]](
            number, self.condition[1]
        )


def as_worded(code: str, number: float) -> float:
    """Return a number with the words that a format shows beside it, as it is where none do.

    Which of the sections holds follows ISO/IEC 29500-1, 18.8.30.
    """
    section = _holding(_sections(code), number)
    if not _has_words(section.before + section.behind):
        return number
    return Worded.of(number, section.before, section.behind)


def has_words(code: str) -> bool:
    """Say whether a format shows words beside some number."""
    return any(_has_words(each.before + each.behind) for each in _sections(code))


def _holding(sections: tuple[_Section, ...], number: float) -> _Section:
    numeric = sections[:3]
    if any(each.condition for each in numeric):
        return next((each for each in numeric if each.is_for(number)), numeric[-1])
    if number < 0 and len(numeric) > 1:
        return numeric[1]
    return numeric[2] if number == 0 and len(numeric) > 2 else numeric[0]


def _has_words(said: str) -> bool:
    return any(sign.isalnum() or sign in "%‰" or _is_currency(sign) for sign in said)


def _is_currency(sign: str) -> bool:
    return unicodedata.category(sign) == "Sc"


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[_Section, ...]:
    parts: list[list[tuple[int, str]]] = [[]]
    for token in _TOKEN.finditer(code):
        if token.lastindex == _NEXT:
            parts.append([])
        elif token.lastindex is not None:
            parts[-1].append((token.lastindex, token[token.lastindex]))
    return tuple(map(_section, parts))


def _section(tokens: list[tuple[int, str]]) -> _Section:
    rest = "".join(said for kind, said in tokens if kind == _REST).lower()
    brackets = [said for kind, said in tokens if kind == _BRACKET]
    found = next(filter(None, map(_CONDITION.fullmatch, brackets)), None)
    condition = (found[1], float(found[2])) if found else None
    is_general = "general" in rest
    is_time = any(set(said.lower()) <= set("hms") for said in brackets)
    if is_time or (not is_general and set(rest) & set("dmyhs@")):
        return _Section(condition, "", "")
    if not is_general and not set(rest) & set("0#?"):
        # No number is seen.
        return _Section(condition, "", "")
    sides, at = ["", ""], 0
    for kind, said in tokens:
        if kind == _REST and said in "0#?Gg":
            at = 1
        elif kind in (_LITERAL, _SIGN, _CURRENCY) or (kind == _REST and not said.isascii()):
            sides[at] += said
    return _Section(condition, *sides)

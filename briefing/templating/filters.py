"""The filters that templates may use beside Jinja's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import wraps
from typing import Any

from jinja2 import Undefined

from briefing.templating.limits import budget
from briefing.templating.plain import gathered, scalar, text_of
from briefing.templating.refusals import RefusalError
from briefing.tracing import carried, through
from briefing.tracing import joined as together
from briefing.vietnamese import (
    clause,
    format_number,
    format_percent,
    in_words,
    lower_first,
    sentence,
    stopped,
    two_digits,
    upper_first,
)


def joined(texts: Sequence[str], word: str = "và") -> str:
    """Return texts as one list in words: ``a, b và c``."""
    *first, last = texts or [""]
    return together([together(first, ", "), f" {word} ", last]) if first else last


def clauses(texts: Sequence[str], end: str = ".") -> list[str]:
    """Return texts as the items of one list: semicolons, and ``end`` after the last."""
    last = len(texts) - 1
    return [through(clause, text, ";" if i < last else end) for i, text in enumerate(texts)]


def improved(figure: Mapping[str, Any]) -> bool:
    """Say whether a figure changed for the better (less of what happens, more of what is found)."""
    return figure["improved"] is True


def worsened(figure: Mapping[str, Any]) -> bool:
    """Say whether a figure changed for the worse."""
    return figure["improved"] is False


TESTS: dict[str, Callable[..., bool]] = {"improved": improved, "worsened": worsened}


_LONGEST_NUMBER = 40


# Each filter hands an unknown name on, for the printing to tell.
def _of_text(work: Callable[[str], str]) -> Callable[..., Any]:
    """Return a filter of one text that pays for it."""

    @wraps(work)
    def filtered(value: Any) -> Any:
        if isinstance(value, Undefined):
            return value
        text = text_of(value)
        budget().write(len(text))
        return through(work, text)

    return filtered


def _of_texts(work: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter of a list of texts that pays for them."""

    @wraps(work)
    def filtered(values: Any, *arguments: Any) -> Any:
        if isinstance(values, Undefined):
            return values
        texts = [text_of(value) for value in gathered(values)]
        budget().write(sum(3 * len(text_of(text)) for text in (*texts, *arguments)))
        return work(texts, *arguments)

    return filtered


def _of_number(work: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter of a number of no more places than anyone reads."""

    @wraps(work)
    def filtered(value: Any, *arguments: Any) -> Any:
        if isinstance(value, Undefined):
            return value
        if len(text_of(value)) > _LONGEST_NUMBER:
            raise RefusalError("template/number-too-long", limit=_LONGEST_NUMBER)
        number = Decimal(scalar(value))
        if number.is_finite() and abs(number.adjusted()) > _LONGEST_NUMBER:
            raise RefusalError("template/number-too-long", limit=_LONGEST_NUMBER)
        return carried(work(value, *arguments), value)

    return filtered


FILTERS: dict[str, Callable[..., Any]] = {
    "clauses": _of_texts(clauses),
    "in_words": _of_number(in_words),
    "joined": _of_texts(joined),
    "lower_first": _of_text(lower_first),
    "number": _of_number(format_number),
    "percent": _of_number(format_percent),
    "sentence": _of_text(sentence),
    "stopped": _of_text(stopped),
    "two_digits": _of_number(two_digits),
    "upper_first": _of_text(upper_first),
}

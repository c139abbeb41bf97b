"""The filters that templates may use beside Jinja's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any

from jinja2 import Undefined

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
    return f"{', '.join(first)} {word} {last}" if first else last


def clauses(texts: Sequence[str], end: str = ".") -> list[str]:
    """Return texts as the items of one list: semicolons, and ``end`` after the last."""
    last = len(texts) - 1
    return [clause(text, ";" if i < last else end) for i, text in enumerate(texts)]


def improved(figure: Mapping[str, Any]) -> bool:
    """Say whether a figure changed for the better (less of what happens, more of what is found)."""
    return figure["improved"] is True


def worsened(figure: Mapping[str, Any]) -> bool:
    """Say whether a figure changed for the worse."""
    return figure["improved"] is False


TESTS: dict[str, Callable[..., bool]] = {"improved": improved, "worsened": worsened}


def _let_unknown_pass(work: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that hands an unknown name on, for the printing to tell."""

    @wraps(work)
    def filtered(value: Any, *arguments: Any) -> Any:
        return value if isinstance(value, Undefined) else work(value, *arguments)

    return filtered


_FILTERS: dict[str, Callable[..., Any]] = {
    "clauses": clauses,
    "in_words": in_words,
    "joined": joined,
    "lower_first": lower_first,
    "number": format_number,
    "percent": format_percent,
    "sentence": sentence,
    "stopped": stopped,
    "two_digits": two_digits,
    "upper_first": upper_first,
}

FILTERS = {name: _let_unknown_pass(work) for name, work in _FILTERS.items()}

"""What templates are given to print: each fact of a report in all the words that it has at hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from typing import Any

from briefing.findings import BriefingError
from briefing.report import Report
from briefing.standards import Standard
from briefing.templating.context import ContextBuilder
from briefing.templating.filters import FILTERS
from briefing.templating.kind import Kind
from briefing.templating.limits import limited
from briefing.templating.outline import section_numbers
from briefing.templating.refusals import RefusalError
from briefing.tracing import Traced, paths_of, spans_of
from briefing.vietnamese import format_number, in_words

_WORDINGS = (
    *("carried_out", "continued", "contrasted", "deserved", "outcome", "placed", "praised", "told"),
)
"""The filters that put a fact into a sentence and say more or less than it."""


def offered_texts(report: Report, kind: Kind, standard: Standard) -> dict[str, set[str]]:
    """Return the words in which templates are given each fact, by its path.

    A text that refers to sections by their numbers is left out: these are known in the end.
    """
    numbers = section_numbers(report, standard.outline)
    context = ContextBuilder(report, kind, traced=True, numbers=numbers).build()
    found: dict[str, set[str]] = defaultdict(set)
    unsure: set[str] = set()
    try:
        with limited():
            for value in _values(context):
                for path, text in _told(value):
                    found[path].add(text)
                    if any(number in text for number in numbers.values()):
                        unsure.add(path)
    except (BriefingError, RefusalError):
        # What is too much to look at is not judged.
        return {}
    return {path: texts for path, texts in found.items() if path not in unsure}


def _values(value: Any) -> Iterator[Any]:
    match value:
        case Mapping():
            for key in value:
                yield from _values(value[key])
        case list() | tuple():
            for item in value:
                yield from _values(item)
        case _:
            yield value


def _told(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Traced):
        for start, end, path in spans_of(value):
            yield path, str(value)[start:end]
        if any(map(str.isalpha, value)):
            for path in value.paths:
                for name in _WORDINGS:
                    yield path, str(FILTERS[name](str(value))).strip()
    elif isinstance(value, int | Decimal) and not isinstance(value, bool):
        number = Decimal(value)
        for path in paths_of(value):
            yield path, format_number(number)
            with suppress(ValueError, ArithmeticError):
                yield path, in_words(number)

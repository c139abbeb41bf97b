"""The filters that templates may use beside Jinja's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import wraps
from typing import Any

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from briefing.patterns import Pattern
from briefing.templating.limits import budget
from briefing.templating.marks import alike, as_markdown, inside, marked
from briefing.templating.marks import together as gathered_in_one
from briefing.templating.numbers import as_written, number_of, places_in
from briefing.templating.plain import gathered, text_of
from briefing.templating.refusals import RefusalError
from briefing.tracing import TracedMarkup, carried, substituted
from briefing.tracing import joined as together
from briefing.vietnamese import by_given_name as name_key
from briefing.vietnamese import (
    carried_out,
    clause,
    continued,
    contrasted,
    deserved,
    format_number,
    format_percent,
    in_words,
    lower_first,
    outcome,
    placed,
    praised,
    sentence,
    sets_tasks,
    stopped,
    told,
    two_digits,
    upper_first,
)


def joined(texts: Sequence[str], word: str = "và") -> str:
    """Return texts as one list in words: ``a, b và c``."""
    *first, last = texts or [""]
    if not first:
        return last
    said = together([together(first, ", "), " ", word, " ", last])
    # What is joined is all text or all Markdown; blanks and commas are the same in both.
    return as_markdown(said) if isinstance(last, Markup) else said


def clauses(texts: Sequence[str], end: str = ".") -> list[str]:
    """Return texts as the items of one list: semicolons, and ``end`` after the last."""
    last = len(texts) - 1
    return [inside(clause, text, ";" if i < last else str(end)) for i, text in enumerate(texts)]


def by_given_name(values: Any) -> Any:
    """Return names of people in the order of Vietnamese lists: by the given name."""
    if isinstance(values, Undefined):
        return values
    names = [text_of(value) for value in gathered(values)]
    budget().write(sum(map(len, names)))
    return sorted(names, key=name_key)


def improved(figure: Mapping[str, Any]) -> bool:
    """Say whether a figure changed for the better (less of what happens, more of what is found)."""
    return figure["improved"] is True


def worsened(figure: Mapping[str, Any]) -> bool:
    """Say whether a figure changed for the worse."""
    return figure["improved"] is False


def assigning(directive: Mapping[str, Any]) -> bool:
    """Say whether a speaker sets tasks; others assess, praise or tell."""
    return sets_tasks(text_of(directive["verb"]))


TESTS: dict[str, Callable[..., bool]] = {
    "assigning": assigning,
    "improved": improved,
    "worsened": worsened,
}


_HEADINGS = re.compile(r"^##+(?= )", re.MULTILINE)
_FIRST = Pattern(r"\s*##+ [^\n]*")


def at_level(part: Any, level: Any, title: Any = "") -> Any:
    """Return a part of a document, written with ## for its own heading, as a section of a level.

    ``level`` counts from 1; a ``title`` stands in place of its own heading.
    """
    if isinstance(part, Undefined):
        return part
    text = marked(text_of(part))
    deeper = "#" * (int(number_of(level)) - 1)
    budget().write(len(text) + len(deeper) * text.count("##"))
    made = substituted(_HEADINGS, lambda match: match[0] + deeper, text)
    own = marked(text_of(title)) if title else ""
    if own and (found := _FIRST.match(made)):
        made = gathered_in_one([f"##{deeper} ", own, made[found.end() :]], "", TracedMarkup)
    return as_markdown(made)


_LONGEST_NUMBER = 40


# Each filter hands an unknown name on, for the printing to tell.
def _of_text(work: Callable[[str], str]) -> Callable[..., Any]:
    """Return a filter of one text that pays for it."""

    @wraps(work)
    def filtered(value: Any) -> Any:
        if type(value) is str:
            budget().write(len(value))
            return work(value)
        if isinstance(value, Undefined):
            return value
        text = text_of(value)
        budget().write(len(text))
        return inside(work, text)

    return filtered


def _of_texts(work: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter of a list of texts that pays for them."""

    @wraps(work)
    def filtered(values: Any, *arguments: Any) -> Any:
        if isinstance(values, Undefined):
            return values
        texts = [text_of(value) for value in gathered(values)]
        said = alike([*texts, *map(text_of, arguments)])
        budget().write(3 * sum(map(len, said)))
        return work(said[: len(texts)], *said[len(texts) :])

    return filtered


def _of_number(work: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter of a number of no more places than anyone reads."""

    @wraps(work)
    @pass_context
    def filtered(context: Context, value: Any, *arguments: Any) -> Any:
        number = number_of(value)
        if isinstance(number, Undefined):
            return number
        exact = Decimal(number)
        if abs(exact.adjusted()) > _LONGEST_NUMBER:
            raise RefusalError("template/number-too-long", limit=_LONGEST_NUMBER)
        return carried(work(as_written(exact, places_in(context)), *arguments), value)

    return filtered


FILTERS: dict[str, Callable[..., Any]] = {
    "at_level": at_level,
    "by_given_name": by_given_name,
    "carried_out": _of_text(carried_out),
    "clauses": _of_texts(clauses),
    "continued": _of_text(continued),
    "contrasted": _of_text(contrasted),
    "deserved": _of_text(deserved),
    "in_words": _of_number(in_words),
    "joined": _of_texts(joined),
    "lower_first": _of_text(lower_first),
    "number": _of_number(format_number),
    "outcome": _of_text(outcome),
    "percent": _of_number(format_percent),
    "placed": _of_text(placed),
    "praised": _of_text(praised),
    "sentence": _of_text(sentence),
    "stopped": _of_text(stopped),
    "told": _of_text(told),
    "two_digits": _of_number(lambda number: two_digits(int(number))),
    "upper_first": _of_text(upper_first),
}

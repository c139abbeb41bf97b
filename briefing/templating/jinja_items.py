"""The filters of Jinja's that go through items one by one, as somebody asks for the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import pass_context
from jinja2.filters import FILTERS as JINJA
from jinja2.runtime import Context

from briefing.templating.limits import budget
from briefing.templating.plain import counted


def of_items(name: str) -> Callable[..., Any]:
    """Return a lazy filter of Jinja's that pays for each item it is given."""
    work = JINJA[name]

    @pass_context
    def filtered(context: Context, values: Any, *arguments: Any, **named: Any) -> Any:
        budget().step()
        return work(context, counted(values), *arguments, **named)

    return filtered


def with_fact(name: str, wanted: bool) -> Callable[..., Any]:
    """Return the filter of a name that keeps the items of which a fact is there, or is not."""
    thorough = of_items(name)

    @pass_context
    def filtered(context: Context, values: Any, *arguments: Any, **named: Any) -> Any:
        if len(arguments) != 1 or named or not _is_name(arguments[0]):
            return thorough(context, values, *arguments, **named)
        budget().step()
        return _kept(context.environment.getitem, counted(values), arguments[0], wanted)

    return filtered


def _is_name(attribute: Any) -> bool:
    return isinstance(attribute, str) and attribute.isidentifier()


def _kept(get: Callable[..., Any], values: Any, name: str, wanted: bool) -> Iterator[Any]:
    if values:
        for value in values:
            if bool(get(value, name)) is wanted:
                yield value

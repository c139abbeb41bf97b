"""The filters of Jinja's that templates may use: each pays for what it looks at and makes.

Not among them are those that make much of little in one call (center, indent, slice, format), print
past the escaping (safe, xmlattr, urlize, tojson), reach for attributes (attr), or differ from run
to run (random, pprint).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import wraps
from itertools import groupby
from typing import Any, NamedTuple

from jinja2 import Environment, Undefined, pass_context, pass_environment
from jinja2.filters import FILTERS as JINJA
from jinja2.runtime import Context
from markupsafe import Markup

from briefing.templating.limits import budget
from briefing.templating.plain import add, concatenated, counted, gathered, marked, scalar, text_of
from briefing.templating.refusals import RefusalError
from briefing.tracing import Traced, stating, through

_LONGEST_NUMBER = 100
_SET_OF_CHARACTERS = 100

Filter = Callable[..., Any]


class Group(NamedTuple):
    """Items that are alike: ``group.grouper`` and ``group.list``, or two names in a loop."""

    grouper: Any
    list: list[Any]


def _of_text(work: Callable[..., Any]) -> Filter:
    """Return a filter of texts that pays for the text it is given and the one it makes."""

    @wraps(work)
    def filtered(value: Any, *arguments: Any, **named: Any) -> Any:
        text = text_of(value)
        budget().write(len(text))
        made = through(work, text, *arguments, **named)
        budget().write(len(made) if isinstance(made, str) else 0)
        return made

    return filtered


def _trim(text: str, chars: str | None = None) -> str:
    if chars is not None and len(text_of(chars)) > _SET_OF_CHARACTERS:
        raise RefusalError("template/too-much-text", limit=_SET_OF_CHARACTERS)
    return text.strip(chars)


def _replace(text: str, old: Any, new: Any, count: int | None = None) -> str:
    old, new = text_of(old), text_of(new)
    if isinstance(text, Markup) or isinstance(old, Markup) or isinstance(new, Markup):
        text, old, new = marked(text), marked(old), marked(new)
    found = text.count(old)
    times = found if count is None or count < 0 else min(found, count)
    budget().write(times * max(0, len(new) - len(old)))
    # A plain text knows no way to keep what a traced one states.
    return (stating(text) if isinstance(new, Traced) else text).replace(old, new, times)


def _truncate(
    text: str, length: int = 255, killwords: bool = False, end: str = "...", leeway: int = 5
) -> str:
    end = text_of(end)
    if len(text) <= length + leeway:
        return text
    cut = text[: max(0, length - len(end))]
    last = cut.rfind(" ")
    return (cut if killwords or last < 0 else cut[:last]) + end


def _wordcount(text: str) -> int:
    return len(text.split())


def _number(value: Any) -> Any:
    """Return what a whole number is made of; one of very many digits takes too long to read."""
    value = scalar(value)
    if isinstance(value, str) and len(value) > _LONGEST_NUMBER:
        return 0
    if isinstance(value, Decimal) and value.is_finite() and value.adjusted() > _LONGEST_NUMBER:
        return 0
    return value


def _int(value: Any, default: Any = 0, base: int = 10) -> Any:
    return JINJA["int"](_number(value), default, base)


def _float(value: Any, default: Any = 0.0) -> Any:
    return JINJA["float"](_number(value), default)


def _abs(value: Any) -> Any:
    return abs(scalar(value))


def _length(value: Any) -> int:
    return len(value)


@pass_environment
def _first(environment: Environment, values: Iterable[Any]) -> Any:
    return next(iter(values), environment.undefined(name="first"))


@pass_environment
def _last(environment: Environment, values: Any) -> Any:
    return next(iter(reversed(values)), environment.undefined(name="last"))


def _reverse(values: Any) -> Any:
    if isinstance(values, str):
        budget().write(len(values))
        return values[::-1]
    return reversed(gathered(values))


def _items(values: Mapping[Any, Any] | Undefined) -> Iterator[tuple[Any, Any]]:
    if not isinstance(values, Undefined):
        yield from ((key, values[key]) for key in counted(values))


def _batch(values: Any, linecount: int, fill_with: Any = None) -> list[list[Any]]:
    items = gathered(values)
    rows = [items[start : start + linecount] for start in range(0, len(items), linecount)]
    if rows and fill_with is not None:
        lacking = linecount - len(rows[-1])
        budget().gather(lacking)
        rows[-1] += [fill_with] * lacking
    return rows


@pass_environment
def _join(environment: Environment, values: Any, d: Any = "", attribute: Any = None) -> str:
    get = _getter(environment, attribute)
    return concatenated([get(value) for value in gathered(values)], d)


@pass_environment
def _sum(environment: Environment, values: Any, attribute: Any = None, start: Any = 0) -> Any:
    get = _getter(environment, attribute)
    total = list(start) if isinstance(start, list) else start
    for value in counted(values):
        if isinstance(total, list):
            total += gathered(get(value))
        else:
            total = add(total, scalar(get(value)))
    return total


def _getter(environment: Environment, attribute: Any, default: Any = None) -> Filter:
    """Return what finds ``a.b.0`` in an item."""
    path = [] if attribute is None else str(scalar(attribute)).split(".")
    parts = [int(part) if part.isdecimal() else part for part in path]

    def get(item: Any) -> Any:
        for part in parts:
            item = environment.getitem(item, part)
            if default is not None and isinstance(item, Undefined):
                item = default
        return item

    return get


def _ordered(value: Any, case_sensitive: bool) -> Any:
    """Return the key that a value is sorted by: a text or a number, paid for."""
    if not isinstance(scalar(value), str):
        return value
    budget().write(len(value))
    return value if case_sensitive else value.lower()


@pass_environment
def _sort(
    environment: Environment,
    values: Any,
    reverse: bool = False,
    case_sensitive: bool = False,
    attribute: Any = None,
) -> list[Any]:
    names = attribute.split(",") if isinstance(attribute, str) else [attribute]
    getters = [_getter(environment, name) for name in names]

    def key(item: Any) -> list[Any]:
        return [_ordered(get(item), case_sensitive) for get in getters]

    return sorted(gathered(values), key=key, reverse=bool(reverse))


def _extreme(choose: Callable[..., Any]) -> Filter:
    @pass_environment
    def chosen(
        environment: Environment, values: Any, case_sensitive: bool = False, attribute: Any = None
    ) -> Any:
        get = _getter(environment, attribute)
        nothing = environment.undefined(name=choose.__name__)
        return choose(
            counted(values), key=lambda item: _ordered(get(item), case_sensitive), default=nothing
        )

    return chosen


@pass_environment
def _unique(
    environment: Environment, values: Any, case_sensitive: bool = False, attribute: Any = None
) -> Iterator[Any]:
    get = _getter(environment, attribute)
    seen = set()
    for value in counted(values):
        key = _ordered(get(value), case_sensitive)
        if key not in seen:
            seen.add(key)
            yield value


@pass_environment
def _groupby(
    environment: Environment,
    values: Any,
    attribute: Any,
    default: Any = None,
    case_sensitive: bool = False,
) -> list[Group]:
    get = _getter(environment, attribute, default)

    def key(item: Any) -> Any:
        return _ordered(get(item), case_sensitive)

    groups = [list(members) for _, members in groupby(sorted(gathered(values), key=key), key)]
    return [Group(get(members[0]), members) for members in groups]


def _dictsort(
    values: Mapping[Any, Any],
    case_sensitive: bool = False,
    by: str = "key",
    reverse: bool = False,
) -> list[tuple[Any, Any]]:
    at = 1 if scalar(by) == "value" else 0
    pairs = list(_items(values))
    return sorted(pairs, key=lambda pair: _ordered(pair[at], case_sensitive), reverse=bool(reverse))


def _of_items(name: str) -> Filter:
    """Return a lazy filter of Jinja's that pays for each item it is given."""
    work = JINJA[name]

    @pass_context
    def filtered(context: Context, values: Any, *arguments: Any, **named: Any) -> Any:
        budget().step()
        return work(context, counted(values), *arguments, **named)

    return filtered


FILTERS: dict[str, Filter] = {
    "abs": _abs,
    "batch": _batch,
    "capitalize": _of_text(lambda text: text.capitalize()),
    "count": _length,
    "d": JINJA["default"],
    "default": JINJA["default"],
    "dictsort": _dictsort,
    "first": _first,
    "float": _float,
    "groupby": _groupby,
    "int": _int,
    "items": _items,
    "join": _join,
    "last": _last,
    "length": _length,
    "list": gathered,
    "lower": _of_text(lambda text: text.lower()),
    "map": _of_items("map"),
    "max": _extreme(max),
    "min": _extreme(min),
    "reject": _of_items("reject"),
    "rejectattr": _of_items("rejectattr"),
    "replace": _of_text(_replace),
    "reverse": _reverse,
    "select": _of_items("select"),
    "selectattr": _of_items("selectattr"),
    "sort": _sort,
    "string": text_of,
    "sum": _sum,
    "trim": _of_text(_trim),
    "truncate": _of_text(_truncate),
    "unique": _unique,
    "upper": _of_text(lambda text: text.upper()),
    "wordcount": _of_text(_wordcount),
}

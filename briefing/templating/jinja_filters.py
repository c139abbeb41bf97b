"""The filters of Jinja's that templates may use: each pays for what it looks at and makes.

Not among them are those that make much of little in one call (center, indent, slice, format), print
past the escaping (safe, xmlattr, urlize, tojson), reach for attributes (attr), or differ from run
to run (random, pprint).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import wraps
from itertools import groupby
from typing import Any, NamedTuple

from jinja2 import Environment, Undefined, pass_environment
from jinja2.filters import FILTERS as JINJA
from markupsafe import Markup

from briefing.templating.jinja_items import of_items, with_fact
from briefing.templating.limits import budget
from briefing.templating.marks import (
    as_markdown,
    beside_links,
    inside,
    marked,
    parted,
    together,
    words,
)
from briefing.templating.numbers import number_of, read
from briefing.templating.plain import add, concatenated, counted, gathered, scalar, text_of
from briefing.templating.refusals import RefusalError
from briefing.tracing import Traced, TracedMarkup, spans_of, stating, through
from briefing.vietnamese import in_order, round_half_up

_LONGEST_NUMBER = 100
_SET_OF_CHARACTERS = 100
_WITHOUT_FACTS = frozenset((str, Markup))
_APART = 1000
"""How many replaced words a text states one by one."""

Filter = Callable[..., Any]


class GroupedItems(NamedTuple):
    """Items that are alike: ``group.grouper`` and ``group.list``, or two names in a loop."""

    grouper: Any
    list: list[Any]


def _of_text(work: Callable[..., Any]) -> Filter:
    """Return a filter of texts that pays for the text it is given and the one it makes."""

    @wraps(work)
    def filtered(value: Any, *arguments: Any, **named: Any) -> Any:
        spent = budget()
        if type(value) in _WITHOUT_FACTS:
            spent.write(len(value))
            made = work(value, *arguments, **named)
        else:
            text = text_of(value)
            spent.write(len(text))
            made = through(work, text, *arguments, **named)
        spent.write(len(made) if isinstance(made, str) else 0)
        return made

    return filtered


def _trim(text: str, chars: str | None = None) -> str:
    if chars is None:
        bare = str.strip(text)
        return text if len(bare) == len(text) else text.strip()
    if len(text_of(chars)) > _SET_OF_CHARACTERS:
        raise RefusalError("template/too-much-text", limit=_SET_OF_CHARACTERS)
    if not isinstance(text, Markup) or "\\" in chars:
        return words(text).strip(str(chars))
    return inside(_bare, text, str(chars))


def _bare(source: str, chars: str) -> str:
    """Return Markdown without some signs at its ends; before each there may be a backslash."""
    if not chars:
        return source
    sign = f"[{re.escape(chars)}]"
    start = _matched(rf"(?:\\?{sign})*", source)
    # Backwards: one backslash before a sign belongs to it, two are a letter of their own.
    end = _matched(rf"(?:{sign}(?:\\(?=(?:\\\\)*(?!\\)))?)*", source[::-1])
    return source[start : max(start, len(source) - end)]


def _matched(pattern: str, text: str) -> int:
    found = re.match(pattern, text)
    return found.end() if found else 0


def _replace(text: str, old: Any, new: Any, count: int | None = None) -> str:
    old, new = str(text_of(old)), text_of(new)
    if isinstance(text, Markup):
        # In Markdown a sign stands for itself behind a backslash.
        old = str(marked(old)) if str(marked(old)) in text else old
    elif isinstance(new, Markup):
        return _woven(text, old, new, -1 if count is None else count)
    new = marked(new) if isinstance(text, Markup) else new
    found = text.count(old)
    times = found if count is None or count < 0 else min(found, count)
    budget().write(times * max(0, len(new) - len(old)))
    if times > _APART:
        # So many are no words any more: the text states them as a whole.
        made = str(text).replace(old, str(new), times)
        whole = as_markdown(made) if isinstance(text, Markup) else made
        return stating(
            whole, *dict.fromkeys(path for _, _, path in (*spans_of(text), *spans_of(new)))
        )
    if isinstance(text, Traced) or isinstance(new, Traced):
        return stating(text).replace(old, new, times)
    return type(text)(str(text).replace(old, str(new), times))


def _woven(text: str, old: str, mark: Markup, count: int) -> str:
    """Return a text with Markdown in place of some of its words."""
    pieces = parted(text, old, count) if old else [text]
    budget().write(len(text) + len(mark) * len(pieces))
    return as_markdown(together([marked(piece) for piece in pieces], mark, TracedMarkup))


def _truncate(
    text: str, length: int = 255, killwords: bool = False, end: str = "...", leeway: int = 5
) -> str:
    end, said = text_of(end), words(text)
    if len(said) <= length + leeway:
        return text
    cut = said[: max(0, length - len(end))]
    last = cut.rfind(" ")
    return concatenated((cut if killwords or last < 0 else cut[:last], end))


def _wordcount(text: str) -> int:
    return len(words(text).split())


_NOT_TOLD = object()


def _int(value: Any, default: Any = _NOT_TOLD, base: int = 10) -> Any:
    if isinstance(value, str) and base != 10:
        return JINJA["int"](value[:_LONGEST_NUMBER], default, base)
    number = _understood(value, default)
    return int(number) if isinstance(number, int | Decimal) else number


def _float(value: Any, default: Any = _NOT_TOLD) -> Any:
    number = _understood(value, default)
    return Decimal(number) if isinstance(number, int | Decimal) else number


def _understood(value: Any, default: Any) -> Any:
    """Return a number; what is none gives the default, if the template says one."""
    if default is _NOT_TOLD or isinstance(value, int | Decimal):
        number = number_of(value)
    else:
        number = read(value) if isinstance(value, str) else None
        number = default if number is None else number
    if isinstance(number, Decimal) and number.adjusted() > _LONGEST_NUMBER:
        raise RefusalError("template/number-too-long", limit=_LONGEST_NUMBER)
    return number


def _abs(value: Any) -> Any:
    number = number_of(value)
    return number if isinstance(number, Undefined) else abs(number)


def _round(value: Any, places: int = 0) -> Any:
    number = number_of(value)
    if isinstance(number, Undefined):
        return number
    return round_half_up(Decimal(number), max(0, min(int(places), _LONGEST_NUMBER)))


def _length(value: Any) -> int:
    return len(_letters(value))


@pass_environment
def _first(environment: Environment, values: Iterable[Any]) -> Any:
    return next(iter(_letters(values)), environment.undefined(name="first"))


@pass_environment
def _last(environment: Environment, values: Any) -> Any:
    return next(iter(reversed(_letters(values))), environment.undefined(name="last"))


def _letters(values: Any) -> Any:
    """Return values to be taken one by one; those of Markdown are the letters that it prints."""
    return words(values) if isinstance(values, Markup) else values


def _reverse(values: Any) -> Any:
    if isinstance(values, str):
        budget().write(len(values))
        return words(values)[::-1]
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


def _listed(value: Any, case_sensitive: bool) -> Any:
    """Return the key by which a list goes: đ after d and before e, not after z."""
    text = isinstance(scalar(value), str) and not case_sensitive
    return in_order(_ordered(value, True)) if text else _ordered(value, case_sensitive)


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
        return [_listed(get(item), case_sensitive) for get in getters]

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
) -> list[GroupedItems]:
    get = _getter(environment, attribute, default)

    def key(item: Any) -> Any:
        return _ordered(get(item), case_sensitive)

    groups = [list(members) for _, members in groupby(sorted(gathered(values), key=key), key)]
    return [GroupedItems(get(members[0]), members) for members in groups]


def _dictsort(
    values: Mapping[Any, Any],
    case_sensitive: bool = False,
    by: str = "key",
    reverse: bool = False,
) -> list[tuple[Any, Any]]:
    at = 1 if scalar(by) == "value" else 0
    pairs = list(_items(values))
    return sorted(pairs, key=lambda pair: _listed(pair[at], case_sensitive), reverse=bool(reverse))


FILTERS: dict[str, Filter] = {
    "abs": _abs,
    "batch": _batch,
    "capitalize": _of_text(lambda text: inside(lambda said: said.capitalize(), text)),
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
    "lower": _of_text(lambda text: beside_links(lambda said: said.lower(), text)),
    "map": of_items("map"),
    "max": _extreme(max),
    "min": _extreme(min),
    "reject": of_items("reject"),
    "rejectattr": with_fact("rejectattr", wanted=False),
    "replace": _of_text(_replace),
    "round": _round,
    "reverse": _reverse,
    "select": of_items("select"),
    "selectattr": with_fact("selectattr", wanted=True),
    "sort": _sort,
    "string": text_of,
    "sum": _sum,
    "trim": _of_text(_trim),
    "truncate": _of_text(_truncate),
    "unique": _unique,
    "upper": _of_text(lambda text: beside_links(lambda said: said.upper(), text)),
    "wordcount": _of_text(_wordcount),
}

"""Work on plain values whose cost is known before it is done.

Lists that hold one another many times over cost nothing to make, but more than any machine has to
print, to compare or to use as a key; so these things are done on texts and numbers only, or item
by item at the budget's expense.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from jinja2 import Undefined
from markupsafe import Markup

from briefing.templating.limits import budget, check_whole
from briefing.templating.marks import alike, as_markdown, together, words
from briefing.templating.numbers import divide, text_of_number
from briefing.templating.refusals import RefusalError
from briefing.templating.undefined import record_unknown
from briefing.tracing import Traced, TracedMarkup, carried

_SCALARS = (str, int, float, Decimal, type(None), Undefined)
_LONG = 1000


def text_of(value: Any, name: str = "") -> str:
    """Return a value as text; refuses what is neither text nor number.

    What there is not gives a gap; ``name`` is how the template calls it.
    """
    if isinstance(value, str):
        return value
    if value is None:
        return record_unknown(name, "template/none")
    if isinstance(value, Decimal):
        return carried(text_of_number(value), value)
    said = str(scalar(value))
    return said if isinstance(value, Undefined) else carried(said, value)


def scalar(value: Any) -> Any:
    """Return a value if it is a text, a number or nothing; such a value is cheap to compare."""
    if type(value) is str:
        return value
    if not isinstance(value, _SCALARS):
        raise RefusalError("template/not-text")
    check_whole(value)
    return value


def concatenated(values: Iterable[Any], between: Any = "") -> str:
    """Return values as one text, Markdown when one of them is; the size is taken first."""
    mark, *texts = alike([text_of(between), *map(text_of, values)])
    budget().write(sum(map(len, texts)) + len(mark) * len(texts))
    kind = TracedMarkup if isinstance(mark, Markup) else Traced
    text = together(texts, mark, kind)
    return as_markdown(text) if isinstance(mark, Markup) else text


def counted(values: Any) -> Any:
    """Return values that are looked at one by one, having paid for each of them."""
    if isinstance(values, str):
        budget().write(len(values))
    elif isinstance(values, Sequence | Mapping):
        budget().step(len(values))
    elif not isinstance(values, Undefined):
        return _each(values)
    return values


def _each(values: Iterable[Any]) -> Iterator[Any]:
    step = budget().step
    for value in values:
        step()
        yield value


def gathered(values: Any) -> list[Any]:
    """Return values as a list, having paid for it."""
    found: list[Any] = []
    gather = budget().gather
    if isinstance(values, Markup):
        values = words(values)
    if isinstance(values, Sequence | Mapping):
        gather(len(values))
        return list(counted(values))
    for value in values:
        gather(1)
        found.append(value)
    return found


def add(left: Any, right: Any) -> Any:
    """Return a sum of numbers, or two texts or two lists in one."""
    if type(left) is int and type(right) is int:
        check_whole(left, right)
        return left + right
    if isinstance(left, str) and isinstance(right, str):
        return concatenated((left, right))
    if isinstance(left, list | tuple) and isinstance(right, list | tuple):
        budget().gather(len(left) + len(right))
    check_whole(left, right)
    return left + right


def multiply(left: Any, right: Any) -> Any:
    """Return a product of numbers, or a text or a list several times over."""
    for value, times in ((left, right), (right, left)):
        if isinstance(times, int) and isinstance(value, str):
            budget().write(len(value) * max(0, times))
        elif isinstance(times, int) and isinstance(value, list | tuple):
            budget().gather(len(value) * max(0, times))
    check_whole(left, right)
    return left * right


def power(left: Any, right: Any) -> Any:
    """Return a power of numbers."""
    if isinstance(left, int) and isinstance(right, int):
        check_whole(right)
        check_whole(1 << min(left.bit_length() * abs(right), 1 << 16))
    return left**right


def remainder(left: Any, right: Any) -> Any:
    """Return the remainder of numbers; ``%`` on a text would be a format."""
    if isinstance(left, str):
        raise RefusalError("template/forbidden", name="%", near="~")
    return left % right


OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "+": add,
    "*": multiply,
    "/": divide,
    "**": power,
    "%": remainder,
}


def same(left: Any, right: Any) -> bool:
    """Say whether two values are equal, lists and groups item by item."""
    if isinstance(left, list | tuple) and isinstance(right, list | tuple):
        if type(left) is not type(right) or len(left) != len(right):
            return False
        budget().step(len(left) + 1)
        return all(same(a, b) for a, b in zip(left, right, strict=True))
    if isinstance(left, Mapping) and isinstance(right, Mapping):
        if len(left) != len(right):
            return False
        budget().step(len(left) + 1)
        return all(key in right and same(left[key], right[key]) for key in left)
    if isinstance(left, str) and len(left) > _LONG:
        budget().write(len(left))
    return bool(left == right)


def holds(values: Any, wanted: Any) -> bool:
    """Say whether a text, a list or a group has a value in it."""
    if isinstance(values, str | Mapping):
        budget().write(len(values) if isinstance(values, str) and len(values) > _LONG else 0)
        return scalar(wanted) in values
    if isinstance(values, Undefined):
        return wanted in values
    return any(same(value, wanted) for value in counted(values))


def _in_order(compare: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def compared(left: Any, right: Any) -> Any:
        if isinstance(left, str) and len(left) > _LONG:
            budget().write(len(left))
        return compare(scalar(left), scalar(right))

    return compared


COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "eq": same,
    "ne": lambda left, right: not same(left, right),
    "gt": _in_order(operator.gt),
    "gteq": _in_order(operator.ge),
    "lt": _in_order(operator.lt),
    "lteq": _in_order(operator.le),
    "in": lambda wanted, values: holds(values, wanted),
    "notin": lambda wanted, values: not holds(values, wanted),
}

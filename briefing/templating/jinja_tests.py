"""The tests of Jinja's that templates may use (``x is defined``), at a known cost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2.tests import TESTS as JINJA

from briefing.templating.plain import COMPARISONS, remainder, same

_KEPT = (
    *("defined", "undefined", "none", "boolean", "true", "false", "integer", "float", "number"),
    *("string", "mapping", "sequence", "iterable", "sameas"),
)
_NAMES = {
    "eq": ("eq", "==", "equalto"),
    "ne": ("ne", "!="),
    "gt": ("gt", ">", "greaterthan"),
    "gteq": ("ge", ">="),
    "lt": ("lt", "<", "lessthan"),
    "lteq": ("le", "<="),
    "in": ("in",),
}


def _divisible(value: Any, number: Any) -> bool:
    # On a text this operator would be a format: "%1000000000d" is odd.
    return same(remainder(value, number), 0)


_JINJA: Mapping[str, Any] = JINJA

TESTS: dict[str, Callable[..., Any]] = {
    **{name: _JINJA[name] for name in _KEPT},
    **{name: COMPARISONS[own] for own, names in _NAMES.items() for name in names},
    "divisibleby": _divisible,
    "even": lambda value: _divisible(value, 2),
    "odd": lambda value: not _divisible(value, 2),
}

"""Numbers that know their facts; what is worked out of them states the facts of all of them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import wraps
from typing import Any

from briefing.tracing.handing import paths_of


class TracedInteger(int):
    """A whole number and the facts that it states."""

    paths: tuple[str, ...]

    def __new__(cls, value: int, paths: tuple[str, ...]) -> TracedInteger:
        """Return a number with facts."""
        made = int.__new__(cls, value)
        made.paths = paths
        return made


class TracedDecimal(Decimal):
    """A number and the facts that it states."""

    __slots__ = ("paths", "plain")

    paths: tuple[str, ...]
    plain: Decimal

    def __new__(cls, value: Decimal, paths: tuple[str, ...]) -> TracedDecimal:
        """Return a number with facts."""
        made = Decimal.__new__(cls, value)
        made.paths = paths
        made.plain = value
        return made


def worked_out(work: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function of numbers that works on plain ones and states in the end what they do."""

    @wraps(work)
    def traced(*numbers: Any, **named: Any) -> Any:
        paths: tuple[str, ...] = ()
        for number in numbers:
            if type(number) is TracedDecimal:
                paths += number.paths
        if not paths:
            return work(*numbers, **named)
        made = work(*map(plain_number, numbers), **named)
        if not isinstance(made, Decimal):
            return made
        return TracedDecimal(made, tuple(dict.fromkeys(paths)))

    return traced


def plain_number(number: Any) -> Any:
    """Return a number without its facts, which is worked with faster."""
    return number.plain if type(number) is TracedDecimal else number


def _deriving(operation: Callable[..., Any]) -> Callable[..., Any]:
    def derived(self: TracedDecimal, *others: Any, **named: Any) -> Any:
        made = operation(self, *others, **named)
        if not isinstance(made, Decimal):
            return made
        paths = dict.fromkeys([*self.paths, *(path for one in others for path in paths_of(one))])
        return TracedDecimal(made, tuple(paths))

    return derived


_OPERATIONS = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow")
for _name in (
    *(f"__{side}{operation}__" for operation in _OPERATIONS for side in ("", "r")),
    *("__neg__", "__pos__", "__abs__", "__round__"),
    *("quantize", "copy_abs", "copy_negate", "normalize", "to_integral_value", "scaleb"),
):
    setattr(TracedDecimal, _name, _deriving(getattr(Decimal, _name)))

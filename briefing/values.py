"""Values that nobody changes, which mypy sees to: data classes without what Python would write.

Python writes the source of the methods of each data class and compiles it when the program starts,
which for two hundred frozen ones is a fifth of a short run; their values take four times as long to
make.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform, overload

_Value = TypeVar("_Value")


@overload
def record(cls: type[_Value], /) -> type[_Value]: ...


@overload
def record(*, slots: bool = True, eq: bool = True) -> Callable[[type[_Value]], type[_Value]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: Any = None, /, *, slots: bool = True, eq: bool = True) -> Any:
    """Return a class as a data class: what holds the same is equal, and is the same key.

    Without ``slots`` it may keep what was worked out; without ``eq`` a value equals itself only.
    """

    def made(cls: type[_Value]) -> type[_Value]:
        known = dataclass(slots=slots, eq=False, repr=False)(cls)
        methods = {"__repr__": _shown, **(_comparing(known) if eq else {})}
        for name, method in methods.items():
            if name not in vars(cls):
                setattr(known, name, method)
        return known

    return made if cls is None else made(cls)


def _comparing(cls: type[Any]) -> dict[str, Callable[..., Any]]:
    """Return how values of a data class are compared and taken as keys."""
    held = _values(part.name for part in fields(cls) if part.compare)
    keyed = _values(
        part.name for part in fields(cls) if (part.compare if part.hash is None else part.hash)
    )

    def equal(self: object, other: object) -> bool:
        return bool(held(self) == held(other)) if type(self) is type(other) else NotImplemented

    def key(self: object) -> int:
        return hash(keyed(self))

    return {"__eq__": equal, "__hash__": key}


def _values(names: Iterable[str]) -> Callable[[object], Any]:
    """Return what gives the values under some names; without names, all objects are alike."""
    known = tuple(names)
    return attrgetter(*known) if known else type


def _shown(self: Any) -> str:
    told = (f"{part.name}={getattr(self, part.name)!r}" for part in fields(self) if part.repr)
    return f"{type(self).__qualname__}({', '.join(told)})"

"""Values that nobody changes, which mypy sees to: data classes without what Python would write.

Python writes the source of the methods of each data class and compiles it when the program starts,
which for two hundred frozen ones is a fifth of a short run; their values take four times as long to
make. What makes the values of a record is written with the first of them: a short run needs half.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, dataclass, field, fields
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
        # Where nothing is said of a class, Python would ask for its parameters to say something.
        cls.__doc__ = cls.__doc__ or cls.__name__
        known = dataclass(slots=slots, eq=False, repr=False, init=False)(cls)
        methods = {"__init__": _first_made(known), "__repr__": _shown}
        if eq:
            methods |= _comparing(known)
        for name, method in methods.items():
            if name not in vars(cls):
                setattr(known, name, method)
        return known

    return made if cls is None else made(cls)


@dataclass_transform(field_specifiers=(field,))
def changing(cls: type[_Value], /) -> type[_Value]:
    """Return a class as a data class whose values change while they work; each equals itself only.

    It costs as little as a record.
    """
    return record(eq=False)(cls)


def _first_made(cls: Any) -> Callable[..., None]:
    """Return what makes the first value of a class, and leaves to the class what makes others."""

    def first(self: Any, *values: Any, **named: Any) -> None:
        made = _making(cls)
        if vars(cls)["__init__"] is first:
            cls.__init__ = made
        made(self, *values, **named)

    return first


def _making(cls: type[Any]) -> Callable[..., None]:
    """Return ``__init__`` of a class: each field as it is given, by default, or newly made."""
    taken, put = ["self"], []
    known: dict[str, Any] = {"_missing_": MISSING}
    for number, part in enumerate(fields(cls)):
        name, default, value = part.name, f"_{number}_", part.name
        if part.default_factory is not MISSING:
            known[default] = part.default_factory
            default, made = "_missing_", f"{default}()"
            value = f"{made} if {name} is _missing_ else {name}" if part.init else made
        elif part.default is not MISSING:
            known[default] = part.default
            value = name if part.init else default
        elif not part.init:
            continue
        if part.init:
            taken.append(name if _must_be_given(part) else f"{name}={default}")
        put.append(f"self.{name}={value}")
    if hasattr(cls, "__post_init__"):
        put.append("self.__post_init__()")
    exec(f"def __init__({','.join(taken)}):\n {';'.join(put) or 'pass'}", known)  # noqa: S102
    made_by: Callable[..., None] = known["__init__"]
    return made_by


def _must_be_given(part: Field[Any]) -> bool:
    return part.default is MISSING and part.default_factory is MISSING


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

"""Groups of facts whose values know their paths in the input."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from briefing.report.base import QuotedNumber
from briefing.report.dates import PartialDate
from briefing.report.roles import Role, roles_below, roles_in
from briefing.tracing import Traced, TracedDecimal, TracedInteger
from briefing.values import record


@record
class TracedDate(PartialDate):
    """A date and the facts that it states."""

    paths: tuple[str, ...] = ()


_Facts = TypeVar("_Facts", bound=BaseModel)


def traced_facts(facts: _Facts, path: str, role: Role) -> _Facts:
    """Return the same group, whose values to be printed know their paths; ``role`` is its own."""
    return cast(_Facts, _TracedFacts(facts, path, role))


def traced_value(value: Any, path: str, role: Role) -> Any:
    """Return a text, number or date that knows its path, if it is there to be printed."""
    if not role.shown:
        return value
    kind = _KINDS.get(type(value))
    if kind is not None:
        return kind(value, (path,))
    if isinstance(value, PartialDate):
        return TracedDate(value.year, value.month, value.day, (path,))
    return value


_KINDS: dict[type, Callable[..., Any]] = {
    str: Traced,
    int: TracedInteger,
    Decimal: TracedDecimal,
    QuotedNumber: TracedDecimal,
}


class TracedGroups(Mapping[str, _Facts]):
    """Groups of facts by name, each made traced when it is asked for."""

    def __init__(self, groups: Mapping[str, _Facts], path: str, role: Role) -> None:
        self._groups = groups
        self._path = path
        self._role = role
        self._made: dict[str, _Facts] = {}

    def __getitem__(self, name: str) -> _Facts:
        if name not in self._made:
            group = self._groups[name]
            self._made[name] = traced_facts(group, f"{self._path}.{name}", self._role)
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._groups

    def __iter__(self) -> Iterator[str]:
        return iter(self._groups)

    def __len__(self) -> int:
        return len(self._groups)


class _TracedFacts:
    """A view of a group; a value that has to know its path is made when it is asked for."""

    def __init__(self, facts: BaseModel, path: str, role: Role) -> None:
        known = self.__dict__
        known.update(facts.__dict__)
        for name in _traced_fields(type(facts), role):
            if known[name] is not None:
                del known[name]
        known["_facts"], known["_path"], known["_role"] = facts, path, role

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._facts, name)
        model: type[BaseModel] = type(self._facts)
        role = roles_below(model, self._role)[name]
        path = f"{self._path}.{name}"
        if type(value) in _KINDS or not isinstance(value, BaseModel):
            value = traced_value(value, path, role)
        else:
            value = traced_facts(value, path, role)
        self.__dict__[name] = value
        return value


@cache
def _traced_fields(model: type[BaseModel], role: Role) -> tuple[str, ...]:
    """Return the fields that hold something to be printed."""
    return tuple(
        name
        for name, own in roles_below(model, role).items()
        if any(below.shown for _, below in roles_in(model, name, own))
    )

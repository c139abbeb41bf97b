"""Groups of facts whose values know their paths in the input."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from briefing.report.dates import PartialDate
from briefing.report.roles import Role, roles_below
from briefing.tracing import Traced, TracedDecimal, TracedInteger


@dataclass(frozen=True, slots=True)
class TracedDate(PartialDate):
    """A date and the facts that it states."""

    paths: tuple[str, ...] = ()


_Facts = TypeVar("_Facts", bound=BaseModel)


def traced_facts(facts: _Facts, path: str, role: Role) -> _Facts:
    """Return the same group, whose values to be printed know their paths; ``role`` is its own."""
    return cast(_Facts, _TracedFacts(facts, path, role))


def traced_value(value: Any, path: str, role: Role) -> Any:
    """Return a text, number or date that knows its path, if it is there to be printed."""
    if not role.shown or isinstance(value, bool):
        return value
    match value:
        case str():
            return Traced(value, (path,))
        case int():
            return TracedInteger(value, (path,))
        case Decimal():
            return TracedDecimal(value, (path,))
        case PartialDate():
            return TracedDate(value.year, value.month, value.day, (path,))
    return value


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
    """A view of a group; each value is made when it is asked for."""

    def __init__(self, facts: BaseModel, path: str, role: Role) -> None:
        self._facts = facts
        self._path = path
        self._role = role

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._facts, name)
        role = roles_below(type(self._facts), self._role).get(name)
        if role is not None and value is not None:
            path = f"{self._path}.{name}"
            if isinstance(value, BaseModel):
                value = traced_facts(value, path, role)
            else:
                value = traced_value(value, path, role)
        self.__dict__[name] = value
        return value

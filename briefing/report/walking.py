"""Every value of a report with its path and its role, and what is asked of them again and again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from briefing.findings import FieldPath
from briefing.kinds import EXTRA
from briefing.patterns import Pattern
from briefing.report.report import Report
from briefing.report.roles import NO_ROLE, Names, Role, innermost, roles_below, roles_in

Wanted = Callable[[Role], bool]
_Keep = Callable[[FieldPath, str, Any, Role, bool], object]


class LeafValue(NamedTuple):
    """A value that is no group and no list.

    ``shape`` is its path without positions and names, ``tasks[].lead``; ``supplied`` is false of
    one that nobody wrote.
    """

    path: FieldPath
    shape: str
    value: Any
    role: Role
    supplied: bool


def leaves(report: Report) -> tuple[LeafValue, ...]:
    """Return every value of a report in the order of the schema."""
    return leaves_with(report, _is_there)


def leaves_with(report: Report, wanted: Wanted) -> tuple[LeafValue, ...]:
    """Return the values of a report whose roles are wanted."""
    found: list[LeafValue] = []
    _walk(report, wanted, lambda *leaf: found.append(LeafValue(*leaf)))
    return tuple(found)


def report_texts(report: Report) -> tuple[tuple[FieldPath, str], ...]:
    """Return every text that a document may print and that may name figures, with its path.

    A report does not change, so its texts are gathered once.
    """
    known: tuple[tuple[FieldPath, str], ...] | None = report._known("_texts")
    if known is not None:
        return known
    found: list[tuple[FieldPath, str]] = []
    _gather_texts(report, (), NO_ROLE, found)
    report._texts = texts = tuple(found)
    return texts


def _gather_texts(
    model: BaseModel, path: FieldPath, role: Role, found: list[tuple[FieldPath, str]]
) -> None:
    """Add the texts of a group, in the order in which every value is handed on."""
    values = model.__dict__
    for name, own in _worded_fields(type(model), role):
        value = values[name]
        if value.__class__ is str:
            found.append(((*path, name), value))
        elif value:
            _gather(value, (*path, name), own, found)


def _gather(value: Any, path: FieldPath, role: Role, found: list[tuple[FieldPath, str]]) -> None:
    if isinstance(value, list | dict):
        for at, item in enumerate(value) if isinstance(value, list) else value.items():
            # Most lists are texts, and a report is mostly lists.
            if item.__class__ is str:
                found.append(((*path, at), item))
            else:
                _gather(item, (*path, at), role, found)
    elif isinstance(value, BaseModel):
        _gather_texts(value, path, role, found)
    elif isinstance(value, str):
        found.append((path, value))


@cache
def _worded_fields(model: type[BaseModel], group: Role) -> tuple[tuple[str, Role], ...]:
    """Return the fields of a group that are such texts or hold some."""
    fields = roles_below(model, group).items()
    return tuple((name, role) for name, role in fields if _may_say(model, name, role))


def _may_say(
    model: type[BaseModel], name: str, role: Role, around: tuple[type[BaseModel], ...] = ()
) -> bool:
    """Say whether a field may hold such a text; numbers never are any."""
    kind = innermost(model.model_fields[name].annotation)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        # What a group holds of its own kind is looked at once.
        below = roles_below(kind, role).items() if kind not in around else ()
        return any(_may_say(kind, each, own, (*around, kind)) for each, own in below)
    return role.sentence and not (isinstance(kind, type) and issubclass(kind, Decimal | int))


_NAME = Pattern(r"[a-z][a-z0-9]*(_[a-z0-9]+)+")


def called_people(report: Report) -> Iterator[tuple[FieldPath, str]]:
    """Yield each name by which a person is called, with its path in the input."""
    for leaf in leaves_with(report, _calls_somebody):
        # A group is written in words; a name of ours is one word of small Latin letters.
        if leaf.role.names is Names.PERSON or _NAME.fullmatch(leaf.value):
            yield leaf.path, leaf.value


def listed_figures(report: Report) -> Iterator[tuple[FieldPath, str]]:
    """Yield the names of figures in lists of an input's own data, with their paths."""
    extra = report.__dict__.get(EXTRA)
    if extra is None:
        return
    found: list[tuple[FieldPath, str]] = []
    walk = _Walk(_calls_a_figure, lambda path, _, name, *__: found.append((path, name)))
    role = roles_below(type(report), NO_ROLE)[EXTRA]
    walk.group(extra, (EXTRA,), f"{EXTRA}.", role, True)
    yield from found


def _calls_a_figure(role: Role) -> bool:
    return role.names is Names.FIGURE


def _is_there(_: Role) -> bool:
    return True


def _calls_somebody(role: Role) -> bool:
    return role.names in (Names.PERSON, Names.PERSON_OR_WORDS)


def _walk(report: Report, wanted: Wanted, keep: _Keep) -> None:
    """Hand on every value whose role is wanted."""
    _Walk(wanted, keep).group(report, (), "", NO_ROLE, True)


_PLAIN = frozenset({str, int, bool, Decimal})


class _Walk:
    def __init__(self, wanted: Wanted, keep: _Keep) -> None:
        self._wanted = wanted
        self._keep = keep

    def group(
        self, model: BaseModel, path: FieldPath, shape: str, role: Role, supplied: bool
    ) -> None:
        written, values = model.model_fields_set, model.__dict__
        for name, own in _fields(type(model), role, self._wanted):
            value = values[name]
            if value is not None:
                here = supplied and name in written
                self._go(value, (*path, name), shape + name, own, here)

    def _go(self, value: Any, path: FieldPath, shape: str, role: Role, supplied: bool) -> None:
        # To ask whether something is a group is slow, and most values are plain ones.
        if type(value) in _PLAIN:
            self._keep(path, shape, value, role, supplied)
        elif isinstance(value, dict):
            below = f"{shape}[]"
            for key, item in value.items():
                self._go(item, (*path, key), below, role, supplied)
        elif isinstance(value, list):
            self._items(value, path, _folded(f"{shape}[]"), role, supplied)
        elif isinstance(value, BaseModel):
            self.group(value, path, f"{shape}.", role, supplied)
        else:
            self._keep(path, shape, value, role, supplied)

    def _items(
        self, items: list[Any], path: FieldPath, shape: str, role: Role, supplied: bool
    ) -> None:
        for index, item in enumerate(items):
            # Most lists are texts, and a report is mostly lists.
            if type(item) is str:
                self._keep((*path, index), shape, item, role, supplied)
            else:
                self._go(item, (*path, index), shape, role, supplied)


@cache
def _folded(shape: str) -> str:
    """Return the path of a list without the groups of its own kind around it."""
    return _AGAIN.sub(r"\1", f"{shape}.")[:-1]


_AGAIN = re.compile(r"(\b\w+\[\]\.)\1+$")


@cache
def _fields(model: type[BaseModel], group: Role, wanted: Wanted) -> tuple[tuple[str, Role], ...]:
    """Return the fields of a group that are wanted or hold what is."""
    return tuple(
        (name, role)
        for name, role in roles_below(model, group).items()
        if any(wanted(below) for _, below in roles_in(model, name, role))
    )

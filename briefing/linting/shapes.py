"""Shapes: what a template knows of a value before there is one.

A shape says which names can be asked of a value and what it gives when it is gone through. It
carries the facts of the input that it states, so that reading it can be noted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import Any, TypeAlias

from briefing.values import record


@record
class Leaf:
    """A text, a number or a flag, and the facts of the input that it states.

    ``names_path`` is true of a text that is itself the path of a fact, as in ``expected``;
    ``may_lack`` of one that an input need not have.
    """

    facts: frozenset[str] = frozenset()
    names_path: bool = False
    may_lack: bool = False


@record(eq=False)
class Group:
    """Named values, each of its own shape; ``path`` is how a template reaches the group.

    ``there`` is the same group for sure, where an input need not have it.
    """

    fields: Mapping[str, Shape]
    path: str = ""
    there: Group | None = None


@record
class Listing:
    """Any number of values of one shape."""

    item: Shape


@record
class TableShape:
    """Values of one shape under names that the input chooses, as in ``people``."""

    value: Shape


@record
class TupleShape:
    """A fixed number of values, each of its own shape; ``names`` call the first of them."""

    items: tuple[Shape, ...]
    names: tuple[str, ...] = ()


@record(eq=False)
class Function:
    """What can be called; ``call`` takes a Call and says what it gives."""

    call: Callable[[Any], Shape]
    parts: Mapping[str, Shape] = field(default_factory=dict)


@record(eq=False)
class Module:
    """What an imported template offers; ``blocks`` is true of ``self``, which offers blocks.

    ``listed`` are the blocks that packs put among the sections, which are called one by one.
    """

    parts: Mapping[str, Shape]
    path: str = ""
    blocks: bool = False
    listed: tuple[str, ...] = ()


@record(eq=False)
class Notebook:
    """A ``namespace()``: values that a template sets while it runs."""

    parts: dict[str, Shape]


@record
class Nothing:
    """None, or what an ``if`` without ``else`` gives: prints nothing, holds nothing."""


@record
class Absent:
    """A parameter that a call left out."""


@record
class Unknown:
    """What cannot be followed; ``told`` is true once there is a finding that says so."""

    told: bool = False


@record
class Either:
    """One of several shapes."""

    options: tuple[Shape, ...]


Shape: TypeAlias = (
    "Leaf | Group | Listing | TableShape | TupleShape | Function | Module | Notebook"
    " | Nothing | Absent | Unknown | Either"
)

LEAF = Leaf()
NOTHING = Nothing()
TOLD = Unknown(told=True)


def merged(shapes: Iterable[Shape]) -> Shape:
    """Return the shape of a value that has one of several shapes."""
    found: Shape = NOTHING
    for shape in shapes:
        found = _merge(found, shape)
    return found


def _merge(one: Shape, other: Shape) -> Shape:
    if one is other or other is NOTHING:
        return one
    if one is NOTHING:
        return other
    # Where one of two ways has been told of already, or gives nothing, the other one counts.
    for blank in (NOTHING, TOLD):
        if blank in (one, other):
            return other if one == blank else one
    match one, other:
        case (Unknown(), _) | (_, Unknown()):
            return Unknown()
        case _ if one == other:
            return one
        case Leaf(), Leaf():
            lacks = one.may_lack or other.may_lack
            return Leaf(one.facts | other.facts, one.names_path and other.names_path, lacks)
        case Listing(), Listing():
            return Listing(_merge(one.item, other.item))
        case TableShape(), TableShape():
            return TableShape(_merge(one.value, other.value))
    options = (*options_of(one), *options_of(other))
    return Either(tuple(dict.fromkeys(options)))


def may_lack(shape: Shape) -> bool:
    """Say whether a value may be absent from an input."""
    if isinstance(shape, Leaf):
        return shape.may_lack
    if isinstance(shape, Group):
        return shape.there is not None
    return isinstance(shape, Either) and any(map(may_lack, shape.options))


def surely(shape: Shape) -> Shape:
    """Return the shape of a value that is there for sure."""
    match shape:
        case Leaf(may_lack=True):
            return Leaf(shape.facts, shape.names_path)
        case Group(there=Group() as there):
            return there
        case Either():
            return merged(map(surely, shape.options))
    return shape


def options_of(shape: Shape) -> tuple[Shape, ...]:
    """Return the shapes that a value may have."""
    return shape.options if isinstance(shape, Either) else (shape,)


def facts_in(shape: Shape) -> frozenset[str]:
    """Return the facts that using a value as a whole reads; a group is not read whole."""
    match shape:
        case Leaf():
            return shape.facts
        case Listing():
            return facts_in(shape.item)
        case TupleShape():
            return frozenset().union(*map(facts_in, shape.items))
        case Either():
            return frozenset().union(*map(facts_in, shape.options))
    return frozenset()


def all_facts(shape: Shape) -> frozenset[str]:
    """Return every fact below a shape, through groups as well."""
    match shape:
        case Group():
            return frozenset().union(*map(all_facts, shape.fields.values()))
        case Listing():
            return all_facts(shape.item)
        case TableShape():
            return all_facts(shape.value)
    return facts_in(shape)

"""What each field of an input is for, said once on the field itself.

A role stands in the field's annotation (``title: Printed[Text | None]``); fields of a group without
one of their own have that of the group. Schema, lint, checks, packs and the rendering read it here.
"""

from __future__ import annotations

from dataclasses import field
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

from briefing.values import record


class Use(Enum):
    """What becomes of a value."""

    PRINTED = "stands in the text of documents"
    FRAME = "stands around the text by law, or in the properties of the file"
    STEERING = "chooses something; it is not itself printed"
    NOTE = "is for people who work on the input"


class Names(Enum):
    """What a value calls by its name in the input, in place of which that is printed."""

    FIGURE = "figures"
    PERSON = "people"
    PERSON_OR_WORDS = "people, or a group in words"
    FORCE = "forces"


class Trait(Enum):
    """What else is true of a field."""

    __hash__ = object.__hash__  # each exists once, and is asked for often

    INHERITED = "taken from a pack as it stands there"
    OF_PERIOD = "names the period and the next one; no other year"
    AHEAD = "looks ahead, so that a year gone by is left over"
    BY_NAME = "comes to the page through sentences that name its group"
    IN_PHRASES = "words inside a phrase; of names in braces only those of the period are known"
    ASIDE = "printed where a form has a place for it; nothing is lost where none has"
    CELLS = "the cells of a row of a table, no running text"
    TAKEN_FOR_TEXT = "a note that may be taken for a text to be printed"


@record(eq=False)
class Role:
    """What a field is for.

    ``shown`` is true of what is there to be seen in a document or its properties, ``sentence`` of
    texts among it that may name figures, documents and words in braces. Each role exists once.
    """

    use: Use | None = None
    names: Names | None = None
    traits: frozenset[Trait] = frozenset()
    shown: bool = field(init=False)
    sentence: bool = field(init=False)

    def __post_init__(self) -> None:
        shown = self.use in (Use.PRINTED, Use.FRAME)
        no_text = self.is_a(Trait.IN_PHRASES) or self.is_a(Trait.CELLS)
        in_words = self.names in (None, Names.PERSON_OR_WORDS) and not no_text
        object.__setattr__(self, "shown", shown)
        object.__setattr__(self, "sentence", shown and in_words)

    def is_a(self, trait: Trait) -> bool:
        """Say whether a trait is true of the field."""
        return trait in self.traits


@cache
def _role(use: Use | None, names: Names | None, traits: frozenset[Trait]) -> Role:
    return Role(use, names, traits)


NO_ROLE = _role(None, None, frozenset())
"""The role of the whole input, whose fields say what they are for."""


_Value = TypeVar("_Value")

InPrint = Annotated[_Value, Use.PRINTED]
Framed = Annotated[_Value, Use.FRAME]
Steering = Annotated[_Value, Use.STEERING]
Note = Annotated[_Value, Use.NOTE]


@cache
def field_roles(model: type[BaseModel]) -> dict[str, Role]:
    """Return what the fields of a group say of themselves, by name."""
    return {name: _said(info.metadata) for name, info in model.model_fields.items()}


@cache
def roles_below(model: type[BaseModel], group: Role) -> dict[str, Role]:
    """Return the roles of the fields of a group that itself has a role, by name."""
    return {
        name: _role(own.use or group.use, own.names, own.traits | group.traits)
        for name, own in field_roles(model).items()
    }


def _said(metadata: list[Any]) -> Role:
    uses = [said for said in metadata if isinstance(said, Use)]
    names = [said for said in metadata if isinstance(said, Names)]
    traits = frozenset(said for said in metadata if isinstance(said, Trait))
    return _role(next(iter(uses), None), next(iter(names), None), traits)


@cache
def roles_of(model: type[BaseModel]) -> dict[str, Role]:
    """Return the role of every value that an input of this model can hold.

    Keys are paths without positions and names: ``tasks[].lead``, ``figures[].change.base``.
    """
    return dict(_roles(model, "", NO_ROLE))


@cache
def roles_in(model: type[BaseModel], name: str, role: Role) -> tuple[tuple[str, Role], ...]:
    """Return the roles of all values that a field of a group can hold; ``role`` is its own."""
    return tuple(_below(model.model_fields[name].annotation, name, role, ()))


_Models = tuple[type[BaseModel], ...]


def _roles(
    model: type[BaseModel], path: str, group: Role, around: _Models = ()
) -> list[tuple[str, Role]]:
    # What a group holds of its own kind (sections of a section) is said once.
    if model in around:
        return []
    found: list[tuple[str, Role]] = []
    for name, role in roles_below(model, group).items():
        annotation = model.model_fields[name].annotation
        at = f"{path}.{name}" if path else name
        found += _below(annotation, at, role, (*around, model))
    return found


def _below(annotation: Any, path: str, role: Role, around: _Models) -> list[tuple[str, Role]]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Annotated, Union, UnionType):
        return _below(_within(annotation), path, role, around)
    if origin in (list, dict):
        return _below(arguments[-1], f"{path}[]", role, around)
    if origin is not Literal and isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _roles(annotation, path, role, around)
    return [(path, role)]


def _within(annotation: Any) -> Any:
    """Return what stands in an annotation that only says more of it, or that it may be absent."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return arguments[0]
    [one] = [part for part in arguments if part is not type(None)]
    return one


def innermost(annotation: Any) -> Any:
    """Return what the values of a field are, in lists and under names as well."""
    origin = get_origin(annotation)
    if origin in (Annotated, Union, UnionType):
        return innermost(_within(annotation))
    return innermost(get_args(annotation)[-1]) if origin in (list, dict) else annotation

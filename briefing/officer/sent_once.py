"""What a form holds in many places and its page is sent once: empty groups of fields, lists.

The further fields of an entry are many, and few inputs fill them in. They are sent once for each
kind of entry, without values; ``static/completed.js`` lays them where they are looked at.
"""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterable, Iterator, Mapping

from briefing.officer.filled import FilledField, Filler, FormPart, Offered
from briefing.officer.placed import PlacedPart
from briefing.values import record

HERE = "\ue000"
"""Stands in an empty group for the step that leads to it; no label and no word has it."""


@record
class Further(PlacedPart):
    """The fields of a group or an entry that few inputs fill in; ``path`` is that of the group."""

    fields: tuple[FilledField, ...]

    @property
    def kind(self) -> str:
        """What tells it from groups with other fields, wherever they stand."""
        return f"{self.fields[0].control.path}+{len(self.fields)}"

    @property
    def filled(self) -> list[FilledField]:
        """The fields in which the input says anything."""
        return [field for field in self.fields if field.is_filled]


@record
class Form:
    """The sections of a form, with what they hold in many places."""

    parts: tuple[FormPart, ...]
    empty: tuple[Further, ...]
    lists: Mapping[Offered, str]


NOTHING = Form((), (), {})
"""What is shown of an input that no form can show."""


def parted(fields: Iterable[FilledField]) -> tuple[list[FilledField], Further | None]:
    """Return the fields that most inputs fill in, and the further ones if there are both."""
    usual, further = list[FilledField](), list[FilledField]()
    for field in fields:
        (usual if field.control.at_start else further).append(field)
    if not usual or not further:
        return usual or further, None
    return usual, Further(further[0].path[:-1], tuple(further))


def compact(parts: Iterable[FormPart], filler: Filler) -> Form:
    """Return a form with each kind of further fields without values, and with all lists."""
    form = tuple(parts)
    empty, lists = dict[str, Further](), dict[Offered, str]()
    waiting = [part.fields for part in form]
    while waiting:
        for fields in _together(waiting.pop()):
            for field in fields:
                if field.offered and field.offered not in lists:
                    lists[field.offered] = _named(field.control.path, lists.values())
            _, further = parted(fields)
            if further and further.kind not in empty:
                empty[further.kind] = _emptied(further, filler)
                waiting.append(empty[further.kind].fields)
    return Form(form, tuple(empty.values()), lists)


def _named(path: str, taken: Container[str]) -> str:
    """Return what a list is called, which is the same whatever other lists there are."""
    again = (f"{path}+{count}" for count in itertools.count(1))
    return next(name for name in itertools.chain([path], again) if name not in taken)


def _emptied(further: Further, filler: Filler) -> Further:
    place = (HERE,) if further.path else ()
    controls = [field.control for field in further.fields]
    return Further(place, tuple(filler.field(one, (*place, one.step), None) for one in controls))


def _together(fields: tuple[FilledField, ...]) -> Iterator[tuple[FilledField, ...]]:
    """Yield the fields that stand beside each other, here and in whatever they hold."""
    yield fields
    for field in fields:
        for inside in (field.parts, *(entry.parts for entry in field.entries)):
            if inside:
                yield from _together(inside)

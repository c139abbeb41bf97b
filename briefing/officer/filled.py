"""The form with what an input says: what the browser shows field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from briefing.findings import FieldPath, dotted, say
from briefing.forms import Control, FormSection, controls, in_labels, is_raw, leaf, shown
from briefing.kinds import Choices
from briefing.officer.placed import PlacedPart
from briefing.report import Report, Role, roles_of
from briefing.values import record

Offered = tuple[tuple[str, str], ...]
"""What a field is chosen from: each value with the words for it."""


@record
class FilledField(PlacedPart):
    """One part of the form with what an input says there.

    ``value`` is what a single field shows. ``parts`` are the fields of a group, ``entries`` those
    of a list or table, the last of them a new one. ``names`` says which names of the input it may
    hold.
    """

    control: Control
    language: str
    value: str = ""
    offered: Offered = ()
    names: str = ""
    long: bool = False
    parts: tuple[FilledField, ...] = ()
    entries: tuple[Entry, ...] = ()

    @property
    def called(self) -> str:
        """What the field is called; a list of values needs no example of one."""
        said = self.control.label
        return said.partition(", như ")[0] if self.offered else said

    @property
    def hint(self) -> str:
        """What the value does in the document, in the words of the form.

        A list that offers the values in words needs no hint that lists them as files write them.
        """
        if self.control.said:
            return self.control.said
        return _hint(self.control.path, self.control.hint, self.language, bool(self.offered))

    @property
    def taken(self) -> str:
        """What the field takes."""
        return leaf(self.control.path if not self.is_entry else self.control.entry).taken

    @property
    def is_entry(self) -> bool:
        """Whether this is one text of a list."""
        return self.control.shape in ("list", "table")

    @property
    def is_filled(self) -> bool:
        """Whether the input says anything here."""
        inside = [*self.parts, *(part for entry in self.entries for part in entry.parts)]
        return bool(self.value) or len(self.entries) > 1 or any(part.is_filled for part in inside)


@cache
def _hint(path: str, said: str, language: str, offered: bool) -> str:
    raw = (word for word in leaf(path).words if is_raw(word))
    if offered and ("briefing " in said or any(word in said for word in raw)):
        return ""
    return in_labels(said, language, path)


@record
class Entry(PlacedPart):
    """One entry of a list or a table; a ``new`` one waits to be filled in."""

    parts: tuple[FilledField, ...]
    name: str | None = None
    new: bool = False
    last: bool = False

    @property
    def position(self) -> int:
        """The place in its list, from 0."""
        return int(self.path[-1]) if isinstance(self.path[-1], int) else 0


@record
class FormPart:
    """One section of the form with its fields."""

    section: FormSection
    fields: tuple[FilledField, ...]


NEW = ""
"""The name of a new entry of a table while it has none."""


NO_CHOICE = ("schema",)
"""What every input says alike; there is nothing to fill in."""


def not_shown(data: Mapping[str, Any], language: str) -> list[str]:
    """Return the paths of what an input says and no field shows; it stays in the file as it is."""
    known = tuple(control for _, found in controls(language) for control in found)
    return [dotted(path) for path in _unknown(data, known, ())]


def _unknown(data: Any, below: tuple[Control, ...], path: FieldPath) -> Iterator[FieldPath]:
    if not isinstance(data, Mapping):
        return
    for step, value in data.items():
        control = next((part for part in below if part.step == step), None)
        if control is None:
            yield (*path, step)
        elif control.below:
            nested = (replace(control, step=control.nested),) if control.nested else ()
            for at, inside in _entries(control, value):
                yield from _unknown(inside, (*control.below, *nested), (*path, step, *at))


def _entries(control: Control, value: Any) -> Iterator[tuple[FieldPath, Any]]:
    if control.shape == "list" and isinstance(value, Mapping):
        yield (), value
    elif control.shape == "list" and isinstance(value, list):
        yield from (((at,), inside) for at, inside in enumerate(value))
    elif control.shape == "table" and isinstance(value, Mapping):
        yield from (((str(name),), inside) for name, inside in value.items())
    elif control.shape == "group":
        yield (), value


class Filler:
    """Fills in the form of a language.

    ``choices`` are the areas and bodies to choose from, ``offers`` what fields are chosen from
    besides, by their paths.
    """

    def __init__(self, language: str, choices: Choices, offers: Mapping[str, Offered]) -> None:
        self._language = language
        self._choices = choices
        self._offers = offers
        self._yes, self._no = say("sheet.yes", language), say("sheet.no", language)
        self._roles = roles_of(Report)
        self._known: dict[str, tuple[Offered, str, bool]] = {}

    def form(self, data: Mapping[str, Any], *, letter: bool = False) -> list[FormPart]:
        """Return the sections of the form with what an input says, given as plain data.

        What does not suit the kind of document is left out as long as the input says nothing there.
        """
        parts = []
        for section, found in controls(self._language):
            fields = tuple(
                self.field(control, (control.step,), data)
                for control in found
                if control.path not in NO_CHOICE
            )
            suits = section.for_letters if letter else section.for_reports
            if suits or any(field.is_filled for field in fields):
                parts.append(FormPart(section, fields))
        return parts

    def field(self, control: Control, path: FieldPath, said: Any) -> FilledField:
        """Return a control with what the group above it says."""
        value = said.get(control.step) if isinstance(said, Mapping) else None
        if not isinstance(said, Mapping) and control.step == "text":
            value = said  # an entry may be its text alone
        match control.shape:
            case "value":
                return self._value(control, control.path, path, value)
            case "group":
                parts = tuple(self.field(part, (*path, part.step), value) for part in control.below)
                return FilledField(path, control, self._language, parts=parts)
        if isinstance(value, (str, int)):
            # Rows may lie in a file beside the input, which is named here.
            return self._value(control, control.path, path, value)
        return FilledField(
            path, control, self._language, entries=self._entries(control, path, value)
        )

    def _value(self, control: Control, field: str, path: FieldPath, value: Any) -> FilledField:
        if field not in self._known:
            self._known[field] = self._of_kind(field)
        offered, names, long = self._known[field]
        text = "" if isinstance(value, (dict, list)) else self._shown(value, field)
        if offered and isinstance(value, str) and value and value not in dict(offered):
            offered = (*offered, (value, value))
        return FilledField(path, control, self._language, text, offered, names, long)

    def _of_kind(self, field: str) -> tuple[Offered, str, bool]:
        """Return what a field is chosen from, whose names it holds, whether it is a sentence."""
        role = self._roles.get(field.removesuffix("[]")) or self._roles.get(field) or Role()
        offered = self._offered(field)
        names = role.names.value.partition(",")[0] if role.names else ""
        return offered, names, role.sentence and leaf(field).taken == "text" and not offered

    def _shown(self, value: Any, field: str) -> str:
        return shown(value, field, yes=self._yes, no=self._no)

    def _offered(self, field: str) -> Offered:
        found = leaf(field)
        if found.taken == "yes_or_no":
            return ((self._yes, self._yes), (self._no, self._no))
        if field in self._offers:
            return tuple(self._offers[field])
        if field.endswith(".area") or field.startswith("area_order"):
            return tuple((name, area.heading) for name, area in self._choices.areas.items())
        return tuple((word, called_choice(word, self._language)) for word in found.words)

    def _entries(self, control: Control, path: FieldPath, value: Any) -> tuple[Entry, ...]:
        if control.shape == "table":
            held = list(value.items()) if isinstance(value, Mapping) else []
            entries = [
                self._entry(control, (*path, str(name)), one, str(name)) for name, one in held
            ]
            return (*entries, self._entry(control, (*path, NEW), None, NEW, new=True))
        # One entry may stand there without its list.
        items = value if isinstance(value, list) else [value] if isinstance(value, Mapping) else []
        last = len(items) - 1
        entries = [
            self._entry(control, (*path, at), one, last=at == last) for at, one in enumerate(items)
        ]
        return (*entries, self._entry(control, (*path, len(items)), None, new=True))

    def _entry(
        self,
        control: Control,
        path: FieldPath,
        value: Any,
        name: str | None = None,
        *,
        new: bool = False,
        last: bool = False,
    ) -> Entry:
        if not control.below:
            parts: tuple[FilledField, ...] = (self._value(control, control.entry, path, value),)
        else:
            parts = tuple(self.field(part, (*path, part.step), value) for part in control.below)
            # What is not there yet holds nothing of its own kind, or it would never end.
            if control.nested and not new:
                inside = _inside(control, self._language)
                parts = (*parts, self.field(inside, (*path, inside.step), value))
        return Entry(path, parts, name, new, last)


def _inside(control: Control, language: str) -> Control:
    """Return the list that an entry of a list holds, of entries of its own kind."""
    called = say("page.nested", language)
    return replace(control, step=control.nested, label=called, at_start=False)


def called_choice(word: str, language: str) -> str:
    """Return the words for a value that is chosen."""
    try:
        return say(f"choice.{word}", language)
    except KeyError:
        return word


def names_to_hold(data: Mapping[str, Any]) -> dict[str, list[tuple[str, str]]]:
    """Return the names of an input that its fields may hold, each with the words for it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for group, called in (("figures", "label"), ("people", "name"), ("forces", "")):
        held = data.get(group)
        entries = held.items() if isinstance(held, dict) else ()
        found[group] = [(str(name), str(_called(one, called))) for name, one in entries]
    return found


def _called(entry: Any, key: str) -> Any:
    return entry.get(key, "") if isinstance(entry, dict) else entry

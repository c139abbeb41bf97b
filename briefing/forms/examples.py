"""The fields of a form as an example: nested data, and the lines of YAML that show it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from briefing.forms.sections import FormField, example_names
from briefing.patterns import Pattern

_NOTE_AT = 40
"""The column at which notes begin, where the line leaves room."""


@dataclass(slots=True)
class Example:
    """A group of an example input: values and groups below it by key, and the fields they show."""

    items: dict[str, Example | FormField] = field(default_factory=dict)
    listed: bool = False

    def data(self) -> Any:
        """Return the group as data."""
        found = {key: _value(item) for key, item in self.items.items()}
        return [found] if self.listed else found


def example(fields: Iterable[FormField]) -> Example:
    """Return fields as one nested example; tables get an entry, lists one item."""
    top = Example()
    for shown in fields:
        group = top
        *steps, last = shown.path.split(".")
        for at, step in enumerate(steps):
            group = _below(group, step, outermost=at == 0)
        key = last.removesuffix("[]")
        names = example_names(shown.path)
        if names:
            group = _group(group, key, listed=False)
        group.items |= dict.fromkeys(names or [key], shown)
    return top


def _below(group: Example, step: str, *, outermost: bool) -> Example:
    key = step.removesuffix("[]")
    names = example_names(key) if outermost else ()
    below = _group(group, key, listed=step.endswith("[]") and not names)
    return _group(below, names[0], listed=False) if names else below


def _group(group: Example, key: str, *, listed: bool) -> Example:
    below = group.items.setdefault(key, Example(listed=listed))
    if isinstance(below, FormField):
        raise TypeError(f"{key} is a value and a group")
    return below


def _value(item: Example | FormField) -> Any:
    if isinstance(item, Example):
        return item.data()
    value = item.example
    listed = item.path.endswith("[]") and not _is_entry(item)
    return [value] if listed and not isinstance(value, list) else value


def _is_entry(item: FormField) -> bool:
    return bool(example_names(item.path))


def yaml_lines(items: Mapping[str, Example | FormField], indent: int = 0) -> Iterator[str]:
    """Yield the lines of YAML of an example, each value with its hint as a comment."""
    pad = " " * indent
    for key, item in items.items():
        if isinstance(item, FormField):
            yield with_note(f"{pad}{key}: {scalar(_value(item))}", item.hint)
        elif item.listed:
            yield f"{pad}{key}:"
            first, *others = yaml_lines(item.items, indent + 4)
            yield f"{pad}  - {first[indent + 4 :]}"
            yield from others
        else:
            yield f"{pad}{key}:"
            yield from yaml_lines(item.items, indent + 2)


def with_note(line: str, note: str) -> str:
    """Return a line of YAML with a note behind it."""
    return f"{line:<{_NOTE_AT}}  # {note}"


_PLAIN = Pattern(r"\w+([ _-]\w+)*|\d+(\.\d+)?")


def scalar(value: Any) -> str:
    """Return a value as YAML writes it on one line."""
    # What JSON writes, YAML reads; words that need no quotes have none.
    plain = isinstance(value, str) and _PLAIN.fullmatch(value)
    return value if plain else json.dumps(value, ensure_ascii=False)

"""The form as a tree, as a page fills it in: single values, lists, tables and groups."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Literal

from briefing.findings import label
from briefing.forms.sections import FormField, FormSection, example_names, form
from briefing.values import record

FieldShape = Literal["value", "group", "list", "table"]
_NESTED = {"sections": "sections"}
"""The lists whose entries hold such a list again, with its key there."""

TEXT = "text"
"""The part of an entry that may stand for the whole of it: a task, a proposal."""


@record
class Control:
    """One part of the form.

    ``path`` has no positions and no names, ``step`` is its last key. The entries of a list or of a
    table, whose entries have names, hold what is ``below``; nothing below means that an entry is
    one value. ``at_start`` parts are those that most inputs fill in; ``said`` is the hint of a
    field that names keys, without them.
    """

    shape: FieldShape
    path: str
    step: str
    label: str
    hint: str
    example: Any
    at_start: bool
    below: tuple[Control, ...] = ()
    said: str = ""

    @property
    def entry(self) -> str:
        """The path of one entry of a list or table."""
        return f"{self.path}[]"

    @property
    def nested(self) -> str:
        """The key under which an entry holds entries of its own kind, empty where it holds none."""
        return _NESTED.get(self.path, "")

    def child(self, step: str) -> Control | None:
        """Return the part below with a key."""
        return next((part for part in self.below if part.step == step), None)


@cache
def controls(language: str) -> tuple[tuple[FormSection, tuple[Control, ...]], ...]:
    """Return every section of the form with its controls in order."""
    return tuple((section, _below("", section.fields, language)) for section in form(language))


def control_at(path: str, language: str) -> Control | None:
    """Return the control at a path without positions and names."""
    found: Control | None = None
    below = tuple(part for _, parts in controls(language) for part in parts)
    for step in path.replace("[]", "").split("."):
        found = next((part for part in below if part.step == step), None)
        if found is None:
            return None
        below = found.below
    return found


def _below(above: str, fields: Iterable[FormField], language: str) -> tuple[Control, ...]:
    """Return the controls of the fields below a path, in the order of the first of each."""
    start = f"{above}." if above else ""
    steps: dict[str, list[FormField]] = {}
    for field in fields:
        step = field.path.removeprefix(start).partition(".")[0].removesuffix("[]")
        steps.setdefault(step, []).append(field)
    return tuple(_control(start + step, step, found, language) for step, found in steps.items())


def _control(path: str, step: str, fields: list[FormField], language: str) -> Control:
    called = label(path.replace("[]", ""), language)
    many = any(field.path.startswith(f"{path}[]") for field in fields)
    own = [field for field in fields if field.path.removesuffix("[]") == path]
    deeper = [field for field in fields if field not in own]
    below = _below(f"{path}[]" if many else path, deeper, language)
    shape: FieldShape = "value" if not many else "table" if example_names(path) else "list"
    if below and not many:
        shape = "group"
    hint, example = (own[0].hint, own[0].example) if own else ("", None)
    at_start = any(field.at_start for field in fields)
    said = own[0].said if own else ""
    return Control(shape, path, step, called, hint, example, at_start, below, said)


def without_nesting(path: str) -> str:
    """Return a path without positions as that of the outermost list of its kind."""
    for outer, key in _NESTED.items():
        path = re.sub(rf"^{outer}\[\](?:\.{key}\[\])+", f"{outer}[]", path)
        path = re.sub(rf"^{outer}\[\]\.{key}$", outer, path)
    return path

"""The input as a form: sections and fields in order, with label, hint and example."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from briefing.findings import field_table, label, say
from briefing.forms.own_fields import described
from briefing.kinds import EXTRA, OwnField
from briefing.program_data import table_beside
from briefing.values import record


@record
class FormField:
    """One value that an input can hold.

    ``path`` has no positions and no names: ``tasks[].lead``, ``figures[].value``. ``hint`` says
    what the value does in the document; ``said`` is that to whoever sees no keys, empty where the
    hint names none. ``at_start`` fields stand in a new input; ``taken`` says what a field of a
    pack's own takes.
    """

    path: str
    label: str
    hint: str
    example: Any
    at_start: bool
    taken: str = ""
    said: str = ""


@record
class FormSection:
    """A part of the form: the outermost keys of an input that belong together, and their fields."""

    name: str
    title: str
    keys: tuple[str, ...]
    fields: tuple[FormField, ...]
    for_letters: bool
    for_reports: bool


@cache
def form(language: str, own: tuple[OwnField, ...] = ()) -> tuple[FormSection, ...]:
    """Return every section in order, in a language; last the fields that packs and kinds add."""
    sections = tuple(_section(said, language) for said in field_table()["sections"])
    return (*sections, _own_section(own, language)) if own else sections


def _section(said: Mapping[str, Any], language: str) -> FormSection:
    return FormSection(
        said["name"],
        said[language],
        tuple(dict.fromkeys(map(outermost, said["fields"]))),
        tuple(_field(path, field, language) for path, field in said["fields"].items()),
        for_letters=said.get("not_for") != "letter",
        for_reports=said.get("only_for") != "letter",
    )


def _own_section(own: tuple[OwnField, ...], language: str) -> FormSection:
    fields = tuple(
        FormField(path, called, hint, shown, at_start=True, taken=taken)
        for field in own
        for path, called, hint, shown, taken in described(field)
    )
    title = say("starter.own", language)
    return FormSection(EXTRA, title, (EXTRA,), fields, for_letters=True, for_reports=True)


def outermost(path: str) -> str:
    """Return the outermost key of a path."""
    return path.partition(".")[0].removesuffix("[]")


def example_names(path: str) -> tuple[str, ...]:
    """Return the names that examples give to entries of a table, none for what is no table.

    Tables are outermost keys of an input; ``path`` may end in ``[]``.
    """
    names: str | list[str] = form_table()["names"].get(path.removesuffix("[]"), [])
    return (names,) if isinstance(names, str) else tuple(names)


def _field(path: str, said: Mapping[str, Any], language: str) -> FormField:
    called = label(path.replace("[]", ""), language)
    spoken = said.get("said", {}).get(language, "")
    start = said.get("start", False)
    return FormField(path, called, said[language], said["example"], start, said=spoken)


@cache
def form_table() -> dict[str, Any]:
    """Return what a form has beside its fields: names for examples, sheets, former headings."""
    return table_beside(__file__, "form.toml")

"""How the form lies in a workbook: its sheets, and the columns of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any, Literal

from briefing.findings import label, say
from briefing.forms.own_fields import title_of
from briefing.forms.sections import FormField, example_names, form, form_table
from briefing.kinds import EXTRA, OwnField
from briefing.values import record

SheetLayout = Literal["values", "texts", "rows"]
SPLIT = "parts[].force"
"""Where a row of results names a force, its sentences are that force's part."""


@record
class Column:
    """One column of a sheet: the path below the row's group, its heading, and its field.

    ``many`` cells hold one text a line; ``former`` headings are those of earlier forms. The column
    of the ``name`` that other cells call a row by has no field.
    """

    path: str
    heading: str
    field: FormField | None = None
    many: bool = False
    former: tuple[str, ...] = ()

    @property
    def example(self) -> Any:
        """What the column holds in the example row."""
        if self.field is None:
            return None
        value = self.field.example
        return "\n".join(map(str, value)) if isinstance(value, list) else value


@record
class Sheet:
    """One sheet: what its rows are, and its columns in order.

    ``group`` is the path of the list or table that rows fill; ``values`` and ``texts`` sheets hold
    a field a row. ``named`` rows are entries of a table.
    """

    layout: SheetLayout
    group: str
    title: str
    columns: tuple[Column, ...]
    named: bool = False


NAME = "name_in_input"
"""The path of the column with the name of a row; no field of an input is called so."""

LEVEL, BELOW = "level_in_input", "+"
"""The column with the level of a section, and what begins a point below another one."""

_OUTLINE = "sections[]"
OF_PARTS = ("statements[]", "in_short[]")
"""The columns of an area that hold what belongs to a force, where a row names one."""

_ELSEWHERE = (*(f"parts[].{path}" for path in OF_PARTS), "points[].points[]")
"""What shares the column of the area's own sentences, and of the points themselves."""


@cache
def sheets(language: str, own: tuple[OwnField, ...] = ()) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook in order; last those of tables among ``own`` fields."""
    fields = [field for section in form(language, own) for field in section.fields]
    told = {group: said[language] for group, said in form_table()["sheets"].items()}
    for field in own:
        if field.type == "table":
            told[f"{EXTRA}.{field.name}[]"] = _unused(title_of(field), told.values())
    return tuple(_sheet(group, title, fields, language) for group, title in told.items())


def _unused(title: str, others: Iterable[str]) -> str:
    """Return a title that no other sheet has, with a number behind it where one has."""
    taken = {other.casefold() for other in others}
    numbered = (f"{title[:28]} {number}" for number in range(2, 100))
    return next(name for name in (title, *numbered) if name.casefold() not in taken)


def _sheet(group: str, title: str, fields: list[FormField], language: str) -> Sheet:
    if group == "general":
        singles = [f for f in fields if "[]" not in f.path]
        return Sheet("values", group, title, tuple(map(_own, _unlike(singles, language))))
    if group == "texts":
        lists = [f for f in fields if f.path.endswith("[]") and f.path.count("[]") == 1]
        lists = [f for f in lists if not example_names(f.path)]
        return Sheet("texts", group, title, tuple(map(_own, _unlike(lists, language))))
    named = bool(example_names(group))
    below = [f for f in fields if f.path == group or f.path.startswith(f"{group}.")]
    columns = list(_columns(group, below, language))
    if named:
        columns.insert(0, Column(NAME, say("sheet.name", language)))
    if group == _OUTLINE:
        columns.insert(0, Column(LEVEL, say("sheet.level", language)))
    return Sheet("rows", group, title, tuple(columns), named)


def _own(field: FormField) -> Column:
    return Column(field.path, field.label, field, many=field.path.endswith("[]"))


def _columns(group: str, fields: list[FormField], language: str) -> Iterator[Column]:
    for field in _unlike(fields, language):
        path = field.path.removeprefix(group).removeprefix(".")
        if path in _ELSEWHERE:
            continue
        many = "[]" in path
        former = tuple(form_table()["former"].get(field.path, ()))
        yield Column(path or "value", field.label, field, many, former)


def _unlike(fields: list[FormField], language: str) -> Iterator[FormField]:
    """Yield fields, those that are called alike with the name of their group before."""
    for field in fields:
        alike = [other for other in fields if other.label == field.label and other is not field]
        if all(other.path.count(".") > field.path.count(".") for other in alike):
            yield field
            continue
        group = label(field.path.rpartition(".")[0].replace("[]", ""), language)
        called = f"{group}: {field.label}"
        yield replace(field, label=called)

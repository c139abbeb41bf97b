"""The facts of an input as the rows of a workbook's sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from briefing.findings import say
from briefing.forms.chosen import called
from briefing.forms.sheet import BELOW, LEVEL, NAME, OF_PARTS, SPLIT, Column, Sheet
from briefing.patterns import Pattern

CellContent = str | int | float | None
_ISO = Pattern(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


def rows_of(sheet: Sheet, data: Mapping[str, Any], language: str) -> Iterator[list[CellContent]]:
    """Yield the rows that a sheet of groups or entries holds, a cell a column."""
    for group in _groups(sheet, data):
        for row in _split(group) if _is_split(sheet) else [group]:
            yield [_shown(column, _at(row, column), language) for column in sheet.columns]


def values_of(sheet: Sheet, data: Mapping[str, Any], language: str) -> dict[str, CellContent]:
    """Return the value of each single field by its path."""
    found = ((column, _at(data, column)) for column in sheet.columns)
    return {column.path: _shown(column, value, language) for column, value in found}


def texts_of(
    sheet: Sheet, data: Mapping[str, Any], language: str
) -> Iterator[tuple[Column, list[str]]]:
    """Yield each list of texts with what it holds."""
    for column in sheet.columns:
        yield column, [_chosen(column, str(text), language) for text in _at(data, column) or ()]


def example_of(column: Column, language: str) -> CellContent:
    """Return what a column holds in the row of the example."""
    return _shown(column, column.example, language)


def _shown(column: Column, value: Any, language: str) -> CellContent:
    shown = cell_of(value, language)
    return _chosen(column, shown, language) if isinstance(value, str) else shown


def _chosen(column: Column, value: Any, language: str) -> Any:
    """Return a value that is chosen by name as the form calls it."""
    return called(column.field.path, value, language) if column.field else value


def _groups(sheet: Sheet, data: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    found: Any = data
    for step in sheet.group.removesuffix("[]").split("."):
        found = (found or {}).get(step)
    if any(column.path == LEVEL for column in sheet.columns):
        yield from _levels(found or (), 1)
    elif sheet.named:
        for name, said in (found or {}).items():
            yield {NAME: name, **(said if isinstance(said, dict) else {"value": said})}
    else:
        for said in found or ():
            # A task may be its text alone.
            yield said if isinstance(said, dict) else {"text": said}


def _levels(sections: Iterable[Mapping[str, Any]], level: int) -> Iterator[Mapping[str, Any]]:
    """Yield every section with its level, and those below it after it."""
    for section in sections:
        yield {**section, LEVEL: level, "points": list(_points(section.get("points", ())))}
        yield from _levels(section.get("sections", ()), level + 1)


def _points(points: Iterable[Any]) -> Iterator[dict[str, str]]:
    for point in points:
        said = {"text": point} if isinstance(point, str) else point
        text = said["text"]
        # Behind a backslash a plus sign is the point's own.
        own = text.lstrip("\\").startswith(BELOW)
        yield {"text": f"\\{text}" if own else text}
        yield from ({"text": f"{BELOW} {below}"} for below in said.get("points", ()))


def _is_split(sheet: Sheet) -> bool:
    return any(column.path == SPLIT for column in sheet.columns)


def _split(group: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the row of an area, then one for the part of each force."""
    parts = group.get("parts", ())
    if group.get("statements") or not parts:
        yield group | {"parts": None} if isinstance(group, dict) else group
    for part in parts:
        area = {key: group[key] for key in ("area", "heading") if key in group}
        keys = (path.removesuffix("[]") for path in OF_PARTS)
        own = {key: part[key] for key in keys if key in part}
        yield {**area, **own, "parts": {"force": part["force"]}}


def _at(group: Mapping[str, Any], column: Column) -> Any:
    return _below(group, column.path.replace("[]", "").split("."))


def _below(found: Any, steps: list[str]) -> Any:
    if not steps:
        return found
    if isinstance(found, list):
        # Groups in a list stand in their columns line by line.
        return [_below(item, steps) for item in found]
    return _below(found.get(steps[0]), steps[1:]) if isinstance(found, Mapping) else None


def cell_of(value: Any, language: str) -> CellContent:
    """Return what a cell holds for a value of an input."""
    match value:
        case None:
            return None
        case bool():
            return say("sheet.yes" if value else "sheet.no", language)
        case int():
            return value
        case Decimal():
            # A number of Excel forgets "92.20"; a text does not.
            number = float(value)
            plain = f"{number:.15g}"
            return number if plain == f"{value:f}" else f"{value:f}".replace(".", ",")
        case list():
            return "\n".join(_line(item, language) for item in value)
    return _day(str(value))


def _line(value: Any, language: str) -> str:
    """Return one of several values that share a cell."""
    shown = cell_of(value, language)
    return f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else str(shown or "")


def _day(text: str) -> str:
    date = _ISO.fullmatch(text)
    return "/".join(reversed([part for part in date.groups() if part])) if date else text

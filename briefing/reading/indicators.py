"""Rows of indicators in an input: where the facts of their figures were written."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from briefing.findings import FieldPath, Finding, InputError, Origin, dotted
from briefing.reading.source import FileData
from briefing.report import Indicator, figure_path, names_of

KEY = "indicators"


def named_table(source: FileData) -> str | None:
    """Return the file of rows that an input names, if it names one."""
    named = source.data.get(KEY)
    return named if isinstance(named, str) else None


def with_table(source: FileData, file: pathlib.Path, *, convert: bool = False) -> FileData:
    """Return the data with the rows of a table in place of its name; raises InputError.

    Codes of before Unicode are read when asked to ``convert`` them.
    """
    from briefing.reading.head_spans import spans_of  # few inputs name one
    from briefing.reading.indicator_table import read_indicators

    period = source.data.get("period")
    year = period.get("year") if isinstance(period, dict) else None
    table = read_indicators(
        file, year if isinstance(year, int) else None, spans_of(source.data), convert=convert
    )
    places = {at: place for at, place in source.places.items() if at[:1] != (KEY,)}
    return FileData({**source.data, **table.data}, {**places, **table.places}, fonts=source.fonts)


def rows_by_name(source: FileData) -> dict[str, str]:
    """Return the label of each row of an input by the name of its figure."""
    rows = source.data.get(KEY)
    if not isinstance(rows, list):
        return {}
    return {name: _label(rows[at]) for at, name in names_of(rows)}


def with_row_places(source: FileData) -> FileData:
    """Return the data with the places of what its rows say as figures.

    Raises InputError for rows whose names are taken.
    """
    rows = source.data.get(KEY)
    if not isinstance(rows, list):
        return source
    faults = list(_taken(source, rows))
    if faults:
        raise InputError(faults)
    places = dict(source.places)
    places.update(_places(source, rows))
    return FileData(source.data, places, fonts=source.fonts)


def _taken(source: FileData, rows: list[Any]) -> Iterator[Finding]:
    figures = source.data.get("figures")
    seen = {}
    if isinstance(figures, dict):
        seen = {name: _label(figure) or name for name, figure in figures.items()}
    for at, name in names_of(rows):
        if name in seen:
            path: FieldPath = (KEY, at, "name" if rows[at].get("name") else "label")
            values = {"name": name, "label": _label(rows[at]), "first": seen[name]}
            origin = source.origins.at(path)
            yield Finding("indicators/same-name", origin=origin, path=dotted(path), values=values)
        seen.setdefault(name, _label(rows[at]) or name)


def _label(facts: Any) -> str:
    return str(facts.get("label") or "") if isinstance(facts, dict) else ""


def _places(source: FileData, rows: list[Any]) -> dict[FieldPath, Origin]:
    found: dict[FieldPath, Origin] = {}
    origins = source.origins
    for at, name in names_of(rows):
        figure: FieldPath = ("figures", name)
        said = _said(rows[at])
        place = origins.at((KEY, at))
        if place is not None:
            for made in _made(said):
                found[figure + made] = place
        for key, paths in _moves_with_groups(said):
            place = source.places.get((KEY, at, key))
            if place is not None:
                for path in paths:
                    found[figure + path] = place
    return found


def _said(row: dict[str, Any]) -> frozenset[str]:
    """Return the keys under which a row says something."""
    return frozenset([key for key, value in row.items() if value is not None])


def _made(said: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """Yield what a figure has because it is a row, and its own path."""
    yield from ((), ("row",))
    if "estimate" in said:
        yield ("estimated",)
    if "plan" in said or "reached" in said:
        yield ("target", "word")


def _moved(row: dict[str, Any]) -> Iterator[tuple[str, FieldPath]]:
    """Yield the keys of a row with what they are in its figure, the most telling one last."""
    yield from _moves(_said(row))


# The rows of a table say the same keys again and again.
@lru_cache(maxsize=1000)
def _moves(said: frozenset[str]) -> tuple[tuple[str, FieldPath], ...]:
    paths = {key: figure_path(key, set(said)) for key in said}
    found = ((key, paths.get(key, ())) for key in reversed(Indicator.model_fields))
    return tuple((key, path) for key, path in found if path)


@lru_cache(maxsize=1000)
def _moves_with_groups(said: frozenset[str]) -> tuple[tuple[str, tuple[FieldPath, ...]], ...]:
    """Return the same, each with the groups around it, the outermost first."""
    return tuple(
        (key, tuple(path[:end] for end in range(1, len(path) + 1))) for key, path in _moves(said)
    )


def row_path(path: FieldPath, data: dict[str, Any]) -> FieldPath:
    """Return where a row says what is wrong in its figure; other paths as they are."""
    rows = data.get(KEY)
    if path[:1] != ("figures",) or len(path) < _OF_A_KEY or not isinstance(rows, list):
        return path
    own = data.get("figures")
    if isinstance(own, dict) and path[1] in own:
        return path
    for at, name in names_of(rows):
        if name == path[1]:
            moved = _moved(rows[at])
            keys = [(key, below) for key, below in moved if below == path[2 : 2 + len(below)]]
            # What a key of the row holds keeps its own way below that key.
            rest = path[2 + len(keys[0][1]) :] if keys else ()
            return (KEY, at, *(key for key, _ in keys[:1]), *rest)
    return path


_OF_A_KEY = 3
"""How long the path of a key of a figure is."""

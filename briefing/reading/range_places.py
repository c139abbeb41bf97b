"""Ranges written as one text: their high ends were written where their low ends were."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefing.findings import FieldPath, Origin
from briefing.reading.source import FileData
from briefing.report import HIGH_ENDS, ends_of, figure_path, names_of


def with_high_ends(source: FileData) -> FileData:
    """Return the data with the places of the high ends of its ranges."""
    found = dict(_high_ends(source))
    return (
        FileData(source.data, {**source.places, **found}, fonts=source.fonts) if found else source
    )


def _high_ends(source: FileData) -> Iterator[tuple[FieldPath, Origin]]:
    for path in _lows(source.data):
        place = source.places.get(path)
        if place is not None:
            yield (*path[:-1], HIGH_ENDS[str(path[-1])]), place


def _lows(data: dict[str, Any]) -> Iterator[FieldPath]:
    """Yield where a figure has the low end of a range that is written as one text."""
    figures: Any = data.get("figures")
    rows: Any = data.get("indicators")
    for name, figure in figures.items() if isinstance(figures, dict) else ():
        if isinstance(figure, dict):
            yield from (("figures", name, key) for key in _ranges(figure))
            yield from (("figures", name, "target", key) for key in _ranges(figure.get("target")))
    for at, name in names_of(rows) if isinstance(rows, list) else ():
        said = {key for key, value in rows[at].items() if value is not None}
        paths = (figure_path(key, said) for key in said if ends_of(rows[at][key]))
        yield from (("figures", name, *path) for path in paths if path and path[-1] in HIGH_ENDS)


def _ranges(facts: Any) -> Iterator[str]:
    if isinstance(facts, dict):
        yield from (key for key in HIGH_ENDS if ends_of(facts.get(key)))

"""Keys of a pack that slipped into a table which takes any name, and so would be lost there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from briefing.findings import FieldPath, Finding, Origin, Severity, dotted
from briefing.localities.schema import PackFile
from briefing.reading import FileData

_FREE = (
    *(("recipients", "addressees"), ("recipients", "copies"), ("areas",), ("abbreviations",)),
    *(("headings",), ("figures_annex", "heads")),
)
"""The tables whose keys a pack chooses itself, or among words that are no keys of packs."""


def misplaced_keys(told: FileData) -> Iterator[Finding]:
    """Yield the texts in free tables that bear the name of a key of the whole pack.

    In TOML a line below a table's head belongs to that table, up to the next head.
    """
    bodies = [
        ("issuers", force, *table)
        for force in told.data.get("issuers", {})
        for table in (*_FREE[:2], ("recipients",))
    ]
    for table in (*_FREE, *bodies):
        said = told.value(*table)
        for key in _keys().intersection(said if isinstance(said, dict) else ()):
            path: FieldPath = (*table, key)
            if isinstance(said[key], str):
                yield _fault(told.origins.at(path), path)


@cache
def _keys() -> frozenset[str]:
    """Return the keys of a whole pack that hold one value each."""
    fields = PackFile.model_fields.items()
    return frozenset(name for name, field in fields if _is_single(field.annotation))


def _fault(origin: Origin | None, path: FieldPath) -> Finding:
    values = {"key": path[-1], "table": dotted(path[:-1])}
    return Finding("locality/key-in-table", Severity.ERROR, origin, dotted(path), values)


def _is_single(annotation: Any) -> bool:
    """Say whether a key of the pack holds one value, not a table or a list."""
    is_table = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return not is_table and not any(word in str(annotation) for word in ("dict", "list"))

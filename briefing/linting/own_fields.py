"""The fields that packs and kinds add to inputs, read from the folders that templates lie in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from briefing.findings import Finding, InputError, Origin, Severity
from briefing.linting.shapes import LEAF, Group, Leaf, Listing, Shape
from briefing.localities import FILE as PACK
from briefing.reading import read_toml
from briefing.report import FieldTable, OwnField, own_field
from briefing.templating.kind import FILE as KINDS
from briefing.templating.kind import Kind

_PREFIX = "extra."


def fields_in(roots: Iterable[Path]) -> tuple[OwnField, ...]:
    """Return the fields that inputs may hold whose templates lie in some folders, nearest first."""
    told: dict[str, Any] = {}
    for root in reversed(list(roots)):
        for said in (_read(root / PACK), *_read(root / KINDS).values()):
            own = said.get("fields") if isinstance(said, dict) else None
            told = _over(own, told) if isinstance(own, dict) else told
    return tuple(own_field(name, said) for name, said in told.items() if _is_whole(name, said))


def _over(own: dict[str, Any], below: dict[str, Any]) -> dict[str, Any]:
    """Return fields laid over others, key by key; ``false`` leaves out what stands below."""
    merged = dict(below)
    for name, said in own.items():
        known = merged.get(name)
        if isinstance(said, dict) and isinstance(known, dict):
            merged[name] = _over(said, known)
        else:
            merged[name] = said
    return {name: said for name, said in merged.items() if said is not False}


def _is_whole(name: str, said: Any) -> bool:
    """Say whether a field is declared without faults; those are told where it stands."""
    try:
        FieldTable.model_validate({name: said})
    except ValueError:
        return False
    return True


def _read(file: Path) -> dict[str, Any]:
    try:
        return _table(file, file.stat().st_mtime_ns)
    except OSError:
        return {}


@lru_cache(maxsize=256)
def _table(file: Path, _stamp: int) -> dict[str, Any]:
    try:
        return read_toml(file).data
    except InputError:
        return {}  # who reads the file for itself tells its faults


def undeclared(kind: Kind, roots: Iterable[Path], origin: Origin) -> Iterator[Finding]:
    """Yield the fields that a kind asks for and nobody declares."""
    known = {f"{_PREFIX}{field.name}" for field in fields_in(roots)}
    for paths in (*kind.requires, *kind.expects):
        for path in paths.split("|"):
            if path.startswith(_PREFIX) and path not in known:
                values = {"fact": path}
                yield Finding("kind/unknown-fact", Severity.ERROR, origin, values=values)


def shape_of(fields: Iterable[OwnField]) -> Group:
    """Return the shape of what templates see of such fields."""
    return Group({field.name: _shape(field) for field in fields}, "report.extra")


def _shape(field: OwnField) -> Shape:
    path = f"{_PREFIX}{field.name}"
    match field.type:
        case "texts":
            return Listing(Leaf(frozenset({f"{path}[]"})))
        case "table":
            cells = {
                column.name: Leaf(frozenset({f"{path}[].{column.name}"}), may_lack=True)
                for column in field.columns
            }
            facts = frozenset().union(*(cell.facts for cell in cells.values()))
            return Group(
                {
                    "heads": Listing(LEAF),
                    "align": Listing(LEAF),
                    "rows": Listing(Listing(Leaf(facts))),
                    "lines": Listing(Group(cells, f"report.{path}.lines[]")),
                },
                f"report.{path}",
            )
    return Leaf(frozenset({path}), may_lack=True)

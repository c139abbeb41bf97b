"""Keys that a pack leaves out with ``false`` where nothing further up has them."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.findings import FieldPath, Finding, Severity, dotted, misspelled
from briefing.reading import FileData, paths

_COMMON = (
    *(("headings",), ("sections",), ("signers",), ("abbreviations",), ("figures_annex",)),
    *(("recipients", "addressees"), ("recipients", "copies"), ("figures_annex", "leave_out")),
)
"""The tables in which ``false`` leaves out a key."""


def idle_offs(own: FileData, below: FileData, shown: str) -> Iterator[Finding]:
    """Yield a warning for each key that says ``false`` and takes nothing away.

    ``below`` is what the pack inherits, ``shown`` the name of the pack that says most of it. What
    stands under a body lies over what the pack says for all of them.
    """
    for path in paths(own.data):
        if path and own.value(*path) is False and _without_body(path)[:-1] in _COMMON:
            ways = [below.value(*path)]
            if path != (common := _without_body(path)):
                ways += [below.value(*common), own.value(*common)]
            if all(said in (None, False) for said in ways):
                yield _fault(own, below, path, shown)


def _without_body(path: FieldPath) -> FieldPath:
    return path[2:] if path[0] == "issuers" else path


def _fault(own: FileData, below: FileData, path: FieldPath, shown: str) -> Finding:
    tables = (below.value(*path[:-1]), own.over(below).value(*_without_body(path)[:-1]))
    known = {
        key: None
        for table in tables
        if isinstance(table, dict)
        for key, said in table.items()
        if said is not False
    }
    values = {"key": path[-1], "near": misspelled(str(path[-1]), known), "parent": shown}
    rule, place = "locality/nothing-to-leave-out", own.origins.at(path)
    return Finding(rule, Severity.WARNING, place, dotted(path), values)

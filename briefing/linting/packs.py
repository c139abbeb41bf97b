"""Which folders of templates are looked at together: each locality with what it inherits from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from briefing.findings import Finding, InputError
from briefing.linting.linter import Roots
from briefing.linting.orders import has_orders
from briefing.linting.years_in_packs import typed_years
from briefing.localities import Shelves, packs_of
from briefing.templating.kind import FILE


def pack_roots(base: Path, localities: Iterable[str] = ()) -> tuple[list[Roots], list[Finding]]:
    """Return the folders of templates of every pack, nearest first, ``base`` last.

    ``localities`` chooses some of the packs. Packs that add nothing to what they inherit are left
    out; the findings are the faults of packs that cannot be read.
    """
    found: dict[Roots, None] = {(base,): None}
    faults: list[Finding] = []
    shelves = Shelves()
    for name in localities or shelves.packs:
        try:
            folders = tuple(pack.folder for pack in packs_of(name, shelves) if pack.folder)
        except InputError as error:
            faults += error.findings
            continue
        while folders and not _has_own(folders[0]):
            folders = folders[1:]
        found[*folders, base] = None
    return list(found), faults


def _has_own(folder: Path) -> bool:
    if has_orders(folder) or (folder / FILE).is_file() or any(folder.glob("*.j2")):
        return True
    return any(True for _ in typed_years(folder))

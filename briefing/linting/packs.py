"""Which folders of templates are looked at together: each locality with what it inherits from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from briefing.findings import Finding, InputError, Origin
from briefing.linting.linter import Roots
from briefing.linting.orders import has_orders
from briefing.linting.years_in_packs import typed_years
from briefing.localities import Pack, Shelves, packs_of
from briefing.templating.kind import FILE

LookAtPack = Callable[[str, tuple[Pack, ...], Shelves], None]
"""What else is done with each pack that can be read: its name, with what it inherits."""


def pack_roots(
    base: Path, localities: Iterable[str] = (), look: LookAtPack | None = None
) -> tuple[list[Roots], list[Finding]]:
    """Return the folders of templates of every pack, nearest first, ``base`` last.

    ``localities`` chooses some of the packs; ``look`` is shown each while it is at hand. Packs that
    add nothing to what they inherit are left out; the findings are the faults of packs that cannot
    be read, each once.
    """
    found: dict[Roots, None] = {(base,): None}
    faults: dict[tuple[str, Origin | None], Finding] = {}
    shelves = Shelves()
    for name in localities or shelves.packs:
        try:
            packs = packs_of(name, shelves)
        except InputError as error:
            faults |= {(fault.rule, fault.origin): fault for fault in error.findings}
            continue
        if look:
            look(name, packs, shelves)
        folders = tuple(pack.folder for pack in packs if pack.folder)
        while folders and not _has_own(folders[0]):
            folders = folders[1:]
        found[*folders, base] = None
    return list(found), list(faults.values())


def _has_own(folder: Path) -> bool:
    if has_orders(folder) or (folder / FILE).is_file() or any(folder.glob("*.j2")):
        return True
    return any(True for _ in typed_years(folder))

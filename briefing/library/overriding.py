"""Which folders a locality's templates come from."""

from __future__ import annotations

from pathlib import Path

from briefing.findings import (
    Finding,
    InputError,
)
from briefing.localities import (
    Shelves,
    load_locality,
)
from briefing.templating import template_folder


def own_pack_and_below(locality: str) -> tuple[Path, tuple[Path, ...]]:
    """Return the folder of a locality's own pack, and the template folders that it inherits from.

    Raises InputError for a province that has no pack.
    """
    found = load_locality(locality)
    own = found.packs[0].folder
    if own is None:
        raise InputError([Finding("locality/no-folder", values={"name": locality})])
    return own, (*found.folders[1:], template_folder())


def own_pack_to_change(locality: str) -> tuple[Path, tuple[Path, ...]]:
    """Return the same for a pack that is written to; what came with the program is left alone.

    Raises InputError for a province that has no pack, and for a pack of the program.
    """
    own, below = own_pack_and_below(locality)
    if own.parent == Shelves().shipped:
        raise InputError([Finding("locality/shipped", values={"name": locality})])
    return own, below

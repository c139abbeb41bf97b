"""The overrides of packs brought up to date after an upgrade, from the province down."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing.findings import InputError
from briefing.library.overriding import own_pack_to_change
from briefing.localities import Shelves, load_locality, packs_of
from briefing.templating.kind import SUFFIX


def packs_to_update() -> Iterator[str]:
    """Yield the packs of the user's own that have templates, those above before those below them.

    One that cannot be read is among them: whoever updates it is told.
    """
    shelves = Shelves()
    own = {name: at for name, at in shelves.packs.items() if not at.is_relative_to(shelves.shipped)}
    with_templates = [name for name, at in own.items() if any(at.glob(f"*{SUFFIX}"))]
    yield from sorted(with_templates, key=lambda name: (_steps_above(name, shelves), name))


def _steps_above(name: str, shelves: Shelves) -> int:
    try:
        return len(packs_of(name, shelves))
    except InputError:
        return 0


def pack_to_update(name: str) -> tuple[Path, tuple[Path, ...]]:
    """Return the folder of a pack, and the template folders that it inherits from.

    Raises InputError for a province without a pack and for a pack of the program.
    """
    load_locality(name)
    return own_pack_to_change(name)

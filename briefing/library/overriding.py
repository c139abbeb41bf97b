"""Which folders a locality's templates come from."""

from __future__ import annotations

from pathlib import Path

from briefing.findings import (
    Finding,
    InputError,
)
from briefing.localities import (
    FILE,
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
    if own.is_relative_to(Shelves().shipped):
        raise InputError([Finding("locality/shipped", values={"name": locality})])
    return own, below


def order_of_kind(locality: str, name: str, like: str) -> dict[Path, str]:
    """Return the pack's file with the order of sections for a new kind, by its path.

    A kind that prints what another does has its sections in the same order; nothing where the packs
    give that one none.
    """
    import tomlkit  # only a new kind is written; every command reads packs

    found = load_locality(locality)
    order = found.choices.wording.orders.get(like)
    folder = found.packs[0].folder
    if order is None or folder is None:
        return {}
    file = folder / FILE
    document = tomlkit.parse(file.read_text(encoding="utf-8-sig"))
    document.setdefault("sections", tomlkit.table())[name] = list(order)
    return {file: tomlkit.dumps(document)}

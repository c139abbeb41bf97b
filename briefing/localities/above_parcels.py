"""Which packs stood above one that was sent, and whether those here say the same.

A pack is sent without those it inherits from, and its words without theirs; so the parcel names
them, each with a digest of what it said.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefing.localities.parcels import FORE_WORD, Above, Parcel, pack_files
from briefing.localities.shelves import Shelves
from briefing.patterns import Pattern

_ONE = Pattern(r"([a-z0-9][a-z0-9/-]{0,200})@([0-9a-f]{12})")


def above_said(packs: Iterable[tuple[str, Path | None]]) -> str:
    """Return the remark on the packs above one, the nearest first; empty where there is none."""
    told = [f"{name}@{_digest(folder)}" for name, folder in packs if folder is not None]
    return " ".join([FORE_WORD, *told]) if told else ""


def read_above(remark: str) -> tuple[Above, ...]:
    """Return the packs that a remark names; what is no such remark names none."""
    word, *told = remark.split()[:_MOST] or [""]
    found = [match.groups() for one in told if (match := _ONE.fullmatch(one))]
    return tuple((name, digest) for name, digest in found) if word == FORE_WORD else ()


_MOST = 20


def missing_above(parcel: Parcel, shelves: Shelves) -> Iterator[tuple[str, bool]]:
    """Yield the packs above a parcel that are not here, or say something else: by name, if here."""
    for name, digest in read_above(parcel.above):
        found = shelves.find(name)
        folder = found[0] / found[1] if found else None
        if folder is None or _digest(folder) != digest:
            yield name, folder is not None


def _digest(folder: Path) -> str:
    """Return twelve digits that stand for what a pack says."""
    said = hashlib.sha256()
    for name, content in pack_files(folder).items():
        said.update(f"{name}\0{len(content)}\0".encode())
        said.update(content)
    return said.hexdigest()[:12]

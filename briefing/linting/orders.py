"""The orders of sections that packs give, read from the folders that templates lie in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path

from briefing.findings import Finding, InputError, Origin
from briefing.kinds import built_in
from briefing.localities import FILE
from briefing.reading import FileData, read_toml
from briefing.templating.kind import Kind
from briefing.templating.sections import NAME, orders_of_no_kind, section_faults
from briefing.templating.sources import TemplateSource


def listed_sections(roots: Iterable[Path]) -> tuple[str, ...]:
    """Return the sections that packs name, whatever the kind, each once."""
    orders = (order for root in roots for order in _orders(root).data.values())
    return tuple(dict.fromkeys(name for order in orders for name in _names(order)))


def order_faults(folder: Path, kind: Kind, chain: list[TemplateSource]) -> Iterator[Finding]:
    """Yield what is wrong with the order of sections that a pack gives a kind."""
    told = _orders(folder)
    order = _names(told.data.get(kind.name, ()))
    if kind.name in told.data:
        place = partial(_place, told, kind.name)
        yield from section_faults(order, kind, chain, built_in().wording.sections, place)


def orders_in_vain(folders: tuple[Path, ...]) -> Iterator[Finding]:
    """Yield the orders that a pack, the first of the folders, gives kinds that there are not."""
    told = _orders(folders[0])
    yield from orders_of_no_kind({name: _place(told, name, None) for name in told.data}, folders)


def has_orders(folder: Path) -> bool:
    """Say whether a pack orders the sections of a kind."""
    return bool(_orders(folder).data)


def _place(told: FileData, kind: str, at: int | None) -> Origin | None:
    return told.origins.at((kind, *(() if at is None else (at,))))


def _names(order: object) -> list[str]:
    return [name for name in order if isinstance(name, str)] if isinstance(order, list) else []


def _orders(folder: Path) -> FileData:
    file = folder / FILE
    try:
        return _read(file, file.stat().st_mtime_ns)
    except OSError:
        return FileData({})


@lru_cache(maxsize=256)
def _read(file: Path, _stamp: int) -> FileData:
    try:
        source = read_toml(file)
    except InputError:
        return FileData({})  # the pack itself tells its faults
    return source.group(NAME) if isinstance(source.data.get(NAME), dict) else FileData({})

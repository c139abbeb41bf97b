"""What a reader brings back: plain data, and the origin of every value in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from typing import Any

from briefing.findings import FieldPath, Finding, InputError, Origin, Origins, has_errors
from briefing.values import record
from briefing.vietnamese import OldFont

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
"""How the names of filled forms end, in small letters."""


@record
class FileData:
    """The data of one file as mappings, lists, texts, numbers, booleans and ``None``.

    Integers stay ``int``; other numbers are ``Decimal`` with the places as written; dates stay
    the text that was written. ``findings`` are those of the reading; what they refuse is left out
    of the data, and ``refused`` names it. ``fonts`` are those of before Unicode that values have.
    """

    data: dict[str, Any]
    places: dict[FieldPath, Origin] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    refused: frozenset[FieldPath] = frozenset()
    fonts: Mapping[FieldPath, OldFont] = field(default_factory=dict)

    @property
    def origins(self) -> Origins:
        """The origins of the data, for look-up."""
        return Origins(self.places)

    def sound(self) -> FileData:
        """Return this data; raises InputError with all findings when there are errors."""
        if has_errors(self.findings):
            raise InputError(list(self.findings))
        return self

    def over(self, base: FileData) -> FileData:
        """Return this data laid over ``base``: groups merge key by key, all else replaces."""
        root: dict[FieldPath, Origin] = {(): self.places.get((), Origin(""))}
        if not base.data:
            return FileData(self.data, {**self.places, **root}, fonts=self.fonts)
        groups: set[FieldPath] = {()}
        replaced: set[FieldPath] = set()
        data = _merge(base.data, self.data, (), groups, replaced)
        # Most of what an input says stands under a key of its own, which is asked first.
        own = {at[0] for at in replaced if len(at) == 1}
        places = {at: place for at, place in base.places.items() if not _under(at, replaced)}
        places |= {
            at: place
            for at, place in self.places.items()
            if (at and at[0] in own) or at in groups or _under(at, replaced)
        }
        return FileData(data, {**places, **root}, fonts=self.fonts)

    def with_texts(self, change: Callable[[str, OldFont | None], str]) -> FileData:
        """Return this data with every text changed, also by its font; keys and places stay."""
        return replace(self, data=_changed(self.data, change, self.fonts, ()), fonts={})

    def without(self, *keys: str) -> FileData:
        """Return this data without some of its outermost keys."""
        data = {key: value for key, value in self.data.items() if key not in keys}
        places = {path: at for path, at in self.places.items() if not path or path[0] not in keys}
        return FileData(data, places, fonts=self.fonts)

    def group(self, *path: str | int) -> FileData:
        """Return one group of this data as data of its own."""
        data: Any = self.data
        for step in path:
            data = data[step]
        depth, origins = len(path), self.origins
        places = {at[depth:]: place for at, place in self.places.items() if at[:depth] == path}
        return FileData(data, {(): origins.at(path) or Origin(""), **places})

    def value(self, *path: str | int) -> Any:
        """Return the value at a path, or ``None`` when there is none."""
        data: Any = self.data
        for step in path:
            try:
                data = data[step]
            except (KeyError, IndexError, TypeError):
                return None
        return data

    def leaves(self) -> Iterator[tuple[FieldPath, Any, Origin | None]]:
        """Yield every value that is no group, with its path and where it was written."""
        origins = self.origins
        for path in paths(self.data):
            value = self.value(*path)
            if not isinstance(value, dict) and not isinstance(path[-1], int):
                yield path, value, origins.at(path)

    def under(self, *path: str) -> FileData:
        """Return this data as the only content of a group."""
        data = self.data
        for key in reversed(path):
            data = {key: data}
        return FileData(data, {(*path, *at): place for at, place in self.places.items()})


def _changed(
    data: Any,
    change: Callable[[str, OldFont | None], str],
    fonts: Mapping[FieldPath, OldFont],
    path: FieldPath,
) -> Any:
    match data:
        case dict():
            items = data.items()
            return {key: _changed(value, change, fonts, (*path, key)) for key, value in items}
        case list():
            return [_changed(value, change, fonts, (*path, at)) for at, value in enumerate(data)]
        case str():
            return change(data, fonts.get(path))
    return data


def paths(data: Any, path: FieldPath = ()) -> Iterator[FieldPath]:
    """Yield the path of every value of some data, the data itself first."""
    yield path
    items = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    for key, value in items:
        yield from paths(value, (*path, key))


def _merge(
    base: dict[str, Any],
    upper: dict[str, Any],
    path: FieldPath,
    groups: set[FieldPath],
    replaced: set[FieldPath],
) -> dict[str, Any]:
    """Return data laid over other data; notes which groups merged and which values replace."""
    merged = dict(base)
    for key, value in upper.items():
        here = (*path, key)
        below = merged.get(key)
        if isinstance(value, dict) and isinstance(below, dict):
            groups.add(here)
            merged[key] = _merge(below, value, here, groups, replaced)
        else:
            replaced.add(here)
            merged[key] = value
    return merged


def _under(path: FieldPath, replaced: set[FieldPath]) -> bool:
    # A generator would be shorter and take twice as long; each load asks this for every value.
    for end in range(1, len(path) + 1):  # noqa: SIM110
        if path[:end] in replaced:
            return True
    return False

"""A locality with all that it inherits: commune, province, what the program knows.

Tables merge key by key, the nearer pack wins; lists and single values replace; ``false`` leaves
out what stands under the same key further up. What a locality is (its name, level, place, issuers)
is never inherited by another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from briefing.findings import FieldPath, Finding, InputError, Origin, Severity
from briefing.kinds import Choices, built_in
from briefing.localities.idle import idle_offs
from briefing.localities.packs import Pack, find_packs
from briefing.localities.registers import own_choices
from briefing.localities.schema import PackFile, listed, without_off
from briefing.localities.shelves import Shelves
from briefing.reading import FileData, paths
from briefing.values import record
from briefing.vietnamese import slash_date

MAX_STEPS = 10
"""How many localities one may inherit from, one above the other; the country has three levels."""

IDENTITY = ("name", "short_name", "level", "code", "place", "force", "issuers")
OF_A_BODY = ("signers", "recipients", "opening", "closing")
"""What a body may say otherwise than its locality, key by key."""

_OF_THE_FILE = ("parent", "before", "until", "into", "version", "requires")


@record
class Locality:
    """A locality as it stands on a day: its packs, nearest first, and what they say together.

    ``told`` is what they say key by key. ``under`` is the
    name of the locality above it; ``doubts`` are findings about the packs.
    """

    name: str
    packs: tuple[Pack, ...]
    told: FileData
    under: str | None
    doubts: tuple[Finding, ...]

    def view_of(self, force: str, kind: str | None = None) -> FileData:
        """Return what the packs say for one of the bodies, as reports take it.

        What stands under the body lies over what all of them have in common; for the locality's own
        body, what stands under a ``kind`` of document lies over that. Keys that say ``false`` are
        gone, tables of texts are lists.
        """
        told = self.told
        if isinstance(told.value("issuers", force), dict):
            own = told.group("issuers", force)
            told = own.without(*(key for key in own.data if key not in OF_A_BODY)).over(told)
        if kind and force == self.own_force and isinstance(told.value("kinds", kind), dict):
            told = told.group("kinds", kind).over(told)
        return _settled(told)

    @property
    def view(self) -> FileData:
        """What the packs say for the locality's own body, as reports take it."""
        return self.view_of(self.own_force)

    @property
    def own_force(self) -> str:
        """The force of the body that issues when an input names none."""
        return str(self.told.data.get("force", "people_committee"))

    @property
    def choices(self) -> Choices:
        """The areas and bodies that its documents may name: the program's and those of its packs.

        Raises InputError for names of areas and bodies that there are not.
        """
        return own_choices(self.told) if self.packs else built_in()

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders whose templates and look are the locality's, nearest first."""
        return tuple(pack.folder for pack in self.packs if pack.folder)


NOWHERE = Locality("", (), FileData({}), None, ())
"""The locality of an input that names none."""


@record
class _Step:
    """The packs of one slug on the way up, and what the slug had joined by the day, if it had."""

    packs: list[Pack]
    joined: str | None


def load_locality(
    name: str,
    origin: Origin | None = None,
    day: date = date.max,
    *,
    shelves: Shelves | None = None,
) -> Locality:
    """Return a locality as documents of a day know it; ``origin`` is who named it.

    ``shelves`` are where its packs are looked for; by default where the program runs. Raises
    InputError for packs that are not there, have faults, or inherit in a circle.
    """
    shelves = shelves or Shelves()
    steps = list(_steps(name, origin, day, shelves))
    view, under = _merged(steps)
    packs = tuple(pack for step in steps for pack in step.packs)
    ends = (*_ended(name, steps[0], view, origin), *_over(name, steps[0], day))
    doubts = (*ends, *_without_file(packs, shelves), *_idle(steps))
    return Locality(name, packs, view, under, doubts)


def packs_of(name: str, shelves: Shelves) -> tuple[Pack, ...]:
    """Return the packs of a locality as they stand now, nearest first; raises as above."""
    return tuple(pack for step in _steps(name, None, date.max, shelves) for pack in step.packs)


def differences(name: str, day: date = date.max) -> Iterator[tuple[FieldPath, Any, Any]]:
    """Yield what a pack says otherwise than what it inherits: path, its own value, the inherited.

    Lists replace each other whole, headings also those of the program. ``None`` stands for what is
    not inherited. Raises InputError as ``load_locality`` does.
    """
    pack, inherited = own_and_inherited(name, day)
    usual = FileData({"headings": built_in().wording.headings})
    inherited = inherited.over(usual)
    for path in paths(pack.source.without(*IDENTITY, *_OF_THE_FILE).data):
        own, base = pack.source.value(*path), inherited.value(*path)
        inside = any(isinstance(step, int) for step in path)
        if path and not inside and not isinstance(own, dict) and own != base:
            yield path, own, base


def own_and_inherited(name: str, day: date = date.max) -> tuple[Pack, FileData]:
    """Return the own pack of a locality, and what all that it inherits from say together.

    Raises InputError as ``load_locality`` does.
    """
    first, *above = _steps(name, None, day, Shelves())
    pack, *beneath = first.packs
    inherited, _ = _merged([_Step(beneath, first.joined), *above] if beneath else above)
    if "name" in pack.source.data and not beneath:
        inherited = inherited.without(*IDENTITY)
    return pack, inherited


def in_order(told: FileData) -> list[tuple[FieldPath, Any, Origin | None]]:
    """Return what packs say, value by value with its place, in the order of the schema."""
    keys = list(PackFile.model_fields)
    return sorted(told.leaves(), key=lambda leaf: keys.index(str(leaf[0][0])))


def _merged(steps: list[_Step]) -> tuple[FileData, str | None]:
    """Return what the packs of some steps say together, and the name of the locality above."""
    view, under = FileData({}), None
    for step in reversed(steps):
        own = FileData({})
        for pack in reversed(step.packs):
            own = pack.source.over(own)
        if "name" in own.data:
            under = view.data.get("name")
            view = view.without(*IDENTITY)
        view = own.over(view)
    return view.without(*_OF_THE_FILE), under


def _steps(name: str, origin: Origin | None, day: date, shelves: Shelves) -> Iterator[_Step]:
    """Yield the packs of a locality, then those of the one it inherits from, and so on."""
    seen: list[str] = []
    following: str | None = name
    while following:
        if following in seen or len(seen) == MAX_STEPS:
            rule = "locality/circle" if following in seen else "locality/too-many-steps"
            values = {"circle": " → ".join([*seen, following]), "limit": MAX_STEPS}
            raise InputError([Finding(rule, origin=origin, values=values)])
        seen.append(following)
        packs = [_on(pack, day) for pack in find_packs(following, shelves, origin)]
        joined = next((p.said.into for p in packs if p.said.until and p.said.until <= day), None)
        if joined:
            # From then on its names are those of the locality that it joined.
            packs = [replace(p, source=p.source.without(*IDENTITY)) for p in packs]
        yield _Step(packs, joined)
        # It is called by its whole name from here on.
        seen[-1] = packs[0].name
        key = "into" if joined else "parent"
        says = [(pack, pack.said.into if joined else pack.parent(shelves)) for pack in packs]
        saying, following = next(((pack, name) for pack, name in says if name), (None, None))
        origin = saying.source.origins.at((key,)) if saying else None


def _on(pack: Pack, day: date) -> Pack:
    """Return a pack as it stands for documents of a day: older words over the newer ones."""
    olds = [(old.date, at) for at, old in enumerate(pack.said.before) if day < old.date]
    source = pack.source
    for _, index in sorted(olds, reverse=True):
        source = pack.source.group("before", index).without("date").over(source)
    return replace(pack, source=source)


def _settled(source: FileData) -> FileData:
    data = dict(source.data)
    for key in ("signers", "abbreviations"):
        if key in data:
            data[key] = without_off(data[key])
    if "recipients" in data:
        data["recipients"] = {name: listed(said) for name, said in data["recipients"].items()}
    return FileData(data, source.places)


def _ended(name: str, step: _Step, view: FileData, origin: Origin | None) -> Iterator[Finding]:
    """Yield a warning when a document names a locality that had joined another by its day."""
    if step.joined:
        values = {"name": name, "into": step.joined, "now": view.data.get("name", step.joined)}
        yield Finding("locality/ended", Severity.WARNING, origin, "locality", values)


def _over(name: str, step: _Step, day: date) -> Iterator[Finding]:
    """Yield an error for a document of a locality that was no more by its day, and joined none."""
    for pack in step.packs if day != date.max and step.joined is None else ():
        until = pack.said.until
        if until and until <= day:
            values = {"name": name, "until": slash_date(until.year, until.month, until.day)}
            at = pack.source.origins.at(("until",))
            yield Finding("locality/over", Severity.ERROR, at, "locality", values)


def _without_file(packs: Iterable[Pack], shelves: Shelves) -> Iterator[Finding]:
    """Yield a warning for folders that are named as packs and hold files that nothing reads."""
    for name in dict.fromkeys(pack.name for pack in packs):
        for folder, files in shelves.without_file(name):
            values = {"folder": str(folder), "files": ", ".join(files)}
            at = Origin(str(folder / files[0]))
            yield Finding("locality/no-file", Severity.WARNING, at, "locality", values)


def _idle(steps: list[_Step]) -> Iterator[Finding]:
    """Yield a warning for whatever the packs leave out that is not there."""
    below, shown = FileData({}), ""
    for step in reversed(steps):
        if any("name" in pack.source.data for pack in step.packs):
            below = below.without(*IDENTITY)
        for pack in reversed(step.packs):
            yield from idle_offs(pack.source, below, shown or pack.name)
            below, shown = pack.source.over(below), pack.name

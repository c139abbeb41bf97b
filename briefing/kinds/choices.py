"""The register of what can be chosen by name: what the program knows, and what packs add."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from functools import cache
from typing import Any

from briefing.kinds.areas import Area, area_of, ordered
from briefing.kinds.bodies import Body, body_of
from briefing.kinds.fields import OwnField, field_of
from briefing.kinds.wording import Wording, wording_of
from briefing.program_data import table_beside
from briefing.values import record

_USUAL = "usual"


@record
class Choices:
    """The subject areas and the bodies at hand, by name, and what reports call their parts.

    ``usual`` is the order of areas of bodies that have none of their own, ``fields`` are those that
    inputs may hold under ``extra``. ``moved`` are the areas of which packs say what they come
    after, whatever the usual order says.
    """

    areas: Mapping[str, Area]
    bodies: Mapping[str, Body]
    usual: tuple[str, ...]
    wording: Wording
    fields: Mapping[str, OwnField] = field(default_factory=dict)
    moved: frozenset[str] = frozenset()

    def extended(self, said: Mapping[str, Any]) -> Choices:
        """Return these with what packs say of areas, bodies and wording."""
        areas = {name: area_of(name, entry) for name, entry in said.get("areas", {}).items()}
        moved = {name for name, area in areas.items() if area.after}
        bodies = dict(self.bodies)
        for name, entry in said.get("bodies", {}).items():
            bodies[name] = body_of(name, {"like": name, **entry}, bodies)
        wording = self.wording.extended(said)
        fields = {name: field_of(name, entry) for name, entry in said.get("fields", {}).items()}
        known = {**self.fields, **fields}
        every = {**self.areas, **areas}
        return Choices(every, bodies, self.usual, wording, known, self.moved | moved)

    def with_fields(self, fields: Mapping[str, OwnField]) -> Choices:
        """Return these with the fields of kinds of document as well."""
        return replace(self, fields={**self.fields, **fields}) if fields else self

    def heading(self, area: str) -> str:
        """Return the usual heading of a subject area."""
        return self.areas[area].heading

    def order(self, body: str, first: Iterable[str] = ()) -> list[str]:
        """Return the areas in the order in which reports of a body treat them, ``first`` ahead.

        Police and State reports begin with political security, military ones with readiness.
        """
        usual = (area for area in self.bodies[body].areas or self.usual if area not in self.moved)
        return ordered(self.areas.values(), (*first, *usual))


@cache
def built_in() -> Choices:
    """Return what the program knows without a pack."""
    areas, bodies = _table("areas.toml"), _table("bodies.toml")
    known: dict[str, Body] = {}
    for name, entry in bodies.items():
        known[name] = body_of(name, entry, known)
    headings = {name: area_of(name, entry) for name, entry in areas["areas"].items()}
    usual = tuple(areas["orders"][_USUAL])
    return Choices(headings, known, usual, wording_of(_table("wording.toml")))


@cache
def signing() -> Mapping[str, Any]:
    """Return by body what names it, the posts that sign for it, and how it usually signs."""
    return _table("signing.toml")


def _table(name: str) -> dict[str, Any]:
    return table_beside(__file__, name)

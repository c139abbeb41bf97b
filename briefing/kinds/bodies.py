"""The bodies that issue reports: whose rules of form hold, their names, symbols and signers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Any, Literal

from briefing.values import record

Family = Literal["state", "party"]
TWO_LEVELS_FROM = date(2025, 7, 1)
"""Two levels of local government, province and commune, from this day (Nghị quyết 203/2025/QH15,
Luật Tổ chức chính quyền địa phương 72/2025/QH15)."""


@record
class Profile:
    """What bodies of one kind and level have in common, with ``{unit}`` and ``{under}`` open.

    ``office`` is the post of who heads the body's office and signs by order of the body's head.
    ``until`` is the day from which it no longer holds: documents dated before take it.
    """

    issuer: Mapping[str, Any] = field(default_factory=dict)
    signature: Mapping[str, Any] = field(default_factory=dict)
    office: str = ""
    until: date | None = None


@record
class Body:
    """A kind of body: a People's Committee, the police, a Party committee, one of a pack's own.

    ``family`` is whose rules of form hold. ``ranked`` bodies write a rank before the signer's name.
    ``areas`` is the order in which they treat subject areas, the usual one when empty. The
    ``profiles`` of a level stand with the oldest first; those of the level ``any`` hold for every
    level that has none. ``no_district_from`` is the day from which there is none of a district.
    """

    name: str
    family: Family = "state"
    ranked: bool = False
    areas: tuple[str, ...] = ()
    no_district_from: date = TWO_LEVELS_FROM
    profiles: Mapping[str, tuple[Profile, ...]] = field(default_factory=dict)

    def profile(self, level: str, day: date) -> Profile:
        """Return the profile of a level as documents of a day know it, empty when there is none."""
        for profile in self.profiles.get(level) or self.profiles.get(ANY_LEVEL, ()):
            if profile.until is None or day < profile.until:
                return profile
        return Profile()


ANY_LEVEL = "any"


def body_of(name: str, said: Mapping[str, Any], known: Mapping[str, Body]) -> Body:
    """Return the body that a table of data describes; ``like`` names one that it resembles."""
    like = known.get(said.get("like", ""), Body(name))
    own = {level: _profiles(entry) for level, entry in said.get("levels", {}).items()}
    if said.get("issuer") or said.get("signature"):
        # What is said for every level is not to be hidden by the levels of the one it resembles.
        own = {ANY_LEVEL: _profiles(said), **own}
    else:
        own = {**like.profiles, **own}
    return Body(
        name,
        said.get("family") or like.family,
        like.ranked if said.get("ranked") is None else said["ranked"],
        tuple(said.get("areas") or like.areas),
        said.get("no_district_from") or like.no_district_from,
        own,
    )


def _profiles(said: Mapping[str, Any]) -> tuple[Profile, ...]:
    """Return the profiles of one level, those of former times first."""
    former = sorted(said.get("before", ()), key=lambda entry: entry["date"])
    return (
        *(_profile({**said, **entry}, entry["date"]) for entry in former),
        _profile(said, None),
    )


def _profile(said: Mapping[str, Any], until: date | None) -> Profile:
    return Profile(said.get("issuer", {}), said.get("signature", {}), said.get("office", ""), until)

"""A new pack, with only what its parent does not say already."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from briefing.findings import Finding, InputError
from briefing.localities.listing import ListedLocality
from briefing.localities.locality import NOWHERE, Locality, load_locality
from briefing.localities.profiles import profile_facts
from briefing.vietnamese import without_marks

NEEDED = ("name", "level", "place")
"""What makes a locality of its own; everything else can be inherited or left out."""

_STANDING = ("addressees", "copies")
_OF_THE_ISSUER = ("name", "symbol", "unit", "parent", "lines")


def draft_pack(parent: Locality, told: dict[str, str], data: dict[str, Any]) -> str:
    """Return the text of a ``locality.toml``.

    ``told`` are the keys that somebody gave, ``data`` is an input over its own locality and
    profile, or empty. What the parent or the profile says the same is left out.
    """
    import tomlkit  # only a new pack is written; every command reads packs

    issuer = data.get("issuer", {})
    facts: dict[str, Any] = {
        "name": issuer.get("unit_name"),
        "level": issuer.get("level"),
        "place": data.get("place"),
        **told,
        "parent": parent.name or None,
    }
    force = issuer.get("force", "people_committee")
    facts["force"] = force if force != "people_committee" else None
    facts["issuers"] = {force: _own_words(issuer, facts, parent)}
    if "signature" in data and not _usual_signature(data, facts, parent):
        facts["signers"] = {"nguoi_ky": data["signature"]}
        facts["signer"] = "nguoi_ky"
    facts |= {key: data.get(key) for key in ("recipients", "abbreviations", "figure_style")}
    standing = parent.view_of(force).data.get("recipients", {})
    facts["recipients"] = _by_key(facts["recipients"] or {}, standing)
    facts["size_profile"] = data.get("size_profile")
    return tomlkit.dumps(_new(facts, parent.told.data))


def draft_listed(found: Iterable[ListedLocality]) -> dict[str, str]:
    """Return the text of the ``locality.toml`` of every locality of a list, by the pack's name.

    Raises InputError with every parent that there is not, each at its line.
    """
    above: dict[str | None, Locality] = {None: NOWHERE}
    faults: list[Finding] = []
    for one in found:
        if one.parent not in above:
            above[one.parent] = NOWHERE
            try:
                above[one.parent] = load_locality(str(one.parent), one.origin)
            except InputError as error:
                faults += error.findings
    if faults:
        raise InputError(faults)
    return {one.slug: draft_pack(above[one.parent], one.told, {}) for one in found}


def missing(told: dict[str, str], data: dict[str, Any]) -> list[str]:
    """Return the keys without which there is no locality of its own."""
    issuer = data.get("issuer", {})
    known = {"name": issuer.get("unit_name"), "level": issuer.get("level"), **data, **told}
    return [key for key in NEEDED if not known.get(key)]


def _own_words(issuer: dict[str, Any], facts: dict[str, Any], parent: Locality) -> dict[str, Any]:
    """Return what an issuer says of itself and its profile would say otherwise."""
    usual = _profile(issuer, facts, parent).get("issuer", {})
    return {
        key: issuer[key] for key in _OF_THE_ISSUER if issuer.get(key) not in (None, usual.get(key))
    }


def _usual_signature(data: dict[str, Any], facts: dict[str, Any], parent: Locality) -> bool:
    usual = _profile(data.get("issuer", {}), facts, parent).get("signature")
    return bool(data["signature"] == usual)


def _profile(issuer: dict[str, Any], facts: dict[str, Any], parent: Locality) -> dict[str, Any]:
    known = {
        "force": issuer.get("force", "people_committee"),
        "level": facts["level"],
        "unit_name": facts["name"],
        "under": parent.told.data.get("name"),
    }
    issuer = {key: value for key, value in known.items() if value}
    # A new pack is for the documents to come.
    return profile_facts({"issuer": issuer}, parent.choices, date.max)


def _by_key(recipients: dict[str, Any], standing: dict[str, Any]) -> dict[str, Any]:
    """Return lists of recipients as tables, so that packs below can change one of them."""
    return {
        name: _keyed(said) if name in _STANDING else said
        for name, said in recipients.items()
        if said != standing.get(name)
    }


def _keyed(texts: list[str]) -> dict[str, str]:
    keyed: dict[str, str] = {}
    for number, text in enumerate(texts, start=1):
        words = re.findall(r"[a-z]+", without_marks(text).lower())
        key = "_".join(words[:5])
        keyed[f"{key or 'noi_nhan'}_{number}" if key in keyed or not key else key] = text
    return keyed


def _new(facts: dict[str, Any], inherited: dict[str, Any]) -> dict[str, Any]:
    """Return facts without the empty ones and without those that are inherited."""
    kept: dict[str, Any] = {}
    for key, value in facts.items():
        base = inherited.get(key)
        if isinstance(value, dict):
            value = _new(value, base if isinstance(base, dict) else {})
        if value not in (None, {}, [], base):
            kept[key] = value
    return kept

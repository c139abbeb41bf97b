"""What bodies of one force and level have in common: names, symbols, who signs."""

from __future__ import annotations

import tomllib
from contextlib import suppress
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _profiles() -> dict[str, dict[str, dict[str, Any]]]:
    source = files("briefing.localities").joinpath("profiles.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def profile_facts(data: dict[str, Any]) -> dict[str, Any]:
    """Return what the profile of an issuer says for its reports, empty when there is none.

    ``data`` is an input over its pack; ``issuer.force``, ``issuer.level`` and ``issuer.unit_name``
    choose and fill the profile. Whatever the input or the pack says itself wins.
    """
    issuer = data.get("issuer")
    if not isinstance(issuer, dict) or not isinstance(issuer.get("unit_name"), str):
        return {}
    force, level = str(issuer.get("force", "people_committee")), str(issuer.get("level", ""))
    chosen = _profiles().get(force, {}).get(level, {})
    names = {"unit": issuer["unit_name"]}
    if isinstance(issuer.get("under"), str):
        names["under"] = issuer["under"]
    facts: dict[str, Any] = {
        key: _filled(chosen.get(key, {}), names) for key in ("issuer", "signature")
    }
    # A signature is one person's: the input's own is not mixed with the usual one.
    return {key: value for key, value in facts.items() if key != "signature" or key not in data}


def _filled(facts: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """Return the facts whose names are all known: half a name would be a wrong one."""
    known: dict[str, Any] = {}
    for key, value in facts.items():
        with suppress(KeyError):
            known[key] = (
                [item.format(**names) for item in value]
                if isinstance(value, list)
                else value.format(**names)
            )
    return known

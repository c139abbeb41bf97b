"""What bodies of one kind and level have in common: names, symbols, who signs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from briefing.kinds import Choices
from briefing.localities.schema import PLACES


def profile_facts(data: dict[str, Any], choices: Choices, day: date) -> dict[str, Any]:
    """Return what the profile of an issuer says for its reports, empty when there is none.

    ``data`` is an input over its pack; ``issuer.force``, ``issuer.level`` and ``issuer.unit_name``
    choose and fill the profile, ``day`` is the day of issue. Whatever the input or the pack says
    itself wins.
    """
    issuer = data.get("issuer")
    if not isinstance(issuer, dict) or not isinstance(issuer.get("unit_name"), str):
        return {}
    body = choices.bodies.get(str(issuer.get("force", "people_committee")))
    if body is None:
        return {}
    profile = body.profile(str(issuer.get("level", "")), day)
    names = {"unit": issuer["unit_name"], "own": own_name(issuer["unit_name"])}
    if isinstance(issuer.get("under"), str):
        names["under"] = issuer["under"]
    facts: dict[str, Any] = {
        "issuer": _filled(profile.issuer, names),
        "signature": _filled(profile.signature, names),
    }
    # A signature is one person's: the input's own is not mixed with the usual one.
    return {key: value for key, value in facts.items() if key != "signature" or key not in data}


_UNITS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")


def unit_word(unit: str) -> str:
    """Return the word for what a locality is, empty when its name does not say."""
    return next((word for word in _UNITS if unit.casefold().startswith(f"{word} ")), "")


def own_name(unit: str) -> str:
    """Return the proper name of a locality, without the word for what it is."""
    return unit[len(unit_word(unit)) :].strip()


def _filled(facts: Mapping[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """Return the facts whose names are all known: half a name would be a wrong one."""
    known: dict[str, Any] = {}
    for key, said in facts.items():
        # A table chooses by what the locality is.
        value = said.get(unit_word(names["unit"])) if isinstance(said, Mapping) else said
        with suppress(KeyError):
            if isinstance(value, str):
                known[key] = _with_names(value, names)
            elif value is not None:
                known[key] = [_with_names(item, names) for item in value]
    return known


_PLACE = re.compile("|".join(map(re.escape, PLACES)))


def _with_names(text: str, names: dict[str, str]) -> str:
    # Not a format string: those of a pack would reach into Python and take any width.
    return _PLACE.sub(lambda found: names[found[0][1:-1]], text)

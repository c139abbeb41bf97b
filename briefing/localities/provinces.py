"""The provinces of the country as packs that need no folder, each as it stands on a day."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_FILE = "provinces.toml"


@cache
def provinces() -> dict[str, dict[str, Any]]:
    """Return what is known of every province by its slug, the ended ones included.

    The data has the keys of a pack, and ``absorbed``: the slugs of those that joined it.
    """
    source = files("briefing.localities").joinpath(_FILE)
    return tomllib.loads(source.read_text(encoding="utf-8"))


def province_facts(name: str) -> dict[str, Any] | None:
    """Return what a province says as a pack, or ``None`` when there is no such province."""
    entry = provinces().get(name)
    if entry is None:
        return None
    facts = {key: value for key, value in entry.items() if key != "absorbed"}
    return {"level": "province", **facts}

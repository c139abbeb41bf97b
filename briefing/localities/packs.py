"""Locality packs: who issues, from where, signed by whom, to whom.

A pack is a folder ``localities/<slug>/`` with a ``locality.toml``; what it says stands under an
input that names it, and the input's own values win.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from briefing.findings import Finding, InputError, Origin, nearest
from briefing.shipped import data_folder

FILE = "locality.toml"
_OF_THE_PACK = ("name",)


def locality_folders() -> list[Path]:
    """Return the folders that hold packs, nearest first."""
    return [Path("localities"), data_folder("templates") / "localities"]


def is_slug(name: str) -> bool:
    """Say whether a text can name a pack or a kind: one folder name, never a way elsewhere."""
    return re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) is not None


def locality_names() -> list[str]:
    """Return the names of all packs at hand."""
    found = {path.parent.name for folder in locality_folders() for path in folder.glob(f"*/{FILE}")}
    return sorted(found)


def load_locality(name: str, origin: Origin | None = None) -> tuple[dict[str, Any], Path]:
    """Return what a pack says for its reports, and its file; ``origin`` is who asked for it.

    Raises InputError when there is no such pack or its file cannot be read.
    """
    for folder in locality_folders() if is_slug(name) else ():
        path = folder / name / FILE
        if path.is_file():
            return _facts(path), path
    names = locality_names()
    values = {"name": name, "near": nearest(name, names), "known": ", ".join(names)}
    raise InputError([Finding("locality/unknown", origin=origin, values=values)])


def _facts(path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        values = {"reason": str(error)}
        origin = Origin(str(path))
        raise InputError([Finding("locality/unreadable", origin=origin, values=values)]) from None
    return {key: value for key, value in data.items() if key not in _OF_THE_PACK}

"""The program that builds, by its bytes: code that changes makes other documents."""

from __future__ import annotations

import hashlib
import re
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_NOT_CODE = {"__pycache__", "data"}
"""Folders of the package that hold no code: what Python compiled, and templates and inputs."""


@cache
def code_digest() -> str:
    """Return the digest of the package's own files, Python's version and those of the libraries.

    Worked out once a process, when it begins to work, for that is the code that it runs.
    """
    found = hashlib.sha256(repr([sys.version_info[:3], _libraries()]).encode())
    for file in sorted(_files(_PACKAGE)):
        found.update(f"\n{file.relative_to(_PACKAGE).as_posix()}\n".encode())
        found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()


def _files(folder: Path) -> list[Path]:
    found: list[Path] = []
    for entry in folder.iterdir():
        if entry.name.startswith(".") or entry.name in _NOT_CODE:
            continue
        found += _files(entry) if entry.is_dir() else [entry]
    return found


def _libraries() -> list[str]:
    """Return the libraries that the package asks for, with their versions."""
    try:
        asked = metadata.requires("briefing") or []
    except metadata.PackageNotFoundError:
        return []
    names = [words.partition(";")[0] for words in asked if "extra ==" not in words]
    return [f"{name}{_version(name)}" for name in names]


def _version(asked: str) -> str:
    name = re.match(r"[\w.-]+", asked)
    try:
        return metadata.version(name[0]) if name else ""
    except metadata.PackageNotFoundError:
        return ""

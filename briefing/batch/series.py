"""Which runs are the same batch done again: the same source and kinds, seen from its folder."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from briefing.batch.model import Settings


def as_seen_from(folder: Path, file: Path) -> str:
    """Return the way to a file from a folder, the same wherever both are moved together."""
    here = Path.cwd()
    try:
        return Path(os.path.relpath(here / file, here / folder)).as_posix()
    except ValueError:
        # Windows knows no way from one drive to another.
        return (here / file).as_posix()


def seen_from(folder: Path, way: str) -> Path:
    """Return the file that a way from a folder leads to."""
    return Path(os.path.normpath(Path.cwd() / folder / way))


def series_of(settings: Settings) -> str:
    """Return what runs have in common that should make the same documents; empty when unknown.

    Other folders, patterns or lists of inputs, and other kinds, say nothing of each other.
    """
    if settings.source is None:
        return ""
    same = f"{as_seen_from(settings.folder, settings.source)}\n{settings.kinds}"
    return hashlib.sha256(same.encode(errors="surrogatepass")).hexdigest()[:16]

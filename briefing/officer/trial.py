"""A pack as it would be: its files with changes among them, beside the real ones, for a look."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefing.findings import Finding, UserError, dotted
from briefing.localities import FILE, pack_files, trying
from briefing.reading import read_toml

Files = Mapping[str, bytes | None]
"""Files of a pack by their names inside it; ``None`` is one that is taken away."""


class Trial:
    """A folder where packs are tried; what is in it is made anew each time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def blank(self, pack: str, kind: str) -> Path:
        """Return a report without facts, to look at a pack where there is no other."""
        file = self.folder.parent / "bao-cao-trong.yaml"
        period = {"year": date.today().year}
        said = {"schema": 1, "kind": kind, "locality": pack, "period": period}
        file.write_text(json.dumps(said), encoding="utf-8")
        return file

    @contextmanager
    def of(self, name: str, pack: Path, changed: Files) -> Iterator[Path]:
        """Take a pack with changes for the pack of its name; yield the folder where it lies."""
        place = self.folder / name
        shutil.rmtree(self.folder, ignore_errors=True)
        for inside, content in {**pack_files(pack), **changed}.items():
            if content is not None:
                file = place / inside
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
        with trying(self.folder):
            yield place


def at_home(found: Finding, tried: Path, pack: Path) -> Finding:
    """Return a finding on a pack that was tried as one on the pack itself."""
    origin = found.origin
    if origin is None or not Path(origin.file).is_relative_to(tried):
        return found
    home = pack / Path(origin.file).relative_to(tried)
    return replace(found, origin=replace(origin, file=str(home)))


def where_said(found: Finding, tried: Path) -> str:
    """Return the path of what a pack that was tried says where a finding points, if it says it."""
    file = tried / FILE
    if found.origin is None or found.origin.file != str(file):
        return ""
    with suppress(UserError):
        places = read_toml(file).places
        said = [path for path, at in places.items() if at == found.origin and path]
        return dotted(max(said, key=len)) if said else found.path
    return ""

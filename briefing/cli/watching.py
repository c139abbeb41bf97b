"""Changes of the files that a document is made from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from watchfiles import watch

from briefing.localities import locality_folders
from briefing.templating import template_folder


def changes(source: Path, templates: Path | None) -> Iterator[None]:
    """Yield once at the start, then after every change of input, templates or packs."""
    yield
    folders = [templates or template_folder(), *locality_folders()]
    watched = [folder for folder in folders if folder.is_dir()]
    # Editors replace files, so the input's folder is watched and its name compared.
    for changed in watch(source.parent, *watched):
        paths = [Path(path) for _, path in changed]
        if any(path.name == source.name or _below(path, watched) for path in paths):
            yield


def _below(path: Path, folders: list[Path]) -> bool:
    return any(path.is_relative_to(folder.resolve()) for folder in folders)

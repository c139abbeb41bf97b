"""The packs of the folder that an officer works in: which there are, and a new one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from briefing import localities
from briefing.findings import Finding, InputError, UserError
from briefing.localities import FILE, Shelves, looking_in, own_folders
from briefing.officer.filled import called_choice
from briefing.output import write_whole
from briefing.values import record
from briefing.vietnamese import in_order

FOLDER = "localities"
"""The folder of packs beside the reports."""


@record
class Packed:
    """One pack of the folder as the first page lists it; ``under`` is what it inherits from."""

    name: str
    called: str = ""
    under: str = ""
    readable: bool = True


class Shelf:
    """The packs beside the reports of a folder; no others are changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / FOLDER

    @contextmanager
    def at_hand(self) -> Iterator[None]:
        """Look for packs in this folder first, then where the program looks anyway."""
        with looking_in((self.folder, *own_folders())):
            yield

    def packs(self) -> dict[str, Path]:
        """Return the folders of the packs that can be changed here, by name."""
        if self.folder.is_symlink():
            return {}
        with self.at_hand():
            found = Shelves().packs
        return {name: at for name, at in found.items() if self._is_own(at)}

    def _is_own(self, pack: Path) -> bool:
        """Say whether a pack lies here, reached by no link."""
        if not pack.is_relative_to(self.folder):
            return False
        ways = [pack / FILE, pack, *pack.parents]
        return not any(way.is_symlink() for way in ways if way.is_relative_to(self.folder))

    def listed(self) -> list[Packed]:
        """Return the packs that can be changed here, by name."""
        found = []
        for name in self.packs():
            with self.at_hand():
                try:
                    told = localities.load_locality(name)
                except UserError:
                    found.append(Packed(name, readable=False))
                    continue
            called = str(told.told.data.get("name", ""))
            found.append(Packed(name, called, told.under or ""))
        return found

    def parents(self, language: str) -> list[tuple[str, str]]:
        """Return what a pack can inherit from, each name with what it is called."""
        found = {
            name: str(facts["name"])
            for name, facts in localities.provinces().items()
            if "into" not in facts
        }
        with self.at_hand():
            for name in Shelves().packs:
                # A faulty one has its own page, and is none to build on.
                with suppress(UserError):
                    told = localities.load_locality(name).told.data
                    found[name] = f"{_called(told, language)} ({name})"
        return sorted(found.items(), key=lambda one: in_order(one[1]))

    def new(self, called: str, parent: str) -> str:
        """Write the pack of a locality by its full name, and return the pack's name.

        Raises UserError for what is no full name, for a parent that there is not, and where a pack
        of that name is.
        """
        told = localities.told_by_name(called)
        name = localities.slug_of(called) if told else ""
        if not name or localities.missing(told, {}):
            raise InputError([Finding("locality/list-name", values={"name": called})])
        with self.at_hand():
            above = localities.load_locality(parent) if parent else localities.NOWHERE
            file = localities.new_pack_file(name)
        text = localities.draft_pack(above, told, {})
        write_whole(file, text.encode("utf-8"), with_folder=True)
        return name


def _called(told: Mapping[str, Any], language: str) -> str:
    """Return what a pack is called: its full name, else what issues by it."""
    return str(told.get("name") or called_choice(str(told.get("force", "")), language))

"""The last states of each input of a folder, kept beside it."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime
from difflib import unified_diff
from pathlib import Path

from briefing.output import refused, write_whole
from briefing.reading import MAX_BYTES, read_content

KEPT = 20
"""How many states of an input are kept."""

FOLDER = ".briefing"
_PAUSE = 60
"""Seconds: what changes faster belongs to one state."""

_STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"\d{8}-\d{6}")


class Versions:
    """The kept states of one input, each called by the moment when it was left behind."""

    def __init__(self, source: Path) -> None:
        self._source = source
        self._folder = source.parent / FOLDER / source.name

    def names(self) -> list[str]:
        """Return the names of the states that are kept, the last one first."""
        if self._link() or not self._folder.is_dir():
            return []
        return sorted(
            (file.name for file in self._folder.iterdir() if _is_kept(file)), reverse=True
        )

    def _link(self) -> Path | None:
        """Return what leads to another folder, where nothing is read or written."""
        return next((at for at in (self._folder.parent, self._folder) if at.is_symlink()), None)

    def text(self, name: str) -> str | None:
        """Return the input as it was, ``None`` for a state that is not kept."""
        if name not in self.names():
            return None
        return read_content(self._folder / name, MAX_BYTES).decode("utf-8", "replace")

    def difference(self, name: str) -> list[str] | None:
        """Return the lines that differ from the input as it is now, as ``diff -u`` has them."""
        text = self.text(name)
        if text is None:
            return None
        now = read_content(self._source, MAX_BYTES).decode("utf-8", "replace")
        return list(unified_diff(text.splitlines(), now.splitlines(), lineterm="", n=1))[2:]

    def keep(self, content: str, now: datetime | None = None) -> None:
        """Keep a state that is about to be left, unless one was kept within the last minute.

        Raises OutputError, also where their folder is a link.
        """
        now = now or datetime.now()
        if link := self._link():
            raise refused("output/not-plain", link)
        kept = self.names()
        if kept and (now - datetime.strptime(kept[0], _STAMP)).total_seconds() < _PAUSE:
            return
        file = self._folder / now.strftime(_STAMP)
        write_whole(file, content.encode("utf-8"), with_folder=True)
        for name in self.names()[KEPT:]:
            with suppress(OSError):
                (self._folder / name).unlink()


def _is_kept(file: Path) -> bool:
    return bool(_NAME.fullmatch(file.name)) and file.is_file() and not file.is_symlink()

"""The last states of each input and each pack of a folder, kept beside it."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime, timedelta
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


class Kept:
    """The kept states of something, each called by the moment when it was left behind."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> list[str]:
        """Return the names of the states that are kept, the last one first."""
        if self._link() or not self._folder.is_dir():
            return []
        return sorted(
            (file.name for file in self._folder.iterdir() if _is_kept(file)), reverse=True
        )

    def _link(self) -> Path | None:
        """Return what leads to another folder, where nothing is read or written."""
        own = [at for at in (self._folder, *self._folder.parents) if FOLDER in at.parts]
        return next((at for at in own if at.is_symlink()), None)

    def file(self, name: str) -> Path | None:
        """Return the file of a state, ``None`` for one that is not kept."""
        return self._folder / name if name in self.names() else None

    def content(self, name: str) -> bytes | None:
        """Return a state as it was, ``None`` for one that is not kept."""
        file = self.file(name)
        return read_content(file, MAX_BYTES) if file else None

    def keep_content(
        self, content: bytes, now: datetime | None = None, *, at_once: bool = False
    ) -> None:
        """Keep a state that is about to be left, unless one was kept within the last minute.

        One that others took away is kept ``at_once``. Raises OutputError, also where their folder
        is a link.
        """
        now = now or datetime.now()
        if link := self._link():
            raise refused("output/not-plain", link)
        kept = self.names()
        if (
            kept
            and not at_once
            and (now - datetime.strptime(kept[0], _STAMP)).total_seconds() < _PAUSE
        ):
            return
        while (stamp := now.strftime(_STAMP)) in kept:
            now += timedelta(seconds=1)
        file = self._folder / stamp
        write_whole(file, content, with_folder=True)
        for name in self.names()[KEPT:]:
            with suppress(OSError):
                (self._folder / name).unlink()


class Versions(Kept):
    """The kept states of one input."""

    def __init__(self, source: Path) -> None:
        super().__init__(source.parent / FOLDER / source.name)
        self._source = source

    def text(self, name: str) -> str | None:
        """Return the input as it was, ``None`` for a state that is not kept."""
        content = self.content(name)
        return None if content is None else content.decode("utf-8", "replace")

    def difference(self, name: str) -> list[str] | None:
        """Return the lines that differ from the input as it is now, as ``diff -u`` has them."""
        text = self.text(name)
        if text is None:
            return None
        now = read_content(self._source, MAX_BYTES).decode("utf-8", "replace")
        return lines_between(text, now)

    def keep(self, content: str, now: datetime | None = None) -> None:
        """Keep a state that is about to be left; raises as ``keep_content``."""
        self.keep_content(content.encode("utf-8"), now)


def lines_between(before: str, after: str) -> list[str]:
    """Return the lines in which two texts differ, as ``diff -u`` has them."""
    return list(unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=1))[2:]


def _is_kept(file: Path) -> bool:
    return bool(_NAME.fullmatch(file.name)) and file.is_file() and not file.is_symlink()

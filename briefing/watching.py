"""Changes of the files that a document is made from."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator
from contextlib import aclosing, suppress
from functools import lru_cache
from pathlib import Path
from time import sleep

from watchfiles import awatch, watch

from briefing.localities import locality_folders
from briefing.templating import template_folder
from briefing.values import record

_AWAKE = 200
"""After how many milliseconds without a change a watch says that it is awake."""

_PATIENCE = 400
"""How many milliseconds changes may go on before they are told; else they are when they pause."""

_REFUSED = (OSError, RuntimeError)
"""What the system refuses a watch with, as it lends few and other programs may have them all."""

_LOOK = 0.5
"""After how many seconds the files are looked at again where there is no watch."""


@record
class Watched:
    """The inputs, each a file of its own, and the folders of templates and packs, whole."""

    files: frozenset[Path]
    roots: tuple[Path, ...]

    def folders(self) -> list[Path]:
        """Return each folder to watch by itself; what lies around an input may be a whole disk."""
        # Editors replace files, so the folder of a file is watched and its name compared.
        found = {file.parent for file in self.files}
        for root in self.roots:
            found |= {root, *(path for path in root.rglob("*") if path.is_dir())}
        return sorted(folder for folder in found if folder.is_dir())

    def concerns(self, changed: Iterable[tuple[object, str]]) -> bool:
        """Say whether a change is one of an input, a template or a pack."""
        paths = [Path(path) for _, path in changed]
        return any(path in self.files or self._below(path) for path in paths)

    def _below(self, path: Path) -> bool:
        return any(path.is_relative_to(root) for root in self.roots)


Stamp = dict[Path, tuple[int, int, int] | None]
"""What tells states of files apart: inode, size and time of each, ``None`` where there is none."""


def stamp(asked: Watched) -> Stamp:
    """Return the state of all files that concern a watch, as they are now."""
    below = (path for root in asked.roots for path in root.rglob("*"))
    return {path: _state(path) for path in (*asked.files, *below)}


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        known = path.stat()
    except OSError:
        return None
    return known.st_ino, known.st_size, known.st_mtime_ns


def watched(source: Path, others: Iterable[Path], templates: Path | None) -> Watched:
    """Return what to watch for documents made of an input and other files.

    ``templates`` is as in ``render``.
    """
    roots = (templates or template_folder(), *locality_folders(source.parent))
    return Watched(_named((source, *others)), tuple(root.resolve() for root in roots))


@lru_cache(maxsize=32)
def _named(files: tuple[Path, ...]) -> frozenset[Path]:
    """Return files by the folders in which they really lie; it is asked for at every change."""
    return frozenset(file.parent.resolve() / file.name for file in files)


def changes(source: Path, templates: Path | None) -> Iterator[None]:
    """Yield once at the start, then after every change of input, templates or packs."""
    yield
    asked = watched(source, [], templates)
    seen = stamp(asked)
    try:
        yield from _told(asked)
    except _REFUSED:
        while True:
            if (now := stamp(asked)) != seen:
                seen = now
                yield
            sleep(_LOOK)


def _told(asked: Watched) -> Iterator[None]:
    """Yield after every change that the system tells of."""
    while True:
        folders = asked.folders()
        for changed in watch(*folders, recursive=False):
            if asked.concerns(changed):
                yield
            if asked.folders() != folders:
                break


async def changes_until(stop: asyncio.Event, asked: Callable[[], Watched]) -> AsyncGenerator[None]:
    """Yield when a watch has begun and after every change, until ``stop`` is set.

    ``asked`` says anew after each change what to watch. Nothing is missed in between: a watch that
    begins is told as a change.
    """
    with suppress(*_REFUSED):
        async with aclosing(_told_until(stop, asked)) as told:
            async for _ in told:
                yield
    seen: Stamp | None = None
    while not stop.is_set():
        if (now := await asyncio.to_thread(stamp, asked())) != seen:
            seen = now
            yield
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), _LOOK)


async def _told_until(stop: asyncio.Event, asked: Callable[[], Watched]) -> AsyncGenerator[None]:
    """Yield when a watch has begun, and after every change that the system tells of."""
    while not stop.is_set():
        folders, begun = asked().folders(), False
        watch_now = awatch(
            *folders,
            recursive=False,
            stop_event=stop,
            rust_timeout=_AWAKE,
            debounce=_PATIENCE,
            yield_on_timeout=True,
        )
        async with aclosing(watch_now) as told:
            async for changed in told:
                if not begun or asked().concerns(changed):
                    begun = True
                    yield
                if changed and asked().folders() != folders:
                    break

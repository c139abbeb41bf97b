"""A starter put where a person finds it, and nothing of somebody else's replaced."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from briefing.findings import Finding, InputError, Origin, OutputError, say
from briefing.output import NOTHING_READ, check_new, write_whole
from briefing.shortcuts.desktop_entry import entry_for
from briefing.shortcuts.places import desktop_folder
from briefing.shortcuts.shell_link import link_to

ENDINGS = (".lnk", ".desktop")
"""Of Windows, and of Linux: the ending of the file says which it is."""

_OPEN = ("-m", "briefing", "open")
_LARGEST = 100_000
"""Bytes of the largest starter; a file that is larger is none."""


def put_shortcut(folder: Path, file: Path | None, language: str, *, force: bool = False) -> Path:
    """Write a starter that opens the reports of a folder, and return its file.

    Without a ``file`` it is put on the desktop. One of our own is replaced, another file only with
    ``force``. Raises InputError where there is no such folder, OutputError where it cannot be put.
    """
    if not folder.is_dir():
        raise InputError([Finding("page/no-folder", origin=Origin(str(folder)))])
    folder = folder.resolve()
    name = say("shortcut.name", language, folder=folder.name)
    if file is None:
        file = _on_the_desktop(name)
    check_new(file, ENDINGS, NOTHING_READ)
    comment = say("shortcut.comment", language, folder=folder)
    # Links are not followed: the Python of an environment is a link to the one it was made from.
    program = str(Path(sys.executable).absolute())
    arguments, of_windows = [*_OPEN, str(folder)], file.suffix.lower() == ENDINGS[0]
    if of_windows:
        content = link_to(comment, program, arguments, folder)
    else:
        content = entry_for(name, comment, program, arguments, folder)
    write_whole(file, content, force=force or _is_own(file))
    if not of_windows:
        file.chmod(0o755)  # file managers start only what may be run
    return file


def _on_the_desktop(name: str) -> Path:
    ending = ENDINGS[0] if sys.platform == "win32" else ENDINGS[1]
    desktop = desktop_folder()
    if not desktop.is_dir():
        values = {"name": f"{name}{ending}"}
        raise OutputError(
            [Finding("shortcut/no-desktop", origin=Origin(str(desktop)), values=values)]
        )
    return desktop / f"{name}{ending}"


def _is_own(file: Path) -> bool:
    """Say whether a file is a starter that was put by this program."""
    said = " ".join(_OPEN)
    with suppress(OSError):
        with file.open("rb") as opened:
            content = opened.read(_LARGEST)
        return any(said.encode(code) in content for code in ("utf-8", "utf-16-le"))
    return False

"""Which files another file may lead to: those of its own folder, whatever it says or links say.

An input or a pack comes by e-mail. The names in it are looked at before the system is asked for
them: on Windows the mere question for a network share sends the user's password there.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from briefing.findings import Finding, InputError, Origin
from briefing.patterns import Pattern

# From the root, from a drive or its present folder, of another machine, an address, a stream of a
# file: none is a name of a file in this folder. All systems refuse what one of them would follow.
_NOT_RELATIVE = Pattern(r"[\\/]|.*[:\0]", re.DOTALL)
_STEP = re.compile(r"[\\/]")

# Windows takes these for devices whatever ending they have, and drops blanks and stops at the end
# (Naming Files, Paths, and Namespaces).
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:[ .].*)?", re.I)
_DROPPED = re.compile(r"(?!\.{1,2}$).*[ .]$")

# What begins with a dot is an editor's.
_READ_IN_PACKS = Pattern(r"[^.].*\.(?:toml|j2|docx)", re.I | re.DOTALL)

_STEPS = 50
"""Through how many folders a name is looked for in another form: each of them is read."""


def file_named(name: str, folder: Path, origin: Origin | None = None, path: str = "") -> Path:
    """Return the file that a name means which is written in a file of a folder.

    Steps are parted by slashes of either kind; a name in another Unicode form is the same name.
    ``origin`` and ``path`` are where the name is written. Raises InputError when the name or a link
    leads out of the folder; whether there is such a file is not looked at.
    """
    steps = _STEP.split(name)
    file = folder.joinpath(*steps)
    rule = _fault(name, steps) or _fault_of_place(file, folder)
    if rule:
        values = {"name": name, "folder": str(folder.absolute())}
        raise InputError([Finding(rule, origin=origin, path=path, values=values)])
    return _as_it_lies(file, steps, folder)


def file_listed(name: str, folder: Path) -> Path:
    """Return the file that a list in a folder names, wherever it lies.

    A name in another Unicode form is the same name; whether there is such a file is not looked at.
    """
    file = folder / name
    first = Path(file.anchor) if Path(name).anchor else folder
    return file if "\0" in name else _as_it_lies(file, [*file.relative_to(first).parts], first)


def _as_it_lies(file: Path, steps: list[str], folder: Path) -> Path:
    return file if os.path.lexists(file) else _in_another_form(steps, folder) or file


def leads_out(file: Path, folder: Path) -> bool:
    """Say whether a path ends outside of a folder when all links are followed."""
    try:
        return not file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        # Links in a circle lead nowhere; whoever opens the file says so.
        return False


def strays(
    folder: Path, shelf: Path, within: Callable[[Path], bool] = lambda _: False
) -> Iterator[Finding]:
    """Yield a finding for each thing in a pack that nobody could read, or only from elsewhere.

    These are a pack that is a link out of its shelf, links out of the pack, and folders, pipes and
    links to nothing under the name of a file. A pack is read no further down than one folder in it;
    ``within`` says of one that it is a pack by itself.
    """
    if _is_link(folder) and leads_out(folder, shelf):
        yield _stray(folder, shelf)
        return
    for entry in _entries(folder):
        whole = not _is_link(entry) and entry.is_dir() and not within(Path(entry))
        inner = _entries(entry) if whole else ()
        for each in (entry, *inner):
            if _is_link(each) and leads_out(Path(each), folder):
                yield _stray(Path(each), folder)
            elif _READ_IN_PACKS.fullmatch(each.name) and not _is_file(each):
                yield Finding("pack/not-a-file", origin=Origin(str(Path(each))))


def is_windows_device(name: str) -> bool:
    """Say whether Windows takes one step of a path for a device, or drops the end of it."""
    return bool(_DEVICE.fullmatch(name) or _DROPPED.match(name))


def _fault(name: str, steps: list[str]) -> str:
    """Return the rule that the name itself breaks, nothing for a good one."""
    if _NOT_RELATIVE.match(name):
        return "path/not-relative"
    if any(map(is_windows_device, steps)):
        return "path/device"
    return ""


def _fault_of_place(file: Path, folder: Path) -> str:
    """Return the rule against where a relative name leads, nothing when it stays inside."""
    if not leads_out(file, folder):
        return ""
    written = os.path.relpath(os.path.normpath(file), folder)
    return "path/outside" if written.startswith(os.pardir) else "path/link"


def _in_another_form(steps: list[str], folder: Path) -> Path | None:
    """Return the file whose name is the same text in another Unicode form, as a Mac writes it."""
    if len(steps) > _STEPS:
        return None
    for step in steps:
        wanted = unicodedata.normalize("NFC", step)
        names = (entry.name for entry in _entries(folder))
        same = [name for name in names if unicodedata.normalize("NFC", name) == wanted]
        if not same and step not in (".", ".."):
            return None
        folder = folder / (same[0] if same else step)
    return folder


def _entries(folder: str | os.PathLike[str]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError:
        return []


def _is_link(file: Path | os.DirEntry[str]) -> bool:
    # Windows has links to folders that are no symbolic links; Python knows them from 3.12 on.
    is_junction = getattr(file, "is_junction", bool)
    return file.is_symlink() or bool(is_junction())


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        # Links in a circle.
        return False


def _stray(link: Path, folder: Path) -> Finding:
    values = {"folder": str(folder.absolute())}
    return Finding("pack/link", origin=Origin(str(link)), values=values)


__all__ = ["file_listed", "file_named", "is_windows_device", "leads_out", "strays"]

"""A starter for Linux: a desktop entry (freedesktop.org, Desktop Entry Specification)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_QUOTED = re.compile(r'(["`$\\])')


def entry_for(
    name: str, comment: str, program: str, arguments: Sequence[str], folder: Path
) -> bytes:
    """Return the file that starts a program with arguments in a folder, in a window of its own.

    The window shows the address; closing it ends the program.
    """
    told = {
        "Type": "Application",
        "Version": "1.0",
        "Name": name,
        "Comment": comment,
        "Exec": " ".join(map(_argument, (program, *arguments))),
        "Path": str(folder),
        "Terminal": "true",
        "Categories": "Office;",
    }
    lines = [f"{key}={_escaped(value)}" for key, value in told.items()]
    return "\n".join(["[Desktop Entry]", *lines, ""]).encode("utf-8", "surrogateescape")


def _escaped(value: str) -> str:
    """Return a value as it stands on its line (section 4: strings)."""
    return "".join(_ESCAPES.get(sign, sign) for sign in value)


def _argument(text: str) -> str:
    """Return an argument of a command (section 7): quoted where signs mean something there."""
    text = text.replace("%", "%%")
    if re.fullmatch(r"[\w%+,./:=@-]+", text):
        return text
    return '"' + _QUOTED.sub(r"\\\1", text) + '"'

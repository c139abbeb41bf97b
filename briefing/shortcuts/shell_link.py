"""A starter for Windows: a shell link ([MS-SHLLINK], Shell Link Binary File Format)."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import PurePath, PureWindowsPath
from subprocess import list2cmdline

_CLASS = bytes.fromhex("0114020000000000c000000000000046")
"""The class of shell links (2.1): 00021401-0000-0000-C000-000000000046."""

_HAS_LINK_INFO = 1 << 1
_HAS_NAME = 1 << 2
_HAS_WORKING_DIR = 1 << 4
_HAS_ARGUMENTS = 1 << 5
_IS_UNICODE = 1 << 7
_HAS_EXP_STRING = 1 << 9

_ARCHIVE = 0x20
_MINIMIZED = 7
"""SW_SHOWMINNOACTIVE: the window of the program lies in the task bar; closing it ends it."""

_FIXED_DRIVE = 3
_ANSI, _WIDE = 260, 520
"""Bytes of both names in the block of the target (2.5.4), with what fills them up."""


def link_to(comment: str, program: str, arguments: Sequence[str], folder: PurePath) -> bytes:
    """Return the file that starts a program with arguments in a folder.

    The target is said twice: as a path on a drive, for who lists links, and as the text that
    Windows follows where that fails.
    """
    local = bool(PureWindowsPath(program).drive.endswith(":"))
    flags = _HAS_NAME | _HAS_WORKING_DIR | _HAS_ARGUMENTS | _IS_UNICODE | _HAS_EXP_STRING
    parts = [
        _header(flags | (_HAS_LINK_INFO if local else 0)),
        _link_info(program) if local else b"",
        *map(_string, (comment, str(folder), list2cmdline(arguments))),
        _target(program),
        bytes(4),  # the terminal block (2.5)
    ]
    return b"".join(parts)


def _header(flags: int) -> bytes:
    """Return the header (2.1): no times, no size, no icon of its own, no hot key."""
    return struct.pack(
        "<I16sII8x8x8xIiIH2x4x4x", 0x4C, _CLASS, flags, _ARCHIVE, 0, 0, _MINIMIZED, 0
    )


def _link_info(path: str) -> bytes:
    """Return where the target lies on a drive of this machine (2.3)."""
    head = 0x24
    volume = struct.pack("<IIIIx", 0x11, _FIXED_DRIVE, 0, 0x10)
    ansi, wide = _ansi(path) + b"\0", path.encode("utf-16-le") + bytes(2)
    at_path = head + len(volume)
    at_suffix = at_path + len(ansi)
    at_wide = at_suffix + 1
    at_wide_suffix = at_wide + len(wide)
    size = at_wide_suffix + 2
    fields = (size, head, 1, head, at_path, 0, at_suffix, at_wide, at_wide_suffix)
    return struct.pack("<9I", *fields) + volume + ansi + b"\0" + wide + bytes(2)


def _string(text: str) -> bytes:
    """Return a text of the link (2.4): its length in units of UTF-16, then these, no end."""
    content = text.encode("utf-16-le", "surrogatepass")
    return struct.pack("<H", len(content) // 2) + content


def _target(path: str) -> bytes:
    """Return the target as a text (2.5.4, EnvironmentVariableDataBlock)."""
    ansi = _ansi(path)[: _ANSI - 1].ljust(_ANSI, b"\0")
    wide = path.encode("utf-16-le")[: _WIDE - 2].ljust(_WIDE, b"\0")
    return struct.pack("<II", 8 + _ANSI + _WIDE, 0xA0000001) + ansi + wide


def _ansi(path: str) -> bytes:
    """Return a path in the letters of Windows of old; those with none are told in UTF-16 beside."""
    return path.encode("cp1252", "replace")

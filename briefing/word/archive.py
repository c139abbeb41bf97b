"""A ZIP archive of pressed parts; what was pressed before is not pressed again.

APPNOTE.TXT 6.3.10: a header before each part (4.3.7), all of them again in a directory (4.3.12),
and the end of it (4.3.16). Names are ASCII, the stamp is the first day that there is in a ZIP.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

from briefing.values import record

LEVEL = 1
"""How hard parts are pressed: the least, which Word itself uses, is the fastest by far."""

_HEADER, _ENTRY = struct.Struct("<4s5H3L2H"), struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_STAMP = (0, 1 << 5 | 1)
"""Midnight, and the first of January 1980."""

_MODE = 0o600 << 16


@record
class Pressed:
    """A part as it lies in an archive, its size and sum before it was pressed."""

    name: bytes
    content: bytes
    size: int
    crc: int

    @property
    def shared(self) -> tuple[int, ...]:
        """What is said of it in front of it and in the directory alike."""
        sizes = (self.crc, len(self.content), self.size)
        return (_VERSION, 0, zlib.DEFLATED, *_STAMP, *sizes, len(self.name), 0)


def pressed(name: str, content: bytes) -> Pressed:
    """Return a part pressed by deflation (RFC 1951)."""
    press = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = press.compress(content) + press.flush()
    return Pressed(name.encode("ascii"), packed, len(content), zlib.crc32(content))


def archive_of(parts: Sequence[Pressed]) -> bytes:
    """Return an archive of parts in this order, byte for byte what ``zipfile`` writes."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for part in parts:
        shared = part.shared
        pieces += (_HEADER.pack(b"PK\3\4", *shared), part.name, part.content)
        directory += (_ENTRY.pack(b"PK\1\2", _VERSION, *shared, 0, 0, 0, _MODE, at), part.name)
        at += _HEADER.size + len(part.name) + len(part.content)
    listed = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, len(parts), len(parts), len(listed), at, 0)
    return b"".join([*pieces, listed, end])

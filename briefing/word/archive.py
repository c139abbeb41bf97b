"""The zip archive of a Word file, byte for byte as ``zipfile`` writes it.

Most parts are the same in every document of a standard, so they are pressed once, which
``zipfile`` cannot be told.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

LEVEL = 3
"""How hard parts are pressed: as fast as the least, which Word uses, and a twentieth smaller."""

_VERSION = 20  # of the format: deflate and folders
_DATE = 1 << 5 | 1  # 1 January 1980, for the bytes not to change with the clock
_FOR_THE_OWNER = 0o600 << 16

# APPNOTE.TXT, 4.3.7, 4.3.12 and 4.3.16: signature, then what follows it.
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s4B4H3I5H2I")
_END = struct.Struct("<4s4H2IH")


@dataclass(frozen=True, slots=True)
class Pressed:
    """A part as it lies in the archive."""

    name: bytes
    content: bytes
    crc: int
    size: int


def pressed(name: str, content: bytes) -> Pressed:
    """Return a part pressed; its name is plain ASCII."""
    press = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = press.compress(content) + press.flush()
    return Pressed(name.encode("ascii"), packed, zlib.crc32(content), len(content))


def archive(parts: Sequence[Pressed]) -> bytes:
    """Return the archive of some parts, in their order."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in parts:
        facts = (zlib.DEFLATED, 0, _DATE, part.crc, len(part.content), part.size, len(part.name), 0)
        local = _LOCAL.pack(b"PK\x03\x04", _VERSION, 0, *facts)
        entry = (*facts, 0, 0, 0, _FOR_THE_OWNER, offset)
        directory += [
            _CENTRAL.pack(b"PK\x01\x02", _VERSION, 0, _VERSION, 0, 0, *entry),
            part.name,
        ]
        body += [local, part.name, part.content]
        offset += len(local) + len(part.name) + len(part.content)
    size = sum(map(len, directory))
    end = _END.pack(b"PK\x05\x06", 0, 0, len(parts), len(parts), size, offset, 0)
    return b"".join([*body, *directory, end])

"""Pictures known by their first bytes: PNG and JPEG, and how many dots they have."""

from __future__ import annotations

import re

from briefing.layout.look import ImageKind
from briefing.values import record

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"

# Start-of-frame markers (ITU-T T.81, table B.1), without DHT, JPG and DAC.
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD9)}


_OTHER = re.compile(rb"[^\xff]|\Z", re.DOTALL)


@record
class Picture:
    """A picture and its size in dots."""

    content: bytes
    kind: ImageKind
    across: int
    down: int


def read_picture(content: bytes) -> Picture | None:
    """Return a PNG or JPEG picture, ``None`` for anything else and for one that is cut off."""
    kind = image_kind(content)
    if kind is None:
        return None
    across, down = (_of_png if kind == "png" else _of_jpeg)(content)
    return Picture(content, kind, across, down) if across and down else None


def image_kind(content: bytes) -> ImageKind | None:
    """Return what kind of picture this is, ``None`` for any other content."""
    if content.startswith(_PNG):
        return "png"
    return "jpeg" if content.startswith(_JPEG) else None


def _of_png(content: bytes) -> tuple[int, int]:
    if content[12:16] != b"IHDR":
        return 0, 0
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def _of_jpeg(content: bytes) -> tuple[int, int]:
    """Return the size from the first frame; segments before it are passed over by their length."""
    place = 2
    while place + 9 <= len(content) and content[place] == 0xFF:
        marker = content[place + 1]
        if marker in _FRAMES:
            height, width = content[place + 5 : place + 7], content[place + 7 : place + 9]
            return int.from_bytes(width, "big"), int.from_bytes(height, "big")
        if marker == 0xFF:
            # Any number of these may stand before a marker.
            place = next(_OTHER.finditer(content, place)).start() - 1
        elif marker in _WITHOUT_LENGTH:
            place += 2
        else:
            place += 2 + int.from_bytes(content[place + 2 : place + 4], "big")
    return 0, 0

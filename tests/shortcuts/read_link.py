"""A shell link read by its public layout ([MS-SHLLINK]), and by nothing else."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from uuid import UUID

STRINGS = ("name", "relative_path", "working_dir", "arguments", "icon")
"""The texts of a link in their order (2.4), from bit 2 of its flags on."""


@dataclass
class Link:
    flags: int
    show: int
    times: tuple[int, int, int]
    base_path: str = ""
    base_path_ansi: str = ""
    drive_type: int = 0
    strings: dict[str, str] = field(default_factory=dict)
    blocks: dict[int, bytes] = field(default_factory=dict)

    @property
    def target(self) -> str:
        """The target as a text (2.5.4)."""
        return self.blocks[0xA0000001][8 + 260 :].decode("utf-16-le").partition("\0")[0]


def read_link(content: bytes) -> Link:
    size, name, flags, _, *times, _, _, show, _ = struct.unpack_from("<I16sII3QIiIH", content)
    assert size == 0x4C
    assert UUID(bytes_le=name) == UUID("00021401-0000-0000-c000-000000000046")
    assert content[66:76] == bytes(10)  # reserved
    link, at = Link(flags, show, (times[0], times[1], times[2])), 76
    assert not flags & 1  # a list of items would stand here
    if flags & 2:
        at += _info(link, content[at:])
    assert flags & 1 << 7  # else the texts would be in letters of old
    for bit, called in enumerate(STRINGS, start=2):
        if flags & 1 << bit:
            [count] = struct.unpack_from("<H", content, at)
            link.strings[called] = content[at + 2 : at + 2 + 2 * count].decode("utf-16-le")
            at += 2 + 2 * count
    while (length := struct.unpack_from("<I", content, at)[0]) >= 4:
        [signature] = struct.unpack_from("<I", content, at + 4)
        link.blocks[signature] = content[at : at + length]
        at += length
    assert content[at:] == bytes(4)
    return link


def _info(link: Link, content: bytes) -> int:
    size, head, flags, volume, path, network, suffix, wide, wide_suffix = struct.unpack_from(
        "<9I", content
    )
    content = content[:size]
    assert (head, flags, network) == (0x24, 1, 0)
    volume_size, link.drive_type, _, label = struct.unpack_from("<4I", content, volume)
    assert volume_size > 0x10
    assert content[volume + label] == 0
    link.base_path_ansi = content[path : content.index(b"\0", path)].decode("cp1252")
    link.base_path = content[wide:wide_suffix].decode("utf-16-le").removesuffix("\0")
    assert content[suffix] == 0
    assert content[wide_suffix:] == bytes(2)
    return int(size)

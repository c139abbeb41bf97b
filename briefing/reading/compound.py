"""Streams of a compound file, the container of .xls ([MS-CFB])."""

from __future__ import annotations

from struct import unpack_from

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA
"""The first of the numbers that name no sector."""
_ENTRY = 128


def stream(content: bytes, names: tuple[str, ...]) -> bytes:
    """Return the stream of one of the names, empty when there is none.

    Raises IndexError or struct.error for a file that is cut or leads out of itself, ValueError for
    one that leads in a circle.
    """
    size = 1 << unpack_from("<H", content, 30)[0]
    small = 1 << unpack_from("<H", content, 32)[0]
    first, cutoff, first_small = (unpack_from("<I", content, at)[0] for at in (48, 56, 60))
    table = _table(content, size)
    entries = _chain(content, size, size, table, first)
    root = b""
    for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
        length = unpack_from("<H", entries, at + 64)[0]
        name = entries[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")
        begins, long = unpack_from("<II", entries, at + 116)
        if at == 0:
            root = _chain(content, size, size, table, begins)
        elif name in names and long >= cutoff:
            return _chain(content, size, size, table, begins)[:long]
        elif name in names:
            chained = _chain(content, size, size, table, first_small)
            smalls = list(unpack_from(f"<{len(chained) // 4}I", chained))
            return _chain(root, small, 0, smalls, begins)[:long]
    return b""


def _table(content: bytes, size: int) -> list[int]:
    """Return which sector follows each sector."""
    sectors = list(unpack_from("<109I", content, 76))
    more, seen = unpack_from("<I", content, 68)[0], 0
    while more < _LAST and seen <= len(content) // size:
        found = unpack_from(f"<{size // 4}I", content, size + more * size)
        sectors += found[:-1]
        more, seen = found[-1], seen + 1
    table: list[int] = []
    for sector in sectors[: len(content) // size]:
        if sector < _LAST:
            table += unpack_from(f"<{size // 4}I", content, size + sector * size)
    return table


def _chain(content: bytes, size: int, offset: int, table: list[int], sector: int) -> bytes:
    parts: list[bytes] = []
    while sector < _LAST:
        if len(parts) > len(table):
            raise ValueError("a chain of sectors that does not end")
        at = offset + sector * size
        parts.append(content[at : at + size])
        sector = table[sector]
    return b"".join(parts)

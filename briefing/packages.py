"""Word packages from anywhere, looked over before any of their XML is parsed."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

MAX_FILE = 8 * 1024 * 1024
"""Bytes of a package as it lies on the disk."""

MAX_UNPACKED = 32 * 1024 * 1024
"""Bytes of all its parts."""

MAX_XML = 8 * 1024 * 1024
"""Bytes of its parts that are no pictures; parsed, they take thirty times as much memory."""

MAX_PARTS = 500

# The package format forbids a document type; it is the only road to entities (ISO/IEC 29500-2).
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


class OversizeError(Exception):
    """A package has too many parts, or would grow beyond measure."""


def inspect(content: bytes) -> None:
    """Look over a package: its size, its parts, and that none of them declares entities.

    Raises OversizeError, ValueError for a document type, and whatever the standard library raises
    for what is no package.
    """
    with ZipFile(BytesIO(content)) as archive:
        entries = archive.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        if len(content) > MAX_FILE or len(entries) > MAX_PARTS or unpacked > MAX_UNPACKED:
            raise OversizeError
        written = 0
        for entry in entries:
            part = archive.read(entry)
            if part.startswith(_PICTURES):
                continue
            written += len(part)
            if written > MAX_XML:
                raise OversizeError
            if any(doctype in part for doctype in _DOCTYPES):
                raise ValueError

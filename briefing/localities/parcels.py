"""A pack as one .zip file: made to be sent, looked over before anything of it is taken."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from briefing.boundaries import is_windows_device, strays
from briefing.findings import Finding, InputError, Origin
from briefing.localities.schema import PackFile
from briefing.localities.shelves import FILE
from briefing.localities.slugs import is_slug
from briefing.patterns import Pattern
from briefing.reading import FileData, read_content, read_toml_text, validate_as
from briefing.values import record

MAX_PARCEL = 4 * 1024 * 1024
"""Bytes of a parcel as it lies on the disk."""

MAX_UNPACKED = 8 * 1024 * 1024
MAX_FILES = 200

_NAMES = Pattern(
    r"locality\.toml|kinds\.toml|style\.docx|(?:replaced/)?[a-z0-9_@-]{1,100}(?:\.md)?\.j2"
)
"""What a pack is made of; nothing else is sent or taken."""

_STAMP = (1980, 1, 1, 0, 0, 0)


FORE_WORD = "above:"
Above = tuple[str, str]
"""A pack that stood above one, with a digest of what it said."""


@record
class Parcel:
    """A pack out of a .zip file: its name, what it says, its files by their names inside it.

    ``above`` is the remark on the packs above it where it was made.
    """

    name: str
    said: PackFile
    files: dict[str, bytes]
    above: str = ""


def parcel_of(folder: Path, above: str = "") -> bytes:
    """Return a pack as a .zip file; the same pack gives the same bytes.

    ``above`` is a remark on the packs above it. Raises InputError for a pack with links that lead
    out of its folder.
    """
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.comment = above.encode()
        for name, content in pack_files(folder).items():
            archive.writestr(_entry(f"{folder.name}/{name}"), content)
    return made.getvalue()


def pack_files(folder: Path) -> dict[str, bytes]:
    """Return the files that a pack is made of by their names inside it; raises as above."""
    if faults := list(strays(folder, folder.parent)):
        raise InputError(faults)
    found = ((file, file.relative_to(folder).as_posix()) for file in sorted(folder.rglob("*")))
    return {
        name: file.read_bytes() for file, name in found if file.is_file() and _NAMES.fullmatch(name)
    }


def read_parcel(file: Path) -> Parcel:
    """Return the pack in a .zip file, of which nothing has been written anywhere.

    It has one folder, named as packs are, with a right ``locality.toml`` in it. Raises InputError
    for what is no such file, too large, or holds links or other files than packs have.
    """
    content = read_content(file, MAX_PARCEL)
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            faults = list(_faults(entries, file))
            if faults:
                raise InputError(faults)
            found = {entry.filename: _opened(archive, entry) for entry in entries}
            above = archive.comment.decode("utf-8", errors="replace")
    except InputError:
        raise
    except Exception:
        # A .zip file can be broken in more ways than zipfile has errors for.
        raise InputError([_fault(file, "locality/no-parcel")]) from None
    name = next(iter(found)).partition("/")[0]
    files = {path.partition("/")[2]: data for path, data in found.items()}
    try:
        source = _told(files[FILE], f"{file}/{name}/{FILE}")
    except UnicodeDecodeError:
        raise InputError([_fault(file, "locality/no-parcel")]) from None
    return Parcel(name, validate_as(PackFile, source), files, above)


def _told(content: bytes, name: str) -> FileData:
    return read_toml_text(content.decode("utf-8-sig"), name)


def _opened(archive: ZipFile, entry: ZipInfo) -> bytes:
    """Return one file; more than it says that it has is never unpacked."""
    with archive.open(entry) as part:
        data = part.read(entry.file_size + 1)
    if len(data) != entry.file_size:
        raise BadZipFile
    return data


def _faults(entries: list[ZipInfo], file: Path) -> Iterator[Finding]:
    if len(entries) > MAX_FILES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        limit = MAX_UNPACKED // 1024 // 1024
        yield _fault(file, "locality/parcel-too-large", files=MAX_FILES, limit=limit)
        return
    names = [entry.filename for entry in entries]
    tops = {name.partition("/")[0] for name in names}
    if len(tops) != 1 or not is_slug(next(iter(tops))) or f"{next(iter(tops))}/{FILE}" not in names:
        yield _fault(file, "locality/no-pack-in-parcel")
    for entry in entries:
        inside = entry.filename.partition("/")[2]
        link = stat.S_ISLNK(entry.external_attr >> 16)
        named = _NAMES.fullmatch(inside) and not any(
            map(is_windows_device, entry.filename.split("/"))
        )
        if link or not named or names.count(entry.filename) > 1:
            yield _fault(file, "locality/strange-file", name=entry.filename)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _STAMP)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    return entry


def _fault(file: Path, rule: str, **values: object) -> Finding:
    return Finding(rule, origin=Origin(str(file)), values=values)

"""The parts of a workbook's package (ISO/IEC 29500-2), changed in place."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from briefing.packages import inspect

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


class PackageParts:
    """All parts of a package by name; what is not asked for stays byte by byte."""

    def __init__(self, content: bytes) -> None:
        inspect(content)
        with ZipFile(BytesIO(content)) as archive:
            self._entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            self._bytes = {entry.filename: archive.read(entry) for entry in self._entries}
        self._trees: dict[str, Any] = {}
        self._as_found: dict[str, bytes] = {}

    def tree(self, name: str) -> Any:
        """Return the root of a part, of which changes are kept."""
        if name not in self._trees:
            root = etree.fromstring(self._bytes[name], _PARSER)
            self._trees[name] = root
            self._as_found[name] = etree.tostring(root)
        return self._trees[name]

    def text(self, name: str) -> bytes:
        """Return the bytes of a part."""
        return self._bytes[name]

    def put(self, name: str, content: bytes) -> None:
        """Add a part, or write it anew."""
        self._bytes[name] = content
        self._trees.pop(name, None)

    def free_name(self, pattern: str) -> str:
        """Return a name of the pattern, with a number that no part has."""
        number = 1
        while pattern.format(number) in self._bytes:
            number += 1
        return pattern.format(number)

    def sheets(self) -> Iterator[tuple[str, str]]:
        """Yield title and part of each sheet."""
        links = {ident: target for ident, _, target in self.links("xl/workbook.xml")}
        for sheet in self.tree("xl/workbook.xml").iterfind(f"{{{MAIN}}}sheets/{{{MAIN}}}sheet"):
            target = links.get(sheet.get(f"{{{RELATION}}}id"), "")
            if target in self._bytes:
                yield sheet.get("name", ""), target

    def links(self, part: str) -> Iterator[tuple[str, str, str]]:
        """Yield identifier, kind and target of what a part leads to."""
        name = _links_of(part)
        if name not in self._bytes:
            return
        for link in self.tree(name):
            target = posixpath.join("/" + posixpath.dirname(part), link.get("Target", ""))
            kind = link.get("Type", "").rpartition("/")[2]
            yield link.get("Id", ""), kind, posixpath.normpath(target).lstrip("/")

    def link(self, part: str, kind: str, target: str) -> str:
        """Lead from a part to another; return the identifier."""
        name = _links_of(part)
        if name not in self._bytes:
            self.put(name, f'<Relationships xmlns="{_PACKAGE}"/>'.encode())
        taken = {ident for ident, _, _ in self.links(part)}
        ident = next(f"rIdB{number}" for number in range(1, 9999) if f"rIdB{number}" not in taken)
        etree.SubElement(
            self.tree(name),
            f"{{{_PACKAGE}}}Relationship",
            {"Id": ident, "Type": f"{RELATION}/{kind}", "Target": f"/{target}"},
        )
        return ident

    def declare(self, kind: str, *, part: str = "", ending: str = "") -> None:
        """Say of what kind a part is, or all parts with an ending."""
        types = self.tree("[Content_Types].xml")
        if part:
            name = f"{{{_TYPES}}}Override"
            etree.SubElement(types, name, {"PartName": f"/{part}", "ContentType": kind})
        elif ending not in {one.get("Extension") for one in types}:
            default = etree.Element(f"{{{_TYPES}}}Default")
            default.set("Extension", ending)
            default.set("ContentType", kind)
            types.insert(0, default)

    def packed(self) -> bytes:
        """Return the package: parts in their order, new ones behind."""
        for name, tree in self._trees.items():
            if etree.tostring(tree) == self._as_found[name]:
                continue
            said = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            self._bytes[name] = said
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as archive:
            for entry in self._entries:
                archive.writestr(entry, self._bytes[entry.filename], entry.compress_type)
            old = {entry.filename for entry in self._entries}
            for name in sorted(set(self._bytes) - old):
                archive.writestr(_entry(name), self._bytes[name], ZIP_DEFLATED)
        return out.getvalue()


def _entry(name: str) -> Any:
    from zipfile import ZipInfo

    # The same copy is the same file.
    return ZipInfo(name, (2020, 1, 1, 0, 0, 0))


def _links_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"

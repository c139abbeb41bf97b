"""A Word package: its parts, and which belongs to which; a link to nothing is no link."""

from __future__ import annotations

import posixpath
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from briefing.ooxml.names import AnyElement
from briefing.packages import inspect


class Package:
    """The parts of a package, parsed when they are asked for.

    Raises what ``inspect`` raises, and ValueError where there is no document.
    """

    def __init__(self, content: bytes) -> None:
        inspect(content)
        self._archive = ZipFile(BytesIO(content))
        # Names of parts are compared without regard to case (ISO/IEC 29500-2, 6.2.2.3).
        self._names = {name.lower(): name for name in self._archive.namelist()}
        mains = self.related("", "officeDocument")
        if not mains:
            raise ValueError
        self.main = mains[0]

    def related(self, part: str, kind: str) -> list[str]:
        """Return the parts of one kind that belong to a part, in the order of its links."""
        links = self._links(part).values()
        return [name for found, name in links if found == kind and name.lower() in self._names]

    def linked(self, part: str, identity: str) -> str:
        """Return the part that a link of a part leads to; empty if there is none."""
        _, name = self._links(part).get(identity, ("", ""))
        return name if name.lower() in self._names else ""

    def tree(self, part: str) -> AnyElement:
        """Return the XML of a part."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        return etree.fromstring(self._archive.read(self._names[part.lower()]), parser)

    def _links(self, part: str) -> dict[str, tuple[str, str]]:
        folder, file = posixpath.split(part)
        links = posixpath.join(folder, "_rels", f"{file}.rels")
        if links.lower() not in self._names:
            return {}
        found = {}
        for link in self.tree(links).iterchildren(tag=etree.Element):
            if link.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", "")))
                kind = link.get("Type", "").rpartition("/")[2]
                found[link.get("Id", "")] = kind, target.lstrip("/")
        return found

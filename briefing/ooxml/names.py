"""Names of elements and attributes, the same in transitional and strict packages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

AnyElement = Any
"""An element of lxml, which has no types of its own."""

_OOXML = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
_PREFIXES = {
    f"{_OOXML}/wordprocessingml/2006/main": "w",
    f"{_STRICT}/wordprocessingml/main": "w",
    f"{_OOXML}/officeDocument/2006/math": "m",
    f"{_STRICT}/officeDocument/math": "m",
    f"{_OOXML}/officeDocument/2006/relationships": "r",
    f"{_STRICT}/officeDocument/relationships": "r",
    f"{_OOXML}/markup-compatibility/2006": "mc",
    f"{_OOXML}/drawingml/2006/chart": "c",
    f"{_STRICT}/drawingml/chart": "c",
    "http://schemas.microsoft.com/office/drawing/2014/chartex": "c",
    f"{_OOXML}/drawingml/2006/diagram": "dgm",
    f"{_STRICT}/drawingml/diagram": "dgm",
    "urn:schemas-microsoft-com:office:office": "o",
}


@cache
def _short(tag: str) -> str:
    if not tag.startswith("{"):
        return tag
    space, _, local = tag[1:].partition("}")
    return f"{_PREFIXES.get(space, '')}:{local}"


def name_of(element: AnyElement) -> str:
    """Return the name of an element with its usual prefix: ``w:p``; empty for a comment."""
    return _short(element.tag) if isinstance(element.tag, str) else ""


def children(element: AnyElement) -> Iterator[tuple[str, AnyElement]]:
    """Yield the children of an element with their names."""
    for child in element.iterchildren():
        if name := name_of(child):
            yield name, child


def child(element: AnyElement | None, name: str) -> AnyElement | None:
    """Return the first child of a name."""
    if element is None:
        return None
    return next((one for called, one in children(element) if called == name), None)


def attribute(element: AnyElement | None, name: str) -> str:
    """Return an attribute by its name with the usual prefix, or nothing."""
    if element is None:
        return ""
    return next((value for key, value in element.items() if _short(key) == name), "")


def is_on(element: AnyElement | None) -> bool | None:
    """Return whether a switch such as ``w:vanish`` is on; None where it does not stand."""
    if element is None:
        return None
    return attribute(element, "w:val").lower() not in ("0", "false", "off")

"""Comments at cells, with the boxes in which Excel shows them (ISO/IEC 29500-1, 18.7; -4, 19.4)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from briefing.annotating.cells import column_number
from briefing.annotating.parts import MAIN, RELATION, PackageParts

_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_BOXES = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel">'
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202"'
    ' path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
_BOX = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;width:240pt;'
    'height:90pt;z-index:99;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox/>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{left}, 15, {row}, 2, {right}, 15, {below}, 4</x:Anchor>"
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    "</x:ClientData></v:shape>"
)
_BEHIND = (
    *("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems"),
    *("tableParts", "extLst"),
)
"""What stands behind the boxes of comments in a sheet, in the order of the schema."""


def comment(parts: PackageParts, sheet: str, notes: Mapping[str, str]) -> None:
    """Write comments at cells of a sheet; what a cell's comment says already stays before."""
    linked = {kind: target for _, kind, target in parts.links(sheet)}
    listed = _list(parts, sheet, linked.get("comments"))
    boxes = _boxes(parts, sheet)
    known = {one.get("ref"): one for one in listed}
    new = [place for place in notes if place not in known]
    for place, note in notes.items():
        if place in known:
            _add(known[place], note)
        else:
            one = etree.SubElement(listed, _tag("comment"), ref=place, authorId="0")
            _text(etree.SubElement(one, _tag("text")), note)
    if new:
        parts.put(boxes, _with_boxes(parts.text(boxes), new))


def _list(parts: PackageParts, sheet: str, name: str | None) -> Any:
    if name is None:
        name = parts.free_name("xl/comments{}.xml")
        made = f'<comments xmlns="{MAIN}"><authors><author/></authors><commentList/></comments>'
        parts.put(name, made.encode())
        parts.link(sheet, "comments", name)
        parts.declare(f"{_SPREADSHEET}.comments+xml", part=name)
    return parts.tree(name).find(_tag("commentList"))


def _boxes(parts: PackageParts, sheet: str) -> str:
    """Return the part with the boxes of a sheet's comments."""
    root = parts.tree(sheet)
    drawn = root.find(_tag("legacyDrawing"))
    if drawn is not None:
        wanted = drawn.get(f"{{{RELATION}}}id")
        return next(target for ident, _, target in parts.links(sheet) if ident == wanted)
    name = parts.free_name("xl/drawings/vmlDrawing{}.vml")
    parts.put(name, _BOXES.encode())
    parts.declare("application/vnd.openxmlformats-officedocument.vmlDrawing", ending="vml")
    drawn = etree.Element(_tag("legacyDrawing"))
    drawn.set(f"{{{RELATION}}}id", parts.link(sheet, "vmlDrawing", name))
    behind = next((one for one in root if etree.QName(one).localname in _BEHIND), None)
    if behind is None:
        root.append(drawn)
    else:
        behind.addprevious(drawn)
    return name


def _with_boxes(vml: bytes, places: list[str]) -> bytes:
    # What Excel writes here is not always XML, so nothing of it is parsed.
    head, end, tail = vml.rpartition(b"</xml>")
    last = max((int(number) for number in re.findall(rb"_x0000_s(\d+)", vml)), default=1024)
    boxes = []
    for number, place in enumerate(places, start=last + 1):
        letters = place.rstrip("0123456789")
        column, row = column_number(letters) - 1, int(place.removeprefix(letters)) - 1
        sides = {"left": column + 1, "right": column + 4, "below": row + 6}
        boxes.append(_BOX.format(number=number, column=column, row=row, **sides))
    return head + "".join(boxes).encode() + end + tail


def _add(one: Any, note: str) -> None:
    text = one.find(_tag("text"))
    for plain in text.findall(_tag("t")):
        run = etree.Element(_tag("r"))
        plain.addprevious(run)
        run.append(plain)
    _text(text, f"\n\n{note}")


def _text(text: Any, note: str) -> None:
    said = etree.SubElement(etree.SubElement(text, _tag("r")), _tag("t"))
    said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    said.text = note


def _tag(name: str) -> str:
    return f"{{{MAIN}}}{name}"

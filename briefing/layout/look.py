"""The look of a locality's documents, as its ``style.docx`` says it: styles, tables, crest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from briefing.findings import Finding
from briefing.values import record

Align = Literal["left", "center", "right", "both"]
ImageKind = Literal["png", "jpeg"]

SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
"""The borders of a table in Word's order."""


@record
class StyleLook:
    """What Word shows of a paragraph style: its own properties over those it is based on.

    Size and space in points, line spacing in lines, indent of the first line in millimetres;
    ``name`` as Word lists it; ``colour`` is ``auto`` or six hexadecimal digits. ``height`` is that
    of exact lines in points, 0 where lines are as high as what stands in them.
    """

    name: str
    font: str
    size: float
    bold: bool
    italic: bool
    underline: bool
    capitals: bool
    colour: str
    align: Align
    before: float
    after: float
    lines: float
    indent: float
    height: float = 0.0


@record
class Border:
    """One border of a table: Word's name of the line, eighths of a point, ``auto`` or colour."""

    line: str = "single"
    width: int = 4
    colour: str = "auto"


@record
class TableLook:
    """How tables are drawn: borders in the order of SIDES, the head's fill, margins in twips."""

    borders: tuple[Border, ...] = (Border(),) * len(SIDES)
    head_fill: str = ""
    top: int = 0
    left: int = 85
    bottom: int = 0
    right: int = 85


@record
class Crest:
    """A picture above the issuing body's name; size in millimetres.

    ``crop`` is what is cut off left, top, right and bottom, in thousandths of a per cent.
    """

    content: bytes
    kind: ImageKind
    width: float
    height: float
    crop: tuple[int, int, int, int] = (0, 0, 0, 0)


@record(eq=False)
class Look:
    """What a ``style.docx`` says; one object a file, so that it can be a key.

    ``styles`` by the component that each sets (``body``, ``heading1``, ``national_name`` …), those
    only that the file has; ``margins`` of the page in millimetres by side. ``issuers`` tells whose
    documents the file was made from, ``None`` when it does not show. ``faults`` are what could not
    be taken from it.
    """

    file: str
    styles: Mapping[str, StyleLook] = field(default_factory=dict)
    margins: Mapping[str, float] = field(default_factory=dict)
    table: TableLook = field(default_factory=TableLook)
    crest: Crest | None = None
    issuers: Literal["state", "party"] | None = None
    faults: tuple[Finding, ...] = ()


PLAIN = Look(file="")
"""The look of a document whose pack has no ``style.docx``."""

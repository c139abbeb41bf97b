"""Makes the ``style.docx`` that a person would save from Word, and reports that know its folder."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

import briefing
from briefing import Finding, Report

INPUTS = Path(__file__).resolve().parents[2] / "inputs"
STATE, PARTY = "hoa-binh-2023", "cong-van-792-2022"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Edit = Callable[[Any], None]
"""What a person does to an open Word document."""


def load(name: str = STATE, **facts: object) -> Report:
    """Return an input of the repository, read anew: a look is a report's own."""
    report = briefing.load(INPUTS / f"{name}.yaml")
    return report.model_copy(update=facts)


@cache
def built(name: str = STATE, profile: str = "P14") -> bytes:
    """Return the draft of an input as it is built without any look."""
    return briefing.build(load(name, size_profile=profile), draft=True)


def saved(folder: Path, *edits: Edit, name: str = STATE, profile: str = "P14") -> Path:
    """Save a built report as ``style.docx`` of a pack, changed as in Word."""
    document = Document(BytesIO(built(name, profile)))
    for edit in edits:
        edit(document)
    folder.mkdir(exist_ok=True)
    document.save(str(folder / "style.docx"))
    return folder


def styled(*folders: Path, name: str = STATE, **facts: object) -> Report:
    """Return a report whose pack, and the packs that it inherits from, are these folders."""
    return load(name, **facts).shaped_by(folders)


def made(report: Report) -> bytes:
    return briefing.build(report, draft=True)


def looks(report: Report) -> list[Finding]:
    """Return the findings that the look of a report has."""
    return [finding for finding in briefing.check(report) if finding.rule.startswith("look/")]


def part(content: bytes, name: str = "word/styles.xml") -> etree._Element:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def style(content: bytes, style_id: str) -> etree._Element:
    [found] = part(content).xpath(f"*[@w:styleId='{style_id}']", namespaces={"w": W[1:-1]})
    return found


def size_of(content: bytes, style_id: str) -> float:
    """Return the size in points that a style of a built file has."""
    return int(shown(content, style_id, f"{W}rPr/{W}sz").get(f"{W}val")) / 2


def shown(content: bytes, style_id: str, path: str) -> etree._Element | None:
    """Return what a style of a built file says at a path, else the style that it is based on."""
    level: str | None = style_id
    while level:
        said = style(content, level)
        if (found := said.find(path)) is not None:
            return found
        base = said.find(f"{W}basedOn")
        level = None if base is None else base.get(f"{W}val")
    return None


def rezipped(content: bytes, changes: dict[str, bytes | None]) -> bytes:
    """Return a package with some parts replaced, added, or (``None``) left out."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        kept = {name: old.read(name) for name in old.namelist()} | changes
        for name, data in kept.items():
            if data is not None:
                new.writestr(name, data)
    return buffer.getvalue()


def sized(style_id: str, points: float) -> Edit:
    """Modify Style…: the size, as Word writes it, in half points."""

    def edit(document: Any) -> None:
        run = _style(document, style_id).element.get_or_add_rPr()
        for tag in ("w:sz", "w:szCs"):
            for old in run.findall(qn(tag)):
                run.remove(old)
            run.append(_element(tag, val=str(round(points * 2))))

    return edit


def spaced(style_id: str, **said: object) -> Edit:
    """Modify Style… › Paragraph…: indents and spacing of ``docx.text.parfmt.ParagraphFormat``."""

    def edit(document: Any) -> None:
        for name, value in said.items():
            setattr(_style(document, style_id).paragraph_format, name, value)

    return edit


def fonted(style_id: str, **said: object) -> Edit:
    """Modify Style… › Font…: properties of ``docx.text.font.Font``."""

    def edit(document: Any) -> None:
        for name, value in said.items():
            setattr(_style(document, style_id).font, name, value)

    return edit


def bordered(line: str = "single", width: int = 4, colour: str = "auto") -> Edit:
    """Modify Style… of Table Grid: all borders."""

    def edit(document: Any) -> None:
        borders = _style(document, "TableGrid").element.find(f".//{W}tblBorders")
        for border in borders:
            border.set(qn("w:val"), line)
            border.set(qn("w:sz"), str(width))
            border.set(qn("w:color"), colour)

    return edit


def head_filled(colour: str) -> Edit:
    """Modify Style… of Table Grid, header row: shading."""

    def edit(document: Any) -> None:
        row = _element("w:tblStylePr", type="firstRow")
        cell = OxmlElement("w:tcPr")
        cell.append(_element("w:shd", val="clear", color="auto", fill=colour))
        row.append(cell)
        _style(document, "TableGrid").element.append(row)

    return edit


def with_picture(content: bytes, **size: object) -> Edit:
    """Insert › Pictures, in the cell of the issuing body."""

    def edit(document: Any) -> None:
        run = document.tables[0].cell(0, 0).paragraphs[0].insert_paragraph_before().add_run()
        run.add_picture(BytesIO(content), **size)

    return edit


def png(width: int = 120, height: int = 160) -> bytes:
    """Return a picture: a red disc with a yellow middle on white."""
    rows = b"".join(
        b"\0" + b"".join(_dot(x, y, width, height) for x in range(width)) for y in range(height)
    )
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def jpeg(width: int, height: int) -> bytes:
    """Return the head of a picture: all that is read of it."""
    start = b"\xff\xd8\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0\1\1\0\0\1\0\1\0\0"
    frame = struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\1\x11\0"
    return start + b"\xff\xc0" + frame + b"\xff\xd9"


def _dot(x: int, y: int, width: int, height: int) -> bytes:
    away = ((2 * x / width - 1) ** 2 + (2 * y / height - 1) ** 2) ** 0.5
    return b"\xff\xff\xff" if away > 1 else b"\xc8\x10\x20" if away > 0.45 else b"\xff\xd8\x00"


def _style(document: Any, style_id: str) -> Any:
    return next(style for style in document.styles if style.style_id == style_id)


def _element(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element

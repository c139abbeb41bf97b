"""Reads a Word file's parts, and makes Documents to write."""

from __future__ import annotations

import zipfile
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

from lxml import etree

import briefing
from briefing import Report
from briefing.document import Document, Frame, Line, Properties, Run, read_content
from briefing.standards import load_standard
from briefing.word import write_docx

INPUTS = Path(__file__).resolve().parents[2] / "inputs"
NAMES = ("hoa-binh-2023", "ky-anh-2023")
PROFILES = ("P13", "P14")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {
    "w": W[1:-1],
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}


@cache
def load(name: str, profile: str = "P14") -> Report:
    """Return an input of the repository in a size profile."""
    report = briefing.load(INPUTS / f"{name}.yaml")
    return report.model_copy(update={"size_profile": profile})


@cache
def built(name: str, profile: str = "P14") -> bytes:
    """Return the Word file of an input of the repository."""
    return briefing.build(load(name, profile))


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(content: bytes, name: str) -> etree._Element:
    return etree.fromstring(parts(content)[name])


def find(root: etree._Element, path: str) -> list[etree._Element]:
    return root.findall(path, NS)


def value(element: etree._Element, name: str = "val") -> str:
    return element.get(f"{W}{name}", "")


def text_of(element: etree._Element) -> str:
    """Return a text with the blanks and hyphens that no line breaks at as they are."""
    nodes = element.iter(f"{W}t", f"{W}noBreakHyphen")
    return "".join("\u2011" if node.tag != f"{W}t" else node.text or "" for node in nodes)


def said(element: etree._Element) -> str:
    """Return a text as a reader without a sense for line breaks has it."""
    return text_of(element).replace("\u2011", "-").replace("\u00a0", " ")


def word_file(markdown: str, profile: str = "P14") -> bytes:
    """Return the Word file of a text written as templates write it."""
    return write_docx(document(markdown), load_standard("nd30-2020", profile))


def document(markdown: str) -> Document:
    return Document(_FRAME, read_content(markdown))


def _line(text: str) -> Line:
    return (Run(text),)


_FRAME = Frame(
    parent=(),
    issuer=(_line("Ủy ban nhân dân"), _line("tỉnh Hòa Bình")),
    number=_line("Số: 05/BC-UBND"),
    place_date=_line("Hòa Bình, ngày 05 tháng 12 năm 2023"),
    addressees=(),
    authority=(_line("TM. Ủy ban nhân dân"), _line("Chủ tịch")),
    signer=_line("Lê Văn An"),
    recipients=(_line("Các sở;"), _line("Lưu: VT.")),
    citation=_line("Kèm theo Báo cáo số 05/BC-UBND"),
    properties=Properties("Báo cáo", "an ninh", "Ủy ban nhân dân tỉnh", date(2023, 12, 5)),
)

"""Cells of an .xlsx whose font is one of before Unicode (ISO/IEC 29500-1, 18.4.5 and 18.8.22)."""

from __future__ import annotations

import re
from typing import TypeVar
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from briefing.reading.formats import column_of
from briefing.vietnamese import OldFont, old_font

T = TypeVar("T")
_STYLES = "xl/styles.xml"
_CELL = re.compile(rb"""<(?:\w+:)?c\s+r=["']([A-Z]{1,3})(\d{1,7})["']\s+s=["'](\d{1,5})["']""")


_TEXTS = "xl/sharedStrings.xml"
_TEXT = re.compile(
    rb"""<(?:\w+:)?c\s+r=["']([A-Z]{1,3})(\d{1,7})["'](?=[^>]*\bt=["']s["'])[^>]*>"""
    rb"""\s*<(?:\w+:)?v>(\d{1,7})<"""
)


def texts_of_old_fonts(archive: ZipFile) -> dict[int, OldFont]:
    """Return the texts of a workbook all of whose runs have one old font, by number."""
    if _TEXTS not in archive.namelist():
        return {}
    content = archive.read(_TEXTS)
    if b"rFont" not in content or b"vn" not in content.lower():
        return {}
    # As in styles_of_old_fonts.
    texts = enumerate(fromstring(content).iterfind("{*}si"))  # noqa: S314
    found = {number: _font_of_runs(text.findall("{*}r")) for number, text in texts}
    return {number: font for number, font in found.items() if font is not None}


def _font_of_runs(runs: list[Element]) -> OldFont | None:
    fonts = set()
    for run in runs:
        if (run.findtext("{*}t") or "").strip():
            name = run.find("{*}rPr/{*}rFont")
            fonts.add(old_font("" if name is None else name.get("val", "")))
    return next(iter(fonts)) if len(fonts) == 1 else None


def cells_of_texts(sheet: bytes, fonts: dict[int, T]) -> dict[tuple[int, int], T]:
    """Return what belongs to each cell of a sheet that shows one of these texts."""
    return {
        (int(row) - 1, column_of(letters.decode())): fonts[int(text)]
        for letters, row, text in _TEXT.findall(sheet)
        if int(text) in fonts
    }


def styles_of_old_fonts(archive: ZipFile) -> dict[int, OldFont]:
    """Return the styles of cells whose font is an old one, by number."""
    if _STYLES not in archive.namelist():
        return {}
    content = archive.read(_STYLES)
    if b"vn" not in content.lower():
        return {}
    # A package with document types, the way to entities, was refused before.
    styles = fromstring(content)  # noqa: S314
    names = [each.find("{*}name") for each in styles.iterfind("{*}fonts/{*}font")]
    fonts = [old_font("" if name is None else name.get("val", "")) for name in names]
    used = [int(each.get("fontId", 0)) for each in styles.iterfind("{*}cellXfs/{*}xf")]
    found = {number: fonts[font] for number, font in enumerate(used) if 0 <= font < len(fonts)}
    return {number: font for number, font in found.items() if font is not None}


def cells_with(sheet: bytes, fonts: dict[int, T]) -> dict[tuple[int, int], T]:
    """Return what belongs to each cell of a sheet that has one of these styles."""
    return {
        (int(row) - 1, column_of(letters.decode())): fonts[int(style)]
        for letters, row, style in _CELL.findall(sheet)
        if int(style) in fonts
    }

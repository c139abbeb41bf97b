"""Cells of an .xlsx whose text is struck out, all of it or a run (ISO/IEC 29500-1, 18.4.10)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from briefing.reading.formats import column_of
from briefing.reading.old_fonts import cells_of_texts, cells_with

_STYLES, _TEXTS = "xl/styles.xml", "xl/sharedStrings.xml"
_SIGN = b"strike"
_OFF = ("0", "false", "off")
_INLINE = re.compile(
    rb"""<(?:\w+:)?c\s+r=["']([A-Z]{1,3})(\d{1,7})["'][^>]*>\s*<(?:\w+:)?is>(.*?)</(?:\w+:)?is>""",
    re.S,
)
_RUN = re.compile(rb"<(?:\w+:)?r[\s>].*?</(?:\w+:)?r>", re.S)
_STRUCK = re.compile(rb"""<(?:\w+:)?strike(?!\s+val=["'](?:0|false|off)["'])[\s/>]""")
_TEXT = re.compile(rb"<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<")


class StruckCells:
    """What of a workbook is struck out: styles of cells, and texts with the runs that are."""

    def __init__(self, archive: ZipFile) -> None:
        self._styles = dict.fromkeys(_struck_styles(archive), "")
        self._texts = dict(_struck_texts(archive))

    def on(self, sheet: bytes) -> dict[tuple[int, int], str]:
        """Return the cells of a sheet with the run that is struck out, "" for all of the cell."""
        found = cells_of_texts(sheet, self._texts) if self._texts else {}
        if _SIGN in sheet:
            found |= dict(_struck_inline(sheet))
        return found | (cells_with(sheet, self._styles) if self._styles else {})


def _read(archive: ZipFile, part: str) -> bytes:
    content = archive.read(part) if part in archive.namelist() else b""
    return content if _SIGN in content else b""


def _is_struck(shape: Element | None) -> bool:
    mark = None if shape is None else shape.find("{*}strike")
    return mark is not None and mark.get("val", "1") not in _OFF


def _struck_styles(archive: ZipFile) -> Iterator[int]:
    content = _read(archive, _STYLES)
    if not content:
        return
    # A package with document types, the way to entities, was refused before.
    styles = fromstring(content)  # noqa: S314
    struck = [_is_struck(font) for font in styles.iterfind("{*}fonts/{*}font")]
    for number, style in enumerate(styles.iterfind("{*}cellXfs/{*}xf")):
        font = int(style.get("fontId", 0))
        if 0 <= font < len(struck) and struck[font]:
            yield number


def _struck_texts(archive: ZipFile) -> Iterator[tuple[int, str]]:
    content = _read(archive, _TEXTS)
    # As in _struck_styles.
    texts = fromstring(content).iterfind("{*}si") if content else ()  # noqa: S314
    for number, text in enumerate(texts):
        runs = [run for run in text.iterfind("{*}r") if _is_struck(run.find("{*}rPr"))]
        said = "".join(run.findtext("{*}t") or "" for run in runs).strip()
        if said:
            yield number, said


def _struck_inline(sheet: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for letters, row, text in _INLINE.findall(sheet):
        runs = [run for run in _RUN.findall(text) if _STRUCK.search(run)]
        said = b"".join(piece for run in runs for piece in _TEXT.findall(run)).decode().strip()
        if said:
            yield (int(row) - 1, column_of(letters.decode())), said

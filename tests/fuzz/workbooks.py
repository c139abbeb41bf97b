"""Filled forms with one part, some cells or the bytes of their package changed, in every format.

They are read, checked, copied with their findings, and gone through as an office's own table.
"""

from __future__ import annotations

import zipfile
from copy import deepcopy
from functools import cache
from io import BytesIO
from itertools import pairwise
from struct import pack
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from briefing import InputError, check, load
from briefing.annotating import annotated, notes_of
from briefing.forms import workbook
from briefing.reading import read_as_far
from briefing.reading.compound import SIGNATURE
from briefing.tables import all_of, asked_of, open_tables
from fuzz.expected import REPOSITORY, put, told, users_faults

_BOOK, _SHEET, _TEXTS = "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
_CONTENT = "content.xml"
PARTS = (_SHEET, _BOOK, _TEXTS, "xl/styles.xml", "xl/_rels/workbook.xml.rels", _CONTENT)
TOKENS = (
    *(
        '<c r="A1">',
        '<c r="XFD1048576">',
        '<c r="ZZZZZ1">',
        "<f>",
        "</f>",
        "<v>",
        "</v>",
        't="e"',
        't="b"',
        't="s"',
    ),
    *(
        's="1"',
        's="-1"',
        's="99999999999"',
        "<row",
        'r="0"',
        'r="99999999"',
        'hidden="1"',
        "<cols>",
    ),
    *("<mergeCell ref=", '"A1:B3"', '"A1:XFD1048576"', "numFmtId=", "formatCode=", '"0%"'),
    *("table:number-rows-repeated=", "table:number-columns-repeated=", '"1048576"', '"-1"', '"x"'),
    *(
        "office:value-type=",
        '"percentage"',
        '"date"',
        "table:formula=",
        "office:value=",
        "<table:table",
    ),
    *("năm báo cáo", "giá trị", "1.315", "92,2%", "=1/0", "\x00", "<!DOCTYPE", "&amp;", "]]>"),
    *("\x09\x08", "\x85\x00", "\x03\x02", "\x7e\x02", "\xbd\x00", "\x06\x00", "\xff\xff\xff\xff"),
)


@cache
def _base() -> dict[str, bytes]:
    out = BytesIO()
    book = xlsxwriter.Workbook(out)
    page = book.add_worksheet("Số liệu")
    shape = book.add_format({"num_format": "0%"})
    page.write_row(0, 0, ["TT", "tên gọi trong câu", "nội dung của số liệu", "giá trị"])
    page.write_row(1, 0, [1, "so_vu", "số vụ", 46])
    page.write_number(2, 3, 0.95, shape)
    page.write_formula(3, 3, "=1/0", None, "#DIV/0!")
    page.merge_range(4, 1, 5, 1, "x")
    page.write_comment(1, 3, "xem lại")
    page = book.add_worksheet("Chung")
    page.write_row(0, 0, ["mục", "nội dung"])
    page.write_row(1, 0, ["năm báo cáo", 2026])
    book.close()
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{called}:1.0"'
    for name, called in (
        *(("office", "office"), ("table", "table"), ("text", "text"), ("style", "style")),
        ("number", "datastyle"),
    )
)
_ODS = f"""<office:document-content {_SPACES}><office:automatic-styles>
<number:date-style style:name="N1"><number:month/></number:date-style>
<style:style style:name="c1" style:family="table-cell" style:data-style-name="N1"/>
</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Chung">
<table:table-column table:number-columns-repeated="3"/><table:table-row><table:table-cell
 office:value-type="string"><text:p>mục</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell table:style-name="c1"
 office:value-type="date" office:date-value="2026-12-01"><text:p>12</text:p></table:table-cell>
<table:table-cell office:value-type="percentage" office:value="0.95"/></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"""


def _record(kind: int, content: bytes) -> bytes:
    return pack("<HH", kind, len(content)) + content


def _xls() -> bytes:
    """Return a compound file with a workbook of one sheet with one number."""
    title = "Chung".encode("utf-16-le")
    begin = _record(0x0809, pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0))
    about = [
        _record(0x041E, pack("<HHB", 164, 2, 0) + b"0%"),
        _record(0x00E0, pack("<HH", 0, 164) + bytes(16)),
    ]
    length = len(begin) + sum(map(len, about)) + 4 + 8 + len(title) + 4
    sheet = _record(0x0085, pack("<IHBB", length, 0, 5, 1) + title)
    cells = _record(0x0203, pack("<HHHd", 1, 1, 0, 0.95))
    rows = _record(0x0208, pack("<HHHHHHHH", 1, 0, 2, 0, 0, 0, 0x20, 0))
    end = _record(0x000A, b"")
    book = (begin + b"".join(about) + sheet + end + begin + rows + cells + end).ljust(4096, b"\0")
    none = 0xFFFFFFFE
    heads = pack("<6H9I", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0, 1, 1, 0, 4096, none, 0, none)
    head = SIGNATURE + bytes(16) + heads + bytes(4) + pack("<I", 0) + b"\xff" * 4 * 108
    table = pack("<II", 0xFFFFFFFD, none)
    table += b"".join(pack("<I", each) for each in (*range(3, 10), none))
    name = "Workbook".encode("utf-16-le").ljust(64, b"\0")
    entry = name + pack("<HBB", 18, 2, 1) + bytes(48) + pack("<II", 2, 4096) + bytes(4)
    root = "Root Entry".encode("utf-16-le").ljust(64, b"\0")
    root += pack("<HBB", 22, 5, 1) + bytes(48) + pack("<II", none, 0) + bytes(4)
    return head + table.ljust(512, b"\xff") + (root + entry).ljust(512, b"\0") + book


@cache
def _filled() -> dict[str, list[list[object]]]:
    """Return the cells of a form that an input fills, by sheet."""
    data = read_as_far(REPOSITORY / "tests/wording/whole.yaml").data
    book = CalamineWorkbook.from_filelike(BytesIO(workbook(data, "vi")))
    sheets = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    return {name: rows for name, rows in sheets.items() if not name.startswith("_")}


def _cells() -> list[bytes]:
    """Return cells to be put into that form: sheet, row, column and what is typed, one a line."""
    lines = [
        f"{sheet}\t{row}\t{at}\t{cell}".replace("\n", " ")
        for sheet, rows in _filled().items()
        for row, cells in enumerate(rows)
        for at, cell in enumerate(cells)
        if cell != ""
    ]
    # Few, for each is a form written and read whole.
    pairs = list(pairwise(lines[::5]))
    return [f"cells\n{line}\n{other}".encode() for line, other in pairs[:: len(pairs) // 2]]


def _with_cells(said: bytes) -> bytes:
    """Return the form with such cells in it."""
    sheets = deepcopy(_filled())
    for line in said.decode("utf-8", "replace").split("\n")[:40]:
        sheet, row, at, text = [*line.split("\t"), "", "", ""][:4]
        if sheet not in sheets or not (row.isdecimal() and at.isdecimal()):
            continue
        rows, number, column = sheets[sheet], int(row) % 60, int(at) % 30
        rows += [[] for _ in range(number + 1 - len(rows))]
        rows[number] += [""] * (column + 1 - len(rows[number]))
        rows[number][column] = text
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False})
    shapes = [book.add_format({"num_format": each}) for each in ("General", "0%", "mm/yyyy")]
    old = book.add_format({"font_name": ".VnTime"})
    for name, rows in sheets.items():
        page = book.add_worksheet(name)
        for number, cells in enumerate(rows):
            for at, cell in enumerate(cells):
                _write(page, number, at, cell, [*shapes, old])
    book.close()
    return out.getvalue()


def _write(page: Any, row: int, at: int, cell: object, shapes: list[Any]) -> None:
    text = str(cell)[:30_000]
    if text.startswith("="):
        page.write_formula(row, at, text, None, text[1:9])
    elif text.replace(".", "", 1).replace("-", "", 1).isdecimal() and text.isascii():
        page.write_number(row, at, float(text), shapes[len(text) % 3])
    elif text:
        page.write_string(row, at, text, shapes[3] if len(text) % 7 == 0 else None)


def seeds() -> list[bytes]:
    """Return parts of workbooks, cells and whole packages as cases, and one of the old format."""
    parts = [f"{name}\n".encode() + _base()[name] for name in PARTS if name in _base()]
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, said in _base().items():
            archive.writestr(name, said)
    whole = b"zip\n" + packed.getvalue()
    old = b"xls\n" + _xls()
    return [*parts, f"{_CONTENT}\n{_ODS}".encode(), old, whole, *_cells()]


def _book(data: bytes) -> tuple[str, bytes]:
    name, _, content = data.partition(b"\n")
    part = name.decode("utf-8", "replace")
    if part == "xls":
        return "phiếu.xls", content
    if part in ("zip", "cells"):
        return "phiếu.xlsx", content if part == "zip" else _with_cells(content)
    parts = {_CONTENT: content} if part == _CONTENT else {**_base(), part: content}
    if part not in PARTS:
        parts = {**_base(), _SHEET: data}
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for called, said in parts.items():
            archive.writestr(called, said)
    return ("phiếu.ods" if part == _CONTENT else "phiếu.xlsx"), out.getvalue()


def one(data: bytes) -> None:
    """Read one form; where it has findings, copy it with them; then read it as a table."""
    called, content = _book(data)
    file = put(called, content)
    with users_faults():
        try:
            told(check(load(file)))
        except InputError as error:
            if called.endswith(".xlsx"):
                with users_faults():
                    annotated(content, notes_of(error.findings, str(file), "vi"), str(file))
            raise
    with users_faults():
        taken = all_of(str(file), open_tables(file), asked_of(2026), {})
        told(taken.doubts)

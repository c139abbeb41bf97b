"""Filled forms with one part changed, read in every format, and copied with their findings."""

from __future__ import annotations

import zipfile
from functools import cache
from io import BytesIO
from struct import pack

import xlsxwriter

from briefing import InputError, load
from briefing.annotating import annotated, notes_of
from briefing.reading.compound import SIGNATURE
from fuzz.expected import put, users_faults

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


def seeds() -> list[bytes]:
    """Return parts of workbooks as cases, and a workbook of the old format."""
    parts = [f"{name}\n".encode() + _base()[name] for name in PARTS if name in _base()]
    return [*parts, f"{_CONTENT}\n{_ODS}".encode(), b"xls\n" + _xls()]


def _book(data: bytes) -> tuple[str, bytes]:
    name, _, content = data.partition(b"\n")
    part = name.decode("utf-8", "replace")
    if part == "xls":
        return "phiếu.xls", content
    parts = {_CONTENT: content} if part == _CONTENT else {**_base(), part: content}
    if part not in PARTS:
        parts = {**_base(), _SHEET: data}
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for called, said in parts.items():
            archive.writestr(called, said)
    return ("phiếu.ods" if part == _CONTENT else "phiếu.xlsx"), out.getvalue()


def one(data: bytes) -> None:
    """Read one form; where it has findings, copy it with them."""
    called, content = _book(data)
    file = put(called, content)
    with users_faults():
        try:
            load(file)
        except InputError as error:
            if called.endswith(".xlsx"):
                with users_faults():
                    annotated(content, notes_of(error.findings, str(file), "vi"), str(file))
            raise

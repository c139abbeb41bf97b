"""Workbooks that are broken, huge or hostile: a clear answer, little room, nothing run."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from cli.running import run_program
from fuzz.expected import put
from fuzz.workbooks import seeds

from briefing import InputError, load
from briefing.forms import own_data, workbook
from forms.calc import saved_as
from forms.test_roads import HOA_BINH
from forms.test_workbook import form_of_hoa_binh, written

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)
TYPE = "application/vnd.oasis.opendocument.spreadsheet"
MEGABYTES, YARDSTICKS = 250, 150


def ods(rows: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", TYPE)
        spaces = 'xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
        entry = f'<m:file-entry m:full-path="/" m:media-type="{TYPE}"/>'
        archive.writestr("META-INF/manifest.xml", f"<m:manifest {spaces}>{entry}</m:manifest>")
        body = f'<office:spreadsheet><table:table table:name="Chung">{rows}</table:table>'
        whole = f"<office:body>{body}</office:spreadsheet></office:body>"
        content = f"<office:document-content {SPACES}>{whole}</office:document-content>"
        archive.writestr("content.xml", content)
    return out.getvalue()


def row(times: int, cells: str) -> str:
    return f'<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>'


def cell(times: int) -> str:
    repeated = f'table:number-columns-repeated="{times}"'
    value = 'office:value-type="float" office:value="1"'
    return f"<table:table-cell {value} {repeated}><text:p>1</text:p></table:table-cell>"


def with_far_cell(row: int, column: int) -> bytes:
    out = BytesIO()
    book = xlsxwriter.Workbook(out)
    page = book.add_worksheet("Chung")
    page.write(0, 0, "mục")
    page.write(row, column, "x")
    book.close()
    return out.getvalue()


def without_places() -> bytes:
    """Return a workbook whose cells say no place, so that each stands behind the one before."""
    rows = "<row>" + "<c><v>1</v></c>" * 20_000 + "</row>" + "<row/>" * 100_000
    return changed(with_far_cell(1, 1), "xl/worksheets/sheet1.xml", rows)


def with_place(place: str) -> bytes:
    """Return a workbook one of whose cells stands where no program has a place."""
    rows = f'<row r="1"><c r="{place}"><v>1</v></c></row>'
    return changed(with_far_cell(1, 1), "xl/worksheets/sheet1.xml", rows)


def changed(book: bytes, part: str, rows: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(book)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            said = old.read(name)
            if name == part:
                head, _, tail = said.partition(b"<sheetData>")
                tail = tail.partition(b"</sheetData>")[2]
                said = head + b"<sheetData>" + rows.encode() + b"</sheetData>" + tail
            new.writestr(name, said)
    return out.getvalue()


def bomb() -> bytes:
    out = BytesIO(with_far_cell(1, 1))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image1.bin", b"\0" * 40_000_000)
    return out.getvalue()


def with_entities() -> bytes:
    out = BytesIO(with_far_cell(1, 1))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/extra.xml", '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')
    return out.getvalue()


BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "far corner": ("a.xlsx", lambda: with_far_cell(1_048_575, 16_383), "workbook/too-large"),
    "far column": ("a.xlsx", lambda: with_far_cell(0, 16_383), "workbook/too-large"),
    "large area": ("a.xlsx", lambda: with_far_cell(19_000, 190), "workbook/too-large"),
    "no places": ("a.xlsx", without_places, "workbook/too-large"),
    "beyond all columns": (
        "a.xlsx",
        lambda: with_place("ZZZZZ1"),
        "workbook/unreadable",
    ),
    "small letters": ("a.xlsx", lambda: with_place("zzzzz1"), "workbook/unreadable"),
    "zip bomb": ("a.xlsx", bomb, "workbook/unpacked"),
    "entities": ("a.xlsx", with_entities, "workbook/unreadable"),
    "repeated rows": ("a.ods", lambda: ods(row(1_048_576, cell(1))), "workbook/too-large"),
    "repeated cells": ("a.ods", lambda: ods(row(1_048_576, cell(16_384))), "workbook/too-large"),
    "ods corner": (
        "a.ods",
        lambda: ods(row(1, cell(1)) + row(9**6, "<table:table-cell/>") + row(1, cell(1))),
        "workbook/too-large",
    ),
    "empty rows": ("a.ods", lambda: ods(row(1_048_576, "")), "workbook/nothing-read"),
    "text": ("a.xlsx", lambda: b"TT,x\n1,2", "workbook/unreadable"),
    "another package": ("a.xlsx", lambda: ods("").replace(b"content.xml", b"contend.xml"), ""),
}


@pytest.fixture(scope="module")
def told() -> Iterator[Callable[[Path], list[str]]]:
    """Return what tells of a file what a process of its own says of it."""
    folder = Path(__file__).resolve().parents[1]
    with subprocess.Popen(
        [sys.executable, "-m", "forms.bounded"],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as reader:
        asked, said = reader.stdin, reader.stdout
        assert asked
        assert said

        def ask(file: Path) -> list[str]:
            asked.write(f"{file}\n")
            asked.flush()
            return said.readline().split()

        yield ask
        asked.close()


@pytest.mark.parametrize("name", BAD)
def test_a_bad_workbook_is_refused_with_little_room(
    name: str, tmp_path: Path, told: Callable[[Path], list[str]]
) -> None:
    called, make, rule = BAD[name]
    (tmp_path / called).write_bytes(make())
    found, memory, yardsticks = told(tmp_path / called)

    assert found == (rule or "workbook/unreadable")
    assert int(memory) < MEGABYTES
    assert float(yardsticks) < YARDSTICKS


def test_twenty_thousand_rows_are_read_in_bounded_room(tmp_path: Path) -> None:
    sheets = form_of_hoa_binh()
    sheets["Nháp"] = [[number, "ghi chú", number, "vụ"] for number in range(19_990)]
    file = tmp_path / "phiếu.xlsx"
    file.write_bytes(written(sheets))

    assert load(file).figures == load(HOA_BINH).figures


def test_an_xls_with_a_far_corner_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(with_far_cell(65_000, 200))
    with pytest.raises(InputError) as caught:
        load(saved_as("xls", file))

    assert [found.rule for found in caught.value.findings] == ["workbook/too-large"]


def test_of_a_workbook_with_macros_the_values_are_read_and_nothing_run() -> None:
    content = BytesIO(workbook(own_data(load(HOA_BINH)), "vi"))
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 Auto_Open")

    again = load(put("phiếu.xlsm", content.getvalue()))
    assert again.model_dump() == load(HOA_BINH).model_dump()


def test_a_link_to_another_workbook_gives_the_value_that_was_kept() -> None:
    out, sheets = BytesIO(), form_of_hoa_binh()
    book = xlsxwriter.Workbook(out)
    for name, rows in sheets.items():
        page = book.add_worksheet(name)
        for number, cells in enumerate(rows):
            page.write_row(number, 0, cells)
        if name == "Số liệu":
            page.write_formula(2, 5, "='[khác.xlsx]Sheet1'!$A$1", None, 812)
    book.close()

    assert load(put("phiếu.xlsx", out.getvalue())).figures["kham_pha"].value == 812


def test_a_broken_workbook_of_the_old_format_is_told_and_nothing_else(tmp_path: Path) -> None:
    whole = next(seed for seed in seeds() if seed.startswith(b"xls\n"))[4:]
    # Where the sheet begins is said to lie far beyond the file: its reader gives up loudly.
    at = whole.index(b"\x85\x00", 512) + 4
    file = tmp_path / "phieu.xls"
    file.write_bytes(whole[:at] + b"\x37\xbe\x51\x00" + whole[at + 4 :])

    done = run_program("check", file, folder=tmp_path)
    assert "panicked" not in done.err
    assert "[workbook/unreadable]" in done.out

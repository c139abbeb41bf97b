"""A copy of a form shows each finding at its cell, and nothing else of it is changed."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from cli.running import Briefing
from forms.calc import saved_as
from forms.test_forty_faults import forty
from forms.test_roads import HOA_BINH
from lxml import etree
from python_calamine import CalamineWorkbook

from briefing import check, load

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
Cells = dict[tuple[str, str], dict[str, Any]]


def cells_of(book: bytes) -> Cells:
    """Return of each cell what stands in its XML, and its style written out."""
    found: Cells = {}
    with ZipFile(BytesIO(book)) as archive:
        styles = etree.fromstring(archive.read("xl/styles.xml"))
        fills = [etree.tostring(fill) for fill in styles.find(f"{MAIN}fills")]
        shapes = styles.find(f"{MAIN}cellXfs")
        for part in archive.namelist():
            if not part.startswith("xl/worksheets/sheet"):
                continue
            for cell in etree.fromstring(archive.read(part)).iter(f"{MAIN}c"):
                shape = shapes[int(cell.get("s", 0))]
                said = {key: value for key, value in cell.attrib.items() if key != "s"}
                content = b"".join(etree.tostring(each) for each in cell)
                other = {k: v for k, v in shape.attrib.items() if k not in ("fillId", "applyFill")}
                below = [etree.tostring(each) for each in shape]
                fill = fills[int(shape.get("fillId", 0))]
                found[part, cell.get("r")] = {
                    "held": (said, content, other, below),
                    "fill": fill,
                }
    return found


def values_of(book: bytes) -> dict[str, list[list[Any]]]:
    opened = CalamineWorkbook.from_filelike(BytesIO(book))
    return {name: opened.get_sheet_by_name(name).to_python() for name in opened.sheet_names}


@pytest.fixture
def copied(briefing: Briefing, tmp_path: Path) -> tuple[bytes, Path]:
    """A form with forty faults, and its copy with them shown."""
    source, copy = tmp_path / "phiếu.xlsx", tmp_path / "đã xem.xlsx"
    book, _ = forty()
    source.write_bytes(book)
    assert briefing("check", source, "--annotate", copy).code == 2
    assert source.read_bytes() == book
    return book, copy


def test_each_finding_is_a_comment_at_its_coloured_cell(copied: tuple[bytes, Path]) -> None:
    before, after = cells_of(copied[0]), cells_of(copied[1].read_bytes())
    coloured = [
        at for at, cell in after.items() if at not in before or cell["fill"] != before[at]["fill"]
    ]
    assert len(coloured) == 40
    assert sum(map(len, comments_of(copied[1].read_bytes()))) == 40


def comments_of(book: bytes) -> list[list[str]]:
    with ZipFile(BytesIO(book)) as archive:
        parts = [part for part in archive.namelist() if part.startswith("xl/comments")]
        roots = [etree.fromstring(archive.read(part)) for part in parts]
    return [["".join(each.itertext()) for each in root.iter(f"{MAIN}comment")] for root in roots]


def test_nothing_else_is_changed_cell_by_cell(copied: tuple[bytes, Path]) -> None:
    before, after = cells_of(copied[0]), cells_of(copied[1].read_bytes())

    assert {at: cell["held"] for at, cell in after.items() if at in before} == {
        at: cell["held"] for at, cell in before.items()
    }
    assert all(after[at]["held"][1] == b"" for at in set(after) - set(before))
    assert values_of(copied[1].read_bytes()) == values_of(copied[0])
    with ZipFile(BytesIO(copied[0])) as old, ZipFile(copied[1]) as new:
        for part in old.namelist():
            if not re.search(r"sheet\d|styles|Content_Types", part):
                assert new.read(part) == old.read(part), part


def test_calc_opens_the_copy_and_shows_them(copied: tuple[bytes, Path], tmp_path: Path) -> None:
    source = tmp_path / "gốc.xlsx"
    source.write_bytes(copied[0])
    plain, shown = (contents(saved_as("ods", file)) for file in (source, copied[1]))
    notes = list(shown.iter(f"{OFFICE}annotation"))
    assert len(notes) == 40
    said = " ".join("".join(note.itertext()) for note in notes)
    assert "đây là dòng tổng cộng" in said
    for note in notes:
        note.getparent().remove(note)
    assert rows_of(shown) == rows_of(plain)


def contents(file: Path) -> Any:
    with ZipFile(file) as archive:
        return etree.fromstring(archive.read("content.xml"))


def rows_of(content: Any) -> list[str]:
    """Return what each row of all sheets shows, the empty ones left out."""
    table = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
    often = f"{table}number-columns-repeated"
    shown = []
    for row in content.iter(f"{table}table-row"):
        # Alike cells stand together, and a comment parts them.
        cells = [[cell.xpath("string()")] * int(cell.get(often, 1)) for cell in row]
        shown.append("|".join(text for cell in cells for text in cell).rstrip("|"))
    return [said for said in shown if said]


def test_hints_stay_before_what_is_found_and_a_copy_is_made_of_a_sound_form_too(
    briefing: Briefing, tmp_path: Path
) -> None:
    form, copy = tmp_path / "đủ.xlsx", tmp_path / "xem.xlsx"
    assert briefing("new", "bao-cao-tong-ket", "--excel", "--from", HOA_BINH, "-o", form).code == 0
    done = briefing("check", form, "--annotate", copy)
    assert done.code == 0
    assert "không thuộc về một ô" not in done.err

    told = check(load(form))
    at_cells = {at.cell for each in told for at in (each.origin, *each.values.get("places", ()))}
    assert None not in at_cells
    before, after = (list(chain(*comments_of(file.read_bytes()))) for file in (form, copy))
    assert len(after) - len(before) == len(at_cells)
    assert set(before) <= set(after)
    assert values_of(copy.read_bytes()) == values_of(form.read_bytes())
    assert briefing("check", form, "--annotate", copy).code == 2
    assert briefing("check", form, "--annotate", copy, "--force").code == 0
    assert briefing("check", form, "--annotate", form, "--force").code == 2


def test_only_one_workbook_can_be_copied(briefing: Briefing, tmp_path: Path) -> None:
    for sources in ([HOA_BINH], [tmp_path / "a.xlsx", tmp_path / "b.xlsx"], [tmp_path / "a.ods"]):
        said = briefing("check", *sources, "--annotate", tmp_path / "x.xlsx")
        assert said.code == 2
        assert "--annotate nhận đúng một phiếu" in said.err


def test_a_comment_that_is_there_stays_before_the_finding(
    briefing: Briefing, tmp_path: Path
) -> None:
    import xlsxwriter
    from forms.test_workbook import form_of_hoa_binh

    file, copy = tmp_path / "phiếu.xlsx", tmp_path / "xem.xlsx"
    book = xlsxwriter.Workbook(file)
    for name, rows in form_of_hoa_binh().items():
        page = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            page.write_row(row, 0, cells)
        if name == "Số liệu":
            page.write(2, 5, "12 vụ")
            page.write_comment(2, 5, "Hỏi lại Đội")
            page.write_comment(3, 5, "Giữ nguyên")
    book.close()
    assert briefing("check", file, "--annotate", copy).code == 2

    said = next(said for said in comments_of(copy.read_bytes()) if "Giữ nguyên" in said)
    assert said[1] == "Giữ nguyên"
    assert said[0].startswith("Hỏi lại Đội\n\nlỗi: ")

"""Text that is struck out in a form: told at its cell, never printed as if it held."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import xlsxwriter
from fuzz.expected import put

from briefing import InputError, load
from forms.calc import saved_as
from forms.test_workbook import Sheets, form_of_hoa_binh

WHOLE, RUN = "whole", "run"
TEXT = "số đối tượng được làm rõ và bắt giữ"


def struck(sheets: Sheets, cells: dict[tuple[str, int, int], str], **made: Any) -> bytes:
    """Return a workbook in which some cells are struck out, or the last words of them."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_numbers": False, **made})
    line, bold = book.add_format({"font_strikeout": True}), book.add_format({"bold": True})
    for name, rows in sheets.items():
        page = book.add_worksheet(name)
        for row, values in enumerate(rows):
            for at, value in enumerate(values):
                how = cells.get((name, row, at))
                if how == RUN:
                    head, _, last = value.rpartition(" và ")
                    page.write_rich_string(row, at, bold, head, " ", line, f"và {last}", bold, " ")
                elif value != "":
                    page.write(row, at, value, line if how else None)
    book.close()
    return out.getvalue()


def told(source: Any) -> list[tuple[str, str | None]]:
    with pytest.raises(InputError) as caught:
        load(source)
    return [(each.rule, each.origin.cell) for each in caught.value.findings if each.origin]


@pytest.mark.parametrize("at", [1, 3, 4, 5])
def test_a_struck_cell_of_a_row_is_refused(at: int) -> None:
    book = struck(form_of_hoa_binh(), {("Số liệu", 3, at): WHOLE})

    cell = f"Số liệu!{chr(65 + at)}4"
    assert ("workbook/struck", cell) in told(put("phiếu.xlsx", book))


@pytest.mark.parametrize("at", [0, 1])
def test_a_struck_item_or_its_value_is_refused(at: int) -> None:
    sheets = form_of_hoa_binh()
    row = next(row for row, cells in enumerate(sheets["Chung"]) if row and cells[1] != "")
    book = struck(sheets, {("Chung", row, at): WHOLE})

    assert ("workbook/struck", f"Chung!{chr(65 + at)}{row + 1}") in told(put("phiếu.xlsx", book))


@pytest.mark.parametrize("made", [{}, {"constant_memory": True, "in_memory": False}])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_struck_run_is_refused_and_named(made: dict[str, Any], language: str) -> None:
    sheets = form_of_hoa_binh()
    sheets["Số liệu"][3][3] = TEXT
    book = struck(sheets, {("Số liệu", 3, 3): RUN}, **made)
    with pytest.raises(InputError) as caught:
        load(put("phiếu.xlsx", book))

    [found] = caught.value.findings
    assert (found.rule, found.origin.cell) == ("workbook/struck", "Số liệu!D4")
    assert "“và bắt giữ”" in found.as_text(language)


def test_a_struck_heading_is_refused() -> None:
    book = struck(form_of_hoa_binh(), {("Số liệu", 0, 5): WHOLE})

    assert ("workbook/struck", "Số liệu!F1") in told(put("phiếu.xlsx", book))


def test_a_struck_example_and_empty_cells_are_left_alone() -> None:
    sheets = form_of_hoa_binh()
    cells = {("Số liệu", 1, at): WHOLE for at in range(len(sheets["Số liệu"][1]))}
    cells |= {
        ("Số liệu", 3, at): WHOLE for at, said in enumerate(sheets["Số liệu"][3]) if said == ""
    }
    report = load(put("phiếu.xlsx", struck(sheets, {**cells, ("Số liệu", 3, 0): WHOLE})))

    assert report.figures["doi_tuong_lam_ro"].value == 1315


def test_a_strike_that_is_off_is_none() -> None:
    sheets = form_of_hoa_binh()
    sheets["Số liệu"][3][3] = TEXT
    book = struck(sheets, {("Số liệu", 3, 3): RUN, ("Số liệu", 3, 5): WHOLE})
    out = BytesIO()
    with ZipFile(BytesIO(book)) as old, ZipFile(out, "w") as new:
        for part in old.namelist():
            new.writestr(part, re.sub(rb"<strike */>", b'<strike val="0"/>', old.read(part)))

    assert load(put("phiếu.xlsx", out.getvalue())).figures["doi_tuong_lam_ro"].label == TEXT


@pytest.mark.parametrize(
    ("ending", "ways"),
    [("xlsx", {3: RUN, 5: WHOLE}), ("xls", {5: WHOLE}), ("ods", {3: RUN, 5: WHOLE})],
)
def test_and_so_in_what_calc_saves(ending: str, ways: dict[int, str], tmp_path: Path) -> None:
    sheets = form_of_hoa_binh()
    sheets["Số liệu"][3][3] = TEXT
    book = tmp_path / "phiếu.xlsx"
    book.write_bytes(struck(sheets, {("Số liệu", 3, at): how for at, how in ways.items()}))

    cells = [f"Số liệu!{chr(65 + at)}4" for at in ways]
    assert told(saved_as(ending, book)) == [("workbook/struck", cell) for cell in cells]
    book.write_bytes(struck(sheets, {}))
    assert load(saved_as(ending, book)).figures["doi_tuong_lam_ro"].label == TEXT

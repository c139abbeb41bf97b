"""A cell that shows something else than it holds is refused, and no fault of a cell is a text."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from exploring import in_turn
from fuzz.expected import put

from briefing import InputError, load
from forms.calc import saved_as
from forms.test_workbook import Sheets, Shown, form_of_hoa_binh, places, told, written

FIRST_OF_DECEMBER = 45261


@pytest.mark.parametrize(
    ("column", "code"),
    in_turn([5, 11, 13, 15, 20, 25], ["0%", "0.0%", "0.0 %;-0.0 %", "[Red]0.00%"]),
)
def test_a_percentage_of_excel_is_refused_where_a_number_stands(code: str, column: int) -> None:
    def change(sheets: Sheets) -> None:
        sheets["Số liệu"][4][column] = Shown(0.983, code)

    assert places(told(change)) == [("workbook/percent", f"Số liệu!{chr(65 + column)}5")]


def test_and_where_a_text_stands() -> None:
    def change(sheets: Sheets) -> None:
        sheets["Nhiệm vụ"].append([1, "Tiếp tục tuần tra", "", "", Shown(0.95, "0%")])

    [found] = told(change)
    assert found.rule == "workbook/percent"
    assert "95%" in found.as_text("vi")


OF_THOUSANDS = ["#,##0,", "0.0,,", '#,##0, "tỷ"', "_-* #,##0,_-;-* #,##0,_-", "0,"]


@pytest.mark.parametrize(
    ("code", "ending"),
    [*((code, "xlsx") for code in OF_THOUSANDS), ("0.0,,", "xls"), ("#,##0,", "ods")],
)
def test_a_number_that_shows_its_thousands_is_refused(
    code: str, ending: str, tmp_path: Path
) -> None:
    sheets = form_of_hoa_binh()
    sheets["Số liệu"][2][5] = Shown(771000, code)
    book = tmp_path / "phiếu.xlsx"
    book.write_bytes(written(sheets))
    with pytest.raises(InputError) as caught:
        load(book if ending == "xlsx" else saved_as(ending, book))

    [found] = caught.value.findings
    assert (found.rule, found.origin.cell) == ("workbook/scaled", "Số liệu!F3")
    assert "771000" in found.as_text("vi")


@pytest.mark.parametrize("code", ["mm/yyyy", "mmm-yy", "d-mmm", "d/m", "yyyy"])
def test_a_date_that_shows_a_part_is_refused(code: str) -> None:
    def change(sheets: Sheets) -> None:
        row = next(cells for cells in sheets["Chung"] if cells[0].startswith("ngày ban hành"))
        row[1] = Shown(FIRST_OF_DECEMBER, code)
        sheets["Nhiệm vụ"].append([1, "Tiếp tục tuần tra", "", Shown(FIRST_OF_DECEMBER, code), ""])

    assert set(places(told(change))) == {
        ("workbook/part-of-date", "Chung!B28"),
        ("workbook/part-of-date", "Nhiệm vụ!D3"),
    }


@pytest.mark.parametrize(
    "code", ["dd/mm/yyyy", "[$-42A]dd mmmm yyyy", 'dd "tháng" mm "năm" yyyy', "d-mmm-yy"]
)
def test_a_date_that_shows_all_is_read(code: str) -> None:
    sheets = form_of_hoa_binh()
    row = next(cells for cells in sheets["Chung"] if cells[0].startswith("ngày ban hành"))
    row[1] = Shown(FIRST_OF_DECEMBER, code)

    assert load(put("phiếu.xlsx", written(sheets))).issued_on.isoformat() == "2023-12-01"


@pytest.mark.parametrize("code", ["General", "0.00", "#,##0", '#,##0 "vụ"', "@", "[Red]0"])
def test_a_number_that_shows_itself_is_read(code: str) -> None:
    sheets = form_of_hoa_binh()
    sheets["Số liệu"][2][5] = Shown(771, code)

    assert load(put("phiếu.xlsx", written(sheets))).figures["kham_pha"].value == 771


@pytest.mark.parametrize("places_named", [True, False])
@pytest.mark.parametrize("result", [b"", b"<v></v>", b"<v/>"])
def test_a_formula_without_a_result_is_refused(result: bytes, places_named: bool) -> None:
    sheets = form_of_hoa_binh()
    sheets["Số liệu"][3][13] = 1200
    with pytest.raises(InputError) as caught:
        load(put("phiếu.xlsx", with_formula(written(sheets), result, places_named)))

    assert places(caught.value.findings) == [("workbook/no-result", "Số liệu!N4")]


def with_formula(book: bytes, result: bytes, places_named: bool) -> bytes:
    """Return a workbook in which a program wrote a formula at N4 that nothing worked out."""
    out = BytesIO()
    with ZipFile(BytesIO(book)) as old, ZipFile(out, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part == "xl/worksheets/sheet3.xml":
                formula = b'<c r="N4"><f>1000+200</f>' + result + b"</c>"
                content, found = re.subn(rb'<c r="N4"><v>1200</v></c>', formula, content)
                assert found == 1
                if not places_named:
                    content = re.sub(rb'<row r="\d+"', b"<row", content)
            new.writestr(part, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        (True, "workbook/not-a-text"),
        (Shown(0.5, "hh:mm"), "workbook/not-a-text"),
        ("#REF!", "workbook/error-value"),
        ("#N/A", "workbook/error-value"),
    ],
)
def test_what_is_no_text_is_refused_in_every_kind_of_sheet(said: Any, rule: str) -> None:
    def change(sheets: Sheets) -> None:
        sheets["Các ý"].append(["thuận lợi", said])
        sheets["Kết quả"].append([9, "pccc", "", said, ""])
        sheets["Lực lượng"].append([1, "cong_an", said])
        sheets["Nhiệm vụ"].append([1, said])

    found = told(change)
    assert {each.rule for each in found} == {rule}
    assert len(found) == 4

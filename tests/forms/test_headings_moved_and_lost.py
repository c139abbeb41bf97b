"""Headings that were moved down or emptied are told once, and the remedy heals."""

from __future__ import annotations

import pytest
from fuzz.expected import put

from briefing import load
from forms.test_workbook import Sheets, form_of_hoa_binh, places, told, written


@pytest.mark.parametrize("above", [[[]], [["BẢNG SỐ LIỆU"]], [["Công an tỉnh"], [], ["", "x"]]])
@pytest.mark.parametrize("title", ["Số liệu", "Kết quả"])
def test_headings_below_other_rows_are_told_once(title: str, above: list[list[str]]) -> None:
    def change(sheets: Sheets) -> None:
        sheets[title] = [*above, *sheets[title]]

    found = told(change)
    assert places(found) == [("workbook/headings-below", f"{title}!A{len(above) + 1}")]
    assert f"Xóa {len(above)} dòng" in found[0].remedy("vi")


@pytest.mark.parametrize("at", [4, 5, 14])
def test_a_heading_that_was_emptied_is_named(at: int) -> None:
    heading = form_of_hoa_binh()["Số liệu"][0][at]

    def change(sheets: Sheets) -> None:
        sheets["Số liệu"][0][at] = ""

    found = told(change)
    assert places(found)[0] == ("workbook/heading-lost", f"Số liệu!{chr(65 + at)}1")
    assert f"Ghi lại “{heading}” vào ô này" in found[0].remedy("vi")
    assert {rule for rule, _ in places(found)} == {"workbook/heading-lost"}


def test_a_form_as_it_was_made_is_read() -> None:
    assert load(put("phiếu.xlsx", written(form_of_hoa_binh()))).figures

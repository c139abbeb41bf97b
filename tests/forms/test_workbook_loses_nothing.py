"""What stands in a form and would not be read, or would be read as another item, is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fuzz.expected import put

from briefing import load
from forms.test_workbook import Sheets, form_of_hoa_binh, places, told, written


def at(sheets: Sheets, sheet: str, item: str) -> int:
    return next(row for row, cells in enumerate(sheets[sheet]) if cells[0] == item)


def an_item_twice(sheets: Sheets) -> None:
    sheets["Chung"].insert(3, ["gói địa phương", "phu-tho"])


def facts_in_the_example(sheets: Sheets) -> None:
    sheets["Nhiệm vụ"][1] = ["ví dụ", "Tiếp tục tuần tra", "Công an tỉnh", "", ""]


def one_fact_in_the_example(sheets: Sheets) -> None:
    sheets["Số liệu"][1][5] = 46


def a_number_more_in_the_example(sheets: Sheets) -> None:
    sheets["Kết quả"][1][2] = 7


def a_third_column(sheets: Sheets) -> None:
    sheets["Các ý"][at(sheets, "Các ý", "thuận lợi")] = ["thuận lợi", "Một ý", "Ý thứ hai"]


def a_fourth_column(sheets: Sheets) -> None:
    sheets["Chung"][2] += ["Ghi ở đây"]


def a_column_without_heading(sheets: Sheets) -> None:
    sheets["Kiến nghị"] += [[1, "Bộ Công an", "Quan tâm", "", "Cấp thêm xe"]]


def below_an_item_that_is_none(sheets: Sheets) -> None:
    row = at(sheets, "Các ý", "thuận lợi")
    sheets["Các ý"][row : row + 1] = [["thuận lợi", "Một ý"], ["Rất khó", ""], ["", "Ý thứ hai"]]


@pytest.mark.parametrize(
    ("change", "rule", "place"),
    [
        (an_item_twice, "workbook/same-item", "Chung!A6"),
        (facts_in_the_example, "workbook/example-filled", "Nhiệm vụ!B2"),
        (one_fact_in_the_example, "workbook/example-filled", "Số liệu!F2"),
        (a_number_more_in_the_example, "workbook/example-filled", "Kết quả!C2"),
        (a_third_column, "workbook/outside", "Các ý!C7"),
        (a_fourth_column, "workbook/outside", "Chung!D3"),
        (a_column_without_heading, "workbook/outside", "Kiến nghị!E3"),
        (below_an_item_that_is_none, "workbook/outside", "Các ý!B9"),
    ],
)
def test_what_would_be_passed_over_is_refused_at_its_cell(
    change: Callable[[Sheets], None], rule: str, place: str
) -> None:
    assert places(told(change)) == [(rule, place)]


@pytest.mark.parametrize("sheet", ["Chung", "Các ý", "Nhiệm vụ", "Khen thưởng", "Lực lượng"])
@pytest.mark.parametrize("copied", [True, False])
def test_a_sheet_of_the_form_under_another_name_is_refused(sheet: str, copied: bool) -> None:
    def change(sheets: Sheets) -> None:
        if sheet == "Lực lượng":
            sheets[sheet] += [[1, "cong_an", "Công an tỉnh"]]
        if sheet == "Nhiệm vụ":
            sheets[sheet] += [[1, "Tiếp tục tuần tra"]]
        sheets[f"{sheet} (2)"] = sheets[sheet] if copied else sheets.pop(sheet)

    [found] = told(change)
    assert (found.rule, found.values["near"]) == ("workbook/renamed", sheet)


def test_an_empty_copy_of_a_sheet_does_no_harm() -> None:
    sheets = form_of_hoa_binh()
    sheets["Nhiệm vụ (2)"] = sheets["Nhiệm vụ"]

    assert load(put("phiếu.xlsx", written(sheets))).tasks == []


def test_following_the_remedy_of_the_example_heals() -> None:
    sheets = form_of_hoa_binh()
    facts_in_the_example(sheets)
    sheets["Nhiệm vụ"][1:] = [["ví dụ"], ["", *sheets["Nhiệm vụ"][1][1:]]]

    [task] = load(put("phiếu.xlsx", written(sheets))).tasks
    assert task.text == "Tiếp tục tuần tra"

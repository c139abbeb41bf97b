"""A form with forty faults, one of each kind that officers make: each is found at its cell."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from fuzz.expected import put

from briefing import Finding, InputError, load
from forms.calc import saved_as
from forms.test_workbook import Sheets, Shown, form_of_hoa_binh, places

OF_A_DAY, OF_A_MONTH, OF_AN_HOUR = "dd/mm/yyyy", "mm/yyyy", "hh:mm"
Plant = tuple[str, dict[str, Any]]


class Formula:
    """A formula with the result that a program has left beside it."""

    def __init__(self, text: str, result: str) -> None:
        self.text = text
        self.result = result


FIGURES: list[Plant] = [
    ("input/not-number F", {"F": "12 vụ"}),
    ("input/not-number F", {"F": "92,2%"}),
    ("input/not-number K", {"F": 5, "K": "7 đ/c"}),
    ("workbook/not-a-number F", {"F": True}),
    ("workbook/percent F", {"F": Shown(0.95, "0%")}),
    ("workbook/percent M", {"F": 5, "M": Shown(0.983, "0.0%")}),
    ("workbook/not-a-number F", {"F": Shown(45261, OF_A_DAY)}),
    ("workbook/not-a-number F", {"F": Shown(0.5, OF_AN_HOUR)}),
    ("workbook/part-of-date F", {"F": Shown(45261, OF_A_MONTH)}),
    ("workbook/error-value F", {"F": Formula("=1/0", "#DIV/0!")}),
    ("workbook/error-value O", {"F": 5, "O": "#REF!"}),
    ("workbook/error-value K", {"F": 5, "K": Formula("=NA()", "#N/A")}),
    ("input/negative F", {"F": -5}),
    ("input/unknown-choice P", {"F": 5, "O": 6, "P": "tăng vọt"}),
    ("workbook/unknown-area C", {"F": 5, "C": "linh_vuc_la"}),
    ("workbook/same-name B", {"B": "kham_pha", "F": 5}),
    ("workbook/no-name D", {"B": "", "D": "", "E": "", "F": 5}),
    ("workbook/total D", {"B": "", "D": "Tổng cộng", "F": 99}),
    ("workbook/total A", {"A": "Cộng", "B": "", "D": "", "E": "", "F": 99}),
    ("workbook/outside A", {"A": "chưa chốt", "F": 5}),
]
"""Rows added to the figures: the finding with its column, and what stands in the row."""


def forty() -> tuple[bytes, set[tuple[str, str]]]:
    """Return a form with the faults, and the findings that they are."""
    sheets, expected = form_of_hoa_binh(), set()
    figures = sheets["Số liệu"]
    width = len(figures[0])
    for number, (finding, cells) in enumerate(FIGURES):
        row = [""] * width
        for letter, value in {"B": f"so_{number}", "D": "số vụ", "E": "vụ", **cells}.items():
            row[ord(letter) - ord("A")] = value
        figures.append(row)
        rule, letter = finding.split()
        expected.add((rule, f"Số liệu!{letter}{len(figures)}"))
    figures[0] += ["ghi chú thêm", "giá trị", ""]
    figures[3] += ["xem lại", 7, "để sau"]
    expected |= {
        ("workbook/unknown-heading", f"Số liệu!{column(width)}1"),
        ("workbook/same-heading", f"Số liệu!{column(width + 1)}1"),
        ("workbook/outside", f"Số liệu!{column(width + 2)}4"),
        ("workbook/merged", "Số liệu!E3"),
        ("workbook/hidden-rows", "Số liệu!A5"),
        ("workbook/hidden-columns", "Số liệu!M1"),
    }
    expected |= in_other_sheets(sheets)
    return written(sheets), expected


def in_other_sheets(sheets: Sheets) -> set[tuple[str, str]]:
    """Plant the faults of the other sheets; return what they are to be found as."""
    general, texts = sheets["Chung"], sheets["Các ý"]
    place = {row[0]: number for number, row in enumerate(general, start=1)}
    general[place["in phụ lục số liệu"] - 1][1] = "có lẽ"
    general[place["ngày chốt số liệu"] - 1][1] = "31/02/2023"
    general[place["ngày hội nghị"] - 1][1] = Shown(45261, OF_A_MONTH)
    general[place["buổi"] - 1] += ["xem"] if len(general[place["buổi"] - 1]) > 2 else ["", "xem"]
    general += [["năm báo cáo", 2024], ["năm bao caó", 2024]]
    texts += [["thuận lợi", True], ["khó khăn", "Một ý", "ý nữa"], ["rất khó", "Ý khác"]]
    sheets["Nhiệm vụ"][1][1] = "Tiếp tục tuần tra"
    sheets["Kiến nghị"] += [
        [1, "Bộ Công an", "Quan tâm"],
        ["TT", "cấp khen", "hình thức khen"],
        [1, "Tỉnh", "Bằng khen"],
    ]
    sheets["Mô hình (2)"] = [*sheets["Mô hình"], [1, "Camera an ninh", "", "", ""]]
    sheets["Khen thưởng"] += [[9, "Tỉnh", "Bằng khen", "", 2.5]]
    return {
        ("workbook/not-yes-or-no", f"Chung!B{place['in phụ lục số liệu']}"),
        ("input/impossible-date", f"Chung!B{place['ngày chốt số liệu']}"),
        ("workbook/part-of-date", f"Chung!B{place['ngày hội nghị']}"),
        ("workbook/outside", f"Chung!D{place['buổi']}"),
        ("workbook/same-item", f"Chung!A{len(general) - 1}"),
        ("workbook/unknown-heading", f"Chung!A{len(general)}"),
        ("workbook/not-a-text", f"Các ý!B{len(texts) - 2}"),
        ("workbook/outside", f"Các ý!C{len(texts) - 1}"),
        ("workbook/unknown-heading", f"Các ý!A{len(texts)}"),
        ("workbook/example-filled", "Nhiệm vụ!B2"),
        ("workbook/second-table", f"Kiến nghị!B{len(sheets['Kiến nghị']) - 1}"),
        ("workbook/renamed", "Mô hình (2)"),
        ("input/not-whole-number", f"Khen thưởng!E{len(sheets['Khen thưởng'])}"),
        ("workbook/hidden-sheet", "Khen thưởng!A1"),
    }


def column(index: int) -> str:
    return chr(65 + index) if index < 26 else chr(64 + index // 26) + chr(65 + index % 26)


def written(sheets: Sheets) -> bytes:
    """Return the workbook, with what only formats, merges and hiding can do."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    for name, rows in sheets.items():
        page = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for at, value in enumerate(cells):
                if isinstance(value, Shown):
                    shape = book.add_format({"num_format": value.code})
                    page.write_number(row, at, value.number, shape)
                elif isinstance(value, Formula):
                    page.write_formula(row, at, value.text, None, value.result)
                elif value != "":
                    page.write(row, at, value)
        if name == "Số liệu":
            page.merge_range(2, 4, 3, 4, "vụ")
            page.set_row(4, None, None, {"hidden": True})
            page.set_column(12, 12, None, None, {"hidden": True})
        if name == "Khen thưởng":
            page.hide()
    book.close()
    return out.getvalue()


def told(file: Path) -> list[Finding]:
    with pytest.raises(InputError) as caught:
        load(file)
    return caught.value.findings


def test_each_of_forty_faults_is_found_at_its_cell_and_nothing_else() -> None:
    book, expected = forty()
    found = places(told(put("phiếu.xlsx", book)))

    assert len(expected) == 40
    assert set(found) == expected
    assert len(found) == 40


@pytest.mark.parametrize("ending", ["ods", "xls"])
def test_and_so_in_the_other_formats(ending: str, tmp_path: Path) -> None:
    book, expected = forty()
    file = tmp_path / "phiếu.xlsx"
    file.write_bytes(book)
    found = told(saved_as(ending, file))

    assert {(each.rule, each.origin.cell) for each in found if each.origin} == expected

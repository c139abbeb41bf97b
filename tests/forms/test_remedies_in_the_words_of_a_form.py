"""Remedies on a filled form name the cell and the words of the form, and heal in one round."""

from __future__ import annotations

from typing import Any

import pytest
from fuzz.expected import put

from briefing import Finding, check, load
from briefing.forms import workbook
from forms.test_workbook import Sheets, sheets_of, written

FORM: dict[str, Any] = {
    "schema": 1,
    "kind": "bao-cao-tong-ket",
    "period": {"year": 2026},
    "subject": "công tác công an",
    "locality": "phu-tho",
    "issuer": {"unit_name": "xã Cao Sơn", "level": "commune", "force": "police"},
    "figures": {
        "vu_an": {"label": "vụ án ma túy", "unit": "vụ", "value": 4, "previous": 6},
        "to": {"label": "tổ an ninh", "unit": "tổ", "value": 18, "target": {"value": 18}},
    },
    "results": [{"area": "ma_tuy", "statements": ["Phát hiện {vu_an}; duy trì {to}"]}],
    "recipients": ["Công an tỉnh"],
}


def form() -> Sheets:
    return sheets_of(workbook(FORM, "vi"))


def found(sheets: Sheets, rule: str) -> list[Finding]:
    report = load(put("phiếu.xlsx", written(sheets)))
    return [each for each in check(report) if each.rule == rule]


def cell(sheets: Sheets, place: str, value: object) -> None:
    title, _, at = place.partition("!")
    letter, row = at[0], int(at[1:])
    sheets[title][row - 1][ord(letter) - ord("A")] = value


def test_the_place_of_the_province_is_told_at_the_cell_of_the_place() -> None:
    sheets = form()
    [told] = found(sheets, "form/other-place")

    assert told.origin is not None
    assert str(told.origin.cell).startswith("Chung!B")
    assert "địa danh trên dòng ngày tháng" in told.remedy("vi")
    assert "tên của xã Cao Sơn" in told.remedy("vi")
    cell(sheets, str(told.origin.cell), "Cao Sơn")
    assert found(sheets, "form/other-place") == []


def test_a_figure_that_is_not_filled_in_names_its_cell() -> None:
    sheets = form()
    cell(sheets, "Số liệu!F3", "")
    [told] = found(sheets, "figures/part-not-known")

    assert "“vụ án ma túy” chưa có số của kỳ này" in told.message("vi")
    assert "ô Số liệu!F3" in told.remedy("vi")
    cell(sheets, "Số liệu!F3", 5)
    assert found(sheets, "figures/part-not-known") == []


@pytest.mark.parametrize("part", ["rate", "share", "target"])
def test_a_part_that_a_figure_lacks_is_told_in_one_sentence(part: str) -> None:
    sheets = form()
    cell(sheets, "Kết quả!D3", f"Phát hiện {{vụ án ma túy.{part}}}; duy trì {{tổ an ninh}}")
    [told] = found(sheets, "figures/part-not-known")

    assert "“vụ án ma túy”" in told.remedy("vi")
    assert "ở trang" not in told.remedy("vi")


@pytest.mark.parametrize(
    ("said", "does"),
    [
        ("{vụ án ma túy.compared}", "mức tăng, giảm so với kỳ trước"),
        ("{tổ an ninh.target}", "mức đạt so với chỉ tiêu"),
    ],
)
def test_what_is_not_printed_is_called_in_the_words_of_the_form(said: str, does: str) -> None:
    sheets = form()
    remedies = [each.remedy("vi") for each in found(sheets, "facts/not-printed")]
    [remedy] = [each for each in remedies if said in each]

    assert does in remedy
    before = len(remedies)
    cell(sheets, "Kết quả!D3", f"Phát hiện {{vụ án ma túy}}; duy trì {{tổ an ninh}}; {said}")
    assert len(found(sheets, "facts/not-printed")) == before - 1


def test_a_direction_that_is_wrong_names_the_sheet_once() -> None:
    sheets = form()
    cell(sheets, "Số liệu!P3", "tăng")
    [told] = found(sheets, "figures/direction")

    assert "“tăng hoặc giảm”" in told.remedy("vi")
    assert "ở trang" not in told.remedy("vi")

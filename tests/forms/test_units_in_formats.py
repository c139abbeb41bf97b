"""A unit that only the format of a cell shows: held against the unit of its row."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from exploring import in_turn
from fuzz.expected import put

from briefing import InputError, load
from forms.calc import saved_as
from forms.test_workbook import Sheets, Shown, form_of_hoa_binh, places, told, written

UNIT, VALUE, RATE, PREVIOUS = 4, 5, 12, 14


def with_number(code: str, unit: str, at: int = VALUE) -> Sheets:
    sheets = form_of_hoa_binh()
    row = sheets["Số liệu"][3]
    row[UNIT], row[at] = unit, Shown(345.6 if unit.endswith("đồng") else 345, code)
    return sheets


OTHERS = [
    ('0.0" tỷ đồng"', "triệu đồng"),
    ('0.0" triệu"', "tỷ đồng"),
    ('#,##0.0\\ "₫"', "triệu đồng"),
    ("#,##0.0\\ [$₫-42A]", "tỷ đồng"),
    ('_-* #,##0.0\\ "₫"_-;\\-* #,##0.0\\ "₫"_-', "triệu đồng"),
    ("[$$-409]#,##0.00", "triệu đồng"),
    ('0.0" nghìn"', "nghìn tỷ đồng"),
    ('#,##0 "người"', "vụ"),
    ('General" lượt người"', "người"),
    ('"Khoảng "0" vụ"', "vụ"),
    ('0"%"', "vụ"),
    ('0".000"', "vụ"),
    ('[<1000]0.0" tỷ đồng";0.0" đồng"', "triệu đồng"),
]


@pytest.mark.parametrize(("other", "at"), in_turn(OTHERS, [VALUE, PREVIOUS]))
def test_another_unit_than_that_of_the_row_is_refused(other: tuple[str, str], at: int) -> None:
    with pytest.raises(InputError) as caught:
        load(put("phiếu.xlsx", written(with_number(*other, at))))

    cell = f"Số liệu!{chr(65 + at)}4"
    assert ("workbook/other-unit", cell) in places(caught.value.findings)
    [found] = [each for each in caught.value.findings if each.rule == "workbook/other-unit"]
    for language in ("vi", "en"):
        assert other[1] in found.as_text(language)
        assert "345" in found.as_text(language)


@pytest.mark.parametrize(
    ("code", "unit"),
    [
        ('0.0" tỷ đồng"', "tỷ đồng"),
        ('0.0" tỷ"', "tỷ đồng"),
        ('0.0" Tỷ đồng."', "tỷ đồng"),
        ('0.0" (tr.đ)"', "triệu đồng"),
        ('0.0" triệu ₫"', "triệu đồng"),
        ('#,##0.0\\ "₫"', "đồng"),
        ("#,##0.0\\ [$đ-42A]", "đồng"),
        ("#,##0.0 ₫", "đồng"),
        ('_-* #,##0\\ _₫_-;\\-* #,##0\\ _₫_-;_-* "-"??\\ _₫_-;_-@_-', "triệu đồng"),
        ('_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "triệu đồng"),
        ('0.0;-0.0;"không"', "triệu đồng"),
        ('0;"âm "0', "vụ"),
        ('0;-0;0;@" người"', "vụ"),
        ('[>=1000000]#,##0" tỷ đồng";0.0', "triệu đồng"),
        ('0" vụ"', "vụ"),
        ("0\\ \\v\\ụ", "vụ"),
        ('0" vụ"', "vụ việc"),
        ('000"-"000', "vụ"),
        ("[Red]0", "vụ"),
        ("[$-42A]#,##0", "vụ"),
        ("0.00E+00", "vụ"),
    ],
)
def test_the_same_unit_or_no_words_are_read(code: str, unit: str) -> None:
    report = load(put("phiếu.xlsx", written(with_number(code, unit))))

    assert float(report.figures["doi_tuong_lam_ro"].value or 0) in (345, 345.6)


def test_a_unit_that_the_row_does_not_have_is_refused() -> None:
    def change(sheets: Sheets) -> None:
        sheets["Số liệu"][3][UNIT] = ""
        sheets["Số liệu"][3][VALUE] = Shown(345, '#,##0 "người"')

    assert ("workbook/unit-in-format", "Số liệu!F4") in places(told(change))


def test_words_beside_a_number_in_a_text_are_refused() -> None:
    def change(sheets: Sheets) -> None:
        sheets["Nhiệm vụ"].append([1, "Tiếp tục", "", "", Shown(345.6, '0.0" tỷ đồng"')])

    [found] = told(change)
    assert found.rule == "workbook/unit-in-format"
    assert "345,6 tỷ đồng" in found.as_text("vi")


def test_a_percent_sign_beside_a_rate_is_read() -> None:
    sheets = form_of_hoa_binh()
    sheets["Số liệu"][2][RATE] = Shown(92.2, '0.0"%"')

    assert float(load(put("phiếu.xlsx", written(sheets))).figures["kham_pha"].rate or 0) == 92.2


@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_and_so_in_files_of_other_kinds(ending: str, tmp_path: Path) -> None:
    book = tmp_path / "phiếu.xlsx"
    sheets = with_number('0.0" tỷ đồng"', "triệu đồng")
    row = sheets["Số liệu"][4]
    row[UNIT], row[VALUE] = "triệu đồng", Shown(345.6, "#,##0.0\\ [$₫-42A]")
    book.write_bytes(written(sheets))
    with pytest.raises(InputError) as caught:
        load(saved_as(ending, book))

    found = [(each.rule, each.origin.cell) for each in caught.value.findings if each.origin]
    assert found == [("workbook/other-unit", f"Số liệu!F{row}") for row in (4, 5)]

    book.write_bytes(written(with_number('0.0" triệu đồng"', "triệu đồng")))
    assert load(saved_as(ending, book)).figures["doi_tuong_lam_ro"].value == Decimal("345.6")

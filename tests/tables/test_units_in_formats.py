"""A unit that only the format of a cell of a table shows: another one is told and not read."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from cli.running import Briefing

from briefing import load

INPUT = "schema: 1\nkind: bao-cao-tong-ket\nperiod: {year: 2022}\nsubject: quốc phòng\n"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("code", "unit", "rule"),
    [
        ('0.0" tỷ đồng"', "triệu đồng", "other-unit"),
        ('#,##0 "người"', "", "unit-in-format"),
        ('#,##0 "người"', "vụ", "other-unit"),
        ("#,##0.0\\ [$₫-42A]", "triệu đồng", "other-unit"),
        ('0.0" triệu đồng"', "triệu đồng", None),
        ('0.0" tr.đ"', "triệu đồng", None),
        ('0" vụ"', "vụ", None),
        ("_-* #,##0\\ _₫_-;\\-* #,##0\\ _₫_-", "triệu đồng", None),
        ("#,##0.0\\ [$₫-42A]", "đồng", None),
    ],
)
def test_a_number_shown_in_another_unit_is_told_and_not_read(
    code: str,
    unit: str,
    rule: str | None,
    language: str,
    briefing: Briefing,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    book = xlsxwriter.Workbook("biểu.xlsx")
    page = book.add_worksheet("Biểu 01")
    page.write_row(0, 0, ["Chỉ tiêu", "ĐVT", "Năm 2021", "Năm 2022"])
    page.write_row(1, 0, ["Thu", unit, 300])
    page.write_number(1, 3, 345.6, book.add_format({"num_format": code}))
    book.close()
    source = Path("năm.yaml")
    source.write_text(INPUT, "utf-8")
    done = briefing("import", "figures", "biểu.xlsx", "--into", source, "--lang", language)
    [figure] = load(source).figures.values()

    found = re.findall(r"!([A-Z]+\d+): .* \[workbook/(\S+)\]$", done.err, re.M)
    assert done.code == 0, done.err
    assert found == ([("D2", rule)] if rule else [])
    assert figure.value == (None if rule else Decimal("345.6"))

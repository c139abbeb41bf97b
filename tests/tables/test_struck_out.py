"""Text of a table that is struck out: told at its cell, and no figure."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import xlsxwriter
from cli.running import Briefing

from briefing import load

INPUT = "schema: 1\nkind: bao-cao-tong-ket\nperiod: {year: 2022}\nsubject: quốc phòng\n"
ROWS = [
    ["Chỉ tiêu", "ĐVT", "Năm 2021", "Năm 2022"],
    ["Số vụ cháy", "vụ", 3, 4],
    ["Số vụ nổ", "vụ", 1, 2],
]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("row", "at", "read"),
    [
        (1, 0, [("Số vụ nổ", 2, 1)]),
        (1, 1, [("Số vụ nổ", 2, 1)]),
        (1, 3, [("Số vụ cháy", None, 3), ("Số vụ nổ", 2, 1)]),
        (0, 2, [("Số vụ cháy", 4, None), ("Số vụ nổ", 2, None)]),
        (None, None, [("Số vụ cháy", 4, 3), ("Số vụ nổ", 2, 1)]),
    ],
)
def test_what_is_struck_out_is_told_and_not_read(
    row: int | None,
    at: int | None,
    read: list[tuple[str, int | None, int | None]],
    language: str,
    briefing: Briefing,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    book = xlsxwriter.Workbook("biểu.xlsx")
    page, line = book.add_worksheet("Biểu 01"), book.add_format({"font_strikeout": True})
    for number, cells in enumerate(ROWS):
        for column, said in enumerate(cells):
            page.write(number, column, said, line if (number, column) == (row, at) else None)
    book.close()
    Path("năm.yaml").write_text(INPUT, "utf-8")
    done = briefing("import", "figures", "biểu.xlsx", "--into", "năm.yaml", "--lang", language)

    cells = re.findall(r"!([A-Z]+\d+): .* \[workbook/struck\]$", done.err, re.M)
    assert done.code == 0, done.err
    assert cells == ([] if row is None or at is None else [f"{'ABCD'[at]}{row + 1}"])
    figures = load("năm.yaml").figures.values()
    assert [(each.label, each.value, each.previous) for each in figures] == read

"""Heads as offices' tables have them, as text and with merged cells: the right columns, or none."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
import xlsxwriter
from cli.running import Briefing
from exploring import some

from briefing import load

YEAR = "{year: 2022}"
HALF = "{year: 2022, type: first_half}"
QUARTER = "{year: 2022, type: quarter, quarter: 3}"
MONTH = "{year: 2022, type: month, month: 11}"

Head = tuple[str, list[str], str, str, str]
"""The period, the rows of the head, the columns of value and previous, and those that are told."""

LEFT = "TT|Chỉ tiêu|ĐVT|"
BELOW = "|||"
YEARS = "Năm 2021||Năm 2022|"
ROLES = "Kế hoạch|Thực hiện|Kế hoạch|Thực hiện"

HEADS: list[Head] = [
    # One row.
    (YEAR, [LEFT + "Năm 2021|Năm 2022"], "E", "D", ""),
    (YEAR, [LEFT + "2021|2022"], "E", "D", ""),
    (YEAR, [LEFT + "Năm 2022|Năm 2021"], "D", "E", ""),
    (YEAR, [LEFT + "TH 2021|KH 2022|TH 2022|% so KH|% so cùng kỳ"], "F", "D", "E"),
    (YEAR, [LEFT + "TH năm 2021|KH năm 2022|Ước TH năm 2022|TH/KH (%)"], "F", "D", "E"),
    (YEAR, [LEFT + "Thực hiện năm 2021|Kế hoạch năm 2022|Ước thực hiện"], "F", "D", "E"),
    (YEAR, [LEFT + "Cùng kỳ|Kế hoạch|Thực hiện|So sánh (%)"], "F", "D", "E"),
    (YEAR, [LEFT + "Cùng kỳ|Thực hiện|So với cùng kỳ|Tỷ lệ đạt kế hoạch"], "E", "D", ""),
    (YEAR, [LEFT + "Dự toán HĐND giao|Thực hiện|Cùng kỳ năm trước"], "E", "F", "D"),
    (YEAR, [LEFT + "Chỉ tiêu tỉnh giao|Kết quả năm 2022|Đạt tỷ lệ %"], "E", "", "D"),
    (YEAR, [LEFT + "Thực hiện 2021|Thực hiện 2022 (ước)|Tăng, giảm|Tăng, giảm %"], "E", "D", ""),
    (YEAR, [LEFT + "Năm 2020|Năm 2021|Năm 2022"], "F", "E", "D"),
    (YEAR, [LEFT + "Năm 2021|Năm 2022|Kế hoạch 2023"], "E", "D", "F"),
    (YEAR, [LEFT + "Thực hiện|Ước thực hiện"], "", "", "DE"),
    (YEAR, [LEFT + "TH 11 tháng|Ước TH cả năm|TH cả năm 2021"], "E", "F", "D"),
    (YEAR, [LEFT + "6 tháng đầu năm 2022|Năm 2022|Năm 2021"], "E", "F", "D"),
    (YEAR, [LEFT + "Quý I|Quý II|Quý III|Quý IV|Năm 2022"], "H", "", "DEFG"),
    (YEAR, [LEFT + "Giai đoạn 2021-2025|Năm 2022"], "E", "", "D"),
    (YEAR, [LEFT + "Ước TH 2021|TH 2022"], "E", "", "D"),
    (YEAR, [LEFT + "Đến 30/11/2022|Thực hiện"], "E", "", "D"),
    (YEAR, [LEFT + "Dự kiến 2022|Thực hiện 2021"], "", "E", "D"),
    (YEAR, [LEFT + "Kết quả (đã thẩm định)|Năm 2021"], "", "E", "D"),
    # The year above, the role below.
    (YEAR, [LEFT + YEARS, BELOW + ROLES], "G", "E", "DF"),
    (YEAR, [LEFT + "Năm 2021||Năm 2022||", BELOW + "KH|TH|KH|TH|%"], "G", "E", "DF"),
    (YEAR, [LEFT + "2021|2022||", BELOW + "TH|KH|TH|TH/KH (%)"], "F", "D", "E"),
    (
        YEAR,
        [LEFT + "Năm 2022|||So sánh|", BELOW + "Kế hoạch|Thực hiện|Cùng kỳ|Kế hoạch|Cùng kỳ"],
        "E",
        "",
        "DF",
    ),
    (
        YEAR,
        [LEFT + "Năm 2022||So sánh (%)|", BELOW + "Kế hoạch|Thực hiện|Cùng kỳ|Kế hoạch"],
        "E",
        "",
        "D",
    ),
    (YEAR, [LEFT + YEARS, BELOW + "6 tháng|Cả năm|6 tháng|Cả năm"], "G", "E", "DF"),
    (YEAR, [LEFT + "Năm 2022|||", BELOW + "Quý I|Quý II|Quý III|Quý IV"], "", "", "DEFG"),
    (YEAR, [LEFT + YEARS, BELOW + "Dự toán|Quyết toán|Dự toán|Ước thực hiện"], "G", "E", "DF"),
    (YEAR, [LEFT + "Năm 2022||", BELOW + "Giao|Đạt|Tỷ lệ"], "E", "", "D"),
    (
        YEAR,
        [LEFT + "Năm 2021|Năm 2022|", BELOW + "Thực hiện|Phương án 1|Phương án 2"],
        "",
        "D",
        "EF",
    ),
    # The role above, the year below.
    (YEAR, [LEFT + "Kế hoạch||Thực hiện|", BELOW + "2021|2022|2021|2022"], "G", "F", "DE"),
    (YEAR, [LEFT + "Thực hiện||Tỷ lệ %|", BELOW + "2021|2022|2021|2022"], "E", "D", ""),
    (YEAR, [LEFT + "Kết quả thực hiện||Chênh lệch", BELOW + "Năm 2021|Năm 2022|"], "E", "D", ""),
    (YEAR, [LEFT + "Thực hiện||So sánh (%)|", BELOW + "Cùng kỳ|Kỳ này|KH|Cùng kỳ"], "E", "D", ""),
    (YEAR, [LEFT + "Thực hiện|||", BELOW + "6 tháng|9 tháng|Cả năm|Cùng kỳ"], "F", "G", "DE"),
    (YEAR, [LEFT + "6 tháng||Cả năm|", BELOW + ROLES], "G", "", "DEF"),
    # Three rows.
    (
        YEAR,
        [
            LEFT + "Kết quả thực hiện||||So sánh (%)",
            BELOW + "Năm 2021||Năm 2022||",
            BELOW + "Kế hoạch|Thực hiện|Kế hoạch|Thực hiện|",
        ],
        *("G", "E", "DF"),
    ),
    (
        YEAR,
        [
            LEFT + "Năm 2022||||Năm 2021",
            BELOW + "6 tháng||Cả năm||",
            BELOW + "KH|TH|KH|Ước TH|",
        ],
        *("G", "H", "DEF"),
    ),
    (
        YEAR,
        [
            LEFT + "Năm 2021|Năm 2022|",
            BELOW + "Thực hiện|Kế hoạch|Thực hiện",
            "(1)|(2)|(3)|(4)|(5)|(6)=(5)/(4)",
        ],
        *("F", "D", "E"),
    ),
    (YEAR, [LEFT + "TH 2021|KH 2022|TH 2022|%", "A|B|C|1|2|3|4=3/2*100"], "F", "D", "E"),
    # The word for labels in the lower of the rows.
    (YEAR, [BELOW + YEARS, LEFT + ROLES], "G", "E", "DF"),
    # A title says what the heads do not.
    (YEAR, ["BIỂU KẾ HOẠCH NĂM 2022||||", LEFT + "Thực hiện 2021|Năm 2022"], "", "D", "E"),
    (YEAR, ["KẾT QUẢ 6 THÁNG ĐẦU NĂM 2022||||", LEFT + "Cùng kỳ|Thực hiện"], "", "", "DE"),
    (YEAR, ["TÌNH HÌNH THỰC HIỆN NĂM 2020||||", LEFT + "Cùng kỳ|Thực hiện"], "", "", "DE"),
    (YEAR, ["TÌNH HÌNH THỰC HIỆN NĂM 2022||||", LEFT + "Cùng kỳ|Thực hiện"], "E", "D", ""),
    # Other periods than a year.
    (HALF, [LEFT + "6 tháng đầu năm 2021|6 tháng đầu năm 2022|Cả năm 2021"], "E", "D", "F"),
    (HALF, [LEFT + "6 tháng 2021|KH năm 2022|Ước TH 6 tháng 2022"], "F", "D", "E"),
    (HALF, [LEFT + YEARS, BELOW + "6 tháng|Cả năm|KH cả năm|TH 6 tháng"], "G", "D", "EF"),
    (HALF, [LEFT + "TH quý I|TH quý II|Lũy kế 6 tháng"], "F", "", "DE"),
    (HALF, [LEFT + "Cùng kỳ năm 2021|6 tháng|TH 6 tháng"], "F", "D", "E"),
    (MONTH, [LEFT + "Tháng 10|Tháng 11|TH tháng 10|TH tháng 11"], "G", "F", "DE"),
    (QUARTER, [LEFT + "Quý III/2021|Quý II/2022|Quý III/2022"], "F", "D", "E"),
    (QUARTER, [LEFT + "TH quý III|Lũy kế 9 tháng|Cùng kỳ"], "D", "F", "E"),
    (MONTH, [LEFT + "Tháng 10/2022|Tháng 11/2022|Lũy kế 11 tháng"], "E", "D", "F"),
    (MONTH, [LEFT + "TH tháng 11|Cùng kỳ|Lũy kế"], "", "", "DEF"),
]

NAMES = [f"{at:02} {' / '.join(rows)[:60]}" for at, (_, rows, *_) in enumerate(HEADS)]


def as_text(rows: list[list[str]], file: Path) -> Path:
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter=";").writerows(rows)
    return file


def as_book(rows: list[list[str]], height: int, file: Path) -> Path:
    """Write a table as users of Excel do, with groups and heads merged over columns and rows."""
    book = xlsxwriter.Workbook(file)
    page = book.add_worksheet("Biểu 01")
    done: set[tuple[int, int]] = set()
    for row, cells in enumerate(rows):
        for at, cell in enumerate(cells):
            if not cell or (row, at) in done:
                continue
            last, right = row, at
            if row < height:
                is_group = any(rows[r][at] for r in range(row + 1, height))
                while is_group and right + 1 < len(cells) and not cells[right + 1]:
                    if not any(rows[r][right + 1] for r in range(row + 1, height)):
                        break
                    right += 1
                while not is_group and last + 1 < height:
                    last += 1
            value = int(cell) if re.fullmatch(r"\d+", cell) else cell
            if (last, right) > (row, at):
                page.merge_range(row, at, last, right, value)
                done |= {(r, c) for r in range(row, last + 1) for c in range(at, right + 1)}
            else:
                page.write(row, at, value)
    book.close()
    return file


def imported(table: Path, period: str, briefing: Briefing) -> tuple[str, str, set[str]]:
    """Return the letters of the columns that were read as value and previous, and of those told."""
    into = table.with_suffix(".yaml")
    into.write_text(f"schema: 1\nkind: bao-cao-tong-ket\nperiod: {period}\nsubject: a\n", "utf-8")
    done = briefing("import", "figures", table, "--into", into)
    told = set(re.findall(r"!([D-Z])\d+: (?:cảnh báo|lưu ý): (?:cột|không chắc|số)", done.err))
    figures = load(into).figures
    if done.code:
        assert (done.code, figures) == (2, {})
        return "", "", told
    [first, second] = figures.values()
    read = []
    for key in ("value", "previous"):
        one, other = getattr(first, key), getattr(second, key)
        assert (other is None) == (one is None)
        assert one is None or other == one + 100
        read.append("" if one is None else chr(ord("A") + int(one) - 101))
    assert (first.unit, first.rate) == ("vụ", None)
    return read[0], read[1], told


@pytest.mark.parametrize("head", some(HEADS), ids=some(NAMES))
def test_a_head_is_understood_or_told(head: Head, tmp_path: Path, briefing: Briefing) -> None:
    period, lines, value, previous, told = head
    rows = [line.split("|") for line in lines]
    width = max(map(len, rows))
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    titled = int(rows[0][1] == "" and rows[0][0] != "")
    numbered = int(rows[-1][1] in ("(2)", "B"))
    height = len(rows) - numbered
    for at, label in ((1, "Số vụ cháy"), (2, "Số vụ nổ")):
        numbers = [str(100 * at + column) for column in range(4, width + 1)]
        rows.append([str(at), label, "vụ", *numbers])

    for table in (
        as_text(rows, tmp_path / "bieu.csv"),
        as_book(rows[titled:], height - titled, tmp_path / "bieu.xlsx") if not titled else None,
    ):
        if table is not None:
            found = imported(table, period, briefing)
            assert found == (value, previous, set(told)), table.suffix

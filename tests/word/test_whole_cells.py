"""In a wide table changes and heads stand whole, and all numbers of it at the same edge."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

import briefing
from briefing.layout.metrics import text_width

WORKED = Path(__file__).parents[2] / "inputs" / "kinh-te-xa-hoi-xa-2026.yaml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIZE = 13
MARGINS = 2 * 5.4
"""Text of a table in points, and the margins of a cell together."""


@cache
def widest_table() -> tuple[list[float], list[list[Any]]]:
    """Return the widths in points of the columns of the table of targets, and its cells by row."""
    content = briefing.build(briefing.load(WORKED))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    tables = list(root.iter(f"{W}tbl"))
    table = max(tables, key=lambda one: len(list(one.iter(f"{W}gridCol"))))
    widths = [int(column.get(f"{W}w")) / 20 for column in table.iter(f"{W}gridCol")]
    rows = [list(row.iter(f"{W}tc")) for row in table.iter(f"{W}tr")]
    return widths, rows


def text(cell: Any) -> str:
    return "".join(cell.itertext())


def body() -> list[list[Any]]:
    """Return the rows of indicators, which have every column."""
    widths, rows = widest_table()
    return [row for row in rows[2:] if len(row) == len(widths)]


def test_a_change_stands_on_one_line_and_points_are_not_parted() -> None:
    widths, _ = widest_table()
    seen = 0
    for row in body():
        for width, cell in zip(widths, row, strict=True):
            for part in re.split("[ ]", text(cell)):
                if part.startswith(("tăng", "giảm", "+")) or part.endswith("%"):
                    seen += 1
                    assert text_width(part, SIZE, "regular") <= width - MARGINS + 1, part
    assert seen > 300
    assert not any(
        re.search(r"(?:tăng|giảm) [\d,]+%|\d điểm|điểm %", text(c)) for r in body() for c in r
    )


def test_no_head_takes_more_than_three_lines() -> None:
    widths, rows = widest_table()
    heads = [text(cell).replace("\u00a0", " ") for cell in rows[0] + rows[1]]
    assert "So với kế hoạch, dự toán" in heads
    at = [text(cell) for cell in rows[1]]
    assert len(at) == len(widths)
    for width, cell in zip(widths, rows[1], strict=True):
        lines, room = 0, 0.0
        for word in text(cell).replace("\u00a0", " ").split():
            need = text_width(word, SIZE, "bold")
            if not lines or need + 3.25 > room:
                lines, room = lines + 1, width - MARGINS - need
            else:
                room -= need + 3.25
        assert lines <= 3, text(cell)


def test_all_numbers_of_a_table_without_room_stand_at_the_right() -> None:
    number = re.compile(r"\d[\d.]*(?:,\d+)?%?")
    cells = [cell for row in body() for cell in row[3:] if number.fullmatch(text(cell))]

    assert len(cells) > 300
    assert not [
        text(c)
        for c in cells
        if c.find(f".//{W}ind") is not None
        and c.find(f".//{W}ind").get(f"{W}right") not in (None, "0")
    ]


def test_a_percentage_says_how_far_it_is_from_its_plan() -> None:
    told = {
        text(row[1]).replace("\u00a0", " "): [text(c).replace("\u00a0", " ") for c in row]
        for row in body()
    }

    assert "+0,5 điểm %" in told["Tỷ lệ tham gia bảo hiểm y tế (ước)"]
    # What is asked for at most is kept or not, by no number.
    most = told["Tỷ lệ trẻ dưới 5 tuổi suy dinh dưỡng thể nhẹ cân (ước)"]
    assert not [cell for cell in most if cell.startswith(("+", "-"))]

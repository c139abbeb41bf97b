"""The table of targets: a head of two rows, totals, and what a pack says of its columns."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from briefing import Report, build, load, page, preview

from .laid import HEAD, laid, read

ROWS = (
    "I;KINH TẾ;;;;;\n"
    "1;Thu ngân sách;tỷ đồng;7.200;8.200;8.434;9.000\n"
    "2;Thu khác;tỷ đồng;100;100;120;130\n"
    ";Tổng cộng;tỷ đồng;7.300;8.300;8.554;9.130\n"
)


def table_of(report: Report) -> list[str]:
    return [line for line in preview(report).splitlines() if line.startswith("| ")]


def of_pack(report: Report, **said: object) -> Report:
    """Return a report whose pack says something of the table of figures."""
    return report.choosing_from(report.choices.extended({"figures_annex": said}))


def test_the_head_has_two_rows_in_word(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(build(read(tmp_path, HEAD + ROWS)))
    with ZipFile(tmp_path / "a.docx") as package:
        xml = package.read("word/document.xml").decode("utf-8")
    table = xml[xml.index('<w:t xml:space="preserve">TT</w:t>') - 2000 :]
    rows = re.findall(r"<w:tr>.*?</w:tr>", table)
    heads = [row for row in rows if "<w:tblHeader/>" in row]

    assert len(heads) == 2
    assert heads[0].count('<w:gridSpan w:val="3"/>') == 1
    assert heads[0].count('<w:vMerge w:val="restart"/>') == heads[1].count("<w:vMerge/>") == 7


def test_the_head_has_two_rows_on_the_page(tmp_path: Path) -> None:
    text = page(read(tmp_path, HEAD + ROWS))

    assert text.count('<th colspan="3">') == 1
    assert text.count('<th rowspan="2">') == 7


def test_one_column_of_the_year_has_no_head_above_it(tmp_path: Path) -> None:
    report = read(tmp_path, "Chỉ tiêu;ĐVT;Thực hiện\nThu;tỷ đồng;8\n")

    assert "| TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2025 |" in table_of(report)


def test_a_total_is_bold_and_not_counted(tmp_path: Path) -> None:
    report = read(tmp_path, HEAD + ROWS + "3;Diện tích;ha;1;2;3;4\n")
    total = next(line for line in table_of(report) if "Tổng cộng" in line)

    assert total.startswith("|  | **Tổng cộng** | **tỷ đồng** | **7.300** | **8.300** |")
    assert any(line.startswith("| 3 | Diện tích |") for line in table_of(report))


@pytest.mark.parametrize(
    ("said", "head"),
    [
        ({"heads": {"label": "Tên chỉ tiêu"}}, "| TT | Tên chỉ tiêu | Đơn vị tính | Năm 2024 |"),
        (
            {"columns": ["number", "label", "value", "source"]},
            "| TT | Chỉ tiêu | Ước thực hiện năm 2025 | Nguồn |",
        ),
    ],
)
def test_a_pack_shapes_the_table_of_targets(
    tmp_path: Path, said: dict[str, object], head: str
) -> None:
    report = of_pack(read(tmp_path, HEAD + ROWS), **said)

    assert any(line.startswith(head) for line in preview(report).splitlines())


def test_a_pack_leaves_rows_out_of_the_table(tmp_path: Path) -> None:
    report = of_pack(read(tmp_path, HEAD + ROWS), leave_out=["thu_khac"])

    assert not any("Thu khác" in line for line in table_of(report))


def test_the_source_of_a_row_stands_in_the_column_that_a_pack_asks_for(tmp_path: Path) -> None:
    table = "Chỉ tiêu;ĐVT;Thực hiện;Nguồn\nThu;tỷ đồng;8;Biểu 03\n"
    report = of_pack(read(tmp_path, table), columns=["label", "value", "source"])

    assert "| Thu | 8 | Biểu 03 |" in table_of(report)
    assert "Biểu 03" not in preview(read(tmp_path, table))


def test_two_tables_of_an_annex_have_a_title_each(tmp_path: Path) -> None:
    file = laid(tmp_path, HEAD + ROWS, "Khám phá {kham_pha}")
    text = file.read_text(encoding="utf-8") + (
        "figures: {kham_pha: {label: số vụ khám phá, unit: vụ, value: 3}}\n"
    )
    file.write_text(text, encoding="utf-8")
    lines = [line for line in preview(load(file)).splitlines() if line.startswith("## ")]

    assert [line.split(". ", 1)[1] for line in lines[-2:]] == [
        "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CHỦ YẾU NĂM 2025 VÀ KẾ HOẠCH NĂM 2026",
        "SỐ LIỆU KHÁC",
    ]

"""Two years below one merged head are one figure; what is hidden and read is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing

from briefing import load
from tables.test_import import INPUT, Table


@pytest.fixture
def into(tmp_path: Path) -> Path:
    file = tmp_path / "năm.yaml"
    file.write_text(INPUT, "utf-8")
    return file


def under(head: str, file: Path) -> Table:
    table = Table(file)
    for at, said in enumerate(("TT", "Chỉ tiêu", "Đơn vị tính")):
        table.page.merge_range(0, at, 1, at, said)
    table.page.merge_range(0, 3, 0, 4, head)
    table.page.merge_range(0, 5, 1, 5, "Tổng số")
    table.rows(1, [[None, None, None, "Năm 2025", "Năm 2026"]])
    table.rows(2, [[1, "Số vụ cháy", "vụ", 120, 110], [2, "Số người bị thương", "người", 3, 2]])
    return table


@pytest.mark.parametrize(
    "head",
    ["Kết quả thực hiện", "Kết quả", "Thực hiện", "Số liệu", "Kết quả công tác"],
)
def test_two_years_below_one_head_are_one_figure(
    head: str, into: Path, briefing: Briefing, tmp_path: Path
) -> None:
    done = briefing("import", "figures", under(head, tmp_path / "a.xlsx").done(), "--into", into)
    assert done.code == 0, done.err
    figures = load(into).figures

    assert {"so_vu_chay", "so_nguoi_bi_thuong"} == set(figures) - {"kham_pha"}
    assert (figures["so_vu_chay"].value, figures["so_vu_chay"].previous) == (110, 120)


@pytest.mark.parametrize("head", ["So với năm", "So sánh (%)", "Tỷ lệ", "Kế hoạch", "Tốc độ tăng"])
def test_years_below_a_head_of_comparisons_or_plans_are_no_results(
    head: str, into: Path, briefing: Briefing, tmp_path: Path
) -> None:
    before = into.read_text("utf-8")
    done = briefing("import", "figures", under(head, tmp_path / "a.xlsx").done(), "--into", into)

    assert (done.code, into.read_text("utf-8")) == (2, before)
    assert "[import/no-table]" in done.err


def test_a_group_that_nobody_merged_goes_on_beside_one_that_is(
    into: Path, briefing: Briefing, tmp_path: Path
) -> None:
    table = Table(tmp_path / "a.xlsx")
    table.page.merge_range(0, 0, 1, 0, "Chỉ tiêu")
    table.page.merge_range(0, 1, 0, 2, "Năm 2026")
    table.rows(0, [[None, None, None, "Năm 2025"]])
    table.rows(1, [[None, "KH", "%", "KH", "TH"], ["Số vụ cháy", 1, 2, 3, 4]])
    done = briefing("import", "figures", table.done(), "--into", into)

    assert done.code == 0, done.err
    found = load(into).figures["so_vu_chay"]
    assert (found.value, found.previous) == (None, 4)


def test_what_is_hidden_and_read_is_told(into: Path, briefing: Briefing, tmp_path: Path) -> None:
    table = under("Kết quả", tmp_path / "a.xlsx")
    table.page.set_row(3, None, None, {"hidden": True})
    table.page.set_column(3, 3, None, None, {"hidden": True})
    done = briefing("import", "figures", table.done(), "--into", into)

    assert "Biểu 01!B4: cảnh báo: có dòng đang ẩn hoặc bị lọc mà vẫn được đọc: 4" in done.err
    assert "Biểu 01!D2: cảnh báo: có cột đang ẩn mà vẫn được đọc: D" in done.err
    assert load(into).figures["so_nguoi_bi_thuong"].value == 2

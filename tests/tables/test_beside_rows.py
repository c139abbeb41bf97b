"""A table into an input that has indicators: what is a row already is not written again."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing

from briefing import load

INPUT = """\
schema: 1
kind: bao-cao-tong-ket
period: {year: 2026}
subject: công tác quốc phòng
"""
TABLE = "Chỉ tiêu;ĐVT;Năm 2026\nThu ngân sách;tỷ đồng;8.434\nSố vụ cháy;vụ;5\n"
ROWS = [
    "indicators: [{label: Thu ngân sách, unit: tỷ đồng, actual: 8434}]\n",
    "indicators: [{name: thu, label: Thu ngân sách, unit: tỷ đồng, actual: 8434}]\n",
    "indicators: hàng.csv\n",
]


@pytest.mark.parametrize("rows", ROWS)
def test_a_row_is_no_second_figure(
    rows: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, briefing: Briefing
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("hàng.csv").write_text("Chỉ tiêu;ĐVT;Thực hiện\nThu ngân sách;tỷ đồng;8.434\n", "utf-8")
    Path("biểu.csv").write_text(TABLE, "utf-8")
    source = Path("năm.yaml")
    source.write_text(INPUT + rows, "utf-8")
    for _ in range(2):
        done = briefing("import", "figures", "biểu.csv", "--into", source)
        assert done.code == 0, done.err
        assert "[import/is-row]" in done.err
        assert [each.label for each in load(source).figures.values()].count("Thu ngân sách") == 1
        assert load(source).figures["so_vu_chay"].value == 5


def test_a_name_that_a_row_has_is_not_given_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, briefing: Briefing
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("biểu.csv").write_text(TABLE, "utf-8")
    source = Path("năm.yaml")
    source.write_text(INPUT + "indicators: [{name: so_vu_chay, label: Cháy, actual: 3}]\n", "utf-8")

    assert briefing("import", "figures", "biểu.csv", "--into", source).code == 0
    found = load(source).figures
    assert (found["so_vu_chay"].label, found["so_vu_chay_2"].label) == ("Cháy", "Số vụ cháy")


@pytest.mark.parametrize("named", ["../hàng.csv", "/etc/hàng.csv"])
def test_a_table_of_rows_elsewhere_is_not_read(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, briefing: Briefing
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("hàng.csv").write_text("Chỉ tiêu;ĐVT;Thực hiện\nThu ngân sách;tỷ đồng;8.434\n", "utf-8")
    Path("trong").mkdir()
    Path("biểu.csv").write_text(TABLE, "utf-8")
    source = Path("trong/năm.yaml")
    source.write_text(INPUT + f"indicators: {named}\n", "utf-8")
    before = source.read_text("utf-8")

    done = briefing("import", "figures", "biểu.csv", "--into", source)

    assert done.code == 2
    assert "trong/năm.yaml:5:1: lỗi" in done.err
    assert source.read_text("utf-8") == before

"""Tables of targets as offices make them, into figures: what is read, what is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing, Outcome

from briefing import load
from briefing.report import Figure

INPUT = "schema: 1\nkind: bao-cao-tong-ket\nperiod: {year: 2026}\nsubject: công tác quốc phòng\n"


def taken(rows: str, briefing: Briefing) -> tuple[dict[str, Figure], Outcome]:
    Path("biểu.csv").write_text(rows, "utf-8")
    source = Path("năm.yaml")
    source.write_text(INPUT, "utf-8")
    done = briefing("import", "figures", "biểu.csv", "--into", source)
    assert done.code == 0, done.err
    return load(source).figures, done


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("before", ["TH năm 2025", "TH 2025", "Thực hiện cùng kỳ", "Năm trước"])
@pytest.mark.parametrize("now", ["TH 2026", "Thực hiện", "Ước", "Ước thực hiện năm 2026"])
def test_the_heads_of_targets_are_read(before: str, now: str, briefing: Briefing) -> None:
    rows = f"TT;Các chỉ tiêu;ĐVT;{before};KH 2026;{now}\n1;Số vụ cháy;vụ;6;4;5\n"
    figures, done = taken(rows, briefing)

    assert (figures["so_vu_chay"].value, figures["so_vu_chay"].previous) == (5, 6)
    assert "cột kế hoạch “KH 2026” không đọc" in done.err


def test_of_two_columns_of_one_period_neither_is_read_and_both_are_told(
    briefing: Briefing,
) -> None:
    rows = "Chỉ tiêu;ĐVT;TH 2025;Thực hiện 2026;Ước thực hiện 2026\nSố vụ cháy;vụ;6;5;7\n"
    figures, done = taken(rows, briefing)

    assert (figures["so_vu_chay"].value, figures["so_vu_chay"].previous) == (None, 6)
    assert "cột “Ước thực hiện 2026” và cột “Thực hiện 2026” cùng nói về một kỳ" in done.err
    assert "cột “Thực hiện 2026” và cột “Ước thực hiện 2026” cùng nói về một kỳ" in done.err
    # The remedy heals.
    figures, done = taken(rows.replace("Thực hiện 2026;", "Ghi chú;", 1), briefing)
    assert (figures["so_vu_chay"].value, "[import/same-column]" in done.err) == (7, False)


def test_groups_and_parts_that_are_lost_are_told_once(briefing: Briefing) -> None:
    rows = "Chỉ tiêu;ĐVT;TH 2026\nKINH TẾ;;\nThu ngân sách;tỷ đồng;8\n- Thu nội địa;tỷ đồng;6\n"
    figures, done = taken(rows, briefing)

    assert list(figures) == ["thu_ngan_sach", "thu_noi_dia"]
    assert done.err.count("[import/flattened]") == 1
    assert "2 dòng nằm trong nhóm" in done.err


def test_a_plain_table_loses_nothing(briefing: Briefing) -> None:
    _, done = taken("Chỉ tiêu;ĐVT;TH 2026\nThu ngân sách;tỷ đồng;8\n", briefing)

    assert "[import/flattened]" not in done.err

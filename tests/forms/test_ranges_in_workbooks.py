"""A range stands in one cell as it is printed, and none of its ends is lost on the way."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from fuzz.expected import put

from briefing import load
from briefing.forms import own_data, workbook

from .test_workbook import form_of_hoa_binh, written

BARE = "schema: 1\nkind: bao-cao-tong-ket\nperiod: {year: 2025}\nsubject: công tác\n"
TABLE = "Chỉ tiêu;ĐVT;Kế hoạch 2025;Ước thực hiện 2025;KH 2026\nTăng trưởng;%;8 - 8,5;7-8;9 - 10\n"


def test_a_range_is_typed_into_one_cell() -> None:
    sheets = form_of_hoa_binh()
    sheets["Số liệu"][2][5] = "8 - 8,5"
    figure = load(put("phiếu.xlsx", written(sheets))).figures["kham_pha"]

    assert (figure.value, figure.up_to) == (8, Decimal("8.5"))


@pytest.mark.parametrize(
    "said",
    [
        "figures: {a: {label: tốc độ, unit: '%', value: '8 - 8,5'}}\n",
        'figures: {a: {label: tốc độ, unit: "%", value: 8, up_to: 8.5}}\n',
        "figures: {a: {label: tốc độ, value: 8, target: {value: '7-8'}, next_plan: '8-9'}}\n",
        "indicators: [{label: Thu, unit: tấn, plan: 7 - 8, actual: 6 - 7, next_plan: 8 - 9}]\n",
        "indicators: chi-tieu.csv\n",
    ],
)
def test_an_input_goes_into_a_workbook_with_both_ends(tmp_path: Path, said: str) -> None:
    (tmp_path / "chi-tieu.csv").write_text(TABLE, encoding="utf-8")
    file = tmp_path / "xa.yaml"
    file.write_text(BARE + said, encoding="utf-8")
    report = load(file)

    again = load(put("phiếu.xlsx", workbook(own_data(report), "vi")))

    assert again.figures == report.figures
    assert "up_to" in str(again.model_dump(exclude_none=True))

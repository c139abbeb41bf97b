"""A column that is called by the report's year alone holds what was done in it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from .laid import at, laid, read, refused

ROW = "Thu ngân sách;tỷ đồng;7,2;8,4\n"


@pytest.mark.parametrize("heads", ["Năm 2024;Năm 2025", "2024;2025", "TH 2024;Năm 2025"])
def test_the_year_alone_is_what_was_done(heads: str, tmp_path: Path) -> None:
    figure = read(tmp_path, f"Chỉ tiêu;ĐVT;{heads}\n{ROW}").figures["thu_ngan_sach"]

    assert (figure.value, figure.previous) == (Decimal("8.4"), Decimal("7.2"))


def test_two_columns_of_results_are_one_too_many(tmp_path: Path) -> None:
    found = refused(laid(tmp_path, f"Chỉ tiêu;ĐVT;Thực hiện 2025;Năm 2025\n{ROW}"))

    assert [at(one) for one in found]
    assert all(one.rule.startswith("indicators/") for one in found)

"""Forces that work together report on a quarter as they do on a year."""

from __future__ import annotations

from typing import Any

import pytest

from kinds.made import errors, report, text

from .test_reports import FORCES, PERIODS


@pytest.mark.parametrize(("period", "name", "coming"), PERIODS)
def test_a_report_of_several_forces_is_on_any_part_of_a_year(
    period: dict[str, Any], name: str, coming: str
) -> None:
    made = report(**FORCES, period=period, date=None, conference=None, awards=[])
    printed = text(made)

    assert errors(made) == []
    assert f"quả công tác bảo đảm an ninh, trật tự {name} và" in printed
    assert f"phương hướng, nhiệm vụ {coming}" in printed
    assert "Khám phá" in printed
    assert "Huấn luyện dân quân" in printed
    assert "tổng kết" not in printed.casefold()

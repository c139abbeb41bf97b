"""Awards: who is counted is named, and nobody is counted as zero."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefing import preview
from briefing.library import read_whole
from briefing.report import Report

INPUT = Path(__file__).resolve().parents[2] / "inputs" / "hoa-binh-2023.yaml"


def awarded(**award: Any) -> str:
    data = read_whole(INPUT).data
    giver = {"giver": "Ủy ban nhân dân tỉnh", "form": "Bằng khen"}
    text = preview(Report.model_validate({**data, "awards": [{**giver, **award}]}))
    return next(row for row in text.splitlines() if " tặng Bằng khen" in row)


@pytest.mark.parametrize(
    ("award", "line"),
    [
        ({"collectives": 13}, "cho 13 tập thể."),
        ({"individuals": 24}, "cho 24 cá nhân."),
        ({"collectives": 12, "individuals": 24}, "cho 12 tập thể và 24 cá nhân."),
        ({"collectives": 13, "individuals": 0}, "cho 13 tập thể."),
        ({"collectives": 0, "individuals": 24}, "cho 24 cá nhân."),
        ({"combined": 10}, "cho 10 tập thể, cá nhân."),
        ({"combined": 1315}, "cho 1.315 tập thể, cá nhân."),
        ({"collectives": 1315}, "cho 1.315 tập thể."),
        ({}, "cho các tập thể, cá nhân."),
        ({"merit": "có thành tích", "combined": 2}, "cho 2 tập thể, cá nhân có thành tích."),
    ],
)
def test_an_award_names_exactly_those_it_counts(award: dict[str, Any], line: str) -> None:
    assert awarded(**award) == f"- Ủy ban nhân dân tỉnh tặng Bằng khen {line}"


def test_who_hands_over_is_not_the_giver() -> None:
    line = awarded(collectives=10, presented_by="do_thanh_binh", capacity="thừa ủy quyền")

    assert line == (
        "- Ủy ban nhân dân tỉnh tặng Bằng khen cho 10 tập thể "
        "(thừa ủy quyền, Đại tá Đỗ Thanh Bình, Giám đốc Công an tỉnh trao)."
    )

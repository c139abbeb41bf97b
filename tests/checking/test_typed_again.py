"""A number typed in the words of a declared figure, with a digit changed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from in_rows import in_rows

from briefing.checking import check_report
from tests.figures.made import Facts, report

FIGURES: dict[str, Facts] = {
    "crime": {"label": "phạm pháp hình sự", "value": 409, "previous": 490},
    "income": {"label": "tổng thu ngân sách", "unit": "tỷ đồng", "value": Decimal("8.43")},
    "solved": {"label": "tỷ lệ khám phá án hình sự", "value": 350, "out_of": 409},
}


def told(sentence: str, **figures: Any) -> list[tuple[str, object]]:
    results = [{"heading": "Kết quả", "statements": [sentence]}]
    found = check_report(report({**FIGURES, **figures}, results=results))
    return [(one.rule, one.values["other"]) for one in found if one.rule == "text/stated-again"]


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        ("Năm 2023 xảy ra 4.090 vụ phạm pháp hình sự.", ["phạm pháp hình sự: 409 vụ"]),
        ("Xảy ra 904 vụ phạm pháp hình sự.", []),
        ("Tổng thu ngân sách đạt 8,34 tỷ đồng.", ["tổng thu ngân sách: 8,43 tỷ đồng"]),
        ("Tổng thu ngân sách là 84,3 tỷ đồng.", ["tổng thu ngân sách: 8,43 tỷ đồng"]),
        ("Tỷ lệ khám phá án hình sự đạt 58,57%.", ["tỷ lệ khám phá án hình sự: 85,57%"]),
    ],
)
def test_a_slip_is_told_with_what_is_declared(sentence: str, other: list[str]) -> None:
    assert told(sentence) == [("text/stated-again", one) for one in other]


@in_rows(
    "sentence",
    [
        "Xảy ra 409 vụ phạm pháp hình sự.",
        "Năm 2022 xảy ra 490 vụ phạm pháp hình sự.",
        "Xảy ra 490 vụ phạm pháp hình sự ở kỳ trước.",
        "Huyện Bắc Sơn xảy ra 4.090 vụ phạm pháp hình sự.",
        "Xảy ra 4.090 vụ phạm pháp hình sự nghiêm trọng.",
        "Xảy ra 500 vụ phạm pháp hình sự.",
        "Tổng thu ngân sách đạt 8,43 tỷ đồng.",
        "Tổng thu ngân sách đạt 8,34 triệu đồng.",
    ],
)
def test_another_thing_place_or_period_is_left_alone(sentence: str) -> None:
    assert told(sentence) == []

"""Rows that count wrongly, say nothing, outgrow what they are a part of, or pass for results."""

from __future__ import annotations

from typing import Any

import pytest

import briefing
from briefing.report import Report


def rules(*rows: dict[str, Any], sentence: str = "Ổn định") -> list[tuple[str, str]]:
    data = {
        "schema": 1,
        "kind": "bao-cao-tong-ket",
        "period": {"year": 2025},
        "figures_annex": True,
        "indicators": list(rows),
        "results": [{"heading": "Kinh tế", "statements": [sentence]}],
    }
    found = briefing.check(Report.model_validate(data))
    ours = [one for one in found if one.rule.startswith(("indicators/", "figures/"))]
    return [(one.rule, one.severity.name.lower()) for one in ours]


@pytest.mark.parametrize("label", ["Tỷ lệ hộ nghèo", "Số vụ tai nạn giao thông", "Số vụ tội phạm"])
def test_less_of_what_is_not_wanted_is_not_taken_for_missed_in_silence(label: str) -> None:
    row = {"label": label, "unit": "vụ", "plan": 5, "actual": 3}

    assert rules(row) == [("indicators/goal-unclear", "warning")]
    assert rules({**row, "goal": "at_most"}) == []
    assert rules({**row, "goal": "at_least"}) == []


@pytest.mark.parametrize("label", ["Số hộ thoát nghèo", "Diện tích lúa", "Khám phá tội phạm"])
def test_less_of_what_is_wanted_is_missed(label: str) -> None:
    assert rules({"label": label, "unit": "hộ", "plan": 5, "actual": 3}) == []


def test_a_row_without_a_number_is_told_unless_it_gathers_others() -> None:
    row = {"label": "Thu", "name": "thu", "unit": "tỷ đồng"}

    assert rules(row) == [("indicators/no-number", "warning")]
    assert rules(row, {"label": "Phí", "unit": "tỷ đồng", "actual": 3, "parent": "thu"}) == []


@pytest.mark.parametrize(
    ("unit", "found"),
    [
        ("tỷ đồng", [("indicators/more-than-parent", "warning")]),
        ("hộ", [("indicators/more-than-parent", "warning")]),
        # A part of an average or of a rate may be larger than that of the whole.
        ("%", []),
        ("triệu đồng/người/năm", []),
    ],
)
def test_a_part_is_no_larger_than_its_whole(unit: str, found: list[tuple[str, str]]) -> None:
    whole = {"label": "Tất cả", "name": "tat_ca", "unit": unit, "actual": 30}

    assert rules(whole, {"label": "Một", "unit": unit, "actual": 40, "parent": "tat_ca"}) == found


def test_parts_convert() -> None:
    whole = {"label": "Thu", "name": "thu", "unit": "tỷ đồng", "actual": 30}
    part = {"label": "Phí", "unit": "triệu đồng", "parent": "thu"}

    assert rules(whole, {**part, "actual": 29_000}) == []
    assert rules(whole, {**part, "actual": 40_000}) == [("indicators/more-than-parent", "warning")]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Thu đạt {thu}", True),
        ("Năm nay ước thu {chi}. Thu đạt {thu}", True),
        ("Thu ước đạt {thu}", False),
        ("Dự kiến thu {thu.value} tỷ", False),
        ("Thu {thu.result}", False),
        ("Tăng {thu.plan}", False),
    ],
)
def test_an_estimate_is_called_one(sentence: str, told: bool) -> None:
    rows = (
        {"label": "Thu", "name": "thu", "unit": "tỷ đồng", "plan": 3, "estimate": 4},
        {"label": "Chi", "name": "chi", "unit": "tỷ đồng", "actual": 2},
    )

    assert (("figures/estimate-not-said", "warning") in rules(*rows, sentence=sentence)) is told


def test_rows_called_alike_under_two_wholes_are_two_things() -> None:
    wholes = [{"label": name, "name": name, "unit": "ha", "actual": 1} for name in ("lua", "ngo")]
    parts = [
        {"label": "Sản lượng", "unit": "tấn", "actual": value, "parent": name}
        for name, value in (("lua", 5), ("ngo", 7))
    ]

    assert rules(*wholes, *parts) == []


def test_a_row_that_is_a_part_of_itself_is_a_ring() -> None:
    rows = [
        {"label": "Một", "name": "mot", "unit": "hộ", "actual": 1, "parent": "hai"},
        {"label": "Hai", "name": "hai", "unit": "hộ", "actual": 1, "parent": "mot"},
    ]

    assert ("figures/cycle", "error") in rules(*rows)
    assert ("figures/unknown-link", "error") in rules({**rows[0], "parent": "khong_co"})

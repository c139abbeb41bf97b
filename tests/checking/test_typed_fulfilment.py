"""A percentage of a plan typed beside the words or the name of a figure is held against its own."""

from __future__ import annotations

import re
from typing import Any

import pytest
from in_rows import in_rows

import briefing
from briefing.report import Report

ROWS: list[dict[str, Any]] = [
    {"label": "Thu ngân sách", "unit": "tỷ đồng", "plan": 8200, "estimate": 8434, "previous": 7200},
    {
        "label": "Lúa",
        "unit": "tấn",
        "plan": 120,
        "actual": 123,
        "plan_word": "nghị quyết",
    },
    {"label": "Số nhà xây mới", "unit": "nhà", "plan": 8, "actual": 9},
    {"label": "Vụ tai nạn", "unit": "vụ", "plan": 5, "actual": 4, "goal": "at_most"},
]


def told(sentence: str, **keys: Any) -> list[str]:
    data = {
        "schema": 1,
        "kind": "bao-cao-tong-ket",
        "period": {"year": 2025},
        "figures_annex": True,
        "indicators": ROWS,
        "results": [{"heading": "Kinh tế", "statements": [sentence]}],
        **keys,
    }
    found = briefing.check(Report.model_validate(data))
    ours = [one for one in found if one.rule in ("text/stated-fulfilment", "text/other-fulfilment")]
    return [one.severity.name.lower() for one in ours]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thu ngân sách ước đạt {thu_ngan_sach}, bằng 105% kế hoạch.",
        "Thu ngân sách ước đạt {thu_ngan_sach}, tăng 17% so với năm 2024, bằng 105% kế hoạch.",
        "Thu ngân sách ước đạt {thu_ngan_sach}, vượt 5% kế hoạch.",
        "Sản lượng lúa {lua}, đạt 112,5% so với nghị quyết đề ra.",
        "Thu ngân sách ước đạt 8.434 tỷ đồng, bằng 105% kế hoạch.",
        "Thu ngân sách ước đạt 108,25% kế hoạch.",
    ],
)
def test_another_percentage_of_the_plan_is_an_error(sentence: str) -> None:
    assert told(sentence) == ["error"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thu ngân sách đạt 106% kế hoạch; xây nhà cho dân.",
        "Năm 2025, thu ngân sách vượt 6% kế hoạch năm 2025.",
        "Kinh tế phát triển: lúa bằng 99% nghị quyết, số nhà xây mới đạt 112,5% kế hoạch.",
        "Nhà xây mới hoàn thành 120% chỉ tiêu.",
    ],
)
def test_one_typed_beside_the_words_of_a_figure_is_a_warning(sentence: str) -> None:
    assert told(sentence) == ["warning"]


@in_rows(
    "sentence",
    [
        "Thu ngân sách ước đạt {thu_ngan_sach}, bằng 102,85% kế hoạch.",
        "Thu ngân sách đạt 103% kế hoạch.",
        "Thu ngân sách đạt 102,9% kế hoạch, vượt 2,9% kế hoạch.",
        "Thu ngân sách ước đạt 8.434 tỷ đồng, tăng 17,1% so với năm 2024, bằng 102,9% kế hoạch.",
        # Another plan, place or time.
        "Thu ngân sách đạt 110% kế hoạch tỉnh giao.",
        "Thu ngân sách đạt 110% kế hoạch năm 2024.",
        "Năm 2024, thu ngân sách đạt 110% kế hoạch.",
        "Sáu tháng đầu năm thu ngân sách đạt 60% kế hoạch.",
        "Thu ngân sách thôn Đoài đạt 110% kế hoạch.",
        "Thu ngân sách đạt 110% dự toán.",
        "Phấn đấu thu ngân sách đạt 110% kế hoạch.",
        # Of a most nobody says how many percent were reached.
        "Vụ tai nạn bằng 80% kế hoạch.",
        # Another thing.
        "Thu ngân sách xã đạt 110% kế hoạch.",
        "Thu ngân sách đạt 110 tỷ đồng, bằng 110% kế hoạch.",
        "Thu ngân sách đạt {thu_ngan_sach}; xây 5 nhà, bằng 50% kế hoạch.",
    ],
)
def test_the_same_and_what_may_be_another_are_left_alone(sentence: str) -> None:
    assert told(sentence) == []


COMPARED = [
    {"label": "Thu ngân sách", "unit": "tỷ đồng", "actual": 8434, "previous": 7200},
    {"label": "Số vụ cháy", "unit": "vụ", "actual": 9, "previous": 12},
    {"label": "Tỷ lệ che phủ", "unit": "%", "actual": 42, "previous": 40},
]


def compared(sentence: str) -> list[str]:
    data = {
        "schema": 1,
        "kind": "bao-cao-tong-ket",
        "period": {"year": 2025},
        "figures_annex": True,
        "indicators": COMPARED,
        "results": [{"heading": "Kinh tế", "statements": [sentence]}],
    }
    found = briefing.check(Report.model_validate(data))
    ours = [one for one in found if one.rule == "text/other-change"]
    return [one.severity.name.lower() for one in ours]


@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("Thu ngân sách tăng 20% so với năm 2024.", "warning"),
        ("Năm 2025, thu ngân sách tăng 71,14% so với cùng kỳ.", "error"),
        ("Vụ cháy giảm 5 vụ so với cùng kỳ năm trước.", "warning"),
        ("Số vụ cháy tăng 3 vụ so với năm 2024; ổn định.", "warning"),
        ("Thu ngân sách đạt 8.434 tỷ đồng, tăng 1.300 tỷ đồng so với năm 2024.", "error"),
    ],
)
def test_a_change_typed_behind_the_words_of_a_figure_is_compared(
    sentence: str, severity: str
) -> None:
    assert compared(sentence) == [severity]


@in_rows(
    "sentence",
    [
        "Thu ngân sách tăng 17,1% so với năm 2024.",
        "Thu ngân sách tăng 1.234 tỷ đồng so với cùng kỳ.",
        "Vụ cháy giảm 25% so với cùng kỳ năm 2024, giảm 3 vụ so với năm 2024.",
        "Thu ngân sách tăng 40% so với năm 2023.",
        "Thu ngân sách tăng 40% so với kế hoạch.",
        "Thu ngân sách quý III tăng 40% so với cùng kỳ.",
        "Thôn Đoài có thu ngân sách tăng 40% so với cùng kỳ.",
        "Tỷ lệ che phủ tăng 2% so với năm 2024.",
    ],
)
def test_the_same_change_and_another_base_are_left_alone(sentence: str) -> None:
    assert compared(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Thu ngân sách ước đạt {thu_ngan_sach}, vượt 5% kế hoạch.",
        "Thu ngân sách ước đạt 108,25% kế hoạch.",
        "Sản lượng lúa {lua}, đạt 112,5% so với nghị quyết đề ra.",
    ],
)
def test_the_remedy_names_the_figure_and_heals(sentence: str) -> None:
    def found(text: str) -> list[briefing.Finding]:
        data = {
            "schema": 1,
            "kind": "bao-cao-tong-ket",
            "period": {"year": 2025},
            "indicators": ROWS,
            "results": [{"heading": "Kinh tế", "statements": [text]}],
        }
        told = briefing.check(Report.model_validate(data))
        return [one for one in told if one.rule.startswith(("text/", "figures/u"))]

    (finding,) = [one for one in found(sentence) if one.rule == "text/stated-fulfilment"]
    _, instead, _, typed, _ = re.split("[“”]", finding.remedy("vi"))

    assert "text/stated-fulfilment" not in {
        one.rule for one in found(sentence.replace(typed, instead))
    }
    assert typed in sentence
    assert re.fullmatch(r"bằng \{\w+\.reached\} (?:kế hoạch|nghị quyết)", instead)

"""A score of the targets typed in a sentence is held against the one that the rows give."""

from __future__ import annotations

from typing import Any

import pytest
from in_rows import in_rows

import briefing
from briefing.report import Report

ROWS: list[dict[str, Any]] = [
    {"label": "Thu ngân sách", "unit": "tỷ đồng", "plan": 10, "actual": 12, "group": "Kinh tế"},
    {"label": "Diện tích lúa", "unit": "ha", "plan": 20, "actual": 20, "group": "Kinh tế"},
    {"label": "Nhà xây mới", "unit": "nhà", "plan": 10, "actual": 9, "group": "Xã hội"},
    {"label": "Trường đạt chuẩn", "unit": "trường", "plan": 2, "actual": 3, "group": "Xã hội"},
    {"label": "Dân số", "unit": "người", "actual": 900, "group": "Xã hội"},
]


def told(sentence: str, *more: dict[str, Any], **keys: Any) -> list[str]:
    data = {
        "schema": 1,
        "kind": "bao-cao-tong-ket",
        "period": {"year": 2025},
        "figures_annex": True,
        "indicators": [*ROWS, *more],
        "results": [{"heading": "Kinh tế", "statements": [sentence]}],
        **keys,
    }
    found = briefing.check(Report.model_validate(data))
    ours = [one for one in found if one.rule == "text/other-tally"]
    assert all("results[0].statements[0]" in one.path for one in ours)
    return [one.severity.name.lower() for one in ours]


@in_rows(
    "sentence",
    [
        "Đạt và vượt 4/4 chỉ tiêu chủ yếu.",
        "Năm 2025, có 2/4 chỉ tiêu đạt và vượt kế hoạch.",
        "Hoàn thành và vượt 02/04 chỉ tiêu.",
        "Xã đạt, vượt 3/4 chỉ tiêu, trong đó vượt 1/4 chỉ tiêu.",
        "Chưa đạt 2/4 chỉ tiêu.",
        "Cơ bản đạt 4/4 chỉ tiêu, gồm cả phát triển nông thôn.",
        "4/4 chỉ tiêu (100%) đạt và vượt kế hoạch.",
        "Dưới sự lãnh đạo của Đảng ủy, xã đạt 4/4 chỉ tiêu.",
        "Hội đồng nhân dân giao, xã đạt và vượt 4/4 chỉ tiêu kinh tế - xã hội.",
    ],
)
def test_a_score_of_as_many_targets_that_is_another_is_an_error(sentence: str) -> None:
    assert told(sentence) == ["error"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Đạt và vượt 19/25 chỉ tiêu.",
        "Đạt và vượt 4 chỉ tiêu; ổn định.",
        "Còn 3 chỉ tiêu chưa đạt.",
        "Có 4 chỉ tiêu vượt, 1 chỉ tiêu chưa đạt kế hoạch.",
        "Trong 26 chỉ tiêu được giao, tất cả đều đạt.",
        "Cả 4 chỉ tiêu đều đạt và vượt kế hoạch.",
        "Tất cả 4 chỉ tiêu đều hoàn thành.",
    ],
)
def test_another_number_of_targets_is_a_warning(sentence: str) -> None:
    assert told(sentence) == ["warning"]


@in_rows(
    "sentence",
    [
        "Đạt và vượt 3/4 chỉ tiêu, trong đó vượt 2 chỉ tiêu, đạt 1 chỉ tiêu; chưa đạt 1 chỉ tiêu.",
        "Đạt và vượt {targets_met}; chưa đạt {targets_missed}.",
        "Lĩnh vực kinh tế đạt và vượt 2/2 chỉ tiêu; xã hội đạt 1/2 chỉ tiêu.",
        # Other targets than those of the rows.
        "Năm 2024 đạt và vượt 4/4 chỉ tiêu.",
        "Đạt 4/4 chỉ tiêu Nghị quyết Đại hội nhiệm kỳ 2020 - 2025.",
        "Phấn đấu đạt và vượt 4/4 chỉ tiêu.",
        "Sáu tháng đầu năm đạt 2/4 chỉ tiêu.",
        "Thôn Đoài đạt 4/4 chỉ tiêu.",
        "Xây dựng bộ gồm 30 chỉ tiêu đánh giá.",
        "Đạt 19/19 tiêu chí.",
        # Targets of a kind, of a body, of a programme, of a document, or given by someone else.
        "Ban Chỉ huy quân sự xã hoàn thành 14/16 chỉ tiêu huấn luyện.",
        "Hoàn thành 14/16 chỉ tiêu huấn luyện.",
        "Hội Nông dân hoàn thành 4/4 chỉ tiêu được giao.",
        "Đoàn Thanh niên vận động đoàn viên, hoàn thành 11/11 chỉ tiêu.",
        "Chương trình OCOP đạt 1/4 chỉ tiêu.",
        "Chuyển đổi số hoàn thành 22/30 chỉ tiêu theo Kế hoạch số 77/KH-UBND.",
        "Hoàn thành 22/30 chỉ tiêu theo Kế hoạch số 77/KH-UBND.",
        "Đạt 14/15 chỉ tiêu Nghị quyết Đảng bộ.",
        "Công an xã hoàn thành vượt mức 6/7 chỉ tiêu Bộ Công an giao.",
        "Hoàn thành vượt mức 6/7 chỉ tiêu Bộ Công an giao.",
        # Only some of those that were reached.
        "Có 2/4 chỉ tiêu vượt kế hoạch, 1/4 chỉ tiêu đạt trên 105% kế hoạch.",
        "Có 0/4 chỉ tiêu đạt dưới 80%.",
        "Có 1/4 chỉ tiêu hoàn thành sớm.",
        "Có 3 chỉ tiêu đạt và vượt, trong đó 1 chỉ tiêu vượt xa kế hoạch.",
        "Cả 3 chỉ tiêu đạt và vượt đều cao hơn số được giao.",
    ],
)
def test_the_same_score_and_that_of_other_targets_are_left_alone(sentence: str) -> None:
    assert told(sentence) == []


def test_what_a_target_without_a_result_leaves_open_is_left_alone() -> None:
    open_row = {"label": "Hộ nghèo giảm", "unit": "hộ", "plan": 5}

    assert told("Đạt và vượt 4/5 chỉ tiêu.", open_row) == []
    assert told("Đạt và vượt 5/5 chỉ tiêu.", open_row) == ["error"]


def test_parts_may_be_counted_as_targets_of_their_own() -> None:
    part = {"label": "Lúa xuân", "unit": "ha", "plan": 9, "actual": 9, "parent": "dien_tich_lua"}

    assert told("Đạt và vượt 3/4 chỉ tiêu.", part) == []
    assert told("Đạt và vượt 4/5 chỉ tiêu.", part) == []


def test_without_rows_that_have_targets_nothing_is_said() -> None:
    assert told("Đạt và vượt 19/25 chỉ tiêu.", indicators=ROWS[-1:]) == []


def test_a_document_that_names_the_plan_of_the_rows_is_theirs() -> None:
    rows = [{**row, "plan_word": "nghị quyết"} if "plan" in row else row for row in ROWS]

    assert told("Đạt 4/4 chỉ tiêu Nghị quyết HĐND xã.", indicators=rows) == ["error"]


def test_a_body_speaks_of_its_own_targets_in_its_own_report() -> None:
    issuer = {"name": "Công an xã Cao Sơn"}

    assert told("Công an xã đạt và vượt 4/4 chỉ tiêu.", issuer=issuer) == ["error"]
    assert told("Hội Phụ nữ đạt và vượt 4/4 chỉ tiêu.", issuer=issuer) == []

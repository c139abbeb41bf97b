"""What the built-in template does with facts: bases, names and wishes keep their meaning."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefing import preview
from briefing.library import read_whole
from briefing.report import Report

INPUT = Path(__file__).resolve().parents[2] / "inputs" / "hoa-binh-2023.yaml"


def previewed(**facts: Any) -> str:
    data = read_whole(INPUT).data
    bare = {"models": [], "figures": {}, "results": [{"area": "ma_tuy", "statements": ["Tốt"]}]}
    return preview(Report.model_validate({**data, **bare, **facts}))


def row(text: str, words: str) -> str:
    return next(line for line in text.splitlines() if words in line)


def figure(**facts: Any) -> dict[str, Any]:
    return {"so_lieu": {"label": "nhãn thử", "unit": "vụ", **facts}}


def test_a_model_needs_no_figure() -> None:
    line = row(previewed(models=[{"name": "Mô hình thử", "lead": "Công an tỉnh"}]), "Mô hình thử")

    assert line == "- Mô hình thử, do Công an tỉnh chủ trì."


def test_a_place_keeps_the_capital_of_its_name() -> None:
    line = row(previewed(models=[{"name": "Mô hình thử", "where": "Kỳ Sơn"}]), "Mô hình thử")

    assert line == "- Mô hình thử, Kỳ Sơn."


def test_a_proposal_keeps_the_capital_of_a_name() -> None:
    text = previewed(proposals=[{"to": "Chính phủ", "text": "Bộ Công an được giao chủ trì"}])

    assert row(text, "Chính phủ:") == "- Đối với Chính phủ: Bộ Công an được giao chủ trì."


def test_the_annex_keeps_the_base_of_a_rate() -> None:
    figures = figure(rate=100, out_of_label="công dân có đủ điều kiện có mặt trên địa bàn")

    assert "có đủ điều kiện" in row(previewed(figures=figures), "Nhãn thử")


def test_the_annex_keeps_the_base_of_a_change() -> None:
    figures = figure(change={"direction": "giảm", "percent": 5, "base": "cùng kỳ năm 2022"})

    assert "cùng kỳ năm 2022" in row(previewed(figures=figures), "Nhãn thử")


def test_the_annex_keeps_the_change_beside_the_value() -> None:
    assert "giảm 34 vụ" in row(previewed(figures=figure(value=409, previous=443)), "Nhãn thử")


def test_the_base_of_a_change_may_name_a_year() -> None:
    change = {"direction": "giảm", "percent": 5, "base": "cùng kỳ năm {last_year}"}
    results = [{"area": "ma_tuy", "statements": ["Số vụ {so_lieu}"]}]
    text = previewed(figures=figure(change=change), results=results)

    assert row(text, "Số vụ") == "Số vụ giảm 5% so với cùng kỳ năm 2022."


def test_a_zero_is_a_value() -> None:
    assert "| 0 |" in row(previewed(figures=figure(value=0)), "Nhãn thử")


@pytest.mark.parametrize(
    ("task", "line"),
    [
        ("tăng cường tuần tra", "- Tăng cường tuần tra."),
        ({"text": "Làm tốt;"}, "- Làm tốt."),
        (
            {"text": "làm tốt", "target": "đạt 90%", "lead": "Công an xã", "deadline": "quý I"},
            "- Làm tốt. Chỉ tiêu: đạt 90%. Chủ trì: Công an xã. Thời hạn: quý I.",
        ),
    ],
)
def test_a_task_reads_so(task: Any, line: str) -> None:
    text = previewed(tasks=[task])

    assert line in text.splitlines()


def test_directives_are_the_tasks_only_where_the_report_names_none() -> None:
    words = "Tại hội nghị tổng kết, đồng chí Bùi Văn Khánh"

    assert words in previewed()
    assert words not in previewed(tasks=["Làm tốt"])


def test_a_request_opens_the_report() -> None:
    text = previewed(request={"text": "Kế hoạch số 5/KH-UBND"})

    assert "\nThực hiện Kế hoạch số 5/KH-UBND, Ủy ban nhân dân tỉnh Hòa Bình báo cáo " in text


def test_addressees_are_asked_at_the_end() -> None:
    recipients = {"addressees": ["Tỉnh ủy", "Bộ Công an"], "copies": ["Các sở"]}
    text = previewed(recipients=recipients)

    assert "Kính gửi:\n\n- Tỉnh ủy;\n- Bộ Công an." in text
    assert "Kính đề nghị Tỉnh ủy và Bộ Công an xem xét, chỉ đạo./." in text
    assert "- Như trên;" in text


@pytest.mark.parametrize(
    ("signature", "lines"),
    [
        ({"post": "Chủ tịch"}, ["CHỦ TỊCH"]),
        (
            {"collective": "Ủy ban nhân dân", "post": "Chủ tịch"},
            ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
        ),
        (
            {"authority": "KT", "head": "Chủ tịch", "post": "Phó Chủ tịch", "name": "Đỗ Văn A"},
            ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đỗ Văn A"],
        ),
    ],
)
def test_the_signature_says_for_whom_it_is_given(
    signature: dict[str, str], lines: list[str]
) -> None:
    text = previewed(signature=signature).split("Nơi nhận")[1].split("\n---\n")[0]

    assert [part for part in text.replace("*", "|").split("|") if part.strip() in lines] == lines


AWARDS: list[tuple[dict[str, Any], str]] = [
    (
        {"form": "Giấy khen", "giver": "UBND xã", "to": "Công an xã"},
        "UBND xã tặng Giấy khen cho Công an xã.",
    ),
    (
        {
            "form": "Cờ",
            "giver": "UBND xã",
            "to": "Công an xã",
            "collectives": 311,
            "individuals": 322,
        },
        "UBND xã tặng Cờ cho Công an xã (311 tập thể và 322 cá nhân).",
    ),
    (
        {"form": "Cờ", "to": "Công an xã", "combined": 5},
        "Trao Cờ cho Công an xã (5 tập thể, cá nhân).",
    ),
    ({"form": "Cờ", "collectives": 4}, "Trao Cờ cho 4 tập thể."),
    ({"form": "Cờ"}, "Trao Cờ cho các tập thể, cá nhân."),
    ({"giver": "UBND xã", "individuals": 7}, "UBND xã khen thưởng 7 cá nhân."),
    (
        {"giver": "UBND xã", "form": "khen thưởng", "collectives": 2},
        "UBND xã khen thưởng 2 tập thể.",
    ),
    ({"form": "Khen thưởng", "to": "Công an xã"}, "Khen thưởng Công an xã."),
    ({"giver": "UBND xã"}, "UBND xã khen thưởng các tập thể, cá nhân."),
]


@pytest.mark.parametrize(("award", "line"), AWARDS)
def test_an_award_says_all_that_is_known_of_it(award: dict[str, Any], line: str) -> None:
    text = previewed(awards=[award])

    assert f"- {line}" in text.splitlines()


def test_a_person_is_named_with_all_posts_once_and_by_name_afterwards() -> None:
    giver = {"giver": "UBND xã", "form": "Giấy khen", "presented_by": "bui_van_khanh"}
    text = previewed(awards=[giver, {**giver, "collectives": 3}])

    assert text.count("Bùi Văn Khánh, Phó Bí thư Tỉnh ủy") == 1
    assert text.count("(đồng chí Bùi Văn Khánh trao)") == 2

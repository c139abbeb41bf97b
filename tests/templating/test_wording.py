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

    assert line == "- Mô hình thử tại Kỳ Sơn."


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


MODELS: list[tuple[dict[str, Any], str, str]] = [
    (
        {"figure": "so_lieu", "where": "xây dựng, ra mắt trên địa bàn tỉnh"},
        "Tổ liên gia: 304 mô hình được xây dựng, ra mắt trên địa bàn tỉnh.",
        "tổ liên gia (304 mô hình được xây dựng, ra mắt trên địa bàn tỉnh).",
    ),
    (
        {"figure": "so_lieu", "where": "Triển khai ở 5 xã", "lead": "Công an xã"},
        "Tổ liên gia: 304 mô hình được triển khai ở 5 xã, do Công an xã chủ trì.",
        "tổ liên gia (304 mô hình được triển khai ở 5 xã, do Công an xã chủ trì).",
    ),
    ({"where": "các thôn"}, "Tổ liên gia tại các thôn.", "tổ liên gia tại các thôn."),
    ({"where": "12 thôn"}, "Tổ liên gia tại 12 thôn.", "tổ liên gia tại 12 thôn."),
    ({"where": "tại xã Cao Sơn"}, "Tổ liên gia tại xã Cao Sơn.", "tổ liên gia tại xã Cao Sơn."),
    ({"where": "được công nhận"}, "Tổ liên gia được công nhận.", "tổ liên gia được công nhận."),
    (
        {"where": "kết nghĩa với trường"},
        "Tổ liên gia, kết nghĩa với trường.",
        "tổ liên gia, kết nghĩa",
    ),
    ({"figure": "so_lieu"}, "Tổ liên gia: 304 mô hình.", "tổ liên gia (304 mô hình)."),
    ({}, "Tổ liên gia.", "tổ liên gia."),
]


@pytest.mark.parametrize(("model", "line", "told"), MODELS)
def test_a_model_is_said_in_one_sentence_with_one_colon(
    model: dict[str, Any], line: str, told: str
) -> None:
    counted = {"label": "tổ", "unit": "mô hình", "value": 304}
    facts = {"models": [{"name": "Tổ liên gia", **model}], "figures": {"so_lieu": counted}}

    assert f"- {line}" in previewed(**facts).splitlines()
    news = row(previewed(kind="tin-hoi-nghi", **facts), "Các mô hình tiêu biểu")
    assert told in news
    assert news.count(":") == 1


def test_several_models_of_the_news_go_on_in_small_letters() -> None:
    models = [
        {"name": "Camera an ninh"},
        {"name": "Phong trào thử"},
        {"name": "Công an xã điện tử"},
    ]
    news = row(previewed(kind="tin-hoi-nghi", models=models), "Các mô hình tiêu biểu")

    assert news.endswith(": camera an ninh; phong trào thử; Công an xã điện tử.")


SUBJECTS = [
    ("công tác bảo đảm an ninh", "kết quả công tác bảo đảm", "Tổng kết công tác bảo đảm"),
    ("phong trào Toàn dân", "kết quả phong trào Toàn dân", "Tổng kết phong trào Toàn dân"),
    ("nhiệm vụ quân sự", "kết quả thực hiện nhiệm vụ quân sự", "Tổng kết nhiệm vụ quân sự"),
    ("Kế hoạch số 5", "kết quả thực hiện Kế hoạch số 5", "Tổng kết thực hiện Kế hoạch số 5"),
    ("Quy chế phối hợp", "kết quả thực hiện Quy chế phối hợp", "Tổng kết thực hiện Quy chế"),
    ("Nghị quyết 05", "kết quả thực hiện Nghị quyết 05", "Tổng kết thực hiện Nghị quyết 05"),
    ("kế toán xã", "kết quả kế toán xã", "Tổng kết kế toán xã"),
]


@pytest.mark.parametrize(("subject", "outcome", "title"), SUBJECTS)
@pytest.mark.parametrize("kind", ["bao-cao-tong-ket", "bao-cao-tom-tat", "tin-hoi-nghi"])
def test_a_subject_has_results_or_is_carried_out(
    kind: str, subject: str, outcome: str, title: str
) -> None:
    text = previewed(kind=kind, subject=subject, title=None)

    assert title.casefold() in text.casefold()
    if kind != "tin-hoi-nghi":
        assert text.count(f"{outcome} ") + text.count(f"{outcome},") == 2
        assert f"báo cáo {outcome}" in text or "báo cáo tóm tắt kết quả" in text


def test_the_annexes_are_pointed_to_in_italics_where_their_subject_begins() -> None:
    lines = previewed(figures=figure(value=5), figures_annex=True).splitlines()

    at = lines.index("*(Số liệu chủ yếu tại Phụ lục I kèm theo)*")
    assert lines[at - 2] == "## I. KẾT QUẢ THỰC HIỆN"
    assert "*(Nội dung hội nghị tổng kết, kết quả khen thưởng tại Phụ lục II kèm theo)*" in lines
    alone = previewed(awards=[], figures=figure(value=5), figures_annex=False)
    assert "*(Nội dung hội nghị tổng kết tại Phụ lục kèm theo)*" in alone

"""What the built-in template does with facts: bases, names and wishes keep their meaning."""

from __future__ import annotations

from typing import Any

import pytest
from in_rows import in_rows

from templating.bare import figure, parts, previewed, row


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
            "- Làm tốt (chỉ tiêu: đạt 90%; chủ trì: Công an xã; thời hạn: quý I).",
        ),
    ],
)
def test_a_task_reads_so(task: Any, line: str) -> None:
    text = previewed(tasks=[task])

    assert line in text.splitlines()


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


@in_rows(("award", "line"), AWARDS)
def test_an_award_says_all_that_is_known_of_it(award: dict[str, Any], line: str) -> None:
    text = previewed(awards=[award])

    assert f"- {line}" in text.splitlines()


def test_a_person_is_named_with_all_posts_once_in_text_and_annex_and_by_name_afterwards() -> None:
    giver = {"giver": "UBND xã", "form": "Giấy khen", "presented_by": "bui_van_khanh"}
    text = previewed(awards=[giver, {**giver, "collectives": 3}])
    body, _, annex = text.partition("# Phụ lục")

    assert body.count("Bùi Văn Khánh") == body.count("Bùi Văn Khánh, Phó Bí thư Tỉnh ủy") == 1
    assert annex.count("Bùi Văn Khánh, Phó Bí thư Tỉnh ủy") == 1
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


SUBJECTS = [
    ("công tác bảo đảm an ninh", "kết quả công tác bảo đảm", "Tổng kết công tác bảo đảm"),
    ("phong trào Toàn dân", "kết quả phong trào Toàn dân", "Tổng kết phong trào Toàn dân"),
    ("nhiệm vụ quân sự", "kết quả thực hiện nhiệm vụ quân sự", "Tổng kết nhiệm vụ quân sự"),
    ("Kế hoạch số 5", "kết quả thực hiện Kế hoạch số 5", "Tổng kết thực hiện Kế hoạch số 5"),
    ("Quy chế phối hợp", "kết quả thực hiện Quy chế phối hợp", "Tổng kết thực hiện Quy chế"),
    ("Nghị quyết 05", "kết quả thực hiện Nghị quyết 05", "Tổng kết thực hiện Nghị quyết 05"),
    ("kế toán xã", "kết quả kế toán xã", "Tổng kết kế toán xã"),
]


@in_rows(("subject", "outcome", "title"), SUBJECTS)
@in_rows("kind", ["bao-cao-tong-ket", "bao-cao-tom-tat", "tin-hoi-nghi"])
def test_a_subject_has_results_or_is_carried_out(
    kind: str, subject: str, outcome: str, title: str
) -> None:
    # News of a meeting that has a name of its own is headed by that name.
    conference = {"date": "2023-12-29"}
    text = previewed(kind=kind, subject=subject, title=None, conference=conference)

    assert title.casefold() in text.casefold()
    if kind != "tin-hoi-nghi":
        assert text.count(f"{outcome} ") + text.count(f"{outcome},") == 2
        assert f"báo cáo {outcome}" in text or "báo cáo tóm tắt kết quả" in text


@pytest.mark.parametrize(
    ("facts", "heading"),
    [
        ({"limitations": ["A"]}, "tồn tại, hạn chế"),
        ({"causes": {"general": ["B"]}}, "nguyên nhân"),
        ({"limitations": ["A"], "causes": {"general": ["B"]}}, "tồn tại, hạn chế và nguyên nhân"),
        ({"lessons": ["C"]}, "bài học kinh nghiệm"),
        (
            {"limitations": ["A"], "lessons": ["C"]},
            "tồn tại, hạn chế và bài học kinh nghiệm",
        ),
        (
            {"causes": {"general": ["B"]}, "lessons": ["C"]},
            "nguyên nhân và bài học kinh nghiệm",
        ),
        (
            {"limitations": ["A"], "causes": {"general": ["B"]}, "lessons": ["C"]},
            "tồn tại, hạn chế, nguyên nhân và bài học kinh nghiệm",
        ),
    ],
)
def test_the_assessment_is_headed_by_what_it_says(facts: dict[str, Any], heading: str) -> None:
    headings = list(parts(previewed(strengths=[], **facts)))

    assert heading in headings
    others = {"tồn tại, hạn chế và nguyên nhân"} - {heading}
    assert not others & set(headings)


CAUSES = {"objective": ["Do mưa"], "subjective": ["Do thiếu người"], "general": ["Do địa bàn rộng"]}


@pytest.mark.parametrize(
    "names", [["objective"], ["subjective"], ["general", "objective"], list(CAUSES)]
)
def test_no_point_stands_alone(names: list[str]) -> None:
    text = previewed(limitations=["A"], causes={name: CAUSES[name] for name in names})
    points = [line for line in text.splitlines() if line.startswith("####")]

    assert len(points) in (0, 2)
    for name in names:
        assert CAUSES[name][0] in text
    if len(points) == 0 and "objective" in names:
        assert row(text, "Do mưa") == "Nguyên nhân khách quan: Do mưa."


def test_what_helped_alone_bears_no_number() -> None:
    text = previewed(situation={"favourable": ["Được quan tâm", "Được đầu tư"]})

    assert row(text, "Được quan tâm") == "Thuận lợi: Được quan tâm."
    assert row(text, "Được đầu tư") == "Được đầu tư."
    both = previewed(situation={"favourable": ["Được quan tâm"], "difficult": ["Thiếu người"]})
    assert "### 1. Thuận lợi" in both
    assert "### 2. Khó khăn" in both


FORCES: dict[str, Any] = {
    "kind": "bao-cao-phoi-hop",
    "forces": {"a": "Công an xã", "b": "Đảng ủy xã", "c": "Đồn Biên phòng"},
}


def test_the_parts_of_a_joint_report_are_named_after_its_opening_and_are_no_forces() -> None:
    results = [{"area": "ma_tuy", "parts": [{"force": "a", "statements": ["Tốt", "Đều"]}]}]
    lines = previewed(**FORCES, results=results).splitlines()
    text = [line for line in lines if line]

    opening = next(at for at, line in enumerate(text) if line.endswith("như sau:"))
    parties = "Các bên tham gia phối hợp gồm Công an xã, Đảng ủy xã và Đồn Biên phòng."
    assert text.index(parties) > opening
    assert "ác lực lượng" not in "\n".join(text)
    assert "Công an xã: Tốt." in text
    assert not [line for line in text if line.startswith("####")]


def test_an_issuer_in_small_letters_begins_a_sentence_with_a_capital() -> None:
    issuer = {
        "name": "công an xã Cao Sơn",
        "force": "police",
        "parent": ["Công an tỉnh Hòa Bình"],
        "lines": ["Công an xã Cao Sơn"],
        "symbol": "CAX",
    }
    met = {"attendees": ["các thôn"]}
    text = previewed(issuer=issuer, conference=met, signature={"post": "Trưởng Công an"})

    assert row(text, "như sau:").startswith("Công an xã Cao Sơn báo cáo")
    assert row(text, "tổ chức hội nghị").startswith("Công an xã Cao Sơn tổ chức")


TASKS: list[tuple[list[Any], list[str]]] = [
    (["tuần tra.", "canh gác"], ["- Tuần tra;", "- Canh gác."]),
    (
        [
            {
                "text": "Huấn luyện.",
                "target": "đủ 100% đầu mối.",
                "lead": "Ban CHQS xã",
                "deadline": "quý II",
            }
        ],
        ["- Huấn luyện (chỉ tiêu: đủ 100% đầu mối; chủ trì: Ban CHQS xã; thời hạn: quý II)."],
    ),
    (
        [{"text": "Huấn luyện", "target": "đủ 100%"}, "Gác"],
        ["- Huấn luyện (chỉ tiêu: đủ 100%);", "- Gác."],
    ),
]


@pytest.mark.parametrize(("tasks", "lines"), TASKS)
def test_tasks_are_one_list_and_a_target_is_part_of_its_task(
    tasks: list[Any], lines: list[str]
) -> None:
    text = previewed(tasks=tasks)

    assert "\n".join(lines) in text


@pytest.mark.parametrize(
    ("closing", "end"),
    [
        ("Trên đây là báo cáo", "báo cáo./."),
        ("Trên đây là báo cáo.", "báo cáo./."),
        ("Trên đây là báo cáo;", "báo cáo./."),
        ("Trên đây là báo cáo, kế hoạch, danh sách…", "danh sách…/."),
        ("Chủ đề là “Vì bình yên.”", "“Vì bình yên.”/."),
    ],
)
def test_the_last_sentence_bears_one_stop_and_the_mark_of_the_end(closing: str, end: str) -> None:
    letter = {"about": "a", "orders": [{"to": "xã", "points": ["b"]}], "closing": [closing]}

    assert previewed(closing=closing).count(f"{end}\n") == 1
    assert previewed(kind="bao-cao-tom-tat", closing=closing).count(f"{end}\n") == 1
    facts = {"letter": letter, "recipients": {"addressees": ["Công an xã"]}}
    assert previewed(kind="cong-van-chi-dao", **facts).count(f"{end}\n") == 1


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("đợt cao điểm Tết Nguyên đán Bính Ngọ năm 2024", "Bính Ngọ năm 2024 và phương hướng"),
        ("Đề án giai đoạn 2021 - 2023", "giai đoạn 2021 - 2023 và phương hướng"),
        ("công tác năm {year}", "công tác năm 2023 và phương hướng"),
        ("Đề án 06", "Đề án 06 năm 2023 và phương hướng"),
        ("Nghị quyết số 2023", "Nghị quyết số 2023 năm 2023 và phương hướng"),
    ],
)
def test_a_subject_that_names_its_year_names_it_once(subject: str, words: str) -> None:
    text = previewed(subject=subject, title=None)

    assert text.count(words) == 3
    assert f"{words.partition(' và phương')[0]}\n" not in text


def test_figures_of_no_area_come_last_in_the_annex() -> None:
    figures = {
        "a": {"label": "nhãn lẻ", "unit": "vụ", "value": 1},
        "b": {"label": "nhãn ma túy", "unit": "vụ", "value": 2, "area": "ma_tuy"},
    }
    text = previewed(figures=figures, figures_annex=True)

    assert text.index("Nhãn ma túy") < text.index("Số liệu khác") < text.index("Nhãn lẻ")


@pytest.mark.parametrize(
    ("pad", "counts"),
    [(True, "04 tập thể và 12 cá nhân"), (False, "4 tập thể và 12 cá nhân")],
)
def test_awards_are_counted_as_the_figures_are(pad: bool, counts: str) -> None:
    awards = [{"giver": "UBND xã", "form": "Giấy khen", "collectives": 4, "individuals": 12}]

    assert f"Giấy khen cho {counts}" in previewed(awards=awards, figure_style={"pad": pad})

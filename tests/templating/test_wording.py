"""What the built-in template does with facts: bases, names and wishes keep their meaning."""

from __future__ import annotations

import re
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
            "- Làm tốt (chỉ tiêu: đạt 90%; chủ trì: Công an xã; thời hạn: quý I).",
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


ASSESSED = {"by": "bui_van_khanh", "verb": "đánh giá", "points": ["Phong trào đạt kết quả tốt"]}
ASKED = {"by": "bui_van_khanh", "verb": "yêu cầu", "points": ["Giữ vững địa bàn"]}
MET = {"date": "2023-12-20", "directives": [ASSESSED, ASKED]}


def parts(text: str) -> dict[str, str]:
    """Return a preview by its headings, whatever their level and number."""
    found, name = {"": ""}, ""
    for line in text.splitlines():
        if line.startswith("#"):
            name = re.sub(r"^#+ (?:(?:[IVX]+|\d+|[a-z])[.)] )?", "", line).casefold()
            found[name] = ""
        else:
            found[name] += f"{line}\n"
    return found


def test_an_assessment_never_becomes_a_task() -> None:
    only = previewed(conference={**MET, "directives": [ASSESSED]}, forecast=None, tasks=[])

    assert "phương hướng" not in only.casefold().replace("và phương hướng, nhiệm vụ công tác", "")
    assert "năm 2024 như sau" not in only
    assert "Phong trào đạt kết quả tốt" in parts(only)["hội nghị tổng kết"]


@pytest.mark.parametrize(
    ("verb", "task"),
    [
        *(
            (word, False)
            for word in ("đánh giá", "đánh giá cao", "ghi nhận", "biểu dương", "khẳng định")
        ),
        *(
            (word, False)
            for word in ("cảm ơn", "nhận xét", "kết luận", "chia sẻ", "giao lưu văn nghệ")
        ),
        *(
            (word, True)
            for word in ("nhấn mạnh", "yêu cầu", "đề nghị", "phát biểu chỉ đạo", "lưu ý")
        ),
        ("đánh giá cao, đồng thời đề nghị", True),
    ],
)
def test_a_speaker_sets_tasks_by_the_verb(verb: str, task: bool) -> None:
    said = {"by": "bui_van_khanh", "verb": verb, "points": ["Ý được nêu"]}
    text = previewed(conference={"date": "2023-12-20", "directives": [said]}, forecast=None)
    plan = parts(text).get("phương hướng, nhiệm vụ năm 2024", "")

    assert ("Ý được nêu" in plan) == task
    assert text.count("Ý được nêu") == 1


def test_of_two_speakers_the_one_who_asks_sets_the_tasks() -> None:
    text = parts(previewed(conference=MET, forecast=None))

    assert "Giữ vững địa bàn" in text["phương hướng, nhiệm vụ năm 2024"]
    assert "Phong trào đạt" not in text["phương hướng, nhiệm vụ năm 2024"]
    assert "Phong trào đạt" in text["hội nghị tổng kết"]


def test_the_short_version_tells_nothing_of_the_conference_at_which_it_is_read() -> None:
    facts = {"kind": "bao-cao-tom-tat", "conference": MET, "forecast": None}
    text = previewed(**facts)
    planned = previewed(**facts, tasks=["Tuần tra ban đêm"])

    assert "Giữ vững địa bàn" not in text
    assert "Tại hội nghị" not in text
    assert "phương hướng, nhiệm vụ năm 2024" not in row(text, "như sau:")
    assert "phương hướng, nhiệm vụ năm 2024" not in row(text, "Trên đây là")
    for words in ("như sau:", "Trên đây là"):
        assert "và phương hướng, nhiệm vụ năm 2024" in row(planned, words)


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


def test_the_news_puts_results_discussion_and_speakers_in_their_time() -> None:
    results = [
        {"area": "ma_tuy", "statements": ["Xử lý tốt các vụ việc", "Không để phát sinh"]},
        {"area": "giao_thong", "statements": ["Giảm tai nạn"]},
    ]
    ahead = {**ASKED, "verb": "nhấn mạnh", "topic": "thời gian tới, các xã cần"}
    conference = {
        "date": "2023-12-20",
        "discussion": ["Các đại biểu thảo luận"],
        "directives": [ahead],
    }
    text = previewed(kind="tin-hoi-nghi", results=results, conference=conference)

    assert row(text, "xử lý") == "Năm 2023, xử lý tốt các vụ việc. Không để phát sinh."
    assert row(text, "Giảm tai nạn") == "Giảm tai nạn."
    assert row(text, "thảo luận") == "Tại hội nghị, các đại biểu thảo luận."
    assert "nhấn mạnh, thời gian tới, các xã cần:" in text


@pytest.mark.parametrize(
    ("statement", "line"),
    [
        ("Ủy ban nhân dân xã chỉ đạo", "Năm 2023, Ủy ban nhân dân xã chỉ đạo."),
        ("Hòa Bình giữ vững", "Năm 2023, Hòa Bình giữ vững."),
        ("Năm 2023, đã làm tốt", "Năm 2023, đã làm tốt."),
        ("Trong năm, đã làm tốt", "Trong năm, đã làm tốt."),
        ("Ban hành 5 văn bản", "Năm 2023, ban hành 5 văn bản."),
        ("Thực hiện kế hoạch năm 2023, đã làm tốt", "Thực hiện kế hoạch năm 2023, đã làm tốt."),
        ("Đã giảm so với năm 2022", "Năm 2023, đã giảm so với năm 2022."),
        ("Ban Chỉ đạo họp", "Năm 2023, Ban Chỉ đạo họp."),
        ("CSGT tuần tra", "Năm 2023, CSGT tuần tra."),
    ],
)
def test_the_first_result_of_the_news_goes_on_after_its_year(statement: str, line: str) -> None:
    text = previewed(
        kind="tin-hoi-nghi", results=[{"area": "ma_tuy", "statements": [statement]}], strengths=[]
    )

    assert line in text.splitlines()


def test_the_news_goes_on_in_small_letters_after_a_semicolon() -> None:
    awards = [
        {"form": "Giấy khen", "collectives": 2},
        {"giver": "Ủy ban nhân dân xã", "form": "Cờ"},
    ]
    text = row(previewed(kind="tin-hoi-nghi", awards=awards[:1] * 2 + awards[1:]), "Nhân dịp")

    cup = "Ủy ban nhân dân xã tặng Cờ cho các tập thể, cá nhân"
    given = "trao Giấy khen cho 2 tập thể"
    assert text == f"Nhân dịp này, {given}; {given}; {cup}."


def test_an_issuer_in_small_letters_begins_a_sentence_with_a_capital() -> None:
    issuer = {**read_whole(INPUT).data["issuer"], "name": "công an xã Cao Sơn"}
    met = {"attendees": ["các thôn"]}
    text = previewed(issuer=issuer, conference=met, signature={"post": "Giám đốc"})

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


OPENINGS: list[tuple[dict[str, Any], str]] = [
    (
        {"date": "2023-12-20", "part_of_day": "sáng"},
        "Sáng ngày 20/12/2023, Ủy ban nhân dân tỉnh Hòa Bình tổ chức hội nghị tổng kết.",
    ),
    (
        {"date": "2023-12", "organizers": ["công an xã", "Ban CHQS xã", "Đồn Biên phòng"]},
        "Tháng 12/2023, công an xã, Ban CHQS xã và Đồn Biên phòng tổ chức hội nghị tổng kết.",
    ),
    (
        {"title": "hội nghị giao ban", "organizers": ["công an xã", "Ban CHQS xã"]},
        "Công an xã và Ban CHQS xã tổ chức hội nghị giao ban.",
    ),
    (
        {"date": "2023-12-20", "chair": "bui_van_khanh", "chair_verb": "chủ trì"},
        "Chủ tịch Ủy ban nhân dân tỉnh chủ trì hội nghị.",
    ),
    (
        {
            "date": "2023-12-20",
            "chair": "bui_van_khanh",
            "chair_verb": "dự, phát biểu tại hội nghị",
        },
        "Chủ tịch Ủy ban nhân dân tỉnh dự, phát biểu tại hội nghị.",
    ),
    (
        {"date": "2023-12-20", "chair": "bui_van_khanh"},
        "Chủ tịch Ủy ban nhân dân tỉnh dự và chỉ đạo hội nghị.",
    ),
]


@pytest.mark.parametrize(("conference", "words"), OPENINGS)
@pytest.mark.parametrize("kind", ["bao-cao-tong-ket", "tin-hoi-nghi"])
def test_a_conference_is_held_by_whom_and_when_the_input_says(
    kind: str, conference: dict[str, Any], words: str
) -> None:
    facts = {"tasks": ["Tuần tra"], "date": "2023-12-31", "awards": []}
    if kind == "tin-hoi-nghi" and "date" not in conference:
        return  # the news item must have the day
    text = previewed(kind=kind, conference=conference, **facts)

    assert words in row(text, " tổ chức hội nghị")


def test_one_key_leaves_the_conference_and_the_awards_to_the_news() -> None:
    awards = [{"giver": "UBND xã", "form": "Giấy khen", "collectives": 4}]
    facts = {"conference": {**MET, "in_reports": False}, "awards": awards, "tasks": ["Tuần tra"]}
    report, news = previewed(**facts), previewed(kind="tin-hoi-nghi", **facts)

    for words in ("Phong trào đạt kết quả tốt", "tặng Giấy khen cho 4 tập thể"):
        assert words not in report
        assert words in news


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


def test_a_conference_of_another_name_is_not_called_a_summing_up() -> None:
    conference = {"date": "2023-12-20", "title": "hội nghị giao ban", "directives": [ASKED]}
    text = previewed(conference=conference, tasks=[], forecast=None)

    assert "*(Nội dung hội nghị, kết quả khen thưởng tại Phụ lục kèm theo)*" in text
    assert "Tại hội nghị, đồng chí Bùi Văn Khánh" in text
    assert "hội nghị tổng kết" not in text.casefold()


@pytest.mark.parametrize(
    ("pad", "counts"),
    [(True, "04 tập thể và 12 cá nhân"), (False, "4 tập thể và 12 cá nhân")],
)
def test_awards_are_counted_as_the_figures_are(pad: bool, counts: str) -> None:
    awards = [{"giver": "UBND xã", "form": "Giấy khen", "collectives": 4, "individuals": 12}]

    assert f"Giấy khen cho {counts}" in previewed(awards=awards, figure_style={"pad": pad})

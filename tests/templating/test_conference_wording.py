"""What the templates say of a conference: who asked for what there, and what the news tells."""

from __future__ import annotations

from typing import Any

import pytest
from in_rows import in_rows

from templating.bare import figure, parts, previewed, row


def test_directives_are_the_tasks_only_where_the_report_names_none() -> None:
    words = "Tại hội nghị tổng kết, đồng chí Bùi Văn Khánh"

    assert words in previewed()
    assert words not in previewed(tasks=["Làm tốt"])


def test_several_models_of_the_news_go_on_in_small_letters() -> None:
    models = [
        {"name": "Camera an ninh"},
        {"name": "Phong trào thử"},
        {"name": "Công an xã điện tử"},
    ]
    news = row(previewed(kind="tin-hoi-nghi", models=models), "Các mô hình tiêu biểu")

    assert news.endswith(": camera an ninh; phong trào thử; Công an xã điện tử.")


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


def test_an_assessment_never_becomes_a_task() -> None:
    only = previewed(conference={**MET, "directives": [ASSESSED]}, forecast=None, tasks=[])

    assert "phương hướng" not in only.casefold().replace("và phương hướng, nhiệm vụ công tác", "")
    assert "năm 2024 như sau" not in only
    assert "Phong trào đạt kết quả tốt" in parts(only)["hội nghị tổng kết"]


@in_rows(
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


@in_rows(
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


@in_rows(("conference", "words"), OPENINGS)
@in_rows("kind", ["bao-cao-tong-ket", "tin-hoi-nghi"])
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


def test_a_conference_of_another_name_is_not_called_a_summing_up() -> None:
    conference = {"date": "2023-12-20", "title": "hội nghị giao ban", "directives": [ASKED]}
    text = previewed(conference=conference, tasks=[], forecast=None)

    assert "*(Nội dung hội nghị, kết quả khen thưởng tại Phụ lục kèm theo)*" in text
    assert "Tại hội nghị, đồng chí Bùi Văn Khánh" in text
    assert "hội nghị tổng kết" not in text.casefold()


@pytest.mark.parametrize(
    ("praise", "said"),
    [
        ("kết quả của các lực lượng", "ghi nhận kết quả của các lực lượng; đồng thời"),
        ("Những cố gắng của xã", "ghi nhận những cố gắng của xã; đồng thời"),
        ("sự phối hợp chặt chẽ", "ghi nhận sự phối hợp chặt chẽ; đồng thời"),
        ("biểu dương các tập thể", "biểu dương các tập thể; đồng thời"),
        ("đánh giá cao kết quả", "đánh giá cao kết quả; đồng thời"),
    ],
)
def test_what_a_speaker_praises_has_a_verb(praise: str, said: str) -> None:
    text = previewed(conference={**MET, "directives": [{**ASKED, "praise": praise}]})

    assert f" {said} yêu cầu:" in text


@pytest.mark.parametrize(
    ("merit", "said"),
    [
        ("phong trào thi đua", "có thành tích trong phong trào thi đua"),
        ("công tác tuyển quân", "có thành tích trong công tác tuyển quân"),
        ("trong phòng, chống lụt bão", "có thành tích trong phòng, chống lụt bão"),
        ("thành tích xuất sắc", "có thành tích xuất sắc"),
        ("có thành tích xuất sắc", "có thành tích xuất sắc"),
        ("đã dũng cảm cứu người", "đã dũng cảm cứu người"),
    ],
)
def test_whoever_is_awarded_has_done_something(merit: str, said: str) -> None:
    award = {"giver": "Công an tỉnh", "form": "Giấy khen", "collectives": 12, "merit": merit}

    assert f"tặng Giấy khen cho 12 tập thể {said}." in previewed(awards=[award])


def test_the_news_of_a_meeting_with_a_name_is_headed_by_it() -> None:
    met = {**MET, "title": "hội nghị giao ban quý IV"}

    assert "# HỘI NGHỊ GIAO BAN QUÝ IV" in previewed(kind="tin-hoi-nghi", conference=met)

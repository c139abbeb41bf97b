"""What the sections of an input's own outline print: parts, texts, limitations, rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from templating.printed import docx_text

from briefing import Report, library
from briefing.reading import read
from sections.commune import ONE, data
from sections.outlined import text


def test_parts_are_placed_where_the_input_says_and_under_its_titles() -> None:
    said = text(
        {"part": "limitations", "title": "Khó khăn, vướng mắc"},
        {"title": "Các mặt", "sections": [{"part": "results"}, {"part": "causes"}]},
        {"part": "tasks"},
        limitations=["Tiến độ còn chậm"],
        results=[{"area": "dan_van", "statements": ["Đã vận động"]}],
        causes={"objective": ["Thiên tai"]},
        tasks=["Tiếp tục làm"],
    )
    headings = [line for line in said.splitlines() if line.startswith("##")]

    assert headings == [
        "## I. KHÓ KHĂN, VƯỚNG MẮC",
        "## II. CÁC MẶT",
        "### 1. Kết quả thực hiện",
        "#### a) Công tác dân vận",
        "### 2. Nguyên nhân",
        "## III. NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM",
    ]
    assert "Tiến độ còn chậm." in said
    assert "Nguyên nhân khách quan: Thiên tai." in said


def test_text_without_a_title_stands_between_headings() -> None:
    said = text(
        ONE, {"statements": ["Tóm lại, năm {year} có nhiều kết quả"]}, {**ONE, "title": "B"}
    )

    assert said.index("I. KẾT QUẢ") < said.index("Tóm lại, năm 2025") < said.index("II. B")


@pytest.mark.parametrize(
    ("limitation", "expected"),
    [
        ("Tiến độ còn chậm", "Tuy nhiên, tiến độ còn chậm."),
        ("Tuy nhiên, tiến độ còn chậm", "Tuy nhiên, tiến độ còn chậm."),
        ("Bên cạnh đó, việc còn chậm", "Bên cạnh đó, việc còn chậm."),
        ("Mặc dù có cố gắng, việc còn chậm", "Mặc dù có cố gắng, việc còn chậm."),
        ("Công an xã còn thiếu người", "Tuy nhiên, Công an xã còn thiếu người."),
    ],
)
def test_limitations_of_a_field_follow_its_results(limitation: str, expected: str) -> None:
    assert f"Đã làm.\n\n{expected}\n" in text({**ONE, "limitations": [limitation]})


def test_the_sentences_of_a_group_of_rows_stand_in_their_section() -> None:
    rows = [
        {"label": "thu ngân sách", "unit": "tỷ đồng", "group": "Kinh tế", "actual": 84, "plan": 80},
        {"label": "số hộ nghèo", "unit": "hộ", "group": "Xã hội", "actual": 12},
    ]
    said = text({"title": "Kinh tế", "indicators": "Kinh tế"}, indicators=rows)

    assert "Thu ngân sách đạt 84 tỷ đồng, bằng 105% kế hoạch." in said
    assert "hộ nghèo" not in said


def test_marks_in_titles_and_points_print_as_themselves() -> None:
    title, point = "A * B [c] _d_ | e:", "[x](y) `z`"
    report = Report.model_validate(
        data(
            {"title": title, "statements": ["Đã # làm"], "points": [point, "- hai"], "mark": "(1)"}
        )
    )
    said = docx_text(library.make(report).as_docx())

    assert "A * B [c] _d_ | e: Đã # làm." in said.replace("A * B [C] _D_ | E:", title)
    assert "[x](y) `z`." in said
    assert "- hai." in said.lower()


def test_short_forms_are_introduced_in_the_text_of_a_title_that_runs_in() -> None:
    said = text(
        {"title": "Về CCHC:", "statements": ["Đã đẩy mạnh CCHC"]},
        {"title": "Sau", "statements": ["CCHC tiếp tục được quan tâm"]},
        subject="công tác năm",
        abbreviations={"CCHC": {"long": "cải cách hành chính", "introduce": True}},
    )

    assert "**VỀ CẢI CÁCH HÀNH CHÍNH:** Đã đẩy mạnh cải cách hành chính (CCHC)." in said
    assert "CCHC tiếp tục được quan tâm." in said


def test_an_input_without_sections_has_the_usual_outline() -> None:
    inputs = Path(__file__).parents[2] / "inputs"

    data = [read(file).data for file in inputs.glob("*.yaml")]
    own = {"bao-cao-kinh-te-xa-hoi"}  # a kind whose outline an input holds
    assert all("sections" not in one for one in data if one["kind"] not in own)

"""What rows say: sentences, the table of targets, how many targets were reached."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import build, check, library, preview
from briefing.figures import Phrasebook
from briefing.report import Report

from .laid import HEAD, laid, read

TABLE = HEAD + (
    "I;KINH TẾ;;;;;\n"
    "1;Thu ngân sách;tỷ đồng;7.200;8.200;8.434;9.000\n"
    ";- Thu nội địa;tỷ đồng;5.000;6.000;6.100;\n"
    "2;Diện tích gieo trồng;ha;1.200;1.250;1.240;1.260\n"
    "II;XÃ HỘI;;;;;\n"
    "3;Tỷ lệ hộ nghèo;%;4,1;≤ 3,5;3,2;3\n"
    "4;Tỷ lệ bảo hiểm y tế;%;93;95;95,5;96\n"
    "5;Số vụ cháy;vụ;2;;0;\n"
)


def said(report: Report, text: str) -> str:
    return Phrasebook(report).fill(text, lambda reference: f"?{reference}?")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "{thu_ngan_sach.result}",
            "ước đạt 8.434 tỷ đồng, bằng 102,85% kế hoạch, tăng 17,14% so với cùng kỳ năm 2024",
        ),
        (
            "{ty_le_ho_ngheo.sentence}",
            "tỷ lệ hộ nghèo ước 3,2%, đạt kế hoạch (không quá 3,5%), giảm 0,9 điểm phần trăm so"
            " với cùng kỳ năm 2024",
        ),
        (
            "{ty_le_bao_hiem_y_te.result}",
            "ước đạt 95,5%, vượt 0,5 điểm phần trăm so với kế hoạch, tăng 2,5 điểm phần trăm so"
            " với cùng kỳ năm 2024",
        ),
        (
            "{so_vu_chay.sentence}",
            "số vụ cháy: không có vụ nào, giảm 2 vụ (100%) so với cùng kỳ năm 2024",
        ),
        ("{thu_ngan_sach} {thu_ngan_sach.plan}", "8.434 tỷ đồng 8.200 tỷ đồng"),
        ("{thu_ngan_sach.next_plan} {thu_ngan_sach.standing}", "9.000 tỷ đồng vượt"),
        ("Đạt và vượt {targets_met}", "Đạt và vượt 3/4 chỉ tiêu"),
        ("{targets_exceeded}, {targets_missed}", "2/4 chỉ tiêu, 1/4 chỉ tiêu"),
        ("Chưa đạt: {missed_targets}", "Chưa đạt: diện tích gieo trồng"),
    ],
)
def test_a_row_is_said_in_a_sentence(tmp_path: Path, text: str, printed: str) -> None:
    assert said(read(tmp_path, TABLE), text) == printed


def test_a_result_is_no_estimate(tmp_path: Path) -> None:
    table = "Chỉ tiêu;ĐVT;Dự toán;Thực hiện\nThu;tỷ đồng;8;8,4\nChi;tỷ đồng;;7\n"
    report = read(tmp_path, table)

    assert said(report, "{thu.result}") == "đạt 8,4 tỷ đồng, bằng 105% dự toán"
    assert said(report, "{chi.sentence}") == "chi là 7 tỷ đồng"


def test_a_result_so_far_stands_beside_the_estimate(tmp_path: Path) -> None:
    table = "Chỉ tiêu;ĐVT;Thực hiện 11 tháng;Ước cả năm\nThu;tỷ đồng;7;8\n"
    report = read(tmp_path, table)

    assert said(report, "{thu.so_far}, {thu.result}") == "7 tỷ đồng, ước 8 tỷ đồng"


def test_a_target_that_nothing_decides_is_not_counted_in_silence(tmp_path: Path) -> None:
    report = read(tmp_path, TABLE + "6;Trường học;trường;;5;;\n", "Đạt {targets_met}")

    [found] = [one for one in check(report) if one.rule == "indicators/undecided"]

    assert found.path == "results[0].statements[0]"
    assert "“Trường học”" in found.message("vi")
    assert "chi-tieu.csv:10:2)" in found.message("vi")


def table_of(report: Report) -> list[str]:
    return [line for line in preview(report).splitlines() if line.startswith("| ")]


def test_the_table_has_bands_parts_and_no_empty_columns(tmp_path: Path) -> None:
    lines = table_of(read(tmp_path, TABLE))
    start = next(at for at, line in enumerate(lines) if line.startswith("| TT"))

    assert lines[start] == (
        "| TT | Chỉ tiêu | Đơn vị tính | Năm 2024 | **Năm 2025** Kế hoạch | **Năm 2025** Ước thực"
        " hiện | **Năm 2025** So với kế hoạch | So với năm 2024 | Đánh giá | Kế hoạch năm 2026 |"
    )
    assert lines[start + 2 : start + 6] == [
        "| **KINH TẾ** |  |  |  |  |  |  |  |  |  |",
        "| 1 | Thu ngân sách | tỷ đồng | 7.200 | 8.200 | 8.434 | 102,85% | tăng 17,14% | Vượt |"
        " 9.000 |",
        "|  | \\- Thu nội địa | tỷ đồng | 5.000 | 6.000 | 6.100 | 101,67% | tăng 22% | Vượt | – |",
        "| 2 | Diện tích gieo trồng | ha | 1.200 | 1.250 | 1.240 | 99,20% | tăng 3,33% |"
        " Chưa đạt | 1.260 |",
    ]


def test_a_table_of_results_alone_has_four_columns(tmp_path: Path) -> None:
    report = read(tmp_path, "Chỉ tiêu;ĐVT;Thực hiện\nThu;tỷ đồng;8\n")

    assert "| TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2025 |" in table_of(report)


def test_an_estimate_among_results_is_marked(tmp_path: Path) -> None:
    table = "Chỉ tiêu;ĐVT;Thực hiện;Ước thực hiện\nThu;tỷ đồng;8;\nChi;tỷ đồng;;7\n"

    assert "| 2 | Chi (ước) | tỷ đồng | 7 |" in table_of(read(tmp_path, table))


def test_every_number_of_a_row_is_printed_or_told(tmp_path: Path) -> None:
    report = read(tmp_path, TABLE)
    without = report.model_copy(update={"figures_annex": False})
    told = [one for one in check(without) if one.rule.endswith(("unused", "not-printed"))]

    assert [one for one in check(report) if one.rule.endswith(("unused", "not-printed"))] == []
    # Rows of a table are told together, however many they are.
    assert [one.rule for one in told] == ["indicators/unused"]
    assert told[0].values["paths"] == [f"figures.{name}" for name in report.figures]


def test_a_cell_of_the_table_leads_to_its_cell_in_the_file(tmp_path: Path) -> None:
    made = library.make(read(tmp_path, TABLE))
    facts = {fact.path: fact.origin for fact in library.trace(made, "vi")}

    place = facts["figures.dien_tich_gieo_trong.next_plan"]
    assert place is not None
    assert (place.line, place.column) == (5, 7)


def test_the_same_rows_make_the_same_file(tmp_path: Path) -> None:
    report = read(tmp_path, TABLE)

    assert build(report) == build(read(tmp_path, TABLE))


def of_group(folder: Path, group: str) -> Path:
    """Lay down an input of which an area prints a group of rows."""
    file = laid(folder, TABLE)
    text = file.read_text(encoding="utf-8")
    area = f"    indicators: {group}\nindicators:"
    file.write_text(text.replace("indicators:", area, 1), encoding="utf-8")
    return file


@pytest.mark.parametrize("group", ["KINH TẾ", "Kinh tế"])
def test_an_area_prints_the_sentences_of_a_group_in_order(tmp_path: Path, group: str) -> None:
    text = preview(library.load(of_group(tmp_path, group)))
    first = text.index("Thu ngân sách ước đạt 8.434 tỷ đồng, bằng 102,85% kế hoạch")
    part = text.index("; trong đó: thu nội địa ước đạt 6.100 tỷ đồng, bằng 101,67% kế hoạch")

    assert first < part < text.index("Diện tích gieo trồng ước đạt 1.240 ha")
    assert "Tỷ lệ hộ nghèo ước" not in text


def test_a_group_that_there_is_not_is_told_with_the_nearest(tmp_path: Path) -> None:
    found = check(library.load(of_group(tmp_path, "KINH TÊ")))
    [unknown] = [one for one in found if one.rule == "indicators/unknown-group"]

    assert unknown.values["near"] == "KINH TẾ"
    assert unknown.path == "results[0].indicators"


@pytest.mark.parametrize("depth", [0, 1])
def test_a_section_of_any_depth_is_told_of_a_group_that_there_is_not(
    tmp_path: Path, depth: int
) -> None:
    file = laid(tmp_path, TABLE)
    section = "{title: Xã hội, indicators: KINH TÊ}"
    for _ in range(depth):
        section = f"{{title: Kết quả, sections: [{section}]}}"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}sections: [{section}]\n", encoding="utf-8")
    [unknown] = [one for one in check(library.load(file)) if one.rule == "indicators/unknown-group"]

    assert unknown.values["near"] == "KINH TẾ"
    assert unknown.path == "sections[0]" + ".sections[0]" * depth + ".indicators"


def test_a_group_of_rows_without_groups_is_told_how_to_name_one(tmp_path: Path) -> None:
    file = of_group(tmp_path, "KINH TẾ")
    bare = "".join(line for line in TABLE.splitlines(True) if not line.startswith("I"))
    (tmp_path / "chi-tieu.csv").write_text(bare, encoding="utf-8")
    [found] = [one for one in check(library.load(file)) if one.rule.startswith("indicators/")]

    assert (found.rule, found.path) == ("indicators/no-groups", "results[0].indicators")
    assert "“KINH TẾ”" in found.remedy("vi")


@pytest.mark.parametrize("words", ["Trong đó: thu", "Trong đó thu", "Thu"])
def test_a_part_that_says_of_which_itself_says_it_once(tmp_path: Path, words: str) -> None:
    file = of_group(tmp_path, "KINH TẾ")
    table = TABLE.replace("- Thu nội địa", f"- {words} nội địa")
    (tmp_path / "chi-tieu.csv").write_text(table, encoding="utf-8")
    text = preview(library.load(file))

    assert "kỳ năm 2024; trong đó: thu nội địa ước đạt 6.100 tỷ đồng" in text
    assert f"- {words} nội địa | tỷ đồng" in text


def test_a_part_of_a_part_is_told_in_brackets_behind_its_own_whole(tmp_path: Path) -> None:
    file = of_group(tmp_path, "KINH TẾ")
    part = ";- Thu nội địa;tỷ đồng;5.000;6.000;6.100;\n"
    table = TABLE.replace(part, part + ";+ Thuế;tỷ đồng;1.000;2.000;2.100;\n")
    (tmp_path / "chi-tieu.csv").write_text(table, encoding="utf-8")
    text = preview(library.load(file))

    first = text.index("trong đó: thu nội địa ước đạt 6.100 tỷ đồng")
    assert first < text.index(" (trong đó: thuế ước đạt 2.100 tỷ đồng, ")
    assert "Thuế | tỷ đồng | 1.000 | 2.000 | 2.100 |" in text


@pytest.mark.parametrize(("cell", "told"), [("7,200", True), ('"7,200"', True), ("7200", False)])
def test_a_cell_that_may_be_thousands_is_asked_about_as_cells_are_written(
    tmp_path: Path, cell: str, told: bool
) -> None:
    report = read(tmp_path, TABLE.replace("7.200", cell))

    found = [one for one in check(report) if one.rule == "figures/ambiguous-number"]

    assert [one.message("vi") for one in found] == [
        "ô này được hiểu là 7,200 tỷ đồng (phần thập phân)"
    ] * told
    # Quotes change nothing in such a file.
    assert [("nháy" in one.remedy("vi"), "7200" in one.remedy("vi")) for one in found] == [
        (False, True)
    ] * told

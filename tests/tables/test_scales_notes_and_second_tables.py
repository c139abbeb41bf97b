"""Units that differ between columns, notes and other tables below: told, and never a figure."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import xlsxwriter
from cli.running import Briefing, Outcome

from briefing import load

INPUT = "schema: 1\nkind: bao-cao-tong-ket\nperiod: {year: 2022}\nsubject: quốc phòng\n"
Read = dict[str, tuple[str | None, str | None, str | None]]


def taken(rows: str, briefing: Briefing, language: str = "vi") -> tuple[Read, Outcome]:
    Path("biểu.csv").write_text(rows, "utf-8")
    source = Path("năm.yaml")
    source.write_text(INPUT, "utf-8")
    done = briefing("import", "figures", "biểu.csv", "--into", source, "--lang", language)
    return {
        figure.label: (figure.unit, *(None if n is None else f"{n:f}" for n in numbers))
        for figure in load(source).figures.values()
        for numbers in [(figure.value, figure.previous)]
    }, done


def told(done: Outcome) -> set[tuple[str, str]]:
    return {(c, r) for c, r in re.findall(r"!([A-Z]+\d+): .* \[import/(\S+)\]$", done.err, re.M)}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


SCALES: list[tuple[str, Read, set[tuple[str, str]]]] = [
    (
        "Chỉ tiêu;Năm 2021 (triệu đồng);Năm 2022 (tỷ đồng)\nThu;7200;8\n",
        {"Thu": ("tỷ đồng", "8", None)},
        {("B2", "other-scale")},
    ),
    (
        "Đơn vị tính: triệu đồng;;\nChỉ tiêu;Năm 2021;Năm 2022 (tỷ)\nThu;7200;8\n",
        {"Thu": ("tỷ", "8", None)},
        {("B3", "other-scale")},
    ),
    (
        "(ĐVT: triệu đồng);;\nChỉ tiêu;Năm 2021;Năm 2022\nThu;7200;8000\n",
        {"Thu": ("triệu đồng", "8000", "7200")},
        set(),
    ),
    (
        "Chỉ tiêu;ĐVT;Năm 2021 (tỷ);Năm 2022 (tỷ)\nThu;tỷ đồng;7;8\nChi;triệu đồng;5;6\n",
        {"Thu": ("tỷ đồng", "8", "7")},
        {("C3", "other-scale"), ("D3", "other-scale")},
    ),
    (
        "Chỉ tiêu;ĐVT;Năm 2021;Năm 2022;Ghi chú\nThu;triệu đồng;7200;8;tỷ\n",
        {},
        {("C2", "other-scale"), ("D2", "other-scale")},
    ),
    (
        "Chỉ tiêu;Năm 2021;Năm 2022\n;(triệu đồng);(tỷ đồng)\nThu;7200;8\n",
        {"Thu": ("tỷ đồng", "8", None)},
        {("B3", "other-scale")},
    ),
]


@pytest.mark.parametrize(("rows", "read", "doubts"), SCALES)
def test_a_number_of_another_size_is_told_and_not_written(
    rows: str, read: Read, doubts: set[tuple[str, str]], briefing: Briefing
) -> None:
    figures, done = taken(rows, briefing)

    assert done.code == 0, done.err
    assert (figures, told(done)) == (read, doubts)


HEAD = "TT;Chỉ tiêu;ĐVT;Năm 2021;Năm 2022\n1;Số vụ cháy;vụ;3;4\n"


@pytest.mark.parametrize(
    "below",
    [
        "Ghi chú: số liệu;;;;2022\n",
        ";Ghi chú;;2021;2022\n",
        ";Nguồn: Chi cục Thống kê;;;2022\n",
        ";Người lập biểu;;;15/12/2022\n",
        ";Ngày 15 tháng 12 năm 2022;;;1\n",
        "(*) Số ước;;;;2\n",
        "\nBIỂU 2: DANH SÁCH;;;;\n",
        "\nTT;Nội dung;ĐVT;Quý I;Quý II\n1;Số vụ nổ;vụ;1;2\n",
        ";(1);(2);(3);(4)\n",
    ],
)
def test_what_lies_below_the_rows_is_no_figure(below: str, briefing: Briefing) -> None:
    figures, done = taken(HEAD + below, briefing)

    assert done.code == 0, done.err
    assert figures == {"Số vụ cháy": ("vụ", "4", "3")}
    assert "[import/no-label]" not in done.err
    assert len(told(done)) > 0


def test_a_second_table_is_read_by_its_own_head(briefing: Briefing) -> None:
    second = "\nBIỂU 2 NĂM 2022;;;;\nTT;Nội dung;ĐVT;Năm 2022;Năm 2021\n1;Số vụ nổ;vụ;1;2\n"
    figures, done = taken(HEAD + second, briefing)

    assert done.code == 0, done.err
    assert figures == {"Số vụ cháy": ("vụ", "4", "3"), "Số vụ nổ": ("vụ", "1", "2")}


def test_labels_that_begin_like_notes_are_figures(briefing: Briefing) -> None:
    figures, _ = taken(HEAD + "2;Nguồn vốn ngoài ngân sách;tỷ đồng;5;6\n", briefing)

    assert figures["Nguồn vốn ngoài ngân sách"] == ("tỷ đồng", "6", "5")


@pytest.mark.parametrize(
    "said", ["Tăng, giảm (%)", "Chênh lệch (%)", "% tăng, giảm", "Tăng, giảm %"]
)
def test_a_change_in_percent_is_not_held_against_the_difference(
    said: str, briefing: Briefing
) -> None:
    figures, done = taken(f"Chỉ tiêu;Cùng kỳ;Thực hiện;{said}\nSố vụ cháy;50;45;-10\n", briefing)

    assert (figures, told(done)) == ({"Số vụ cháy": (None, "45", "50")}, set())


def test_a_rate_that_compares_the_periods_is_not_written(briefing: Briefing) -> None:
    rows = "Chỉ tiêu;ĐVT;Cùng kỳ;Thực hiện;Tỷ lệ %\nThu;tỷ đồng;80;88;110\nChi;tỷ đồng;50;45;7\n"
    Path("biểu.csv").write_text(rows, "utf-8")
    Path("năm.yaml").write_text(INPUT, "utf-8")
    done = briefing("import", "figures", "biểu.csv", "--into", "năm.yaml")
    figures = load("năm.yaml").figures

    assert told(done) == {("E2", "rate-compares")}
    assert (figures["thu"].rate, figures["chi"].rate) == (None, 7)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_remedies_speak_of_columns_and_cells(language: str, briefing: Briefing) -> None:
    rows = "Chỉ tiêu;ĐVT;Số lượng;KH 2022;Năm 2020;Năm 2022\nThu;vụ;1;2;3;4\nThu;vụ;1;2;3;4\n"
    _, done = taken(rows, briefing, language)

    assert {"column", "plan", "other-period", "same-label"} <= {rule for _, rule in told(done)}
    remedies = " ".join(line for line in done.err.splitlines() if line.startswith("  →"))
    for key in ("figures:", "indicators", "label:", "value", "previous", "[columns]", "period:"):
        assert key not in remedies


@pytest.mark.parametrize("said", ["Số lượng", "Năm 2022 (đã thẩm định)", "Đến 30/11/2022"])
def test_the_remedy_of_a_doubtful_column_heals(said: str, briefing: Briefing) -> None:
    rows = f"Chỉ tiêu;ĐVT;Cùng kỳ;{said}\nSố vụ cháy;vụ;3;4\n"
    figures, done = taken(rows, briefing)
    assert (figures["Số vụ cháy"], told(done)) == (("vụ", None, "3"), {("D1", "column")})

    [healed] = re.findall(r"kỳ báo cáo thì đổi tiêu đề cột thành “([^”]+)”", done.err)
    figures, done = taken(rows.replace(said, healed), briefing)
    assert (figures["Số vụ cháy"], told(done)) == (("vụ", "4", "3"), set())


@pytest.mark.parametrize(
    "period",
    [
        "{year: 2022, type: first_half}",
        "{year: 2022, type: quarter, quarter: 2}",
        "{year: 2022, type: month, month: 1}",
        "{year: 2022, type: week, week: 3}",
        "{first_year: 2018, year: 2022, type: years}",
    ],
)
def test_the_remedy_heals_in_every_period(
    period: str, briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "INPUT", INPUT.replace("{year: 2022}", period))
    rows = "Chỉ tiêu;ĐVT;Số đầu;Số sau;Thực hiện;Ước thực hiện\nSố vụ cháy;vụ;3;4;5;6\n"
    figures, done = taken(rows, briefing)
    assert (figures, {rule for _, rule in told(done)}) == ({}, {"column", "same-column"})

    [own, last] = re.findall(r"thì (?:đổi tiêu đề cột )?thành “([^”]+)”", done.err)[:2]
    healed = f"Chỉ tiêu;ĐVT;{last};{own};Ghi chú\nSố vụ cháy;vụ;3;4;5\n"
    figures, done = taken(healed, briefing)
    assert (figures, told(done)) == ({"Số vụ cháy": ("vụ", "4", "3")}, set())


def test_no_mapping_makes_a_quantity_of_a_percentage_or_a_plan(briefing: Briefing) -> None:
    Path("năm.bang.toml").write_text(
        '[columns]\n"So sánh (%)" = "previous"\n"Năm 2022 – Kế hoạch" = "value"\n', "utf-8"
    )
    rows = "Chỉ tiêu;ĐVT;Năm 2022;;So sánh (%)\n;;Kế hoạch;Thực hiện;\nThu;tỷ đồng;5;6;120\n"
    figures, _ = taken(rows, briefing)

    assert figures == {"Thu": ("tỷ đồng", "6", None)}


@pytest.mark.parametrize(
    ("rows", "units"),
    [
        (
            "ĐVT: triệu đồng;;\nNội dung;Năm 2021;Năm 2022\nThu;7;8\nTỷ lệ thu;97;98\n",
            {"Thu": "triệu đồng", "Tỷ lệ thu": None},
        ),
        (
            "ĐVT: triệu đồng;;\nNội dung;Năm 2021;Năm 2022\nTỷ lệ thu (%);97;98\n",
            {"Tỷ lệ thu (%)": "%"},
        ),
        (
            "Nội dung;Năm 2021 (tỷ đồng);Năm 2022 (tỷ đồng)\nDiện tích (ha);7;8\nChi;1;2\n",
            {"Diện tích (ha)": "ha", "Chi": "tỷ đồng"},
        ),
        (
            "Nội dung;ĐVT;Năm 2021;Năm 2022\nSản lượng, tấn;;7;8\nSố vụ, việc xảy ra;vụ;1;2\n",
            {"Sản lượng, tấn": "tấn", "Số vụ, việc xảy ra": "vụ"},
        ),
        ("ĐVT: %;;\nNội dung;Năm 2021;Năm 2022\nTỷ lệ thu;97;98\n", {"Tỷ lệ thu": "%"}),
    ],
)
def test_the_unit_of_a_table_is_none_of_rows_that_have_their_own(
    rows: str, units: dict[str, str | None], briefing: Briefing
) -> None:
    figures, _ = taken(rows, briefing)

    assert {label: unit for label, (unit, *_) in figures.items()} == units


def test_a_unit_merged_over_rows_is_that_of_each(briefing: Briefing, tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "biểu.xlsx")
    page = book.add_worksheet("Biểu 01")
    for row, cells in enumerate(
        [
            ["Chỉ tiêu", "ĐVT", "Năm 2021", "Năm 2022"],
            ["Số vụ cháy", "", 3, 4],
            ["Số vụ nổ", "", 1, 2],
            ["Số người chết", "người", 1, 0],
        ]
    ):
        page.write_row(row, 0, cells)
    page.merge_range(1, 1, 2, 1, "vụ")
    book.close()
    source = Path("năm.yaml")
    source.write_text(INPUT, "utf-8")

    assert briefing("import", "figures", "biểu.xlsx", "--into", source).code == 0
    assert [each.unit for each in load(source).figures.values()] == ["vụ", "vụ", "người"]


@pytest.mark.parametrize("head", ["Ước thực hiện", "Ước TH năm 2022", "Năm 2022 (ước)"])
def test_what_is_expected_for_the_period_stays_an_estimate(head: str, briefing: Briefing) -> None:
    taken(f"Chỉ tiêu;ĐVT;Năm 2021;{head}\nSản lượng;tấn;7;8\n", briefing)
    [figure] = load(Path("năm.yaml")).figures.values()

    assert (figure.value, figure.estimated) == (8, True)


def test_and_a_result_is_none(briefing: Briefing) -> None:
    taken("Chỉ tiêu;ĐVT;Năm 2021;Thực hiện\nSản lượng;tấn;7;8\n", briefing)
    [figure] = load(Path("năm.yaml")).figures.values()

    assert not figure.estimated

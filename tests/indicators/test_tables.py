"""A table of indicators is read as Excel writes it, and every fault is told at its cell."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from effort import effort

from briefing import check, library
from briefing.batch.digests import digest, leads_of
from briefing.batch.model import BatchTask, Settings
from briefing.findings import LANGUAGES
from briefing.forms import workbook

from .laid import HEAD, at, laid, read, refused, written

THU = "1;Thu ngân sách;tỷ đồng;7,2;8;8,4;9\n"


def test_one_line_of_a_table_is_a_figure(tmp_path: Path) -> None:
    figure = read(tmp_path, HEAD + THU).figures["thu_ngan_sach"]

    assert (figure.value, figure.previous, figure.next_plan) == (Decimal("8.4"), Decimal("7.2"), 9)
    assert figure.estimated
    assert figure.target is not None
    assert (figure.target.value, figure.target.word) == (8, "kế hoạch")


def test_a_row_in_the_input_is_the_same_figure_as_one_in_a_table(tmp_path: Path) -> None:
    row = (
        "{label: Thu ngân sách, unit: tỷ đồng, previous: 7.2, plan: 8, estimate: 8.4, next_plan: 9}"
    )
    own = library.load(written(tmp_path, f"indicators:\n  - {row}\n"))

    assert own.figures == read(tmp_path, HEAD + THU).figures


@pytest.mark.parametrize(
    ("encoding", "sign"),
    [("utf-8", ";"), ("utf-8-sig", ";"), ("utf-8-sig", "\t"), ("utf-16", "\t"), ("utf-16", ";")],
)
def test_a_table_is_read_as_excel_saves_it(tmp_path: Path, encoding: str, sign: str) -> None:
    text = (HEAD + THU).replace(";", sign).replace("\n", "\r\n")

    assert read(tmp_path, text.encode(encoding)).figures["thu_ngan_sach"].value == Decimal("8.4")


def test_a_table_of_an_english_excel_has_points_before_decimals(tmp_path: Path) -> None:
    table = 'Chỉ tiêu,ĐVT,TH 2024,KH 2025,TH 2025\nThu,tỷ đồng,7.25,"1,200","1,250.5"\n'
    figure = read(tmp_path, table).figures["thu"]

    assert figure.value == Decimal("1250.5")
    assert figure.target is not None
    assert figure.target.value == 1200


def test_a_sign_told_in_the_first_line_is_followed(tmp_path: Path) -> None:
    assert read(tmp_path, "sep=;\n" + HEAD + THU).figures["thu_ngan_sach"].value == Decimal("8.4")


def test_plans_and_results_of_a_table_may_be_ranges(tmp_path: Path) -> None:
    rows = "1;Tăng trưởng;%;7;8 - 8,5;8,2%;8,5–9%\n2;Thu hút;dự án;5;6;7-8;1.200 - 1.500\n"
    figures = read(tmp_path, HEAD + rows).figures
    growth, drawn = figures["tang_truong"], figures["thu_hut"]

    assert growth.target is not None
    assert (growth.target.value, growth.target.up_to) == (8, Decimal("8.5"))
    assert (growth.next_plan, growth.next_plan_up_to) == (Decimal("8.5"), 9)
    assert (drawn.value, drawn.up_to) == (7, 8)
    assert (drawn.next_plan, drawn.next_plan_up_to) == (1200, 1500)


@pytest.mark.parametrize("cell", ["8 - 8,5 - 9", "8 -", "8 - chín", "từ 8 đến 9"])
def test_what_only_looks_like_a_range_is_told_at_its_cell(tmp_path: Path, cell: str) -> None:
    assert [
        one.rule for one in refused(laid(tmp_path, HEAD + f"1;Thu;tỷ đồng;7;{cell};8;9\n"))
    ] == ["indicators/not-a-number"]


def test_a_last_period_is_no_range(tmp_path: Path) -> None:
    faults = refused(laid(tmp_path, HEAD + "1;Thu;tỷ đồng;7 - 8;8;8;9\n"))

    assert [one.rule for one in faults] == ["indicators/not-a-number"]


def test_a_row_of_a_name_alone_is_the_heading_of_those_below(tmp_path: Path) -> None:
    table = HEAD + "I;KINH TẾ;;;;;\n" + THU + "II;XÃ HỘI;;;;;\n2;Hộ nghèo;hộ;9;8;7;6\n"
    figures = read(tmp_path, table).figures

    assert [figure.group for figure in figures.values()] == ["KINH TẾ", "XÃ HỘI"]


def test_a_dash_makes_a_part_of_the_row_above(tmp_path: Path) -> None:
    table = HEAD + THU + ";- Thu nội địa;tỷ đồng;5;6;6,1;6,5\n;+ Thuế;tỷ đồng;1;2;2,1;3\n"
    figures = read(tmp_path, table).figures

    assert figures["thu_noi_dia"].parent == "thu_ngan_sach"
    assert figures["thue"].parent == "thu_noi_dia"
    assert figures["thu_noi_dia"].label == "Thu nội địa"


def test_parts_of_two_rows_may_be_called_alike(tmp_path: Path) -> None:
    table = HEAD + "1;Lúa;ha;1;2;3;4\n;- Sản lượng;tấn;5;6;7;8\n2;Ngô;ha;1;2;3;4\n"
    figures = read(tmp_path, table + ";- Sản lượng;tấn;2;3;4;5\n").figures

    assert list(figures) == ["lua", "lua_san_luong", "ngo", "ngo_san_luong"]


def test_the_head_says_what_a_plan_is_called(tmp_path: Path) -> None:
    table = "Chỉ tiêu;ĐVT;Dự toán năm 2025;Thực hiện\nThu;tỷ đồng;8;8,4\n"
    target = read(tmp_path, table).figures["thu"].target

    assert target is not None
    assert target.word == "dự toán"


@pytest.mark.parametrize("plan", ["≤ 3", "<=3", "không quá 3", "Không quá 3%"])
def test_a_plan_can_be_a_most(tmp_path: Path, plan: str) -> None:
    target = read(tmp_path, HEAD + f"1;Hộ nghèo;%;4;{plan};2,5;\n").figures["ho_ngheo"].target

    assert target is not None
    assert target.at_most
    assert target.value == 3


@pytest.mark.parametrize("nothing", ["", "-", "–", " "])
def test_a_dash_is_no_number(tmp_path: Path, nothing: str) -> None:
    assert (
        read(tmp_path, HEAD + f"1;Thu;tỷ đồng;{nothing};8;8,4;9\n").figures["thu"].previous is None
    )


@pytest.mark.parametrize(
    ("table", "rule", "place"),
    [
        (HEAD + "1;Thu;tỷ đồng;7x;8;8,4;9\n", "indicators/not-a-number", "chi-tieu.csv:2:4"),
        (HEAD + "1;Thu;tỷ đồng;7;8;1.23.4;9\n", "indicators/not-a-number", "chi-tieu.csv:2:6"),
        (HEAD + "1;Thu;tỷ đồng;7;8;-8,4;9\n", "indicators/negative", "chi-tieu.csv:2:6"),
        (HEAD + "1;Thu;tỷ đồng;– 7;8;8,4;9\n", "indicators/negative", "chi-tieu.csv:2:4"),
        (HEAD + "1;Thu;tỷ đồng;7;-8;8,4;9\n", "indicators/negative", "chi-tieu.csv:2:5"),
        (HEAD + "1;;tỷ đồng;7;8;8,4;9\n", "indicators/no-label", "chi-tieu.csv:2:3"),
        (HEAD + "1;Thu;tỷ đồng;7;8;8,4;9;;12\n", "indicators/outside", "chi-tieu.csv:2:9"),
        (HEAD + '1;Thu;"tỷ đồng;7;8;8,4;9\n', "indicators/quotes", "chi-tieu.csv:2"),
        ("Chỉ tiêu;ĐVT;TH 2019\nThu;tỷ;1\n", "indicators/unknown-heading", "chi-tieu.csv:1:3"),
        ("Chỉ tiêu;ĐVT;TH;Thực hiện\nT;tỷ;1;2\n", "indicators/same-heading", "chi-tieu.csv:1:4"),
        ("TT;ĐVT;TH\n1;tỷ;1\n", "indicators/no-label-column", "chi-tieu.csv:1:1"),
        ("Chỉ tiêu,TH\nThu,1.234\nChi,1250\n", "indicators/unclear-number", "chi-tieu.csv:2:2"),
        ("Chỉ tiêu,TH\nThu,1.234\nChi,1.250\n", "indicators/unclear-column", "chi-tieu.csv:2:2"),
        (
            "Chỉ tiêu;TH\nThu;1.234\nChi;1.250\nLãi;1,315.5\nLỗ;2.350\n",
            "indicators/other-country",
            "chi-tieu.csv:4:2",
        ),
        (
            "Chỉ tiêu\tTH\nThu\t1,234\nChi\t1,250.5\nLãi\t1.315,5\nLỗ\t2,350\n",
            "indicators/other-country",
            "chi-tieu.csv:4:2",
        ),
        ("Chỉ tiêu;TH;Yêu cầu\nThu;1;vừa\n", "indicators/unknown-goal", "chi-tieu.csv:2:3"),
        (HEAD + THU + THU, "indicators/same-name", "chi-tieu.csv:3:2"),
        (HEAD.encode("utf-8") + b"1;Thu \xe0;t;1;2;3;4\n", "file/not-utf8", "chi-tieu.csv:2:7"),
        ("", "file/empty", "chi-tieu.csv"),
    ],
)
def test_a_fault_is_told_at_its_cell(
    tmp_path: Path, table: str | bytes, rule: str, place: str
) -> None:
    found = refused(laid(tmp_path, table))

    assert [(one.rule, at(one)) for one in found][:1] == [(rule, place)]


def test_all_faults_of_a_table_are_told_at_once(tmp_path: Path) -> None:
    found = refused(laid(tmp_path, HEAD + "1;Thu;tỷ;a;b;c;d\n;;tấn;1;;;\n"))

    assert [at(one) for one in found] == [f"chi-tieu.csv:2:{n}" for n in (4, 5, 6, 7)] + [
        "chi-tieu.csv:3:3"
    ]


@pytest.mark.parametrize("whole", ["1234", "1.2340"])
def test_what_the_remedy_of_an_unclear_number_says_heals_it(tmp_path: Path, whole: str) -> None:
    assert read(tmp_path, f"Chỉ tiêu,TH\nThu,{whole}\n").figures["thu"].value == Decimal(whole)


@pytest.mark.parametrize(
    ("named", "rule"),
    [
        ("../chi-tieu.csv", "path/outside"),
        ("/etc/passwd", "path/not-relative"),
        ("khac.csv", "indicators/no-table"),
        ("xa.yaml", "file/unknown-format"),
    ],
)
def test_only_a_table_of_the_folder_is_read(tmp_path: Path, named: str, rule: str) -> None:
    assert [one.rule for one in refused(laid(tmp_path, HEAD + THU, named=named))] == [rule]


def test_a_wrong_value_of_a_row_in_the_input_is_told_at_it(tmp_path: Path) -> None:
    rows = "indicators:\n  - {label: Thu, plan: tám}\n"
    [found] = refused(written(tmp_path, rows))

    assert (found.rule, found.path) == ("input/not-number", "indicators[0].plan")
    assert at(found) == "xa.yaml:17:18"


def test_a_key_that_no_row_has_is_told_with_the_nearest(tmp_path: Path) -> None:
    [found] = refused(written(tmp_path, "indicators:\n  - {label: Thu, plann: 8}\n"))

    assert (found.rule, found.values["near"]) == ("input/unknown-key", "plan")


def test_what_is_wrong_with_a_number_is_told_at_its_cell(tmp_path: Path) -> None:
    table = "Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;% kế hoạch\nThu;tỷ đồng;100;90;95\n"
    found = [one for one in check(read(tmp_path, table)) if one.rule.startswith("figures/stated")]

    assert [(one.rule, at(one)) for one in found] == [
        ("figures/stated-fulfilment", "chi-tieu.csv:2:3")
    ]


def test_the_files_of_a_report_include_its_table(tmp_path: Path) -> None:
    file = laid(tmp_path, HEAD + THU)
    report = library.load(file)

    assert tmp_path / "chi-tieu.csv" in library.load_case(file).inputs
    assert "chi-tieu.csv" in [lead.file for lead in leads_of(report)]


def test_a_name_that_a_figure_has_already_is_taken(tmp_path: Path) -> None:
    rows = "figures: {thu: {label: tổng thu, value: 3}}\nindicators: [{label: Thu, actual: 4}]\n"
    [found] = refused(written(tmp_path, rows))

    assert (found.rule, found.path) == ("indicators/same-name", "indicators[0].label")
    assert (found.values["first"], found.values["label"]) == ("tổng thu", "Thu")


def test_a_table_of_more_rows_than_any_report_has_is_refused(tmp_path: Path) -> None:
    rows = "".join(f"{at};Mục {at};hộ;1;1;1;1\n" for at in range(5_001))
    found = refused(laid(tmp_path, HEAD + rows))

    assert [(one.rule, at(one)) for one in found] == [
        ("indicators/too-many", "chi-tieu.csv:5002:1")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_can_be_filled_in_in_a_workbook(tmp_path: Path, language: str) -> None:
    row = {"label": "Thu ngân sách", "unit": "tỷ đồng", "previous": 7, "plan": 8, "estimate": 9}
    head = {"schema": 1, "kind": "bao-cao-tong-ket", "period": {"year": 2025}}
    file = tmp_path / "phiếu.xlsx"
    file.write_bytes(workbook({**head, "indicators": [row]}, language))
    figure = library.load(file).figures["thu_ngan_sach"]

    assert (figure.value, figure.previous, figure.estimated, figure.row) == (9, 7, True, True)


def test_a_changed_table_makes_the_document_anew(tmp_path: Path) -> None:
    file = laid(tmp_path, HEAD + THU)
    leads = leads_of(library.load(file))
    settings = Settings(tmp_path / "ra")
    before = digest(BatchTask(file, Path(file.name), settings), leads)
    (tmp_path / "chi-tieu.csv").write_text(HEAD + THU.replace("9\n", "10\n"), encoding="utf-8")

    assert before
    assert digest(BatchTask(file, Path(file.name), settings), leads) not in ("", before)


@pytest.mark.parametrize("ending", ["yaml", "xlsx"])
def test_a_new_input_keeps_goals_groups_and_parts_of_a_table(tmp_path: Path, ending: str) -> None:
    table = "Chỉ tiêu;ĐVT;TH 2024;Dự toán 2025;Ước 2025\nKINH TẾ;;;;\nThu;tỷ đồng;7;8;9\n"
    file = laid(tmp_path, table + "- Thu nội địa;tỷ đồng;3;4;5\nCháy;vụ;6;≤ 4;5\n")
    old = library.load(file).figures
    made = library.new_input("bao-cao-tong-ket", "vi", source=file, excel=ending == "xlsx")
    (tmp_path / f"moi.{ending}").write_bytes(made)
    new = library.load(tmp_path / f"moi.{ending}").figures

    assert old["chay"].target is not None
    assert old["chay"].target.at_most
    assert (old["thu_noi_dia"].parent, old["thu_noi_dia"].group) == ("thu", "KINH TẾ")
    assert new == old


def test_a_table_of_thousands_of_columns_is_refused_where_they_begin(tmp_path: Path) -> None:
    head = "Chỉ tiêu;" + ";".join(f"c{n}" for n in range(60_000))
    with effort() as spent:
        found = refused(laid(tmp_path, f"{head}\n{THU}"))

    assert spent.yardsticks < 100
    assert [one.rule for one in found] == ["workbook/too-large"]
    assert found[0].origin
    assert (found[0].origin.line, found[0].origin.column) == (1, 201)


def test_one_number_of_another_country_does_not_make_the_others_unclear(tmp_path: Path) -> None:
    rows = "".join(f"Dòng {at};1.2{at};2.3{at}\n" for at in range(10, 30))
    found = refused(laid(tmp_path, f"Chỉ tiêu;TH;KH\n{rows}Thu;1,315.5;8\n"))

    assert [(one.rule, at(one)) for one in found] == [
        ("indicators/other-country", "chi-tieu.csv:22:2")
    ]
    assert "1.315,5" in found[0].remedy()


def test_numbers_that_may_be_either_are_told_once_a_column(tmp_path: Path) -> None:
    rows = "".join(f"Dòng {at},1.2{at},2.3{at}\n" for at in range(10, 30))
    found = refused(laid(tmp_path, f"Chỉ tiêu,TH,KH\n{rows}"))

    assert [(one.rule, at(one), one.values["count"]) for one in found] == [
        ("indicators/unclear-column", f"chi-tieu.csv:2:{column}", 20) for column in (2, 3)
    ]

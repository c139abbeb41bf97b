"""In a form people, forces and figures may be called as the office calls them."""

from __future__ import annotations

from typing import Any

import pytest
from fuzz.expected import put

from briefing import Finding, InputError, check, load, preview
from briefing.reading.called_in_words import CalledInWords
from briefing.report import Report
from forms.test_blank_forms import blank
from forms.test_workbook import Sheets, written

KHANH = "Bùi Văn Khánh"
POST = "Chủ tịch Ủy ban nhân dân tỉnh"


def form(kind: str = "bao-cao-tong-ket") -> Sheets:
    sheets = {name: [list(row) for row in rows] for name, rows in blank(kind).items()}
    item(sheets, "Chung", "nội dung công tác được tổng kết", "công tác bảo đảm an ninh, trật tự")
    item(sheets, "Chung", "ngày hội nghị", "20/12/2026")
    item(sheets, "Các ý", "danh sách nơi nhận", "Như trên;")
    row(sheets, "Kết quả", {"lĩnh vực": "tuan_tra", "các câu nêu kết quả": "Đã tuần tra."})
    return sheets


def item(sheets: Sheets, title: str, called: str, value: object) -> None:
    for cells in sheets[title]:
        if cells[0] == called:
            cells[1:2] = [value]


def row(sheets: Sheets, title: str, cells: dict[str, Any]) -> None:
    head = sheets[title][0]
    filled = [""] * len(head)
    for heading, value in cells.items():
        filled[head.index(heading)] = value
    sheets[title].append(filled)


def read(sheets: Sheets) -> Report:
    return load(put("phiếu.xlsx", written(sheets)))


def refused(sheets: Sheets) -> list[Finding]:
    with pytest.raises(InputError) as caught:
        read(sheets)
    return caught.value.findings


def with_khanh(**cells: str) -> Sheets:
    sheets = form()
    row(sheets, "Người được nêu", {"họ tên": KHANH, "chức vụ, chức vụ Đảng trước": POST, **cells})
    return sheets


@pytest.mark.parametrize("said", [KHANH, f" {KHANH.upper()} ", "bui_van_khanh"])
def test_a_person_is_called_by_full_name(said: str) -> None:
    sheets = with_khanh()
    item(sheets, "Chung", "người chủ trì", said)
    row(sheets, "Chỉ đạo", {"người chỉ đạo": said, "các ý chỉ đạo": "Tiếp tục tuần tra."})
    report = read(sheets)

    assert report.conference.chair == "bui_van_khanh"
    assert report.conference.directives[0].by == "bui_van_khanh"


def test_a_person_whom_no_row_has_is_told_with_the_sheet() -> None:
    sheets = with_khanh()
    item(sheets, "Chung", "người chủ trì", "Bùi Văn Khanh")
    [found] = refused(sheets)

    assert found.rule == "workbook/nobody-named"
    assert "xlsx!Chung!B" in str(found.origin)
    assert "trang “Người được nêu”" in found.remedy("vi")


def test_two_people_of_one_name_are_not_told_apart() -> None:
    sheets = with_khanh(**{"tên gọi trong câu": "mot"})
    row(sheets, "Người được nêu", {"tên gọi trong câu": "hai", "họ tên": KHANH})
    item(sheets, "Chung", "người chủ trì", KHANH)

    assert [found.rule for found in refused(sheets)] == ["workbook/nobody-named"]


def test_braces_hold_what_figures_and_people_are_called() -> None:
    sheets = with_khanh()
    figure = {"nội dung của số liệu": "số vụ được khám phá", "đơn vị tính": "vụ", "giá trị": 12}
    row(sheets, "Số liệu", {"tên gọi trong câu": "kham_pha", **figure})
    said = "Đã có {số vụ được khám phá}, {Số vụ được khám phá.quantity}; {Bùi Văn Khánh.name} dự."
    row(sheets, "Kết quả", {"lĩnh vực": "ma_tuy", "các câu nêu kết quả": said})
    report = read(sheets)

    assert report.results[1].statements == [
        "Đã có {kham_pha}, {kham_pha.quantity}; {bui_van_khanh.name} dự."
    ]
    assert f"đồng chí {KHANH} dự" in preview(report, draft=True)


def joint(heading: str, said: str) -> Sheets:
    sheets = form("bao-cao-phoi-hop")
    sheets["Kết quả"].pop()
    head = sheets["Kết quả"][0]
    head[head.index("lực lượng thực hiện")] = heading
    for name in ("Công an", "Quân sự"):
        row(sheets, "Lực lượng", {"các lực lượng cùng phối hợp": name, "tên gọi trong câu": ""})
    for at, name in enumerate(("cong_an", "quan_su")):
        sheets["Lực lượng"][-2 + at][1] = name
    cells = {"lĩnh vực": "tuan_tra", "các câu nêu kết quả": "Đã tuần tra.", heading: said}
    row(sheets, "Kết quả", cells)
    return sheets


@pytest.mark.parametrize("heading", ["lực lượng thực hiện", "lực lượng, theo tên trong forces"])
@pytest.mark.parametrize("said", ["Công an", "cong_an"])
def test_a_force_is_called_by_its_words_also_in_a_form_of_last_year(
    heading: str, said: str
) -> None:
    [part] = read(joint(heading, said)).results[0].parts

    assert part.force == "cong_an"


@pytest.mark.parametrize(
    ("said", "rule"), [("hai_quan", "forces/unknown"), ("Hải quân", "workbook/nobody-named")]
)
def test_a_force_that_there_is_not_is_told_without_a_key(said: str, rule: str) -> None:
    file = put("phiếu.xlsx", written(joint("lực lượng thực hiện", said)))
    try:
        found = check(load(file))
    except InputError as error:
        found = error.findings
    [told] = [each for each in found if each.rule == rule]
    words = told.message("vi") + told.remedy("vi")

    assert str(told.origin).endswith("xlsx!Kết quả!H3")
    assert "forces" not in words
    assert "trang “Lực lượng”" in words


@pytest.mark.parametrize(
    ("said", "twice"),
    [
        ("{bui_van_khanh} phát biểu", None),
        ("{bui_van_khanh.name}, " + POST + " phát biểu", None),
        (KHANH + " {bui_van_khanh} phát biểu", KHANH),
        ("{bui_van_khanh}, " + POST + " phát biểu", POST),
        ("Đồng chí " + POST + " {bui_van_khanh} phát biểu", POST),
    ],
)
def test_a_name_or_post_typed_beside_a_person_is_told_where_it_prints_twice(
    said: str, twice: str | None
) -> None:
    sheets = with_khanh()
    sheets["Các ý"].append(["nội dung thảo luận", said])
    found = [each for each in check(read(sheets)) if each.rule == "text/said-twice"]

    assert {each.values["words"] for each in found} == ({twice} if twice else set())


def test_rows_of_one_area_called_in_words_are_parts_of_it() -> None:
    sheets = joint("lực lượng thực hiện", "Công an")
    cells = {"lĩnh vực": "Tuần tra, kiểm soát", "các câu nêu kết quả": "Đã canh gác."}
    row(sheets, "Kết quả", {**cells, "lực lượng thực hiện": "Quân sự"})
    [results] = read(sheets).results

    assert [part.force for part in results.parts] == ["cong_an", "quan_su"]


def test_a_force_without_a_short_name_gets_one_of_its_words() -> None:
    sheets = joint("lực lượng thực hiện", "Quân sự")
    for cells in sheets["Lực lượng"][-2:]:
        cells[1] = ""

    assert list(read(sheets).forces) == ["cong_an", "quan_su"]


CHOSEN = [
    ("Kết quả", "lĩnh vực", "phòng, chống ma túy", "ma_tuy"),
    ("Kết quả", "lĩnh vực", "Công tác phòng, chống ma túy", "ma_tuy"),
    ("Kết quả", "lĩnh vực", "ma_tuy", "ma_tuy"),
]


@pytest.mark.parametrize(("sheet", "heading", "said", "name"), CHOSEN)
def test_what_is_chosen_is_written_in_words(sheet: str, heading: str, said: str, name: str) -> None:
    sheets = form()
    row(sheets, sheet, {heading: said, "các câu nêu kết quả": "Đã làm."})

    assert read(sheets).results[-1].area == name


def test_items_are_chosen_in_words() -> None:
    sheets = form()
    item(sheets, "Chung", "cấp hành chính", "cấp xã")
    item(sheets, "Chung", "lực lượng", "Công an")
    sheets["Các ý"].append(["các lĩnh vực được xếp lên trước, theo thứ tự này", "Dân vận"])
    report = read(sheets)

    assert (report.issuer.level, report.issuer.force) == ("commune", "police")
    assert report.area_order == ["dan_van"]


@pytest.mark.parametrize(
    ("sheet", "heading", "said", "near"),
    [
        (
            "Kết quả",
            "lĩnh vực",
            "Phòng, chống tội phạm",
            "Công tác đấu tranh, phòng, chống tội phạm",
        ),
        ("Chung", "cấp hành chính", "xã", "cấp xã"),
    ],
)
def test_words_that_are_not_offered_are_told_with_those_that_are(
    sheet: str, heading: str, said: str, near: str
) -> None:
    sheets = form()
    if sheet == "Chung":
        item(sheets, sheet, heading, said)
    else:
        row(sheets, sheet, {heading: said, "các câu nêu kết quả": "Đã làm."})
    [found] = refused(sheets)

    assert f"“{near}”" in found.remedy("vi")
    assert "kham_pha" not in found.remedy("vi")


@pytest.mark.parametrize("said", ["Bảng chỉ tiêu", "bảng chỉ tiêu", "bang_chi_tieu"])
def test_the_table_of_targets_is_called_in_words(said: str) -> None:
    assert CalledInWords({}).named(f"Nêu tại {{{said}}}") == "Nêu tại {bang_chi_tieu}"

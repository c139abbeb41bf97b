"""Tables and annexes of one's own: printed, referred to, checked, kept in every form."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml
from cli.running import Briefing

from briefing import Report, build, check, load, page, preview
from briefing.forms import workbook
from briefing.library import make, trace

INPUT = """\
schema: 1
kind: bao-cao-tong-ket
period: {year: 2025}
issuer: {unit_name: xã …, under: tỉnh …, level: commune, force: people_committee}
place: …
date: 2025-12
subject: công tác đầu tư công
recipients: {copies: [Đảng ủy xã …]}
figures: {von: {label: vốn, unit: triệu đồng, value: 1200}}
tables:
  giai_ngan:
    title: Kết quả giải ngân năm {year}
    unit: triệu đồng
    columns: TT | Công trình | Vốn > Kế hoạch | Vốn > Giải ngân | Tỷ lệ (%)
    rows:
      - Công trình chuyển tiếp
      - 1 | Đường trục xã | {von.value} | 1.150 | 95,8
      - 2 | Trường tiểu học | 2.400 | 2.400 | 100
      - "| Tổng cộng | 3.600 | 3.550 | 98,6"
    notes: ["Số liệu đến hết ngày 30/11/{year}"]
  danh_muc: {title: Danh mục công trình, columns: TT | Công trình, rows: [1 | Đường, 2 | Cầu]}
  vuong_mac: {title: Danh mục vướng mắc, columns: TT | Nội dung, rows: [1 | Đất, 2 | Vốn]}
annexes:
  phu_luc: {title: Biểu số liệu, tables: [danh_muc, vuong_mac]}
sections:
  - title: Kết quả
    statements: ["Giải ngân nêu tại {giai_ngan}; vướng mắc nêu tại {vuong_mac}."]
    tables: [giai_ngan, danh_muc]
  - title: Đánh giá
    statements: [Không có]
"""


def read(text: str = INPUT) -> Report:
    Path("xa.yaml").write_text(text, encoding="utf-8")
    return load("xa.yaml")


def changed(old: str, new: str, text: str = INPUT) -> str:
    assert old in text
    return text.replace(old, new)


def rules(text: str) -> list[tuple[str, str]]:
    found = check(read(text))
    return [(one.rule, one.path) for one in found if one.rule.startswith("tables/")]


def document(report: Report) -> str:
    with ZipFile(BytesIO(build(report))) as package:
        return package.read("word/document.xml").decode("utf-8").replace("\u00a0", " ")


def test_a_table_stands_in_its_section_with_title_unit_head_bands_total_and_note() -> None:
    text = preview(read())

    lines = text[text.index("**Bảng 1.") : text.index("## II.")].splitlines()
    assert [line for line in lines if line] == [
        "**Bảng 1. Kết quả giải ngân năm 2025**",
        "*Đơn vị tính: triệu đồng*",
        "| TT | Công trình | **Vốn** Kế hoạch | **Vốn** Giải ngân | Tỷ lệ (%) |",
        "| :---: | :--- | ---: | ---: | ---: |",
        "| **Công trình chuyển tiếp** |  |  |  |  |",
        "| 1 | Đường trục xã | 1.200 | 1.150 | 95,8 |",
        "| 2 | Trường tiểu học | 2.400 | 2.400 | 100 |",
        "|  | **Tổng cộng** | **3.600** | **3.550** | **98,6** |",
        "*Ghi chú: Số liệu đến hết ngày 30/11/2025.*",
    ]


def test_tables_of_an_annex_are_numbered_and_referred_to() -> None:
    text = preview(read())

    assert "Giải ngân nêu tại Bảng 1; vướng mắc nêu tại Biểu số 02." in text
    assert "*(Chi tiết tại Biểu số 01 kèm theo)*" in text
    assert "# Phụ lục\n" in text
    assert "**Biểu số 01. Danh mục công trình**" in text
    assert "**Biểu số 02. Danh mục vướng mắc**" in text


def test_a_table_alone_in_its_annex_goes_by_the_annex() -> None:
    alone = changed("[danh_muc, vuong_mac]", "[danh_muc]")
    alone = changed(
        "annexes:\n", "annexes:\n  khac: {title: Vướng mắc, tables: [vuong_mac]}\n", alone
    )

    text = preview(read(alone))

    assert "vướng mắc nêu tại Phụ lục I." in text
    assert "*(Chi tiết tại Phụ lục II kèm theo)*" in text
    assert "Biểu số" not in text


def test_an_annex_that_nothing_refers_to_is_mentioned_before_the_close() -> None:
    unseen = changed("; vướng mắc nêu tại {vuong_mac}", "")
    unseen = changed("[giai_ngan, danh_muc]", "[giai_ngan]", unseen)

    text = preview(read(unseen))

    assert text.count("*(Chi tiết tại Phụ lục kèm theo)*") == 1
    assert text.index("(Chi tiết") < text.index("Trên đây là")


def test_the_annex_of_figures_comes_first_and_numbers_follow() -> None:
    with_figures = changed("figures: {von", "figures_annex: true\nfigures: {von")

    text = preview(read(with_figures))

    assert "# Phụ lục I\n" in text
    assert "# Phụ lục II\n\n**BIỂU SỐ LIỆU**" in text


def test_word_has_a_real_table_with_a_repeated_head_and_its_title_kept_with_it() -> None:
    xml = document(read())

    table = xml[xml.index("Bảng 1") : xml.index("Ghi chú")]
    assert table.count("<w:tblHeader/>") == 2
    assert '<w:gridSpan w:val="2"/>' in table
    title = re.findall(r"<w:p>(?:(?!</w:p>).)*Bảng 1(?:(?!</w:p>).)*</w:p>", xml)
    assert any("<w:keepNext/>" in each and '<w:jc w:val="center"/>' in each for each in title)
    assert '<w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:i/></w:rPr>' in table


def test_the_page_has_title_unit_and_notes() -> None:
    shown = page(read())

    assert 'class="table of-table-caption keep"' in shown
    assert 'class="table of-table-unit keep"' in shown
    assert 'class="table of-table-note"' in shown


@pytest.mark.parametrize(("said", "wide"), [("sideways", True), ("upright", False)])
def test_an_annex_lies_as_it_says(said: str, wide: bool) -> None:
    turned = changed("title: Biểu số liệu,", f"title: Biểu số liệu, page: {said},")

    assert ('w:orient="landscape"' in document(read(turned))) is wide


def test_rows_may_lie_in_a_file_whose_head_has_two_rows() -> None:
    Path("von.csv").write_text(
        "TT;Công trình;Vốn;;Ghi chú\n;;Kế hoạch;Giải ngân;\nNhóm A;;;;\n"
        "1;Đường;1.200;1.150;\n2;Cầu | cống;300;300;xong\n;Tổng số;1.500;1.450;\n",
        encoding="utf-8",
    )
    start, end = INPUT.index("    columns: TT | Công trình | Vốn"), INPUT.index("    notes:")
    text = preview(read(INPUT[:start] + "    file: von.csv\n" + INPUT[end:]))

    assert "| TT | Công trình | **Vốn** Kế hoạch | **Vốn** Giải ngân | Ghi chú |" in text
    assert "| **Nhóm A** |  |  |  |  |" in text
    assert "| 2 | Cầu \\| cống | 300 | 300 | xong |" in text
    assert "|  | **Tổng số** | **1.500** | **1.450** |  |" in text


def test_a_row_of_a_file_is_named_by_its_line() -> None:
    Path("von.csv").write_text("TT;Nội dung;Số\n1;Đường;20\n2;Cầu;30\n;Tổng số;60\n", "utf-8")
    start, end = INPUT.index("    columns: TT | Công trình | Vốn"), INPUT.index("    notes:")
    report = read(INPUT[:start] + "    file: von.csv\n" + INPUT[end:])

    (finding,) = [one for one in check(report) if one.rule == "tables/total"]

    assert str(finding.origin).endswith("von.csv:4:1")
    assert "cộng lại là 50, nhưng ghi 60" in finding.message()


def test_a_file_that_is_not_there_and_rows_beside_a_file_are_refused(briefing: Briefing) -> None:
    both = changed("    notes:", "    file: von.csv\n    notes:")
    Path("xa.yaml").write_text(both, encoding="utf-8")
    assert "không đọc được bảng “von.csv”" in briefing("check", "xa.yaml").out

    Path("von.csv").write_text("A;B\n1;2\n", "utf-8")
    assert "vừa có tệp (file), vừa có các dòng" in briefing("check", "xa.yaml").out


@pytest.mark.parametrize(
    ("old", "new", "rule", "at"),
    [
        ("[giai_ngan, danh_muc]", "[giai_ngam]", "tables/unknown", "sections[0].tables[0]"),
        (
            "[danh_muc, vuong_mac]",
            "[danh_muc, danh_muc]",
            "tables/twice",
            "annexes.phu_luc.tables[1]",
        ),
        (
            "[giai_ngan, danh_muc]",
            "[giai_ngan, giai_ngan]",
            "tables/twice",
            "sections[0].tables[1]",
        ),
        ("1 | Đường, 2", "1 | Đường | 3, 2", "tables/cells", "tables.danh_muc.rows[0]"),
        ("columns: TT | Nội dung, ", "", "tables/no-head", "tables.vuong_mac"),
        ("  phu_luc:", "  von:", "tables/same-name", "annexes.von"),
        ("3.600 | 3.550", "3.600 | 3.500", "tables/total", "tables.giai_ngan"),
    ],
)
def test_what_does_not_fit_is_told(old: str, new: str, rule: str, at: str) -> None:
    assert (rule, at) in rules(changed(old, new))


def test_nothing_is_held_against_a_table_that_is_right() -> None:
    assert rules(INPUT) == []


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([(1, 20, 3), (2, 30, 4), (3, 25, 5), ("Tổng cộng", 75, 12)], []),
        ([(1, 20, 3), (2, 30, 4), (3, 25, 5), ("Tổng cộng", 75, 21)], ["12"]),
        ([("I", 20, 3), ("II", 30, 4), ("III", 25, 5), ("Tổng cộng", 75, 12)], []),
        ([("I", 20, 3), ("II", 30, 4), ("III", 25, 5), ("Tổng cộng", 57, 12)], ["75"]),
        ([("A", 20, 3), ("B", 30, 4), ("Tổng cộng", 60, 7)], ["50"]),
        # A row that numbers the columns adds nothing.
        ([("A", 1, 2), ("I", 20, 3), ("II", 30, 4), ("Tổng cộng", 50, 7)], []),
        ([("(1)", "(2)", "(3)"), ("I", 20, 3), ("II", 30, 4), ("Tổng cộng", 60, 7)], ["50"]),
    ],
)
def test_the_first_row_of_a_table_is_no_head_even_if_only_a_number_names_it(
    rows: list[tuple[object, ...]], told: list[str]
) -> None:
    lines = "".join(f"      - {' | '.join(map(str, row))}\n" for row in rows)
    start, end = INPUT.index("    columns: TT | Công trình | Vốn"), INPUT.index("    notes:")
    table = f"    columns: Quý | Số vụ | Số người\n    rows:\n{lines}"
    found = check(read(INPUT[:start] + table + INPUT[end:]))

    assert [one.values["sum"] for one in found if one.rule == "tables/total"] == told


def test_a_rate_that_other_rows_contradict_is_told() -> None:
    rows = "".join(f"      - {n} | Việc {n} | {n * 30} | {n * 15} | 50\n" for n in (3, 4, 5, 6))
    start, end = INPUT.index("      - 1 | Đường trục"), INPUT.index("    notes:")
    right = INPUT[:start] + rows + INPUT[end:]
    wrong = changed("| 180 | 90 | 50", "| 180 | 90 | 60", right)

    assert rules(right) == []
    assert rules(wrong) == [("tables/rate", "tables.giai_ngan")]


def test_rates_that_are_no_fulfilment_are_left_alone() -> None:
    rows = "".join(f"      - {n} | Việc {n} | {n * 30} | {n * 15} | {n},5\n" for n in (3, 4, 5, 6))
    start, end = INPUT.index("      - 1 | Đường trục"), INPUT.index("    notes:")

    assert rules(INPUT[:start] + rows + INPUT[end:]) == []


def test_an_unknown_name_in_a_cell_is_refused() -> None:
    found = [one.rule for one in check(read(changed("{von.value}", "{vonn.value}")))]

    assert "figures/unknown-name" in found


def test_a_table_that_nothing_prints_is_told() -> None:
    left_out = changed("tables: [giai_ngan, danh_muc]", "tables: [danh_muc]")
    left_out = changed("Giải ngân nêu tại {giai_ngan}; v", "V", left_out)

    found = check(read(left_out))

    told = [one.values["paths"] for one in found if one.rule == "facts/not-printed"]
    assert told == [["tables.giai_ngan"]]


def test_a_cell_knows_its_row_and_its_figure() -> None:
    facts = {fact.path for fact in trace(make(read()), "vi")}

    assert {"tables.giai_ngan.rows[1]", "figures.von.value", "tables.giai_ngan.notes[0]"} <= facts


def test_a_workbook_keeps_tables_and_annexes() -> None:
    first = read()
    Path("xa.xlsx").write_bytes(workbook(yaml.safe_load(INPUT), "vi"))

    again = load("xa.xlsx")

    assert again.tables == first.tables
    assert again.annexes == first.annexes
    assert [section.tables for section in again.sections] == [["giai_ngan", "danh_muc"], []]


def test_the_input_is_plain_yaml() -> None:
    assert yaml.safe_load(INPUT)["tables"]["giai_ngan"]["rows"][1].startswith("1 | Đường")


IN_AN_AREA = """\
results:
  - {area: phong_trao, statements: ["Nêu tại {giai_ngan}"], tables: [giai_ngan]}
  - {area: phong_chong_toi_pham, tables: [danh_muc, vuong_mac]}
"""


def in_areas() -> Report:
    """Return the report with its tables under the areas of the usual outline."""
    return read(INPUT[: INPUT.index("annexes:")] + IN_AN_AREA)


def test_a_table_stands_under_an_area_as_under_a_section() -> None:
    text = preview(in_areas())

    # The areas stand in the order of the force, and tables are numbered as they are printed.
    area = text[text.index("đấu tranh, phòng, chống tội phạm") :]
    assert area.index("Bảng 1. Danh mục công trình") < area.index("Phong trào Toàn dân")
    assert area.index("Bảng 2. Danh mục vướng mắc") < area.index("Nêu tại Bảng 3.")
    assert area.index("Nêu tại Bảng 3.") < area.index("Bảng 3. Kết quả giải ngân năm 2025")
    assert "**Tổng cộng**" in area


def test_a_name_that_no_table_bears_is_told_in_an_area_too() -> None:
    kept = INPUT[: INPUT.index("annexes:")]
    found = check(read(kept + IN_AN_AREA.replace("tables: [giai_ngan]", "tables: [giai_ngam]")))

    assert [one.path for one in found if one.rule == "tables/unknown"] == ["results[0].tables[0]"]

"""Data of one's own: fields that a pack or a kind declares, given under ``extra``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.running import Briefing

from briefing import load
from briefing.reading.grids import pages_of
from localities.made import CAO_SON, write_input, write_pack

FIELDS = """
[sections]
bao-cao-tong-ket = ["results", "tiet_kiem", "assessment", "plan"]

[fields.nhan_xet]
type = "texts"
label = "nhận xét của huyện"

[fields.tiet_kiem]
type = "table"
label = "kết quả tiết kiệm"
hint = "mỗi đơn vị một dòng"
numbered = true

[fields.tiet_kiem.columns]
don_vi = "Đơn vị"
so_tien = { head = "Số tiền", type = "number" }

[fields.noi_bat]
type = "figures"
label = "số liệu nổi bật"
"""
BLOCK = """\
{% extends "bao-cao-tong-ket.md.j2" %}
{% block tiet_kiem %}
## Tiết kiệm

{{ m.paragraphs(report.extra.nhan_xet) }}
{{ m.table(report.extra.tiet_kiem) }}
{% for figure in report.extra.noi_bat %}
- {{ figure.label|upper_first }}: {{ figure.quantity or "–" }};
{% endfor %}
{% endblock %}
"""
EXTRA = """\
extra:
  nhan_xet: ["Có {vu}, {vu.change}"]
  noi_bat: [vu]
  tiet_kiem:
    - {don_vi: Trường học, so_tien: 12.50}
    - {don_vi: Trạm y tế, so_tien: "1.250"}
    - {don_vi: A|B}
"""


def written(extra: str = EXTRA, fields: str = FIELDS, block: str = BLOCK) -> Path:
    write_pack("cao-son", CAO_SON + fields, bao_cao_tong_ket=block)
    return write_input("cao-son", more=extra)


def told(briefing: Briefing, source: Path) -> dict[str, str]:
    found = json.loads(briefing("check", source, "--format", "json").out)
    return {finding["rule"]: finding["path"] for finding in found}


def test_a_section_of_ones_own_prints_fields_of_ones_own(briefing: Briefing) -> None:
    source = written()
    shown = briefing("preview", source)

    assert shown.code == 0
    _, _, section = shown.out.partition("TIẾT KIỆM")
    lines = [line for line in section.splitlines() if line][:7]
    assert lines == [
        "Có 9 vụ, giảm 3 vụ (25%).",
        "| STT | Đơn vị | Số tiền |",
        "| :---: | :--- | ---: |",
        "| 1 | Trường học | 12,50 |",
        "| 2 | Trạm y tế | 1.250 |",
        "| 3 | A\\|B |  |",
        "- Số vụ phạm tội: 9 vụ;",
    ]
    assert told(briefing, source) == {"extra/blank-cell": "extra.tiet_kiem[2]"}
    assert briefing("build", source, "-o", "ra.docx").code == 0
    assert briefing("template", "lint", "--locality", "cao-son").code == 0


@pytest.mark.parametrize(
    ("given", "instead", "rule", "path"),
    [
        ("nhan_xet:", "nhan_xett:", "input/not-declared", "extra.nhan_xett"),
        ("so_tien: 12.50", "so_tien: nhiều", "input/not-number", "extra.tiet_kiem[0].so_tien"),
        ("so_tien: 12.50", "tien: 1", "input/unknown-key", "extra.tiet_kiem[0].tien"),
        ("{vu}", "{vuu}", "figures/unknown-name", "extra.nhan_xet[0]"),
        ("[vu]", "[vuu]", "figures/unknown-name", "extra.noi_bat[0]"),
        ("{vu.change}", "tăng 3 vụ so với năm trước", "text/direction", "extra.nhan_xet[0]"),
    ],
)
def test_such_fields_are_checked_like_any_other(
    briefing: Briefing, given: str, instead: str, rule: str, path: str
) -> None:
    assert given in EXTRA
    found = told(briefing, written(EXTRA.replace(given, instead, 1)))

    assert found.get(rule) == path, found


def test_what_is_given_and_not_printed_is_told(briefing: Briefing) -> None:
    without = BLOCK.replace("{{ m.table(report.extra.tiet_kiem) }}\n", "")

    assert told(briefing, written(block=without)) == {
        "facts/not-printed": "extra.tiet_kiem",
        "extra/blank-cell": "extra.tiet_kiem[2]",
    }


def test_a_template_that_mistypes_a_field_is_told_by_lint(briefing: Briefing) -> None:
    written(block=BLOCK.replace("extra.noi_bat", "extra.noi_bac"))
    out = briefing("template", "lint", "--locality", "cao-son").out

    assert "noi_bac" in out
    assert "template/unknown-path" in out


def test_fields_are_inherited_key_by_key_and_left_out(briefing: Briefing) -> None:
    write_pack("hoa-binh", FIELDS, bao_cao_tong_ket=BLOCK)
    own = '[fields.tiet_kiem.columns]\nso_tien = false\nso_ho = "Số hộ"\n'
    write_pack("cao-son", CAO_SON + own)
    extra = "extra:\n  tiet_kiem: [{don_vi: Thôn A, so_ho: năm}]\n"
    source = write_input("cao-son", more=extra)

    assert "| STT | Đơn vị | Số hộ |" in briefing("preview", source).out
    write_pack("cao-son", CAO_SON + "[fields]\ntiet_kiem = false\n")
    assert "input/not-declared" in told(briefing, source)


def test_a_field_without_its_type_or_a_table_without_columns_is_told(briefing: Briefing) -> None:
    found = told(briefing, written("", '\n[fields.a]\nlabel = "a"\n', "{# #}"))
    assert found == {"input/missing-key": "a.type"}
    found = told(briefing, written("", '\n[fields.a]\ntype = "table"\nlabel = "a"\n', "{# #}"))
    assert set(found) == {"pack/columns-of-table"}


def test_a_kind_declares_fields_and_may_require_them(briefing: Briefing) -> None:
    folder = write_pack("cao-son", thong_bao="{% extends 'bao-cao-tom-tat.md.j2' %}\n")
    kinds = """\
[thong-bao]
kind = "Thông báo"
symbol = "TB"
requires = ["extra.ket_luan"]
description = { vi = "Thông báo" }
[thong-bao.fields.ket_luan]
type = "text"
label = "kết luận"
"""
    (folder / "kinds.toml").write_text(kinds, encoding="utf-8")
    source = write_input("cao-son")
    text = source.read_text(encoding="utf-8").replace("bao-cao-tong-ket", "thong-bao")
    source.write_text(text, encoding="utf-8")

    found = told(briefing, source)
    assert found["kind/missing-fact"] == "extra.ket_luan"
    assert "template/required-lost" in found
    (folder / "kinds.toml").write_text(kinds.replace('"extra.ket', '"extra.kat'), "utf-8")
    assert "kind/unknown-fact" in told(briefing, source)


def test_a_report_goes_back_into_an_input_with_its_own_data(briefing: Briefing) -> None:
    source = written()
    assert briefing("new", "bao-cao-tong-ket", "--from", source, "-o", "lai.yaml").code == 0

    first, again = load(source), load("lai.yaml")
    assert first.extra.model_dump() == again.extra.model_dump()


def test_the_starter_the_schema_and_the_page_of_keys_know_the_fields(briefing: Briefing) -> None:
    written()
    starter = briefing("new", "bao-cao-tong-ket", "--locality", "cao-son").out
    _, _, own = starter.partition("# == Dữ liệu riêng\n")
    assert own.splitlines()[0] == "# extra:"
    assert "mỗi đơn vị một dòng" in own

    told = json.loads(briefing("schema", "--locality", "cao-son").out)["$defs"]
    assert told["Extra"]["properties"]["tiet_kiem"]["description"].startswith("kết quả tiết kiệm")
    page = briefing("schema", "--page", "--locality", "cao-son").out
    assert "| `extra.tiet_kiem[].so_tien` | Số tiền |" in page
    assert "extra.tiet_kiem" not in briefing("schema", "--page").out


def test_a_form_in_excel_has_the_fields_and_is_read_without_its_pack(briefing: Briefing) -> None:
    source = written()
    made = briefing("new", "bao-cao-tong-ket", "--from", source, "--excel", "-o", "phiếu.xlsx")
    assert made.code == 0

    assert briefing("preview", "phiếu.xlsx").out == briefing("preview", source).out
    assert load("phiếu.xlsx").extra == load(source).extra


def test_an_empty_form_offers_the_fields_of_the_pack(briefing: Briefing) -> None:
    written()
    form = ("new", "bao-cao-tong-ket", "--locality", "cao-son", "--excel", "-o", "trống.xlsx")
    assert briefing(*form).code == 0

    titles = [sheet.title for sheet in pages_of(Path("trống.xlsx"))]
    assert "Kết quả tiết kiệm" in titles


def test_a_starter_shows_what_its_kind_requires_and_says_so(briefing: Briefing) -> None:
    folder = write_pack("cao-son", giay_moi="{% extends 'tin-hoi-nghi.md.j2' %}\n")
    kinds = """\
[giay-moi]
kind = "Giấy mời"
symbol = "GM"
requires = ["conference.date", "extra.dia_diem"]
description = { vi = "Giấy mời họp" }
fields.dia_diem = { type = "text", label = "nơi họp" }
"""
    (folder / "kinds.toml").write_text(kinds, encoding="utf-8")
    lines = briefing("new", "giay-moi", "--locality", "cao-son").out.splitlines()

    required = [line for line in lines if line.endswith("(bắt buộc)")]
    assert [line.strip("# ").partition(":")[0] for line in required] == ["date", "dia_diem"]


@pytest.mark.parametrize("extra", ["", "extra: {}\n", "extra: {tiet_kiem: []}\n"])
def test_a_section_asks_whether_its_table_has_any_rows(briefing: Briefing, extra: str) -> None:
    guarded = "{% if report.extra.tiet_kiem %}\n## Tiết kiệm\n\nTheo kế hoạch.\n\n"
    table = "{{ m.table(report.extra.tiet_kiem) }}\n{% endif %}\n"
    block = '{% extends "bao-cao-tong-ket.md.j2" %}\n{% block tiet_kiem %}\n'

    empty = written(extra, block=f"{block}{guarded}{table}{{% endblock %}}\n")
    assert "TIẾT KIỆM" not in briefing("preview", "--draft", empty).out.upper()
    full = written(block=f"{block}{guarded}{table}{{% endblock %}}\n")
    assert "TIẾT KIỆM" in briefing("preview", "--draft", full).out.upper()

"""A new form is filled in LibreOffice Calc and builds the report in each format it is saved in."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing
from python_calamine import CalamineWorkbook

from briefing.library import new_input
from forms.calc import Filled, Typed, filled

YAML = """\
schema: 1
kind: bao-cao-tong-ket
period: {year: 2026}
date: 2026-12-20
place: Cao Sơn
issuer:
  name: Ủy ban nhân dân xã Cao Sơn
  symbol: UBND
  lines: [Ủy ban nhân dân, xã Cao Sơn]
subject: công tác bảo đảm an ninh, trật tự
situation:
  favourable: [Được sự quan tâm của cấp trên]
figures:
  tuan_tra: {label: lượt tuần tra, unit: lượt, value: 1315, previous: 1200}
results:
  - area: phong_chong_toi_pham
    statements: ["Đã tổ chức {tuan_tra}."]
tasks: ["Tiếp tục tuần tra, kiểm soát."]
recipients: {copies: ["Như trên;"]}
signature: {post: CHỦ TỊCH, name: "…"}
"""


def typed_into(form: Path) -> Typed:
    """Return what somebody types into a new form, found by the words of its items and headings."""
    book = CalamineWorkbook.from_path(form)
    sheets = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}

    def item(sheet: str, called: str) -> tuple[str, str]:
        rows = [str(row[0]) for row in sheets[sheet]]
        return sheet, f"B{rows.index(called) + 1}"

    def under(sheet: str, heading: str, row: int) -> tuple[str, str]:
        return sheet, f"{chr(65 + sheets[sheet][0].index(heading))}{row}"

    figures, results = "Số liệu", "Kết quả"
    lines = item("Các ý", "các dòng tên cơ quan ban hành trên tiêu đề")
    return {
        item("Chung", "năm báo cáo"): 2026,
        item("Chung", "ngày ban hành; có thể để trống ngày"): "20/12/2026",
        item("Chung", "địa danh trên dòng ngày tháng"): "Cao Sơn",
        item("Chung", "tên cơ quan ban hành, viết trong câu"): "Ủy ban nhân dân xã Cao Sơn",
        item("Chung", "chữ viết tắt của cơ quan trong số, ký hiệu"): "UBND",
        item("Chung", "nội dung công tác được tổng kết"): "công tác bảo đảm an ninh, trật tự",
        item("Chung", "chức vụ người ký"): "CHỦ TỊCH",
        item("Chung", "họ tên người ký; để trống nếu chưa biết"): "…",
        lines: "Ủy ban nhân dân\nxã Cao Sơn",
        item("Các ý", "thuận lợi"): "Được sự quan tâm của cấp trên",
        item("Các ý", "danh sách nơi nhận"): "Như trên;",
        under(figures, "tên gọi trong câu", 3): "tuan_tra",
        under(figures, "nội dung của số liệu", 3): "lượt tuần tra",
        under(figures, "đơn vị tính", 3): "lượt",
        under(figures, "giá trị", 3): "=1000+315",
        under(figures, "giá trị kỳ trước", 3): 1200,
        under(results, "lĩnh vực", 3): "phong_chong_toi_pham",
        under(results, "các câu nêu kết quả", 3): "Đã tổ chức {tuan_tra}.",
        under("Nhiệm vụ", "nội dung nhiệm vụ", 3): "Tiếp tục tuần tra, kiểm soát.",
    }


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """Return a new form that somebody filled in and saved: one start of Calc for all."""
    form = tmp_path_factory.mktemp("calc") / "phiếu.xlsx"
    form.write_bytes(new_input("bao-cao-tong-ket", "vi", excel=True))
    return filled(form, typed_into(form), password="mật khẩu")


def test_a_form_filled_in_calc_builds_the_report_in_every_format(
    briefing: Briefing, tmp_path: Path, saved: Filled
) -> None:
    source, straight = tmp_path / "bao-cao.yaml", tmp_path / "yaml.docx"
    source.write_text(YAML, encoding="utf-8")
    assert briefing("build", source, "-o", straight).code == 0

    for ending, file in saved.open.items():
        made = tmp_path / f"{ending}.docx"
        done = briefing("build", file, "-o", made)
        assert done.code == 0, (ending, done.err)
        assert made.read_bytes() == straight.read_bytes(), ending


def test_a_form_with_a_password_is_told(briefing: Briefing, saved: Filled) -> None:
    assert saved.locked
    for ending, file in saved.locked.items():
        done = briefing("check", file)

        assert done.code == 2, ending
        assert "[workbook/password]" in done.out, ending

"""Numbers of sections, annexes and tables that sentences type are held against the document."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefing

INPUT = """\
schema: 1
kind: bao-cao-kinh-te-xa-hoi
period: {year: 2025}
date: 2025-12
place: …
subject: công tác
issuer: {unit_name: xã …, under: tỉnh …, level: commune, force: people_committee}
recipients: {copies: [Đảng ủy xã …]}
numbering: [I., "1.", a)]
legal_references:
  ke_hoach: {text: Kế hoạch số 12/KH-UBND, date: 2025-01-05}
tables:
  mot: {title: Bảng một, columns: A | B, rows: [a | b]}
  hai: {title: Bảng hai, columns: A | B, rows: [a | b]}
annexes:
  phu_luc: {title: Số liệu, tables: [hai]}
  danh_sach: {title: Danh sách, statements: [Không có]}
sections:
  - title: Kết quả
    name: ket_qua
    tables: [mot]
    sections:
      - title: Kinh tế
        statements: ["STATEMENT"]
      - title: Xã hội
        statements: [Ổn định]
  - title: Kiến nghị
    statements: ["Đề nghị:"]
    points: [Một việc, Việc nữa]
    mark: "1."
"""


def told(folder: Path, statement: str, text: str = INPUT) -> list[object]:
    file = folder / "input.yaml"
    file.write_text(text.replace("STATEMENT", statement), encoding="utf-8")
    found = briefing.check(briefing.load(file))
    ours = [one for one in found if one.rule == "text/no-such-place"]
    assert all(one.severity.name == "WARNING" for one in ours)
    return [one.values["quote"] for one in ours]


@pytest.mark.parametrize(
    ("statement", "quotes"),
    [
        ("Như nêu tại mục IX.", ["mục IX"]),
        ("Chi tiết tại mục II.4; theo Phụ lục 3 kèm theo Báo cáo này.", ["mục II.4", "Phụ lục 3"]),
        ("(Phụ lục IV và mục 9)", ["mục 9", "Phụ lục IV"]),
        ("Số liệu tại Biểu số 05, Bảng 7.", ["Biểu số 05", "Bảng 7"]),
        ("Như điểm a mục I.3", ["mục I.3"]),
        ("Theo chỉ đạo của Bộ Tài chính, kết quả tại mục IX của báo cáo.", ["mục IX"]),
        ("Phụ lục 7 của xã", ["Phụ lục 7"]),
    ],
)
def test_a_number_that_the_document_has_not_is_a_warning(
    tmp_path: Path, statement: str, quotes: list[str]
) -> None:
    assert told(tmp_path, statement) == quotes


@pytest.mark.parametrize(
    "statement",
    [
        "Như nêu tại mục I, mục I.2, mục II.2, mục 2, {ket_qua}.",
        "Theo Phụ lục 2, Phụ lục II, Bảng 1, Biểu số 02.",
        # Those of other documents.
        "Theo mục 9 Nghị quyết số 15/NQ-HĐND và Phụ lục V ban hành kèm theo Quyết định ấy.",
        "Thực hiện khoản 3 mục 9 của {ke_hoach}.",
        "Theo mục IX Phụ lục II.",
        "Như mục IX của báo cáo tháng 11.",
        "Trả lời kiến nghị tại mục 12 phiếu chuyển; theo Phụ lục 7 của hợp đồng.",
        "Theo Biểu số 09 của Bộ Tài chính, mục 9 do Sở Nội vụ hướng dẫn.",
        # Words that are no section.
        "Đã lắp Bảng 9 pha.",
        "Danh mục 9 dự án, hạng mục 7, tiểu mục 3.",
        "Đạt bảng 5 điểm; biểu 3 lần; mục 1/2.",
    ],
)
def test_what_there_is_and_what_is_of_another_document_is_left_alone(
    tmp_path: Path, statement: str
) -> None:
    assert told(tmp_path, statement) == []


def test_of_annexes_that_a_document_has_none_of_nothing_is_known(tmp_path: Path) -> None:
    """They may be sent apart."""
    start, end = INPUT.index("tables:"), INPUT.index("sections:")
    text = (INPUT[:start] + INPUT[end:]).replace("    tables: [mot]\n", "")

    assert told(tmp_path, "Theo Phụ lục 3, Biểu số 05.", text) == []


@pytest.mark.parametrize(("typed", "told_of"), [("Như trên", 1), ("Đảng ủy xã", 0)])
def test_as_above_needs_somebody_above(tmp_path: Path, typed: str, told_of: int) -> None:
    file = tmp_path / "input.yaml"
    text = INPUT.replace("copies: [Đảng ủy xã …]", f"copies: [{typed}]")
    for more, count in (("", told_of), ("addressees: [Ủy ban nhân dân tỉnh], ", 0)):
        file.write_text(text.replace("copies", f"{more}copies"), encoding="utf-8")
        found = briefing.check(briefing.load(file))
        assert [one.rule for one in found].count("recipients/nothing-above") == count

"""The annex of figures is called by name, referred to where it belongs, and takes its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import check, load, preview
from briefing.library import in_kind

HEAD = """\
schema: 1
kind: bao-cao-kinh-te-xa-hoi
period: {year: 2025}
date: 2025-12
place: …
subject: công tác
issuer: {unit_name: xã …, under: tỉnh …, level: commune, force: people_committee}
recipients: {copies: [Đảng ủy xã …]}
indicators: [{label: Thu, unit: tỷ đồng, plan: 8, actual: 9, group: Kinh tế}]
tables:
  mot: {title: Bảng một, columns: A | B, rows: [a | b]}
  hai: {title: Bảng hai, columns: A | B, rows: [a | b]}
"""
ANNEXES = """\
annexes:
  danh_sach: {title: Danh sách, tables: [mot]}
  hop_dong: {title: Hợp đồng, tables: [hai]}
"""
SECTIONS = """\
sections:
  - title: Kết quả
    statements: ["STATEMENT"]
    tables: [danh_sach, hop_dong]
  - title: Kinh tế
    indicators: Kinh tế
  - title: Kiến nghị
    statements: [Không có]
"""


def made(folder: Path, text: str) -> str:
    file = folder / "input.yaml"
    file.write_text(text, encoding="utf-8")
    report = load(file)
    assert not [one for one in check(report) if one.severity.name == "ERROR"]
    return preview(report)


def annexes(text: str) -> list[str]:
    """Return the titles of annexes in their order."""
    lines = [line for line in text.splitlines() if line.strip()]
    return [lines[at + 1].strip("*") for at, line in enumerate(lines) if line.startswith("# Phụ")]


def full(statement: str = "Ổn định", more: str = "figures_annex: true\n") -> str:
    return HEAD + more + ANNEXES + SECTIONS.replace("STATEMENT", statement)


def test_a_sentence_calls_it_by_name(tmp_path: Path) -> None:
    text = made(tmp_path, full("Nêu tại {bang_chi_tieu}: {bang_chi_tieu.title}, {hop_dong}"))

    said = "Nêu tại Phụ lục I: Kết quả thực hiện các chỉ tiêu chủ yếu năm 2025, Phụ lục III."
    assert said in text
    assert text.count("Phụ lục I kèm theo") == 0


def test_the_first_section_that_tells_of_rows_refers_to_it(tmp_path: Path) -> None:
    text = made(tmp_path, full())

    assert text.count("(Chi tiết tại Phụ lục I kèm theo)") == 1
    start, end = text.index("II. KINH TẾ"), text.index("III. KIẾN NGHỊ")
    assert "(Chi tiết tại Phụ lục I kèm theo)" in text[start:end]
    assert "Số liệu chủ yếu tại" not in text


def test_a_section_refers_to_it_where_it_says_so(tmp_path: Path) -> None:
    asked = full().replace("[Không có]", "[Không có]\n    tables: [bang_chi_tieu]")
    text = made(tmp_path, asked)

    assert text.index("(Chi tiết tại Phụ lục I kèm theo)") > text.index("III. KIẾN NGHỊ")


def test_annexes_are_referred_to_in_their_order(tmp_path: Path) -> None:
    asked = full().replace("[danh_sach, hop_dong]", "[hop_dong, bang_chi_tieu, danh_sach]")

    assert "(Chi tiết tại Phụ lục I, Phụ lục II, Phụ lục III kèm theo)" in made(tmp_path, asked)


def test_without_a_section_of_rows_it_is_referred_to_at_the_end(tmp_path: Path) -> None:
    text = made(tmp_path, full().replace("    indicators: Kinh tế", "    statements: [Tốt]"))

    assert text.index("(Số liệu chủ yếu tại Phụ lục I kèm theo)") > text.index("III. KIẾN NGHỊ")


@pytest.mark.parametrize("more", ["figures_annex: true\n", ""])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_it_takes_the_place_and_the_title_that_annexes_give_it(
    tmp_path: Path, more: str, at: int
) -> None:
    lines = ANNEXES.splitlines(keepends=True)
    lines.insert(at + 1, "  bang_chi_tieu: {title: Biểu chung}\n")
    text = full("Nêu tại {bang_chi_tieu}, {danh_sach}, {hop_dong}", more)
    text = made(tmp_path, text.replace(ANNEXES, "".join(lines)))
    order = ["DANH SÁCH", "HỢP ĐỒNG"]
    order.insert(at, "BIỂU CHUNG")

    assert annexes(text) == order
    roman = ["I", "II", "III"]
    places = [roman[order.index(one)] for one in ("BIỂU CHUNG", "DANH SÁCH", "HỢP ĐỒNG")]
    assert "Nêu tại " + ", ".join(f"Phụ lục {place}" for place in places) in text
    assert text.count("| Thu | tỷ đồng | 8 | 9 |") == 1


def test_a_name_of_one_s_own_stays_one_s_own(tmp_path: Path) -> None:
    text = full("Nêu tại {bang_chi_tieu}").replace("  hai:", "  bang_chi_tieu:")
    text = made(tmp_path, text.replace("[hai]", "[bang_chi_tieu]"))

    assert "Nêu tại Phụ lục III." in text
    assert annexes(text)[0].startswith("KẾT QUẢ THỰC HIỆN")


def test_a_short_version_tells_that_it_has_no_such_annex(tmp_path: Path) -> None:
    file = tmp_path / "input.yaml"
    file.write_text(full("Nêu tại {bang_chi_tieu}"), encoding="utf-8")
    found = check(in_kind(load(file), "bao-cao-tom-tat"))
    [told] = [one for one in found if one.rule == "text/no-such-place"]

    assert told.values["quote"] == "{bang_chi_tieu}"


@pytest.mark.parametrize("asked", ["sentence", "section"])
def test_without_an_annex_of_figures_the_name_says_what_it_takes(
    tmp_path: Path, asked: str
) -> None:
    text = full("Nêu tại {bang_chi_tieu}" if asked == "sentence" else "Ổn định", "")
    if asked == "section":
        text = text.replace("[Không có]", "[Không có]\n    tables: [bang_chi_tieu]")
    file = tmp_path / "input.yaml"
    file.write_text(text, encoding="utf-8")
    [told] = [one for one in check(load(file)) if one.severity.name == "ERROR"]

    assert told.rule == "tables/no-targets"
    assert "figures_annex: true" in told.remedy()
    made(tmp_path, text.replace("\nindicators:", "\nfigures_annex: true\nindicators:"))

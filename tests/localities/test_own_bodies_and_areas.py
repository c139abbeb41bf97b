"""A department and a school report in their own name, with areas and an order of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing
from docx import Document

from briefing import build, check, load
from briefing.localities import load_locality
from localities.made import CAO_SON, write_input, write_pack

DEPARTMENT = """\
name = "tỉnh Phú Thọ"
level = "province"
place = "Phú Thọ"
force = "so_nong_nghiep"
recipients.copies = ["UBND tỉnh"]

[areas]
thuy_loi = { heading = "Công tác thủy lợi, phòng, chống thiên tai", after = "nong_nghiep" }

[bodies.so_nong_nghiep]
signature = { post = "Giám đốc" }
areas = ["nong_nghiep", "nong_thon_moi"]

[bodies.so_nong_nghiep.issuer]
name = "Sở Nông nghiệp và Môi trường {unit}"
symbol = "SNNMT"
parent = ["UBND {unit}"]
lines = ["Sở Nông nghiệp", "và Môi trường"]
"""
SCHOOL = """\
name = "xã Cao Sơn"
level = "commune"
place = "Cao Sơn"
force = "truong_thcs"
recipients.copies = ["UBND xã"]
area_order = ["day_hoc"]

[areas]
day_hoc = "Công tác dạy và học"

[bodies.truong_thcs]
signature = { post = "Hiệu trưởng" }

[bodies.truong_thcs.issuer]
name = "Trường Trung học cơ sở {own}"
symbol = "THCSCS"
parent = ["UBND {unit}"]
lines = ["Trường Trung học cơ sở", "{own}"]
"""
RESULTS = """
results:
  - {{area: {last}, statements: [Việc thứ hai]}}
  - {{area: {first}, statements: [Việc thứ nhất]}}
"""


def reported(pack: str, slug: str, first: str, last: str, **said: str) -> Path:
    """Write a pack and a report of its body, whose two areas stand in the wrong order."""
    write_pack(slug, pack)
    file = write_input(slug, **said)
    head, _, tail = file.read_text(encoding="utf-8").partition("figures:")
    rest = tail[tail.index("limitations:") :]
    text = head + RESULTS.format(first=first, last=last).lstrip() + rest
    file.write_text(text, encoding="utf-8")
    return file


def lines(file: Path) -> list[str]:
    """Return the paragraphs of the report that a file becomes, those in tables too."""
    out = Path("ra.docx")
    out.write_bytes(build(load(file)))
    document = Document(str(out))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    found = [paragraph for cell in cells for paragraph in cell.paragraphs] + document.paragraphs
    return [paragraph.text.replace("\xa0", " ").strip() for paragraph in found]


def test_a_department_of_agriculture_reports_in_its_own_name() -> None:
    file = reported(DEPARTMENT, "so-nn", "nong_nghiep", "thuy_loi")
    printed = lines(file)

    assert [found for found in check(load(file)) if found.severity.name == "ERROR"] == []
    assert {"UBND TỈNH PHÚ THỌ", "SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG", "GIÁM ĐỐC"} <= set(printed)
    assert any("/BC-SNNMT" in line for line in printed)
    assert printed.index("Việc thứ nhất.") < printed.index("Việc thứ hai.")
    assert "Công tác thủy lợi, phòng, chống thiên tai" in " ".join(printed)


def test_a_school_reports_in_its_own_name() -> None:
    file = reported(SCHOOL, "thcs-cao-son", "day_hoc", "y_te")
    printed = lines(file)

    assert [found for found in check(load(file)) if found.severity.name == "ERROR"] == []
    assert {"UBND XÃ CAO SƠN", "TRƯỜNG TRUNG HỌC CƠ SỞ", "CAO SƠN", "HIỆU TRƯỞNG"} <= set(printed)
    assert printed.index("Việc thứ nhất.") < printed.index("Việc thứ hai.")


def test_an_input_puts_its_own_order_first() -> None:
    file = reported(SCHOOL, "thcs-cao-son", "y_te", "day_hoc", more="area_order: [y_te]\n")
    printed = lines(file)

    assert printed.index("Việc thứ nhất.") < printed.index("Việc thứ hai.")


def test_a_pack_below_inherits_areas_and_bodies() -> None:
    write_pack("so-nn", DEPARTMENT)
    below = CAO_SON.replace("hoa-binh", "so-nn") + 'force = "so_nong_nghiep"\n'
    file = reported(below, "chi-cuc", "nong_nghiep", "thuy_loi")

    assert load(file).issuer.name == "Sở Nông nghiệp và Môi trường xã Cao Sơn"


def test_another_heading_for_an_area_of_the_program() -> None:
    pack = CAO_SON + '[areas]\ngiao_thong = "An toàn giao thông"\n'
    file = reported(pack, "cao-son", "ma_tuy", "giao_thong")

    assert any("An toàn giao thông" in line for line in lines(file))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('after = "nong_nghiep"', 'after = "nong_nghep"', "nong_nghiep"),
        ('force = "so_nong_nghiep"', 'force = "so_nong_nghep"', "so_nong_nghiep"),
        ('"nong_thon_moi"]', '"nong_thon_mo"]', "nong_thon_moi"),
        ("[bodies.so_nong_nghiep]", '[bodies.so_nong_nghiep]\nlike = "polic"', "police"),
    ],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_name_that_there_is_not_is_told_at_its_line(
    briefing: Briefing, old: str, new: str, told: str, language: str
) -> None:
    file = reported(DEPARTMENT.replace(old, new, 1), "so-nn", "nong_nghiep", "thuy_loi")
    outcome = briefing("check", file, "--lang", language)

    assert outcome.code == 2
    assert "locality.toml:" in outcome.out + outcome.err
    assert "[input/unknown-choice]" in outcome.out + outcome.err
    assert told in outcome.out + outcome.err


def test_an_area_of_no_pack_is_told_with_those_of_the_pack(briefing: Briefing) -> None:
    file = reported(SCHOOL, "thcs-cao-son", "day_hoc", "day_hocc")
    outcome = briefing("check", file)

    assert outcome.code == 2
    assert "day_hoc" in outcome.out


@pytest.mark.parametrize(
    ("said", "follows"),
    [
        ('phong_chong_toi_pham = {heading = "Phòng tội phạm", after = "pccc"}', "pccc"),
        (
            'phong_chong_toi_pham = {heading = "A", after = "phong_trao"}\n'
            'phong_trao = {heading = "B", after = "pccc"}',
            "phong_trao",
        ),
    ],
)
def test_an_area_of_the_program_stands_where_a_pack_says(said: str, follows: str) -> None:
    write_pack("cao-son", CAO_SON + f"[areas]\n{said}\n")
    order = load_locality("cao-son").choices.order("people_committee")

    assert order[order.index("phong_chong_toi_pham") - 1] == follows
    assert (
        load_locality("cao-son").choices.order("people_committee", ["phong_chong_toi_pham"])[0]
        == "phong_chong_toi_pham"
    )
